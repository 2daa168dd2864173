"""Worked examples of the oracle, computed by hand from the text of the specification.

    python3 -m unittest test_oracle        (in this folder)

Dates: 2026-03-02 is a Monday. The calendar "office" is Monday to Friday
10:00-19:00 in Asia/Kolkata, that is 04:30-13:30 UTC.
"""

from __future__ import annotations

import unittest
from typing import Any, Optional
from zoneinfo import ZoneInfo

import json

from calendar_walk import NoDueInstant
from history import history_of
from inspecting import paise, vocabulary_key
from instants import Endless, format_instant, format_seconds, parse_as_of, parse_duration, parse_instant
from oracle import Question, at_risk_of_rows, breaches_of_rows, escalations_of_tables, inspect_of_tables, sla_of_tables
from policy import PolicyMistake, read_policy_text
from reading import RawTable, Tables, copy_field, csv_rows
from records import read_desk
from sla_table import HEADER, guarded
from skew import enough, undo_skew

OFFICE = """
version: 1
calendars:
  office:
    timezone: Asia/Kolkata
    week: {mon: ["10:00-19:00"], tue: ["10:00-19:00"], wed: ["10:00-19:00"], thu: ["10:00-19:00"], fri: ["10:00-19:00"]}
policies:
  - name: desk
    calendar: office
    targets:
      first_response: {urgent: 1h, high: 3h, medium: 8h}
      resolution: {urgent: 4h, high: 9h, medium: 18h}
"""
TICKET = "00000000-0000-4000-8000-000000000001"
AGENT = "00000000-0000-4000-8000-0000000000a1"
MONDAY_OPENING = "2026-03-02 04:30:00+00"


def office(**changes: str) -> str:
    """The office policy with further keys of the policy."""
    return OFFICE + "".join(f"    {key}: {value}\n" for key, value in changes.items())


class Case:
    """One ticket, built step by step. Times are texts as in a dump."""

    def __init__(self, created_at: str = MONDAY_OPENING, **row: Optional[str]) -> None:
        self.row: dict[str, Optional[str]] = {"id": TICKET, "created_at": created_at, "priority": "High", "status": None}
        self.row.update(row)
        self.log: list[dict[str, Optional[str]]] = []
        self.replies: list[tuple[str, dict[str, Optional[str]]]] = []

    def event(self, at: Optional[str], action: str, payload: Any) -> "Case":
        number = len(self.log)
        self.log.append({"id": f"00000000-0000-4000-8000-1{number:011d}", "ticket_id": TICKET, "action": action,
                         "payload": json.dumps(payload), "created_at": at})
        return self

    def status(self, at: Optional[str], new: str, old: Any = "New") -> "Case":
        return self.event(at, "ticket_status_changed", {"from": old, "to": new})

    def priority(self, at: str, new: Any) -> "Case":
        return self.event(at, "priority_changed", {"from": "High", "to": new})

    def remark(self, at: str, agent_id: Optional[str] = AGENT) -> "Case":
        number = len(self.replies)
        self.replies.append(("ticket_remarks", {"id": f"00000000-0000-4000-8000-2{number:011d}", "ticket_id": TICKET,
                                                "agent_id": agent_id, "created_at": at}))
        return self

    def comment(self, at: str, author: Optional[str], internal: str = "f") -> "Case":
        number = len(self.replies)
        self.replies.append(("ticket_comments", {"id": f"00000000-0000-4000-8000-3{number:011d}", "ticket_id": TICKET,
                                                 "author": author, "internal": internal, "created_at": at}))
        return self

    def assign(self, at: str, new: Optional[str]) -> "Case":
        return self.event(at, "assigned", {"from": None, "to": new})

    def tables(self) -> Tables:
        tables: Tables = {"tickets": RawTable(list(self.row), [dict(self.row)])}
        tables["agents"] = RawTable(["id", "username", "full_name"], [{"id": AGENT, "username": "ravi", "full_name": "Ravi K"}])
        if self.log:
            tables["audit_log"] = RawTable(list(self.log[0]), list(self.log))
        for name, row in self.replies:
            tables.setdefault(name, RawTable(list(row))).rows.append(row)
        return tables

    def cycles(self, clock: str, as_of: str, policy: str) -> list[dict[str, str]]:
        found = sla_of_tables(self.tables(), as_of, read_policy_text(policy), None)
        rows = [dict(zip(HEADER, cells)) for cells in found[1:]]
        return [row for row in rows if row["clock"] == clock]

    def levels(self, as_of: str, policy: str, since: Optional[str] = None) -> list[tuple[str, str, str, str]]:
        """Instant, clock with its cycle, level, who is told."""
        found = escalations_of_tables(self.tables(), Question(as_of, read_policy_text(policy)), since)
        return [(at, f"{clock} {cycle}", level.lstrip("'"), tell) for at, _, clock, cycle, level, tell in found[1:]]

    def rows(self, as_of: str, policy: Optional[str] = OFFICE) -> dict[str, dict[str, str]]:
        file = read_policy_text(policy) if policy else None
        found = sla_of_tables(self.tables(), as_of, file, None)
        return {cells[2]: dict(zip(HEADER, cells)) for cells in found[1:]}

    def resolution(self, as_of: str, policy: Optional[str] = OFFICE) -> dict[str, str]:
        return self.rows(as_of, policy)["resolution"]

    def first_response(self, as_of: str, policy: Optional[str] = OFFICE) -> dict[str, str]:
        return self.rows(as_of, policy)["first_response"]


