#!/usr/bin/env python3
"""Compares the engine with the oracle, cell by cell, on generated worlds.

    compare.py ENGINE_BINARY [--seeds A..B] [--tickets N] [--keep DIR]

Prints the first difference of each comparison with the command that replays it and,
at the end, one line `N passed, N failed`. Exit 1 on any difference.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Optional
from zoneinfo import ZoneInfo

from instants import DAY, HOUR, MINUTE, SECOND, format_instant, parse_instant
from oracle import DEFAULT_ZONE, batch_answer, inspect_of_tables, sla_of_tables
from policy import PolicyFile, read_policy_file
from reading import Tables, read_sources
from sla_table import HEADER, csv_text
from worlds import build_world, write_world

BATCH_QUESTIONS = 200
# Exit 3: rejected rows, "the rest is valid" (COMMANDS).
COMPARABLE_EXITS = (0, 3)


@dataclass
class Score:
    passed: int = 0
    failed: int = 0
    failed_seeds: set[int] = field(default_factory=set)

    def note(self, seed: int, difference: Optional[str], command: list[str]) -> None:
        if difference is None:
            self.passed += 1
            return
        self.failed += 1
        self.failed_seeds.add(seed)
        print(f"seed {seed}: {difference}\n    replay: {shlex.join(command)}", flush=True)


def run(command: list[str], given: str = "") -> tuple[Optional[str], str]:
    """The engine's output, and what went wrong when there is none."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=120)
    except (OSError, subprocess.TimeoutExpired) as problem:
        return None, str(problem)
    if done.returncode not in COMPARABLE_EXITS:
        return None, f"exit {done.returncode}: {done.stderr.strip()[:400]}"
    return done.stdout, ""


def oracle_command(arguments: list[str]) -> str:
    return shlex.join(["python3", os.path.join(os.path.dirname(os.path.abspath(__file__)), "oracle.py"), *arguments])


# ---------------------------------------------------------------- sla


def table_difference(expected: list[list[str]], text: str) -> Optional[str]:
    """The first row and cell that differ; then a difference of bytes alone."""
    got = list(csv.reader(io.StringIO(text, newline="")))
    if not got or got[0] != HEADER:
        return f"header: {got[0] if got else 'no output'}"
    expected_rows = {(row[0], row[2], row[17]): row for row in expected[1:]}
    got_rows = {(row[0], row[2], row[17]): row for row in got[1:] if len(row) == len(HEADER)}
    different = 0
    first = ""
    for key in sorted(set(expected_rows) | set(got_rows)):
        mine, theirs = expected_rows.get(key), got_rows.get(key)
        if mine == theirs:
            continue
        different += 1
        if first:
            continue
        if mine is None or theirs is None:
            first = f"ticket {key[0]} {key[1]} cycle {key[2]}: " + ("only the engine has a row" if mine is None else "the engine has no row")
            first += f"\n    row: {mine or theirs}"
        else:
            cells = [f"{name}: oracle {a!r}, engine {b!r}" for name, a, b in zip(HEADER, mine, theirs) if a != b]
            first = f"ticket {key[0]} {key[1]}: " + "; ".join(cells)
    if different:
        return f"{different} rows differ; first: {first}"
    if text != csv_text(expected):
        expected_lines, lines = csv_text(expected).split("\n"), text.split("\n")
        for number, (mine_line, line) in enumerate(zip(expected_lines, lines), 1):
            if mine_line != line:
                return f"same cells, other bytes at line {number}:\n    oracle {mine_line!r}\n    engine {line!r}"
        return "same cells, other bytes (line ends, order or number of lines)"
    return None


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


# ---------------------------------------------------------------- inspect


def tree_difference(expected: Any, got: Any, path: str = "data") -> Optional[str]:
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in sorted(set(expected) | set(got)):
            if key not in expected or key not in got:
                return f"{path}.{key}: only in the {'oracle' if key in expected else 'engine'}"
            found = tree_difference(expected[key], got[key], f"{path}.{key}")
            if found:
                return found
        return None
    return None if expected == got else f"{path}: oracle {expected!r}, engine {got!r}"


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


def answers_difference(questions: list[dict[str, Any]], expected: list[dict[str, Any]], text: str) -> Optional[str]:
    lines = [line for line in text.split("\n") if line]
    if len(lines) != len(questions):
        return f"{len(questions)} questions, {len(lines)} answers"
    for question, mine, line in zip(questions, expected, lines):
        try:
            theirs = json.loads(line, parse_float=Decimal)
        except ValueError:
            return f"not JSON: {line}"
        if "error" in mine and "error" in theirs:
            same = theirs.get("id") == mine.get("id")  # the words are the engine's own
        else:
            same = mine == theirs
        if not same:
            return f"question {json.dumps(question)}: oracle {mine}, engine {line}"
    return None


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


# ---------------------------------------------------------------- main


def seed_range(text: str) -> range:
    first, _, last = text.partition("..")
    return range(int(first), int(last or first) + 1)


def compare_seed(score: Score, engine: str, seed: int, tickets: int, folder: str) -> None:
    write_world(build_world(seed, tickets), folder)
    with open(os.path.join(folder, "params.json"), encoding="utf-8") as handle:
        params = json.load(handle)
    compare_sla(score, engine, seed, folder, params)
    compare_inspect(score, engine, seed, folder, params)
    compare_calendars(score, engine, seed, folder, params)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("--seeds", type=seed_range, default=seed_range("1..20"))
    parser.add_argument("--tickets", type=int, default=60)
    parser.add_argument("--keep", metavar="DIR", help="keep the worlds here")
    options = parser.parse_args()
    score = Score()
    with tempfile.TemporaryDirectory() as scratch:
        for seed in options.seeds:
            folder = os.path.join(options.keep or scratch, f"world-{seed}")
            compare_seed(score, options.engine, seed, options.tickets, folder)
    if score.failed_seeds and not options.keep:
        print(f"worlds with differences: {sorted(score.failed_seeds)}; --keep DIR keeps their files for a replay")
    print(f"{score.passed} passed, {score.failed} failed")
    return 1 if score.failed else 0


if __name__ == "__main__":
    sys.exit(main())
