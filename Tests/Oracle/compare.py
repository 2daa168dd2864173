#!/usr/bin/env python3
"""Compares the engine with the oracle, cell by cell, on generated worlds.

    compare.py ENGINE_BINARY [--seeds A..B] [--tickets N] [--moments N] [--parts P,Q] [--formats F,G] [--keep DIR]

Prints the first difference of each comparison with the command that replays it and,
at the end, one line `N passed, N failed`. Exit 1 on any difference. Parts are `sla`,
`lists`, `explanations`, `inspect`, `calendars` and `formats`; without `--parts` all of them. `--moments`
takes only so many of the as-ofs of a world, `--formats` only those formats (formats.py).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shlex
import sys
import tempfile
from typing import Any, Optional
from zoneinfo import ZoneInfo

from comparing import Score, answers_difference, list_difference, run, table_difference, tree_difference
from explanations import explanation_difference
from formats import Written, written_formats
from instants import DAY, HOUR, MINUTE, SECOND, format_instant, parse_instant
from oracle import (
    ESCALATION_HEADER,
    Question,
    at_risk_of_rows,
    batch_answer,
    breaches_of_rows,
    escalations_of_tables,
    evaluated_tables,
    inspect_of_tables,
    report_zone,
    sla_of_tables,
)
from policy import DEFAULT_ZONE, PolicyFile, read_level, read_policy_file
from reading import Tables, read_sources
from sla_table import HEADER
from throwaway_postgres import Server, is_installed
from worlds import World, build_world, write_world

BATCH_QUESTIONS = 200
EXPLAINED_TICKETS = 8
PARTS = ["sla", "lists", "explanations", "inspect", "calendars", "formats"]


def oracle_command(arguments: list[str]) -> str:
    return shlex.join(["python3", os.path.join(os.path.dirname(os.path.abspath(__file__)), "oracle.py"), *arguments])


# ---------------------------------------------------------------- sla


def compare_sla(score: Score, engine: str, seed: int, folder: str, params: dict[str, Any]) -> None:
    policy_path = os.path.join(folder, "policy.yaml")
    policy = read_policy_file(policy_path)
    for source in ("dump.sql", "csv"):
        path = os.path.join(folder, source)
        tables = read_sources([path])
        for as_of in params["as_of"]:
            for given in (policy, None):
                for app_clock in params["app_clocks"]:
                    arguments = ["sla", path, "--as-of", as_of]
                    arguments += ["--policy", policy_path] if given else []
                    arguments += ["--timezone", params["timezone"]] if params["timezone"] else []
                    arguments += ["--app-clock", app_clock] if app_clock != "auto" else []
                    compare_one_table(score, engine, seed, arguments, tables, as_of, given, params["timezone"], app_clock)


def compare_one_table(
    score: Score, engine: str, seed: int, arguments: list[str], tables: Tables, as_of: str,
    policy: Optional[PolicyFile], timezone: Optional[str], app_clock: str,
) -> None:
    command = [engine, *arguments, "--format", "csv"]
    text, trouble = run(command)
    expected = sla_of_tables(tables, as_of, policy, timezone, app_clock)
    difference = trouble if text is None else table_difference(expected, text)
    if difference is not None:
        difference += f"\n    oracle: {oracle_command(arguments)}"
    score.note(seed, difference, command)


# ---------------------------------------------------------------- lists


def compare_lists(score: Score, engine: str, seed: int, folder: str, params: dict[str, Any]) -> None:
    """`list breaches`, `at-risk` and `escalations`, at every as-of with one of the `--since` each."""
    path, policy_path = os.path.join(folder, "dump.sql"), os.path.join(folder, "policy.yaml")
    tables, policy = read_sources([path]), read_policy_file(policy_path)
    zone = report_zone(params["timezone"], policy)
    rng = random.Random(seed)
    for as_of in params["as_of"]:
        question = Question(as_of, policy, params["timezone"])
        rows = sla_of_tables(tables, as_of, policy, params["timezone"])
        since = rng.choice(params["since"])
        after = ["--since", since] if since else []
        usual = [path, "--as-of", as_of, "--policy", policy_path, "--format", "csv"]
        usual += ["--timezone", params["timezone"]] if params["timezone"] else []
        escalations = escalations_of_tables(tables, question, since)[1:]
        for name, options, header, expected, wanted in (
            ("breaches", after, HEADER, breaches_of_rows(rows, since, zone), ["ticket_id", "clock", "cycle", "breached_at"]),
            ("at-risk", [], HEADER, at_risk_of_rows(rows), ["ticket_id", "clock", "cycle", "due_at"]),
            ("escalations", after, ESCALATION_HEADER, escalations, ESCALATION_HEADER),
        ):
            command = [engine, "list", name, *usual, *options]
            text, trouble = run(command)
            difference = trouble if text is None else list_difference(header, expected, text, wanted, {"level": level_meant})
            score.note(seed, difference, command)


def level_meant(text: str) -> str:
    """A level whatever its spelling: `-2d` is `-48h`."""
    level = read_level(text.lstrip("'"), "")
    return str(level.offset if level.share is None else level.share) + (" %" if level.share is not None else "")


# ---------------------------------------------------------------- explanations


def compare_explanations(score: Score, engine: str, seed: int, folder: str, params: dict[str, Any]) -> None:
    """`explain sla` of some tickets at one as-of."""
    path, policy_path = os.path.join(folder, "dump.sql"), os.path.join(folder, "policy.yaml")
    rng = random.Random(seed)
    question = Question(rng.choice(params["as_of"]), read_policy_file(policy_path), params["timezone"])
    tickets, as_of, _ = evaluated_tables(read_sources([path]), question)
    for one in rng.sample(tickets, min(EXPLAINED_TICKETS, len(tickets))):
        command = [engine, "explain", "sla", one.ticket.id, path, "--as-of", question.as_of, "--policy", policy_path, "--format", "json"]
        command += ["--timezone", params["timezone"]] if params["timezone"] else []
        text, trouble = run(command)
        score.note(seed, trouble if text is None else explanation_difference(one, as_of, text), command)


# ---------------------------------------------------------------- inspect


def compare_inspect(score: Score, engine: str, seed: int, folder: str, params: dict[str, Any]) -> None:
    for source in ("dump.sql", "csv"):
        path = os.path.join(folder, source)
        tables = read_sources([path])
        for as_of in params["as_of"][:3]:
            command = [engine, "inspect", path, "--format", "json", "--as-of", as_of]
            command += ["--timezone", params["timezone"]] if params["timezone"] else []
            text, difference = run(command)
            if text is not None:
                try:
                    data = json.loads(text)["data"]
                    difference = tree_difference(inspect_of_tables(tables, as_of, params["timezone"]), data) or ""
                except (ValueError, KeyError, TypeError) as problem:
                    difference = f"not an envelope with data: {problem!r}"
            score.note(seed, difference or None, command)


# ---------------------------------------------------------------- calendar


def batch_questions(seed: int, kind: str, policy: PolicyFile, calendar: str, focus: str) -> list[dict[str, Any]]:
    """Random questions, half of them on openings, closings and changes of the clocks."""
    rng = random.Random(f"{seed} {kind} {calendar}")
    middle = parse_instant(focus + "T00:00:00Z")
    assert isinstance(middle, int)
    day = middle // DAY
    borders = [border for span in policy.calendars[calendar].intervals(day - 6, day + 9) for border in span] or [middle]

    def moment() -> str:
        if rng.random() < 0.5:
            return format_instant(rng.choice(borders) + rng.choice([0, 0, 0, 1, -1, SECOND, -MINUTE, 30 * MINUTE]))
        return format_instant(middle + rng.randint(-30 * DAY, 30 * DAY) // rng.choice([1, SECOND, HOUR]))

    questions: list[dict[str, Any]] = []
    for number in range(BATCH_QUESTIONS):
        question: dict[str, Any] = {"id": rng.choice([number, f"q{number}"]), "start": moment()}
        if kind == "elapsed":
            question["end"] = moment()
        else:
            question["target_s"] = rng.choice([0, 0, 1, 60, 3600, 9 * 3600, 86400, rng.randint(0, 40 * 86400), rng.randint(0, 400_000)])
        questions.append(question)
    return questions


def compare_calendars(score: Score, engine: str, seed: int, folder: str, params: dict[str, Any]) -> None:
    policy_path = os.path.join(folder, "policy.yaml")
    policy = read_policy_file(policy_path)
    zone = ZoneInfo(policy.timezone or DEFAULT_ZONE)
    for calendar in [*params["calendars"], "24x7"]:
        for kind in ("due", "elapsed"):
            questions = batch_questions(seed, kind, policy, calendar, params["focus"])
            lines = "".join(json.dumps(question) + "\n" for question in questions)
            file_name = os.path.join(folder, f"{kind}-{calendar.replace(' ', '_')}.jsonl")
            with open(file_name, "w", encoding="utf-8") as handle:
                handle.write(lines)
            command = [engine, "calendar", kind, "--batch", "--policy", policy_path, "--calendar", calendar]
            expected = [batch_answer(policy.calendars[calendar], question, zone) for question in questions]
            text, trouble = run(command, lines)
            difference = trouble if text is None else answers_difference(questions, expected, text)
            score.note(seed, difference and f"{difference}\n    questions: {file_name}", command)


# ---------------------------------------------------------------- formats


def compare_formats(
    score: Score, engine: str, seed: int, folder: str, params: dict[str, Any], world: World,
    server: Optional[Server], names: Optional[list[str]],
) -> None:
    """The same `sla` and `inspect` from every format, or from those with these names."""
    policy_path = os.path.join(folder, "policy.yaml")
    policy = read_policy_file(policy_path)
    as_of, timezone = params["as_of"][-1], params["timezone"]
    tables: Optional[Tables] = None
    rows: list[list[str]] = []
    inspected: dict[str, Any] = {}
    for written in written_formats(world.tables, world.decoys, os.path.join(folder, "formats"), seed, server):
        if names is not None and written.name not in names:
            continue
        # Many formats mean the very same tables.
        if tables is not written.tables:
            tables = written.tables
            rows, inspected = sla_of_tables(tables, as_of, policy, timezone), inspect_of_tables(tables, as_of, timezone)
        usual = [*written.sources, *written.options, "--as-of", as_of]
        usual += ["--timezone", timezone] if timezone else []
        compare_one_format(score, engine, seed, written, usual, policy_path, rows, inspected)


def compare_one_format(
    score: Score, engine: str, seed: int, written: Written, usual: list[str], policy_path: str,
    rows: list[list[str]], inspected: dict[str, Any],
) -> None:
    command = [engine, "sla", *usual, "--policy", policy_path, "--format", "csv"]
    text, trouble = run(command, written.given or "")
    difference = trouble if text is None else table_difference(rows, text)
    score.note(seed, difference and f"format {written.name}: {difference}", command)
    command = [engine, "inspect", *usual, "--format", "json"]
    text, trouble = run(command, written.given or "")
    difference = trouble if text is None else tree_difference(inspected, json.loads(text)["data"])
    score.note(seed, difference and f"format {written.name}: {difference}", command)


# ---------------------------------------------------------------- main


def seed_range(text: str) -> list[int]:
    """`7`, `1..50`, or several of them with commas."""
    seeds: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("..")
        seeds += range(int(first), int(last or first) + 1)
    return seeds


def compare_seed(score: Score, seed: int, options: argparse.Namespace, folder: str, server: Optional[Server]) -> None:
    world = build_world(seed, options.tickets)
    write_world(world, folder)
    params, engine = dict(world.params), options.engine
    if options.moments and options.moments < len(params["as_of"]):
        params["as_of"] = random.Random(seed).sample(params["as_of"], options.moments)
    if "sla" in options.parts:
        compare_sla(score, engine, seed, folder, params)
    if "lists" in options.parts:
        compare_lists(score, engine, seed, folder, params)
    if "explanations" in options.parts:
        compare_explanations(score, engine, seed, folder, params)
    if "inspect" in options.parts:
        compare_inspect(score, engine, seed, folder, params)
    if "calendars" in options.parts:
        compare_calendars(score, engine, seed, folder, params)
    if "formats" in options.parts:
        compare_formats(score, engine, seed, folder, params, world, server, options.formats)


def names(text: str) -> list[str]:
    return text.split(",")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("--seeds", type=seed_range, default=seed_range("1..20"))
    parser.add_argument("--tickets", type=int, default=60)
    parser.add_argument("--moments", type=int)
    parser.add_argument("--parts", type=names, default=PARTS)
    parser.add_argument("--formats", type=names)
    parser.add_argument("--keep", metavar="DIR", help="keep the worlds here")
    options = parser.parse_args()
    if not set(options.parts) <= set(PARTS):
        parser.error("parts are " + ", ".join(PARTS))
    return options


def main() -> int:
    options = read_options()
    score = Score()
    with contextlib.ExitStack() as stack:
        scratch = stack.enter_context(tempfile.TemporaryDirectory())
        server = stack.enter_context(Server()) if "formats" in options.parts and is_installed() else None
        for seed in options.seeds:
            compare_seed(score, seed, options, os.path.join(options.keep or scratch, f"world-{seed}"), server)
    if score.failed_seeds and not options.keep:
        print(f"worlds with differences: {sorted(score.failed_seeds)}; --keep DIR keeps their files for a replay")
    print(f"{score.passed} passed, {score.failed} failed")
    return 1 if score.failed else 0


if __name__ == "__main__":
    sys.exit(main())