class ClockTests(unittest.TestCase):
    def check(self, row: dict[str, str], **cells: str) -> None:
        self.assertEqual({name: row[name] for name in cells}, cells)

    def test_resolved_exactly_at_due_is_met(self) -> None:
        # 9 h from 04:30 UTC end at the closing, 13:30 UTC.
        case = Case().status("2026-03-02 13:30:00+00", "Resolved")
        self.check(case.resolution("2026-03-10T00:00Z"), state="met", due_at="2026-03-02T13:30:00Z", used_s="32400",
                   stopped_at="2026-03-02T13:30:00Z", breached_at="", stopped_by="status", resolution_source="event")

    def test_due_at_closing_resolved_in_the_evening_is_late(self) -> None:
        case = Case().status("2026-03-02 15:00:00+00", "Resolved")
        self.check(case.resolution("2026-03-10T00:00Z"), state="breached", breached_at="2026-03-02T13:30:00Z",
                   due_at="2026-03-02T13:30:00Z", used_s="32400")

    def test_one_microsecond_after_due_is_late(self) -> None:
        case = Case().status("2026-03-02 13:30:00.000001+00", "Resolved")
        self.check(case.resolution("2026-03-10T00:00Z"), state="breached", stopped_at="2026-03-02T13:30:00.000001Z")

    def test_running_at_due_is_not_yet_breached(self) -> None:
        self.check(Case(status="New").resolution("2026-03-02T13:30:00Z"), state="at_risk", breached_at="")
        self.check(Case(status="New").resolution("2026-03-02T13:30:00.000001Z"), state="breached")

    def test_at_risk_begins_an_hour_before_due(self) -> None:
        self.check(Case(status="New").resolution("2026-03-02T12:29:59.999999Z"), state="running")
        self.check(Case(status="New").resolution("2026-03-02T12:30:00Z"), state="at_risk")

    def test_paused_never_breaches_and_has_no_due(self) -> None:
        case = Case().status("2026-03-02 05:30:00+00", "Waiting for Customer")
        self.check(case.resolution("2026-04-01T00:00Z"), state="paused", due_at="", used_s="3600", service_state="paused")

    def test_resumption_moves_due(self) -> None:
        # 1 h used, 8 h left from Tuesday 04:30 UTC.
        case = Case().status("2026-03-02 05:30:00+00", "Waiting for Customer").status("2026-03-03 04:30:00+00", "Open")
        self.check(case.resolution("2026-03-03T05:00Z"), state="running", due_at="2026-03-03T12:30:00Z", used_s="5400")

    def test_resumption_with_nothing_remaining(self) -> None:
        # Paused exactly at due (13:30): not late. Resumed on Tuesday night: d = due(a, 0) = Wednesday's opening.
        case = Case().status("2026-03-02 13:30:00+00", "Waiting for Customer").status("2026-03-03 20:00:00+00", "Open")
        self.check(case.resolution("2026-03-04T04:30Z"), state="at_risk", due_at="2026-03-04T04:30:00Z", breached_at="")
        self.check(case.resolution("2026-03-04T04:30:01Z"), state="breached", breached_at="2026-03-04T04:30:00Z")

    def test_on_hold_does_not_pause_unless_listed(self) -> None:
        case = Case().status("2026-03-02 05:30:00+00", "On Hold")
        self.check(case.resolution("2026-03-02T06:30Z"), service_state="open", used_s="7200")
        self.check(case.resolution("2026-03-02T06:30Z", office(pause_on="[On Hold]")), service_state="paused", used_s="3600")

    def test_reopen_resumes_or_restarts(self) -> None:
        case = Case().status("2026-03-02 08:30:00+00", "Resolved").status("2026-03-03 04:30:00+00", "Reopened", "Resolved")
        self.check(case.resolution("2026-03-03T05:30Z"), used_s="18000", due_at="2026-03-03T09:30:00Z", state="running")
        self.check(case.resolution("2026-03-03T05:30Z", office(on_reopen="restart")), used_s="3600",
                   due_at="2026-03-03T13:30:00Z", state="running")

    def test_restart_keeps_an_earlier_breach(self) -> None:
        case = Case().status("2026-03-03 04:30:00+00", "Resolved").status("2026-03-04 04:30:00+00", "Open")
        self.check(case.resolution("2026-03-04T05:30Z", office(on_reopen="restart")), state="breached",
                   breached_at="2026-03-02T13:30:00Z", used_s="3600")

    def test_lowered_target_breaches_at_the_change(self) -> None:
        # 5 h used when the target falls from 9 h to 4 h.
        case = Case(priority="Urgent").priority("2026-03-02 09:30:00+00", "Urgent")
        self.check(case.resolution("2026-03-02T10:00Z"), state="breached", breached_at="2026-03-02T09:30:00Z",
                   target_s="14400", priority="urgent")

    def test_lowered_target_at_as_of_counts(self) -> None:
        case = Case(priority="Urgent").priority("2026-03-02 09:30:00+00", "Urgent")
        self.check(case.resolution("2026-03-02T09:30Z"), state="breached", breached_at="2026-03-02T09:30:00Z")

    def test_keep_leaves_the_target_of_the_creation(self) -> None:
        case = Case(priority="Urgent").priority("2026-03-02 09:30:00+00", "Urgent")
        self.check(case.resolution("2026-03-02T10:00Z", office(on_priority_change="keep")), state="running", target_s="32400")

    def test_change_at_the_stop_is_not_counted(self) -> None:
        case = Case(priority="Urgent").priority("2026-03-02 09:30:00+00", "Urgent").status("2026-03-02 09:30:00+00", "Closed")
        self.check(case.resolution("2026-03-02T10:00Z"), state="met", target_s="32400", priority="urgent")

    def test_no_target_is_not_applicable_but_remembered(self) -> None:
        # `low` has no target: from 05:30 on nothing can breach.
        case = Case(priority="Low").priority("2026-03-02 05:30:00+00", "Low")
        self.check(case.resolution("2026-03-09T00:00Z"), state="not_applicable", target_s="", used_s="", due_at="", stopped_at="")
        self.assertEqual(Case(priority="Low", status="New").rows("2026-03-09T00:00Z"), {})

    def test_stopped_at_creation(self) -> None:
        case = Case().status(MONDAY_OPENING, "Resolved")
        self.check(case.resolution("2026-03-09T00:00Z"), state="met", due_at="2026-03-02T13:30:00Z", used_s="0")
        paused = Case().status(MONDAY_OPENING, "Resolved", "Waiting for Customer")
        self.check(paused.resolution("2026-03-09T00:00Z"), state="met", due_at="", used_s="0")

    def test_stored_due_breaches_while_paused(self) -> None:
        case = Case(sla_due="2026-03-02 06:00:00+00").status("2026-03-02 05:30:00+00", "Waiting for Customer")
        policy = office(due_source="stored")
        self.check(case.resolution("2026-03-02T06:00Z", policy), state="paused", due_at="2026-03-02T06:00:00Z")
        self.check(case.resolution("2026-03-02T06:01Z", policy), state="breached", breached_at="2026-03-02T06:00:00Z")

    def test_stored_due_done_then_reopened(self) -> None:
        case = Case(sla_due="2026-03-02 06:00:00+00").status("2026-03-02 05:30:00+00", "Resolved")
        case.status("2026-03-02 07:00:00+00", "Open", "Resolved")
        self.check(case.resolution("2026-03-02T08:00Z", office(due_source="stored")), state="breached",
                   breached_at="2026-03-02T07:00:00Z", due_at="2026-03-02T06:00:00Z")

    def test_first_response_by_reply_and_by_status(self) -> None:
        case = Case(status="Open").remark("2026-03-02 05:30:00+00")
        self.check(case.first_response("2026-03-09T00:00Z"), state="met", stopped_by="reply", used_s="3600",
                   due_at="2026-03-02T07:30:00Z")
        case = Case().status("2026-03-02 05:30:00+00", "Waiting for Customer").remark("2026-03-02 05:30:00+00")
        self.check(case.first_response("2026-03-09T00:00Z"), stopped_by="reply")
        case = Case().status("2026-03-02 05:30:00+00", "Waiting for Customer").remark("2026-03-02 05:00:00+00", None)
        self.check(case.first_response("2026-03-09T00:00Z"), stopped_by="status")

    def test_reply_before_creation_counts_at_creation(self) -> None:
        case = Case(status="Open").remark("2026-03-01 05:30:00+00")
        self.check(case.first_response("2026-03-09T00:00Z"), state="met", stopped_at="2026-03-02T04:30:00Z", used_s="0")

    def test_defaults_without_a_policy(self) -> None:
        row = Case(priority=None, status="Open").resolution("2026-03-02T05:30Z", None)
        self.check(row, policy="default", target_s="86400", due_at="2026-03-03T04:30:00Z", priority="")


