#!/usr/bin/env python3
"""An independent, slow and obvious oracle for AroundTally's SLA engine.

    oracle.py sla SOURCE... --as-of T [--policy F] [--timezone Z] [--app-clock auto|utc|ist-as-utc]
    oracle.py escalations SOURCE... --as-of T [--since T] and the options of sla
    oracle.py inspect SOURCE... --as-of T [--timezone Z]
    oracle.py calendar --policy F [--calendar NAME]      JSON lines on standard input

It knows the specification and nothing of the engine. See README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal
from typing import Any, NamedTuple, Optional
from zoneinfo import ZoneInfo

from calendar_walk import AlwaysOpen, NoDueInstant, ServiceCalendar
from escalations import escalations_between
from inspecting import inspect_data
from instants import (
    SECOND,
    Endless,
    UnreadableValue,
    format_instant,
    format_seconds,
    parse_as_of,
    parse_instant,
)
from policy import DEFAULT_ZONE, PolicyFile, default_policy, read_policy_file
from reading import Tables, read_sources
from records import read_desk
from skew import undo_skew
from sla_table import HEADER, Evaluated, csv_text, evaluated, guarded, sla_rows


def report_zone(wanted: Optional[str], policy: Optional[PolicyFile]) -> ZoneInfo:
    """POLICY: the file's `timezone` is the report's; `--timezone` wins; else Asia/Kolkata."""
    return ZoneInfo(wanted or (policy.timezone if policy else None) or DEFAULT_ZONE)


class Question(NamedTuple):
    """How a desk is looked at; the options of the commands."""

    as_of: str
    policy: Optional[PolicyFile] = None
    timezone: Optional[str] = None
    app_clock: str = "auto"


def evaluated_tables(tables: Tables, question: Question) -> tuple[list[Evaluated], int, ZoneInfo]:
    """The tickets that have clocks. Reads the tables anew, because skew changes the desk."""
    zone = report_zone(question.timezone, question.policy)
    desk = read_desk(tables)
    undo_skew(desk, question.app_clock, zone)
    policies = question.policy.policies if question.policy else [default_policy(desk.workflow_sla)]
    as_of = parse_as_of(question.as_of, zone)
    return evaluated(desk, policies, zone, as_of), as_of, zone


def sla_of_tables(
    tables: Tables, as_of: str, policy: Optional[PolicyFile], timezone: Optional[str], app_clock: str = "auto"
) -> list[list[str]]:
    """The rows of `sla`, header first."""
    tickets, instant, _ = evaluated_tables(tables, Question(as_of, policy, timezone, app_clock))
    return sla_rows(tickets, instant)


def breaches_of_rows(rows: list[list[str]], since: Optional[str], zone: ZoneInfo) -> list[list[str]]:
    """`list breaches`: the breached rows of `sla`, "only what happened after" `--since`."""
    after = None if since is None else parse_as_of(since, zone)
    kept = []
    for row in rows[1:]:
        breached_at = row[HEADER.index("breached_at")]
        if breached_at and (after is None or _finite_instant(breached_at, zone) > after):
            kept.append(row)
    return kept


def at_risk_of_rows(rows: list[list[str]]) -> list[list[str]]:
    """`list at-risk`: the rows of `sla` in that state."""
    return [row for row in rows[1:] if row[HEADER.index("state")] == "at_risk"]


ESCALATION_HEADER = ["at", "ticket_id", "clock", "cycle", "level", "tell"]


def escalations_of_tables(tables: Tables, question: Question, since: Optional[str]) -> list[list[str]]:
    """The levels reached in `(since, as-of]`, by instant, ticket, clock and cycle; header first."""
    tickets, instant, zone = evaluated_tables(tables, question)
    found = escalations_between(tickets, None if since is None else parse_as_of(since, zone), instant)
    rows = [[format_instant(e.at), e.ticket_id, e.clock, str(e.cycle), guarded(e.level.text), guarded(e.level.tell)]
            for e in sorted(found, key=lambda e: (e.at, e.ticket_id, e.clock, e.cycle))]
    return [ESCALATION_HEADER] + rows


def inspect_of_tables(tables: Tables, as_of: str, timezone: Optional[str]) -> dict[str, Any]:
    zone = report_zone(timezone, None)
    return inspect_data(tables, zone, parse_as_of(as_of, zone))


def batch_answer(calendar: ServiceCalendar, question: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    """One line of `calendar due|elapsed --batch`; which of the two the keys say."""
    answer: dict[str, Any] = {"id": question["id"]} if "id" in question else {}
    try:
        start = _finite_instant(question["start"], zone)
        if "end" in question:
            answer["elapsed_s"] = Decimal(format_seconds(calendar.elapsed(start, _finite_instant(question["end"], zone))))
        else:
            target = Decimal(str(question["target_s"])) * SECOND
            if target < 0 or target != int(target):
                raise UnreadableValue("target_s")
            answer["due"] = format_instant(calendar.due(start, int(target)))
    except (UnreadableValue, NoDueInstant, KeyError) as problem:
        answer["error"] = repr(problem)
    return answer


def _finite_instant(text: str, zone: ZoneInfo) -> int:
    instant = parse_instant(text, zone)
    if isinstance(instant, Endless):
        raise UnreadableValue(text)
    return instant


def chosen_calendar(policy: Optional[PolicyFile], name: Optional[str]) -> ServiceCalendar:
    """COMMANDS: "`24x7` always exists and is the default without a file"."""
    if policy is None:
        return AlwaysOpen()
    if name is None:
        own = [calendar for calendar in policy.calendars if calendar != "24x7"]
        if len(own) != 1:
            raise SystemExit(64)
        name = own[0]
    if name not in policy.calendars:
        raise SystemExit(78)
    return policy.calendars[name]


def _json_line(answer: dict[str, Any]) -> str:
    """Decimals are printed as the digits that they are."""
    parts = []
    for key, value in answer.items():
        shown = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
        parts.append(f"{json.dumps(key)}:{shown}")
    return "{" + ",".join(parts) + "}"


def main(arguments: Optional[list[str]] = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("sla", "escalations", "inspect"):
        command = commands.add_parser(name)
        command.add_argument("sources", nargs="+")
        command.add_argument("--as-of", required=True)
        command.add_argument("--timezone")
        if name == "escalations":
            command.add_argument("--since")
        if name != "inspect":
            command.add_argument("--policy")
            command.add_argument("--app-clock", default="auto", choices=["auto", "utc", "ist-as-utc"])
    calendar_command = commands.add_parser("calendar")
    calendar_command.add_argument("--policy")
    calendar_command.add_argument("--calendar")
    calendar_command.add_argument("--timezone")
    options = parser.parse_args(arguments)
    policy = read_policy_file(options.policy) if getattr(options, "policy", None) else None
    if options.command == "sla":
        tables = read_sources(options.sources)
        rows = sla_of_tables(tables, options.as_of, policy, options.timezone, options.app_clock)
        sys.stdout.write(csv_text(rows))
    elif options.command == "escalations":
        question = Question(options.as_of, policy, options.timezone, options.app_clock)
        sys.stdout.write(csv_text(escalations_of_tables(read_sources(options.sources), question, options.since)))
    elif options.command == "inspect":
        data = inspect_of_tables(read_sources(options.sources), options.as_of, options.timezone)
        print(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        calendar = chosen_calendar(policy, options.calendar)
        zone = report_zone(options.timezone, policy)
        for line in sys.stdin:
            if line.strip():
                print(_json_line(batch_answer(calendar, json.loads(line, parse_float=Decimal), zone)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