class HistoryTests(unittest.TestCase):
    def test_done_at_unknown_time(self) -> None:
        case = Case(status="Closed", updated_at="2026-03-01 00:00:00+00").remark("2026-03-02 05:30:00+00")
        rows = case.rows("2026-03-09T00:00Z")
        self.assertEqual((rows["resolution"]["state"], rows["resolution"]["resolution_source"]), ("not_applicable", "unknown"))
        self.assertEqual(rows["first_response"]["state"], "met")
        self.assertEqual(case.rows("2026-03-02T05:00Z")["first_response"]["state"], "not_applicable")

    def test_row_wins_from_the_first_date_not_before_the_last_event(self) -> None:
        case = Case(status="Closed", completed_at="2026-03-02 05:00:00+00", billed_at="2026-03-02 06:00:00+00",
                    updated_at="2026-03-02 05:45:00+00").status("2026-03-02 05:30:00+00", "Open")
        row = case.resolution("2026-03-09T00:00Z")
        self.assertEqual((row["stopped_at"], row["resolution_source"]), ("2026-03-02T06:00:00Z", "billed_at"))

    def test_row_overwrites_the_last_event(self) -> None:
        case = Case(status="Closed", updated_at="2026-03-01 05:00:00+00").status("2026-03-02 05:30:00+00", "Open")
        row = case.resolution("2026-03-09T00:00Z")
        self.assertEqual((row["stopped_at"], row["resolution_source"]), ("2026-03-02T05:30:00Z", "event"))

    def test_bill_event_is_left_out_when_a_status_event_says_the_same(self) -> None:
        case = Case().event("2026-03-02 05:30:00+00", "bill_raised", {}).status("2026-03-02 05:30:00+00", "Bill_Raised", "On Hold")
        history = self.history(case)
        self.assertEqual((history.status.initial.text, len(history.status.changes)), ("On Hold", 1))
        case = Case().event("2026-03-02 05:30:00+00", "bill_cancelled", {"to": " "})
        self.assertEqual(self.history(case).status.changes[0][1].text, "Resolved")

    def history(self, case: Case) -> Any:
        desk = read_desk(case.tables())
        return history_of(desk, desk.tickets[TICKET])

    def test_old_value_is_that_of_the_first_event_of_an_instant(self) -> None:
        case = Case().status("2026-03-02 05:30:00+00", "Open", "On Hold").status("2026-03-02 05:30:00+00", "Closed", "Open")
        history = self.history(case)
        self.assertEqual(history.status.initial.text, "On Hold")
        self.assertEqual([held.text for _, held in history.status.changes], ["Closed"])

    def test_a_text_goes_before_a_null(self) -> None:
        case = Case(priority=None).event("2026-03-02 05:30:00+00", "priority_changed", {"to": None, "new": "Low", "from": None})
        history = self.history(case)
        self.assertEqual((history.priority.initial, history.priority.changes), (None, [(parse_instant("2026-03-02 05:30:00+00"), None)]))
        case = Case(priority="Low").event("2026-03-02 05:30:00+00", "priority_changed", {"to": None, "new": "Low"})
        self.assertEqual([value for _, value in self.history(case).priority.changes], ["low"])

    def test_ticket_created_counts_first_at_creation(self) -> None:
        case = Case(priority="Urgent").event("2026-03-02 04:30:00+00", "priority_changed", {"to": "Urgent"})
        case.event("2026-05-02 04:30:00+00", "ticket_created", {"priority": "Low"})
        self.assertEqual(self.history(case).priority.changes, [(parse_instant(MONDAY_OPENING), "urgent")])

    def test_assignment_history_serves_without_events(self) -> None:
        entries = [{"from": None, "to": AGENT, "assigned_at": "2026-03-02T05:00:00"}, {"to": None}, 3]
        case = Case(assignment_history=json.dumps(entries), assigned_to=AGENT, status="Open")
        self.assertEqual(case.resolution("2026-03-02T04:59Z")["assigned_to"], "")
        self.assertEqual(case.resolution("2026-03-02T05:00Z")["assigned_to"], AGENT)

    def test_skew_thresholds(self) -> None:
        self.assertTrue(enough(20, 400))
        self.assertFalse(enough(20, 401))
        self.assertFalse(enough(19, 19))
        desk = read_desk(Case(updated_at="2026-03-02 10:00:00+00").tables())
        self.assertEqual(undo_skew(desk, "ist-as-utc", ZoneInfo("Asia/Kolkata")), (1, 0))
        self.assertEqual(desk.tickets[TICKET].updated_at, parse_instant(MONDAY_OPENING))


def wide(targets: str, **keys: str) -> str:
    """The office calendar and one policy with these targets."""
    head = OFFICE[: OFFICE.index("    targets:")]
    return head + f"    targets: {{{targets}}}\n" + "".join(f"    {key}: {value}\n" for key, value in keys.items())


class WiderClockTests(unittest.TestCase):
    """POLICY "The wider file". The office is open 04:30-13:30 UTC; 2026-03-02 is a Monday."""

    def check(self, row: dict[str, str], **cells: str) -> None:
        self.assertEqual({name: row[name] for name in cells}, cells)

    CLAIM = wide("claim: {high: 30m}")

    def test_claim_stops_at_the_first_assignee(self) -> None:
        case = Case(status="New").assign("2026-03-02 04:50:00+00", AGENT).assign("2026-03-02 06:00:00+00", None)
        [row] = case.cycles("claim", "2026-03-09T00:00Z", self.CLAIM)
        self.check(row, state="met", used_s="1200", stopped_by="assignment", stopped_at="2026-03-02T04:50:00Z",
                   due_at="2026-03-02T05:00:00Z", cycle="1", assigned_to="")
        [row] = Case(status="New", assigned_to=AGENT).cycles("claim", "2026-03-09T00:00Z", self.CLAIM)
        self.check(row, state="met", used_s="0", stopped_at="2026-03-02T04:30:00Z", stopped_by="assignment")

    def test_claim_stops_when_done_and_does_not_pause(self) -> None:
        case = Case().status("2026-03-02 04:40:00+00", "Waiting for Customer").status("2026-03-02 05:00:01+00", "Resolved")
        [row] = case.cycles("claim", "2026-03-09T00:00Z", self.CLAIM)
        self.check(row, state="breached", breached_at="2026-03-02T05:00:00Z", used_s="1801", stopped_by="status")
        [row] = Case(status="Closed").cycles("claim", "2026-03-09T00:00Z", self.CLAIM)
        self.check(row, state="not_applicable", stopped_by="", used_s="")

    REPLY = wide("first_response: {by: reply, high: 3h}")

    def test_by_reply(self) -> None:
        waiting = Case().status("2026-03-02 05:30:00+00", "Waiting for Customer")
        self.check(waiting.first_response("2026-03-02T06:00Z", self.REPLY), state="running", stopped_at="", used_s="5400")
        waiting.remark("2026-03-02 06:30:00+00")
        self.check(waiting.first_response("2026-03-09T00:00Z", self.REPLY), state="met", stopped_by="reply", used_s="7200")
        done = Case().status("2026-03-02 05:30:00+00", "Closed").remark("2026-03-02 06:30:00+00")
        self.check(done.first_response("2026-03-09T00:00Z", self.REPLY), state="met", stopped_by="status", used_s="3600")

    NEXT = wide("next_response: {high: 2h}")

    def test_exchanges(self) -> None:
        case = Case(status="Open").remark("2026-03-02 04:40:00+00", None)  # before the first reply: not counted
        case.remark("2026-03-02 05:00:00+00")
        case.remark("2026-03-02 06:00:00+00", None).comment("2026-03-02 07:00:00+00", "Sita")  # does not restart it
        case.comment("2026-03-02 07:30:00+00", "ravi", "t").comment("2026-03-02 08:00:00+00", " RAVI ")
        case.remark("2026-03-02 13:00:00+00", None)
        rows = case.cycles("next_response", "2026-03-03T05:00Z", self.NEXT)
        self.assertEqual([row["cycle"] for row in rows], ["1", "2"])
        self.check(rows[0], state="met", used_s="7200", stopped_at="2026-03-02T08:00:00Z", stopped_by="reply",
                   due_at="2026-03-02T08:00:00Z", created_at="2026-03-02T04:30:00Z")
        # 30 min on Monday, 30 min on Tuesday; due at 06:00 on Tuesday, an hour ahead.
        self.check(rows[1], state="at_risk", used_s="3600", due_at="2026-03-03T06:00:00Z", stopped_by="")

    def test_an_exchange_ends_when_done(self) -> None:
        case = Case().remark("2026-03-02 05:00:00+00").remark("2026-03-02 06:00:00+00", None)
        case.status("2026-03-02 09:00:00+00", "Resolved").remark("2026-03-02 10:00:00+00", None)
        rows = case.cycles("next_response", "2026-03-09T00:00Z", self.NEXT)
        self.check(rows[0], state="breached", breached_at="2026-03-02T08:00:00Z", used_s="10800", stopped_by="status")
        # Said to a ticket that is done: stopped at its start.
        self.check(rows[1], state="met", stopped_at="2026-03-02T10:00:00Z", used_s="0", stopped_by="status", cycle="2")

    def test_messages_keep_their_order_at_creation(self) -> None:
        said = Case(status="Open").remark("2026-03-02 03:00:00+00").remark("2026-03-02 03:30:00+00", None)
        [row] = said.cycles("next_response", "2026-03-02T05:30Z", self.NEXT)
        self.check(row, state="at_risk", used_s="3600", due_at="2026-03-02T06:30:00Z")
        answered = Case(status="Open").remark("2026-03-02 03:30:00+00").remark("2026-03-02 03:00:00+00", None)
        self.assertEqual(answered.cycles("next_response", "2026-03-02T05:30Z", self.NEXT), [])

    UPDATES = wide("periodic_update: {high: 4h}", pause_on="{periodic_update: [On Hold]}")

    def test_updates(self) -> None:
        case = Case(status="Open").remark("2026-03-02 06:30:00+00").remark("2026-03-02 13:00:00+00")
        rows = case.cycles("periodic_update", "2026-03-03T05:00Z", self.UPDATES)
        self.assertEqual([(row["cycle"], row["state"], row["used_s"], row["due_at"]) for row in rows], [
            ("1", "met", "7200", "2026-03-02T08:30:00Z"), ("2", "breached", "23400", "2026-03-02T10:30:00Z"),
            ("3", "running", "3600", "2026-03-03T08:00:00Z")])

    def test_updates_pause_and_done_ends_them_unharmed(self) -> None:
        case = Case().status("2026-03-02 05:30:00+00", "On Hold").status("2026-03-02 09:30:00+00", "Open")
        case.status("2026-03-02 12:30:00+00", "Closed").remark("2026-03-02 12:40:00+00")
        [row] = case.cycles("periodic_update", "2026-03-02T09:00Z", self.UPDATES)
        self.check(row, state="paused", due_at="", used_s="3600", service_state="open")
        [row] = case.cycles("periodic_update", "2026-03-09T00:00Z", self.UPDATES)
        self.check(row, state="met", stopped_by="status", used_s="14400", due_at="2026-03-02T12:30:00Z", cycle="1")

    def test_a_list_of_pauses_means_resolution(self) -> None:
        policy = wide("periodic_update: {high: 4h}, resolution: {high: 9h}", pause_on="[On Hold]")
        case = Case().status("2026-03-02 05:30:00+00", "On Hold")
        rows = case.rows("2026-03-02T06:30Z", policy)
        self.assertEqual((rows["periodic_update"]["used_s"], rows["resolution"]["used_s"]), ("7200", "3600"))
        # A mapping without `resolution` leaves its default.
        case = Case().status("2026-03-02 05:30:00+00", "Waiting for Customer")
        rows = case.rows("2026-03-02T06:30Z", policy.replace("[On Hold]", "{periodic_update: [On Hold]}"))
        self.assertEqual((rows["periodic_update"]["used_s"], rows["resolution"]["used_s"]), ("7200", "3600"))

    def test_new_clock(self) -> None:
        case = Case(priority="Urgent").status("2026-03-02 08:30:00+00", "Resolved")
        case.priority("2026-03-02 10:30:00+00", "Urgent").status("2026-03-03 04:30:00+00", "Open")
        case.status("2026-03-03 07:30:00+00", "Closed")
        rows = case.cycles("resolution", "2026-03-09T00:00Z", wide("resolution: {urgent: 2h, high: 9h}", on_reopen="new_clock"))
        self.assertEqual([(r["cycle"], r["state"], r["target_s"], r["used_s"], r["stopped_at"], r["resolution_source"]) for r in rows], [
            ("1", "met", "32400", "14400", "2026-03-02T08:30:00Z", "event"),
            ("2", "breached", "7200", "10800", "2026-03-03T07:30:00Z", "event")])

    def test_order_of_clocks(self) -> None:
        policy = wide("resolution: {high: 9h}, periodic_update: {high: 9h}, claim: {high: 9h}, first_response: {high: 9h}")
        rows = sla_of_tables(Case(status="Open").tables(), "2026-03-02T05:00Z", read_policy_text(policy), None)
        self.assertEqual([row[2] for row in rows[1:]], ["claim", "first_response", "periodic_update", "resolution"])

    def test_warning_share(self) -> None:
        # 9 h: a quarter is 2 h 15 min; 6 h 45 min are used at 11:15.
        policy = office(warning_lead="25%")
        self.check(Case(status="Open").resolution("2026-03-02T11:14:59Z", policy), state="running")
        self.check(Case(status="Open").resolution("2026-03-02T11:15:00Z", policy), state="at_risk")

    def test_lists(self) -> None:
        policy = read_policy_text(office())
        rows = sla_of_tables(Case(status="Open").tables(), "2026-03-02T13:00Z", policy, None)
        self.assertEqual([row[2] for row in at_risk_of_rows(rows)], ["resolution"])
        kolkata = ZoneInfo("Asia/Kolkata")
        self.assertEqual([row[2] for row in breaches_of_rows(rows, None, kolkata)], ["first_response"])
        self.assertEqual([row[2] for row in breaches_of_rows(rows, "2026-03-02T07:29:59Z", kolkata)], ["first_response"])
        self.assertEqual(breaches_of_rows(rows, "2026-03-02T07:30:00Z", kolkata), [])


class LevelTests(unittest.TestCase):
    LEVELS = wide("resolution: {high: 8h, urgent: 2h}", levels="{resolution: [{at: 50%, tell: owner}, {at: -30m, tell: support_head}, {at: +2h, tell: admin}]}")

    def test_instants_of_levels(self) -> None:
        # Due at 12:30; an hour is left on Monday, so two hours after due are 05:30 on Tuesday.
        levels = [("2026-03-02T08:30:00Z", "resolution 1", "50%", "owner"), ("2026-03-02T12:00:00Z", "resolution 1", "-30m", "support_head"),
                  ("2026-03-03T05:30:00Z", "resolution 1", "+2h", "admin")]
        case = Case(status="Open")
        self.assertEqual(case.levels("2026-03-09T00:00Z", self.LEVELS), levels)
        self.assertEqual(case.levels("2026-03-02T12:00Z", self.LEVELS), levels[:2])
        self.assertEqual(case.levels("2026-03-02T12:00Z", self.LEVELS, "2026-03-02T08:30:00Z"), levels[1:2])
        self.assertEqual(case.levels("2026-03-02T11:59:59Z", self.LEVELS, "2026-03-02T08:30:00Z"), [])

    def test_a_clock_that_stops_in_time_has_no_further_levels(self) -> None:
        case = Case().status("2026-03-02 08:30:00+00", "Resolved")
        self.assertEqual(case.levels("2026-03-09T00:00Z", self.LEVELS), [])
        case = Case().status("2026-03-02 08:30:00.000001+00", "Resolved")
        self.assertEqual([level[2] for level in case.levels("2026-03-09T00:00Z", self.LEVELS)], ["50%"])

    def test_pauses_move_levels(self) -> None:
        case = Case().status("2026-03-02 05:30:00+00", "Waiting for Customer").status("2026-03-03 04:30:00+00", "Open")
        self.assertEqual(case.levels("2026-03-03T08:00Z", self.LEVELS), [("2026-03-03T07:30:00Z", "resolution 1", "50%", "owner")])

    def test_a_lowered_target_reaches_levels_at_the_change(self) -> None:
        case = Case(priority="Urgent").priority("2026-03-02 07:30:00+00", "Urgent")
        self.assertEqual([level[:3:2] for level in case.levels("2026-03-02T08:00Z", self.LEVELS)],
                         [("2026-03-02T07:30:00Z", "50%"), ("2026-03-02T07:30:00Z", "-30m")])

    def test_a_level_before_the_start_falls_at_the_start(self) -> None:
        policy = wide("claim: {high: 10m}", levels="{claim: [{at: -30m, tell: owner}]}")
        night = Case("2026-03-01 20:00:00+00", status="New")
        self.assertEqual(night.levels("2026-03-01T20:00Z", policy), [("2026-03-01T20:00:00Z", "claim 1", "-30m", "owner")])

    def test_each_cycle_has_its_levels(self) -> None:
        policy = wide("periodic_update: {high: 4h}", levels="{periodic_update: [{at: 100%, tell: owner}]}")
        case = Case(status="Open").remark("2026-03-02 08:30:00+00").remark("2026-03-02 12:31:00+00")
        self.assertEqual(case.levels("2026-03-02T13:30Z", policy), [("2026-03-02T12:30:00Z", "periodic_update 2", "100%", "owner")])


class WiderConditionTests(unittest.TestCase):
    POLICIES = """
version: 1
policies:
  - {name: app, when: {channel: app}, targets: {claim: {high: 1h}}}
  - {name: march, valid: {from: 2026-03-02, until: 2026-03-02}, when: {channel: [tally]}, targets: {claim: {high: 1h}}}
  - {name: rest, valid: {from: 2026-03-02}, targets: {claim: {high: 1h}}}
"""

    def policy_of(self, created_at: str = MONDAY_OPENING, **row: Optional[str]) -> list[str]:
        return [r["policy"] for r in Case(created_at, **row).cycles("claim", "2026-04-01", self.POLICIES)]

    def test_channel(self) -> None:
        self.assertEqual(self.policy_of(created_by=AGENT, client_ticket_uuid="x"), ["app"])
        self.assertEqual(self.policy_of(created_by="ravi", client_ticket_uuid="x"), ["march"])
        self.assertEqual(self.policy_of(created_by="ravi", client_ticket_uuid=" "), ["rest"])

    def test_validity_in_local_dates(self) -> None:
        # 2 March in Kolkata is 18:30 UTC on the first to 18:30 UTC on the second.
        self.assertEqual(self.policy_of("2026-03-01 18:29:59+00", client_ticket_uuid="x"), [])
        self.assertEqual(self.policy_of("2026-03-01 18:30:00+00", client_ticket_uuid="x"), ["march"])
        self.assertEqual(self.policy_of("2026-03-02 18:30:00+00", client_ticket_uuid="x"), ["rest"])

    def test_refused(self) -> None:
        for bad in ("when: {channel: phone}", "pause_on: {claim: [On Hold]}", "levels: {claim: [{at: 30m, tell: owner}]}"):
            with self.assertRaises(PolicyMistake):
                read_policy_text(f"policies:\n  - {{name: x, {bad}, targets: {{claim: {{high: 1h}}}}}}\n")


def calendar(body: str) -> Any:
    return read_policy_text("version: 1\ncalendars:\n  c:\n" + body).calendars["c"]


class CalendarTests(unittest.TestCase):
    def elapsed(self, body: str, start: str, end: str) -> str:
        return format_seconds(calendar(body).elapsed(parse_instant(start), parse_instant(end)))

    def test_holiday_removes_what_came_over(self) -> None:
        body = '    timezone: UTC\n    week: {sat: ["22:00-06:00"]}\n    holidays: [2026-03-08]\n'
        self.assertEqual(self.elapsed(body, "2026-03-07T00:00Z", "2026-03-09T00:00Z"), "7200")
        body = '    timezone: UTC\n    week: {sat: ["22:00-06:00"]}\n    holidays: [2026-03-07]\n'
        self.assertEqual(self.elapsed(body, "2026-03-07T00:00Z", "2026-03-09T00:00Z"), "21600")

    def test_special_day_spills_unless_next_is_special(self) -> None:
        body = '    timezone: UTC\n    week: {sun: ["10:00-11:00"]}\n    special_days: {2026-03-07: ["23:00-01:00"]}\n'
        self.assertEqual(self.elapsed(body, "2026-03-07T00:00Z", "2026-03-09T00:00Z"), "10800")
        body = body.replace("}\n    special", '}\n    holidays: [2026-03-08]\n    special')
        self.assertEqual(self.elapsed(body, "2026-03-07T00:00Z", "2026-03-09T00:00Z"), "3600")

    def test_break_past_midnight(self) -> None:
        body = '    timezone: UTC\n    week: {sat: ["00:00-24:00"], sun: ["00:00-24:00"]}\n    breaks: {2026-03-07: ["23:00-02:00"]}\n'
        self.assertEqual(self.elapsed(body, "2026-03-07T00:00Z", "2026-03-09T00:00Z"), str((48 - 3) * 3600))

    def test_days_of_23_and_25_hours(self) -> None:
        body = '    timezone: Europe/London\n    week: {sun: ["00:00-24:00"]}\n'
        self.assertEqual(self.elapsed(body, "2026-03-28T00:00Z", "2026-03-30T00:00Z"), str(23 * 3600))
        self.assertEqual(self.elapsed(body, "2026-10-24T00:00Z", "2026-10-26T12:00Z"), str(25 * 3600))

    def test_gap_and_overlap_of_the_clocks(self) -> None:
        # 2026-03-29 London: 01:00-02:00 does not exist. 01:30-03:00 BST is 01:00Z-02:00Z.
        body = '    timezone: Europe/London\n    week: {sun: ["01:30-03:00"]}\n'
        self.assertEqual(self.elapsed(body, "2026-03-28T00:00Z", "2026-03-30T00:00Z"), "3600")
        # 2026-10-25: 01:30 first is 00:30Z, 01:45 last is 01:45Z.
        body = '    timezone: Europe/London\n    week: {sun: ["01:30-01:45"]}\n'
        self.assertEqual(self.elapsed(body, "2026-10-24T00:00Z", "2026-10-26T00:00Z"), "4500")

    def test_due_zero_and_closing(self) -> None:
        office_hours = read_policy_text(OFFICE).calendars["office"]
        due = lambda start, target: format_instant(office_hours.due(parse_instant(start), target))  # noqa: E731
        self.assertEqual(due("2026-03-02T05:00Z", 0), "2026-03-02T05:00:00Z")
        self.assertEqual(due("2026-03-02T13:30Z", 0), "2026-03-03T04:30:00Z")
        self.assertEqual(due("2026-03-06T13:29:59Z", 1_000_000), "2026-03-06T13:30:00Z")
        self.assertEqual(due("2026-03-06T13:29:59Z", 1_000_001), "2026-03-09T04:30:00.000001Z")
        self.assertEqual(format_seconds(office_hours.elapsed(parse_instant("2026-03-02T06:30Z"), parse_instant("2026-03-02T04:00Z"))), "-7200")

    def test_versions(self) -> None:
        body = """    - {valid: {until: 2026-03-31}, timezone: UTC, week: {tue: ["10:00-19:00"], wed: ["10:00-19:00"]}}
    - {valid: {from: 2026-04-01, until: 2026-04-01}, timezone: UTC, week: {tue: ["22:00-02:00"], wed: ["09:00-18:00"]}}
"""
        # Tuesday 31 March: 9 h; Wednesday 1 April: 2 h that come over in its own week, and 9 h; then nothing.
        self.assertEqual(self.elapsed(body, "2026-03-31T00:00Z", "2026-04-09T00:00Z"), str(20 * 3600))
        versions = calendar(body)
        self.assertEqual(format_instant(versions.due(parse_instant("2026-03-31T18:00Z"), 4 * 3_600_000_000)), "2026-04-01T10:00:00Z")
        with self.assertRaises(NoDueInstant):
            versions.due(parse_instant("2026-03-31T00:00Z"), 20 * 3_600_000_000 + 1)

    def test_working_time_ends(self) -> None:
        ending = calendar('    timezone: UTC\n    week: {}\n    special_days: {2026-03-07: ["10:00-11:00"]}\n')
        self.assertEqual(format_instant(ending.due(parse_instant("2026-03-01T00:00Z"), 3_600_000_000)), "2026-03-07T11:00:00Z")
        with self.assertRaises(NoDueInstant):
            ending.due(parse_instant("2026-03-01T00:00Z"), 3_600_000_001)
        with self.assertRaises(NoDueInstant):
            ending.due(parse_instant("2026-03-07T11:00Z"), 0)


class FormatTests(unittest.TestCase):
    def test_instants(self) -> None:
        self.assertEqual(format_instant(parse_instant("2026-03-01 10:22:33.1234+05:30")), "2026-03-01T04:52:33.123400Z")  # type: ignore[arg-type]
        self.assertEqual(parse_instant("infinity"), Endless.AFTER_ALL)
        self.assertEqual(parse_instant("294276-12-31 23:59:59+00"), Endless.AFTER_ALL)
        self.assertEqual(parse_instant("1900-01-01 05:53:28+05:53:28"), parse_instant("1900-01-01 00:00:00+00"))
        self.assertEqual(format_instant(parse_as_of("2026-11-23", ZoneInfo("Asia/Kolkata"))), "2026-11-23T18:30:00Z")

    def test_durations_and_seconds(self) -> None:
        self.assertEqual([parse_duration(t) // 1_000_000 for t in ("90m", "1d12h", "PT4H", "17", "0")], [5400, 129600, 14400, 17, 0])
        self.assertEqual([format_seconds(n) for n in (0, 1_500_000, -1, 10_000_000)], ["0", "1.5", "-0.000001", "10"])

    def test_cells(self) -> None:
        self.assertEqual([copy_field(r"\N"), copy_field(r"\\N"), copy_field(r"a\tb\x41\101")], [None, "\\N", "a\tbAA"])
        self.assertEqual(csv_rows('a,"",\n"x ""y""",,z\n'), [["a", "", None], ['x "y"', None, "z"]])
        self.assertEqual(guarded("=1"), "'=1")

    def test_amounts(self) -> None:
        self.assertEqual([paise(t) for t in ("12.345", "12.355", "NaN", "1e30", "-0.005")], [1234, 1236, None, None, 0])
        self.assertEqual([vocabulary_key(t) for t in (None, "null", "Open")], ["null", "'null'", "Open"])
        data = inspect_of_tables(Case(bill_amount="5").tables(), "2026-03-02", None)
        self.assertEqual(data["tickets"]["bill_amount_sum"], "5.00")

    def test_refused_policies(self) -> None:
        for bad in (OFFICE.replace("10:00-19:00", "00:00-00:00"), office(pause_on="[Closed]"), OFFICE.replace("urgent: 1h", "urgent: 1h, critical: 2h")):
            with self.assertRaises(PolicyMistake):
                read_policy_text(bad)


if __name__ == "__main__":
    unittest.main()
