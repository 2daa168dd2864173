#!/usr/bin/env python3
"""A seeded generator of small hostile worlds.

    worlds.py SEED OUTDIR [--tickets N]

writes OUTDIR/dump.sql, OUTDIR/csv/*.csv, OUTDIR/policy.yaml and OUTDIR/params.json.
The same seed always gives the same world. Times cluster around openings, closings,
changes of the clocks and due instants; a second pass puts events exactly on the
due instants that the oracle itself works out.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import sys
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Optional
from zoneinfo import ZoneInfo

from dump_writing import COLUMN_TYPES, dump_text, write_csv_folder
from instants import DAY, EPOCH_ORDINAL, HOUR, MINUTE, SECOND, first_instant_of_day, format_instant, parse_instant
from oracle import ESCALATION_HEADER, Question, escalations_of_tables, sla_of_tables
from policy import PolicyFile, default_policy, read_policy_text
from reading import RawTable, Row, Tables
from skew import SHIFT
from sla_table import HEADER as SLA_COLUMNS
from world_policies import FOCUS_DATES, draft_policy

STATUS_SPELLINGS = [
    "New", "Open", "In Progress", "InProgress", "in progress", "IN_PROGRESS", "Reopened", "On Hold", "on-hold ",
    "Waiting for Customer", "waiting for customer", "WaitingForCustomer", "Resolved", "resolved ", "Resolved",
    "Closed", "CLOSED", "BillRaised", "Bill Raised", "bill_raised", "BillProcessed", "Bill-Processed",
]
UNKNOWN_STATUSES = ["Escalated", "Pending, \"vendor\"", "=1+1", "Rësolved?", "-", "pending", "PENDING", "Re solved!"]
DONE_SPELLINGS = ["Resolved", "Closed", "BillRaised", "BillProcessed", "resolved", "Bill Processed"]
PRIORITY_SPELLINGS = ["Low", "Medium", "High", "Urgent", "Normal", "Critical", "urgent", " HIGH ", "medium", "low"]
UNKNOWN_PRIORITIES = ["P1", "Critcal", ""]
# Texts that look like parts of a dump; `$$`, comments and quotes of every kind.
DESCRIPTIONS = [
    None, "line\nline", "COPY public.tickets (id) FROM stdin;\n\\.\n", "back\\slash \\N", "it's; -- no comment\n/* nor this */",
    "\n\\connect other\n\\restrict x\n", "INSERT INTO public.tickets VALUES ('1');\n", "$$ $q2$ E'\\'' $", "ends with \\", "'", "''", "\\'",
    "-- Data for Name: tickets; Type: TABLE DATA; Schema: public; Owner: postgres\n--\n", "a;b,c\td", '"quoted", "twice"\r\n', "{}[](),;",
]
CATEGORIES = ["Technical", "technical", "Billing", "Licence", "Data Entry", "Other", "", None]
EXPIRIES = ["infinity", "-infinity", None, "2099-12-31", "1999-01-01", "0044-03-15 BC", "12026-01-01"]
KINDS = ["plain", "plain", "plain", "updated", "updated_below", "late", "late_below", "both"]


@dataclass
class World:
    """All that a seed gives."""

    tables: Tables
    decoys: Tables
    broken_lines: dict[str, list[str]]
    policy_text: str
    params: dict[str, Any]
    csv_tables: Tables = field(default_factory=dict)


class Builder:
    """Makes the rows of one world."""

    def __init__(self, seed: int, tickets: int) -> None:
        self.seed = seed
        self.rng = random.Random(seed)
        self.ticket_count = tickets
        self.kind = KINDS[seed % len(KINDS)] if seed % 11 else "five_percent"
        if self.kind == "five_percent":
            self.ticket_count = max(tickets, 60)
        self.focus = self.rng.choice(FOCUS_DATES)
        self.tables: Tables = {name: RawTable(list(columns)) for name, columns in COLUMN_TYPES.items()}
        self.offset_mode = self.rng.choice(["+00", "+05:30", "mixed"])
        # Every third world has a policy file without the keys of "The wider file".
        self.wide = seed % 3 != 0
        self.agents: list[Row] = []
        self.customers: list[Row] = []
        self.ticket_rows: list[Row] = []
        self.created: dict[str, int] = {}

    # ------------------------------------------------------------ small things

    def new_id(self) -> str:
        return str(uuid.UUID(int=self.rng.getrandbits(128), version=4))

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def stamp(self, instant: int) -> str:
        """An instant as PostgreSQL prints it, in one of the session zones."""
        mode = self.offset_mode if self.offset_mode != "mixed" else self.rng.choice(["+00", "+05:30"])
        shifted = instant + (SHIFT if mode == "+05:30" else 0)
        text = format_instant(shifted)[:-1].replace("T", " ")
        if "." in text:
            text = text.rstrip("0")
        return text + mode

    def add(self, name: str, **values: Optional[str]) -> Row:
        """A row with NULL for what is not given."""
        row: Row = {column: None for column in self.tables[name].columns}
        row.update(values)
        row["id"] = values.get("id") or self.new_id()
        self.tables[name].rows.append(row)
        return row

    # ------------------------------------------------------------ settings of the scene

    def people(self) -> None:
        rng = self.rng
        names = [("ravi", "Ravi Kumar"), ("Meera.S", "Meera Shah"), ("o'neil", "Zoë O'Neil"), ("agent4", None),
                 ("ananya", ""), ("SUPPORT", "Support Desk")]
        for username, full_name in names:
            self.agents.append(self.add(
                "agents", username=username, full_name=full_name, role=rng.choice(["Admin", "Support", "Agent", "Sales"]),
                is_active=rng.choice(["t", "t", "f", None]), password="x", created_at="2025-01-01 00:00:00+00"))
        for index in range(10):
            expiry = []
            for _ in range(2):
                near = self.focus + timedelta(days=rng.choice([-2, -1, 0, 1, 2, 29, 30, 31, 32, rng.randint(-400, 400)]))
                expiry.append(rng.choice([near.isoformat(), near.isoformat(), rng.choice(EXPIRIES)]))
            self.customers.append(self.add(
                "customers", company_name=rng.choice(["Sharma Traders", "Ünï Größe", "A & B, Ltd"]) + f" {index}",
                amc_expiry_date=expiry[0], tss_expiry_date=expiry[1], created_at="2025-01-01 00:00:00+00",
                contact_phone_numbers=rng.choice([None, "{}", '{"+91 98","a\\\\b"}'])))
        if self.chance(0.3):
            again = copy.copy(rng.choice(self.customers))
            again["amc_expiry_date"] = rng.choice(EXPIRIES)
            self.tables["customers"].rows.append(again)
        if self.chance(0.7):
            self.workflow_config()
        self.add("app_settings", setting_key="enable_reports", setting_value=rng.choice(["true", '{"enabled": true}']))
        if self.chance(0.5):
            self.tables.pop("leads")

    def workflow_config(self) -> None:
        rng = self.rng
        sla: dict[str, Any] = {}
        for key in ("urgent", "critical", "high", "medium", "normal", "low"):
            if self.chance(0.7):
                sla[key] = rng.choice([0, 1, 15, 60, 90, 480, 1440, rng.randint(1, 3000), None])
        value = rng.choice([
            {"visible_statuses": ["New", "Open"], "sla": sla}, {"visible_statuses": [], "sla": sla}, {"sla": sla},
            {"sla": sla, "extra": {"a": [1, 2]}}, {"visible_statuses": []}, [], None, {"sla": None}, {"sla": []}, {"sla": {}},
        ])
        text = json.dumps(value)
        self.add("app_settings", setting_key="workflow_config", setting_value=rng.choice([text, text, text, None]))

    def instants_of_interest(self, policy: PolicyFile) -> list[int]:
        """Openings and closings near the focus, midnights of the report zone, changes of the clocks."""
        found: list[int] = []
        focus_day = self.focus.toordinal() - EPOCH_ORDINAL
        for calendar in policy.calendars.values():
            for span in calendar.intervals(focus_day - 4, focus_day + 5):
                found += span
        for zone in [ZoneInfo("Asia/Kolkata"), self.zone]:
            found += [first_instant_of_day(focus_day + n, zone) for n in range(-3, 4)]
        return found

    def some_instant(self) -> int:
        """A time near the focus, often exactly on a border or a microsecond beside it."""
        rng = self.rng
        if self.chance(0.5):
            nudge = rng.choice([0, 0, 0, 1, -1, SECOND, -SECOND, MINUTE, 30 * MINUTE, -HOUR])
            return rng.choice(self.interesting) + nudge
        middle = (self.focus.toordinal() - EPOCH_ORDINAL) * DAY
        grain = rng.choice([1, 1000, SECOND, SECOND, MINUTE, HOUR])
        return (middle + rng.randint(-4 * DAY, 4 * DAY)) // grain * grain

    def later(self, instant: int) -> int:
        """Some time at or after an instant: the same, a round step, a border of the calendar, a target away."""
        rng = self.rng
        choice = rng.random()
        if choice < 0.18:
            return instant
        if choice < 0.40:
            return instant + rng.choice([1, SECOND, MINUTE, 30 * MINUTE, HOUR, 4 * HOUR, 8 * HOUR, DAY, 3 * DAY])
        if choice < 0.60:
            borders = sorted(i for i in self.interesting if i >= instant)
            if borders:
                return borders[min(rng.randint(0, 6), len(borders) - 1)] + rng.choice([0, 0, 0, 1, -1 if borders[0] > instant else 0])
        if choice < 0.80:
            policy = rng.choice(self.policies)
            clock = rng.choice(list(policy.clocks.values()))
            if clock.by_priority:
                try:
                    due = clock.calendar.due(instant, rng.choice(list(clock.by_priority.values())))
                    return due + rng.choice([0, 0, 0, 1, -1 if due > instant else 0])
                except Exception:  # working time ends: any other time will do
                    pass
        grain = rng.choice([1, SECOND, MINUTE])
        return instant + rng.randint(0, 4 * DAY) // grain * grain

    # ------------------------------------------------------------ payloads

    def odd_value(self) -> Any:
        return self.rng.choice([None, "", "   ", 7, [1], {"a": 1}, True])

    def change_payload(self, new: Any, old: Any, keys: list[tuple[str, str]]) -> dict[str, Any]:
        """`to`/`from` in one of their spellings, sometimes with an unusable or a second pair."""
        rng = self.rng
        payload: dict[str, Any] = {}
        to_key, from_key = rng.choice(keys)
        if self.chance(0.12):
            other_to, other_from = rng.choice(keys)
            payload[other_to], payload[other_from] = self.odd_value(), self.odd_value()
        if not self.chance(0.05):
            payload[to_key] = new
        if not self.chance(0.25):
            payload[from_key] = old
        if self.chance(0.2):
            payload["performed_by_id"] = self.agents[0]["id"]
        return payload

    def event(self, ticket_id: Optional[str], action: str, payload: Any, instant: Optional[int], raw: bool = False) -> Row:
        rng = self.rng
        if instant is None:
            when: Optional[str] = rng.choice([None, "infinity", "-infinity"])
        else:
            when = self.stamp(instant)
        text = payload if raw else json.dumps(payload, ensure_ascii=self.chance(0.5))
        return self.add("audit_log", ticket_id=ticket_id, action=action, payload=text,
                        performed_by=rng.choice(["ravi", self.agents[1]["id"], None]), created_at=when)

    def some_status(self) -> str:
        if self.chance(0.06):
            return self.rng.choice(UNKNOWN_STATUSES)
        return self.rng.choice(STATUS_SPELLINGS)

    def some_priority(self) -> Optional[str]:
        choice = self.rng.random()
        if choice < 0.12:
            return None
        return self.rng.choice(UNKNOWN_PRIORITIES) if choice < 0.18 else self.rng.choice(PRIORITY_SPELLINGS)

    def some_agent_id(self) -> Optional[str]:
        choice = self.rng.random()
        if choice < 0.15:
            return None
        return self.new_id() if choice < 0.22 else self.rng.choice(self.agents)["id"]

    # ------------------------------------------------------------ one ticket

    STATUS_KEYS = [("to", "from"), ("to", "from"), ("new_status", "old_status"), ("new", "old")]
    VALUE_KEYS = [("to", "from"), ("to", "from"), ("new", "old")]

    def ticket(self, index: int) -> None:
        rng = self.rng
        ticket_id = self.new_id()
        created = self.some_instant()
        if self.chance(0.03):
            created += 30 * DAY
        app_made = self.chance(0.5)
        row = self.add(
            "tickets", id=ticket_id,
            customer_id=rng.choice(self.customers)["id"] if self.chance(0.93) else rng.choice([None, self.new_id()]),
            client_ticket_uuid=rng.choice([None, "", self.new_id()]),
            created_by=rng.choice(self.agents)["id"] if app_made else rng.choice(["tally-user", None, "", self.new_id()]),
            title="t\t" + str(index) if self.chance(0.2) else f"Ticket {index}",
            description=rng.choice(DESCRIPTIONS),
            category=rng.choice(CATEGORIES), priority=self.some_priority(), assigned_to=self.some_agent_id(),
            created_at=self.stamp(created) if self.chance(0.97) else rng.choice([None, "infinity", "-infinity"]),
            bill_amount=rng.choice([None, None, "0", "1180.00", "99.995", "12.345", "0.005", "NaN", "Infinity", "-5.5", "123456789012345678901"]),
            task_status=rng.choice([None, "open", "completed"]))
        self.ticket_rows.append(row)
        self.created[ticket_id] = created
        self.creation_event(ticket_id, created, row)
        last = self.status_events(ticket_id, created)
        if self.wide and self.chance(0.3):
            last = self.reopenings(ticket_id, last)
        self.priority_events(ticket_id, created, row)
        self.assignment_events(ticket_id, created, row)
        self.replies(ticket_id, created)
        if self.wide:
            self.conversation(ticket_id, created)
        self.row_state(row, created, last)
        if self.chance(0.15):
            self.event(ticket_id, rng.choice(["comment_added", "category_changed", "escalated", "remark_added"]),
                       rng.choice([{}, None, {"to": "Closed"}]), self.later(created) if self.chance(0.9) else None)

    def creation_event(self, ticket_id: str, created: int, row: Row) -> None:
        if not self.chance(0.45):
            return
        payload: Any = {"title": "x"}
        if self.chance(0.6):
            payload["priority"] = self.rng.choice([row["priority"], self.some_priority(), self.odd_value()])
        if self.chance(0.1):
            payload = self.rng.choice([None, [], "x", 3])
        moved = self.rng.choice([0, 0, 0, 1, -1, -HOUR, HOUR, 3 * DAY, -2 * DAY, 60 * DAY])
        self.event(ticket_id, "ticket_created", payload, created + moved if self.chance(0.95) else None)

    def status_events(self, ticket_id: str, created: int) -> tuple[str, int]:
        """A walk through the statuses; returns what the events probably leave, and when."""
        rng = self.rng
        current, when = "New", created
        count = rng.choice([0, 0, 1, 1, 2, 3, 4, 6])
        if count and self.chance(0.15):
            when = created - rng.choice([1, SECOND, HOUR, DAY, 0])
        for number in range(count):
            when = self.later(when) if number or self.chance(0.9) else when
            status = self.some_status()
            old: Any = current if self.chance(0.7) else rng.choice([self.some_status(), self.odd_value()])
            action = rng.choice(["ticket_status_changed", "ticket_status_changed", "status_changed"])
            lost = self.chance(0.04)
            if self.chance(0.06):
                odd = rng.choice([None, "null", '["a", "b"]', '"Closed"', "12", "{}", "true"])
                self.event(ticket_id, action, odd, when, raw=True)
                continue
            if self.chance(0.06):
                status_value: Any = self.odd_value()
                self.event(ticket_id, action, self.change_payload(status_value, old, self.STATUS_KEYS), when)
                continue
            billed = rng.random()
            if billed < 0.16:
                self.bill_event(ticket_id, when if not lost else None)
                if self.chance(0.5):
                    continue
            self.event(ticket_id, action, self.change_payload(status, old, self.STATUS_KEYS), None if lost else when)
            if not lost:
                current = status
        return current, when

    def reopenings(self, ticket_id: str, last: tuple[str, int]) -> tuple[str, int]:
        """Resolved and reopened, several times, sometimes paused between."""
        rng = self.rng
        current, when = last
        for _ in range(rng.randint(1, 4)):
            for choices in (DONE_SPELLINGS, ["Reopened", "Open", "In Progress"], ["Waiting for Customer", "On Hold", "Open"]):
                when = self.later(when)
                status = rng.choice(choices)
                self.event(ticket_id, "ticket_status_changed", {"from": current, "to": status}, when)
                current = status
        return current, when

    def bill_event(self, ticket_id: str, when: Optional[int]) -> None:
        rng = self.rng
        action = rng.choice(["ticket_resolved_bill_raised", "bill_raised", "bill_processed", "bill_cancelled"])
        payload: dict[str, Any] = {"amount": 1180, "performed_by_id": self.agents[0]["id"]}
        if action == "bill_cancelled":
            payload = rng.choice([{}, {"to": "Closed"}, {"to": "In Progress"}, {"to": ""}, {"to": None}])
        elif self.chance(0.2):
            payload["from"] = "Waiting for Customer"  # bill events have no old value (SEMANTICS 3.6)
        said = {"bill_processed": "BillProcessed"}.get(action, "Bill Raised")
        if when is not None and action != "bill_cancelled" and self.chance(0.35):
            self.event(ticket_id, "ticket_status_changed", {"from": "Open", "to": said}, when)
        self.event(ticket_id, action, payload, when)

    def priority_events(self, ticket_id: str, created: int, row: Row) -> None:
        when = created - (self.rng.choice([HOUR, 1]) if self.chance(0.1) else 0)
        last = row["priority"]
        for _ in range(self.rng.choice([0, 0, 0, 1, 1, 2, 3])):
            when = self.later(when)
            new: Any = self.some_priority() if self.chance(0.93) else self.odd_value()
            self.event(ticket_id, "priority_changed", self.change_payload(new, last, self.VALUE_KEYS),
                       when if self.chance(0.96) else None)
            last = new if isinstance(new, str) or new is None else last
        if self.chance(0.6):
            row["priority"] = last

    def assignment_events(self, ticket_id: str, created: int, row: Row) -> None:
        rng = self.rng
        when = created
        last: Any = None
        for _ in range(rng.choice([0, 0, 0, 1, 2, 3])):
            when = self.later(when)
            new = self.some_agent_id()
            shown = new.upper() if new and self.chance(0.2) else new
            payload = self.change_payload(shown, last, self.VALUE_KEYS)
            self.event(ticket_id, rng.choice(["assigned", "ticket_assigned"]), payload, when if self.chance(0.96) else None)
            last = new
        if self.chance(0.5):
            row["assignment_history"] = self.assignment_history(created)
        if self.chance(0.5):
            row["assigned_to"] = last

    def assignment_history(self, created: int) -> str:
        rng = self.rng
        if self.chance(0.15):
            return rng.choice(["null", "{}", '"x"', "[]", "[null, 3, []]", "17", '[{"to": null}]'])
        entries: list[Any] = []
        when = created - (HOUR if self.chance(0.15) else 0)
        for _ in range(rng.randint(1, 4)):
            when = self.later(when)
            iso = format_instant(when)
            shown: Any = rng.choice([iso, iso[:-1], iso[:-1] + "+00:00"])
            if self.chance(0.12):
                shown = rng.choice([None, "soon", 1700000000, "", "infinity"])
            entry: dict[str, Any] = {"from": self.some_agent_id(), "to": self.some_agent_id(), "assigned_by": "ravi",
                                     "assigned_at": shown, "note": None, "completed": False}
            for key in ("from", "to", "assigned_at"):
                if self.chance(0.08):
                    entry.pop(key)
            if self.chance(0.06):
                entry["to"] = self.odd_value()
            entries.append(entry)
        if self.chance(0.3):
            rng.shuffle(entries)
        return json.dumps(entries)

    def replies(self, ticket_id: str, created: int) -> None:
        rng = self.rng
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
            when: Optional[int] = self.later(created)
            early = self.chance(0.08)
            if early:
                when = created - rng.choice([1, MINUTE, HOUR, DAY])
            if self.wide:
                # The order of messages and replies that count at the creation, the text leaves open.
                if early:
                    self.agent_reply(ticket_id, when or created, rng.choice(self.agents))
                    continue
                when = max(when or created, created + 1)
            text = self.stamp(when) if when is not None and self.chance(0.96) else rng.choice([None, "infinity", "-infinity"])
            kind = rng.random()
            if kind < 0.5:
                agent = rng.choice(self.agents)
                author = rng.choice([agent["id"], agent["id"].upper(), agent["username"], agent["username"].upper(),  # type: ignore[union-attr]
                                     f"  {agent['username']} ", agent["full_name"], (agent["full_name"] or "x").lower(),
                                     "Somebody", "", None, "ravi kumar jr", "ra vi"])
                self.add("ticket_comments", ticket_id=ticket_id, author=author, body="b\nc",
                         internal=rng.choice(["f", "f", "f", "t", None]), created_at=text)
            elif kind < 0.85:
                self.add("ticket_remarks", ticket_id=ticket_id, agent_id=rng.choice([None, rng.choice(self.agents)["id"], self.new_id()]),
                         remark="r", stage="x", created_at=text)
            else:
                self.add("service_reports", ticket_id=ticket_id, agent_id=rng.choice([None, rng.choice(self.agents)["id"]]),
                         time_spent_minutes=rng.choice([None, "0", "30", "95"]), created_at=text)

    def conversation(self, ticket_id: str, created: int) -> None:
        """Messages and replies in turn, each at an instant of its own, internal notes between them."""
        rng = self.rng
        when = created
        for _ in range(rng.choice([0, 0, 1, 2, 3, 5, 8, 12])):
            after = self.later(when)
            when = after if after > when else when + rng.choice([1, SECOND, MINUTE, HOUR])
            agent, said = rng.choice(self.agents), rng.random()
            if said < 0.45:
                self.customer_message(ticket_id, when)
            elif said < 0.85:
                self.agent_reply(ticket_id, when, agent)
            else:
                self.add("ticket_comments", ticket_id=ticket_id, author=rng.choice([agent["username"], "Somebody"]),
                         body="between us", internal="t", created_at=self.stamp(when))

    def customer_message(self, ticket_id: str, when: int) -> None:
        if self.chance(0.5):
            self.add("ticket_remarks", ticket_id=ticket_id, remark="and now?", stage="x", created_at=self.stamp(when))
        else:
            author = self.rng.choice(["Somebody", "customer@example.com", "ravi kumar jr", self.new_id()])
            self.add("ticket_comments", ticket_id=ticket_id, author=author, body="and now?", internal="f",
                     created_at=self.stamp(when))

    def agent_reply(self, ticket_id: str, when: int, agent: Row) -> None:
        kind = self.rng.random()
        if kind < 0.45:
            self.add("ticket_remarks", ticket_id=ticket_id, agent_id=agent["id"], remark="done so far", created_at=self.stamp(when))
        elif kind < 0.9:
            self.add("ticket_comments", ticket_id=ticket_id, author=self.rng.choice([agent["id"], agent["username"]]),
                     body="done so far", internal="f", created_at=self.stamp(when))
        else:
            self.add("service_reports", ticket_id=ticket_id, agent_id=agent["id"], created_at=self.stamp(when))

    def row_state(self, row: Row, created: int, last: tuple[str, int]) -> None:
        """The row's own status and times: like the events', or different in every way."""
        rng = self.rng
        status, when = last
        choice = rng.random()
        if choice < 0.5:
            row["status"] = rng.choice([status, status, status.lower(), status.upper(), status + " "])
        elif choice < 0.8:
            row["status"] = rng.choice(DONE_SPELLINGS) if self.chance(0.65) else self.some_status()
        elif choice < 0.9:
            row["status"] = rng.choice([None, "", "  "])
        else:
            row["status"] = rng.choice(UNKNOWN_STATUSES + ["null"])
        for column, share in (("completed_at", 0.35), ("billed_at", 0.3), ("updated_at", 0.85)):
            if not self.chance(share):
                continue
            if self.chance(0.05):
                row[column] = rng.choice(["infinity", "-infinity"])
                continue
            moment = rng.choice([when, created, self.later(when), self.later(when), self.later(created), when - 1,
                                 created - rng.choice([1, HOUR, DAY])])
            row[column] = self.stamp(moment)
        if self.chance(0.35):
            row["sla_due"] = rng.choice([self.stamp(self.later(created)), self.stamp(when), self.stamp(self.later(created)),
                                         self.stamp(created - HOUR), self.stamp(created), "infinity"])

    # ------------------------------------------------------------ noise around the tickets

    def orphans_and_duplicates(self) -> None:
        rng = self.rng
        for _ in range(4):
            self.event(rng.choice([None, self.new_id()]), rng.choice(["setting_toggle", "ticket_status_changed"]),
                       {"to": "Closed"}, self.some_instant())
            self.add("ticket_comments", ticket_id=self.new_id(), author="ravi", internal="f",
                     created_at=self.stamp(self.some_instant()))
        for _ in range(max(1, self.ticket_count // 25)):
            again = copy.copy(rng.choice(self.ticket_rows))
            again["status"] = rng.choice([again["status"], self.some_status()])
            again["priority"] = self.some_priority()
            self.tables["tickets"].rows.append(again)
        log = self.tables["audit_log"].rows
        # Not where 5 % is the border that counts: there every event is needed as it is.
        for _ in range(0 if self.kind == "five_percent" else max(1, len(log) // 40)):
            # A duplicate whose instant is its own: the winner's place in the order is not settled beyond doubt.
            at = rng.randrange(len(log))
            again = copy.copy(log[at])
            again["payload"] = rng.choice([log[rng.randrange(len(log))]["payload"], again["payload"]])
            again["created_at"] = self.stamp(self.some_instant() + rng.randint(1, 999_999))
            log.append(again)
        if self.chance(0.5):
            rng.shuffle(log)

    def bad_rows(self) -> dict[str, list[str]]:
        """A few rows that must be rejected, and bad values that must only become NULL (COMMANDS)."""
        rng = self.rng
        broken: dict[str, list[str]] = {}
        if self.chance(0.25):
            victim = rng.choice(self.ticket_rows)["id"]
            self.add("audit_log", ticket_id=victim, action="ticket_status_changed", payload='{"to": "Closed"}', created_at="yesterday")
            self.add("audit_log", ticket_id="nonsense", action="ticket_status_changed", payload='{"to": "Closed"}',
                     created_at=self.stamp(self.some_instant()))
            self.add("tickets", id="not-a-uuid", status="Open", created_at=self.stamp(self.some_instant()))
        if self.chance(0.25):
            broken["audit_log"] = ["\t".join([self.new_id(), "too", "short"])]
        if self.kind != "five_percent" and self.chance(0.3):
            for column, bad in (("updated_at", "2026-02-30 10:00:00+00"), ("sla_due", "soon"), ("assigned_to", "ravi"),
                                ("customer_id", "17"), ("assignment_history", "[{"), ("bill_amount", "12,5")):
                rng.choice(self.ticket_rows)[column] = bad
        return broken

    # ------------------------------------------------------------ skew (SEMANTICS 3.9)

    def last_event(self, ticket_id: str) -> Optional[int]:
        times = []
        for row in self.tables["audit_log"].rows:
            if row["ticket_id"] == ticket_id and row["created_at"] is not None:
                try:
                    instant = parse_instant(row["created_at"])
                except ValueError:
                    continue
                if isinstance(instant, int):
                    times.append(instant)
        return max(times) if times else None

    def has_messages(self, row: Row) -> bool:
        """Whether somebody else than an agent may have written."""
        said = [r for r in self.tables["ticket_remarks"].rows if r["agent_id"] is None] + self.tables["ticket_comments"].rows
        return any(each["ticket_id"] == row["id"] for each in said)

    def spread_skew(self) -> None:
        rng = self.rng
        if self.kind in ("updated", "updated_below", "both", "five_percent"):
            wanted = {"updated": rng.choice([20, 21, 30]), "updated_below": 19, "both": 25,
                      "five_percent": 20}[self.kind]
            if self.kind == "five_percent":
                self.fill_up(rng.choice([399, 400, 401, 420]))
            skewed = 0
            for row in self.ticket_rows:
                last = self.last_event(row["id"] or "")
                if last is None:
                    continue
                if skewed < wanted:
                    skewed += 1
                    row["updated_at"] = self.stamp(last + rng.choice(
                        [SHIFT, SHIFT, SHIFT, SHIFT - 10 * MINUTE, SHIFT + 10 * MINUTE, SHIFT + rng.randint(-600, 600) * SECOND]))
                else:
                    row["updated_at"] = rng.choice([row["updated_at"], self.stamp(last + SHIFT + 10 * MINUTE + 1),
                                                    self.stamp(last + SHIFT - 10 * MINUTE - 1)])
        if self.kind in ("late", "late_below", "both"):
            wanted = {"late": rng.choice([30, 36]), "late_below": rng.choice([10, 14, 24]), "both": 40}[self.kind]
            rows = self.ticket_rows if not self.wide else [row for row in self.ticket_rows if not self.has_messages(row)]
            for row in rng.sample(rows, min(wanted, len(rows))):
                ticket_id = row["id"] or ""
                row["created_by"] = rng.choice(self.agents)["id"]
                true_time = self.created[ticket_id]
                ahead = rng.choice([SHIFT, SHIFT, SHIFT, SHIFT - MINUTE, SHIFT + 1, HOUR])
                row["created_at"] = self.stamp(true_time + ahead)
                if self.chance(0.9):
                    self.event(ticket_id, rng.choice(["comment_added", "assigned"]), {"to": self.agents[0]["id"]}, true_time)

    def fill_up(self, total: int) -> None:
        """Dull tickets with one event each, so that 5 % is the border that counts."""
        have = sum(self.last_event(row["id"] or "") is not None for row in self.ticket_rows)
        for _ in range(total - have):
            instant = self.some_instant()
            row = self.add("tickets", status="Open", priority="High", created_by="tally-user",
                           created_at=self.stamp(instant), updated_at=self.stamp(instant))
            self.ticket_rows.append(row)
            self.created[row["id"] or ""] = instant
            self.event(row["id"], "ticket_status_changed", {"from": "New", "to": "Open"}, instant)

    # ------------------------------------------------------------ second pass: exactly on time

    def on_due_instants(self, policy: PolicyFile, zone_name: str) -> tuple[list[str], list[str]]:
        """Adds events exactly on due instants and levels; returns both as candidates for as-of and since."""
        far = (self.focus + timedelta(days=200)).isoformat()
        candidates: list[str] = []
        for given in (policy, None):
            for cells in sla_of_tables(self.tables, far, given, zone_name, "utc")[1:]:
                row = dict(zip(SLA_COLUMNS, cells))
                due = row["breached_at"] or row["due_at"]
                if not due:
                    continue
                if len(due) == 20 or "." in due:
                    candidates.append(due)
                if self.chance(0.2):
                    self.event_at(due, row)
        levels = []
        for cells in escalations_of_tables(self.tables, Question(far, policy, zone_name, "utc"), None)[1:]:
            reached = dict(zip(ESCALATION_HEADER, cells))
            levels.append(reached["at"])
            if self.chance(0.1):
                self.event_at(reached["at"], dict(reached, status="Open"))
        return candidates, levels

    def event_at(self, moment: str, row: dict[str, str]) -> None:
        """What stops, pauses or changes the clock of a row at a moment, or a microsecond beside it."""
        rng = self.rng
        instant = parse_instant(moment)
        assert isinstance(instant, int)
        instant += rng.choice([0, 0, 0, 0, 1, -1])
        ticket_id = row["ticket_id"]
        if self.chance(0.2):
            self.event(ticket_id, "priority_changed", {"to": rng.choice(PRIORITY_SPELLINGS)}, instant)
        elif row["clock"] == "first_response":
            self.add("ticket_remarks", ticket_id=ticket_id, agent_id=self.agents[0]["id"], remark="on time",
                     created_at=self.stamp(instant))
        elif row["clock"] in ("next_response", "periodic_update") and self.chance(0.7):
            self.agent_reply(ticket_id, instant, self.agents[0])
        elif row["clock"] == "claim" and self.chance(0.7):
            self.event(ticket_id, "assigned", {"from": None, "to": self.agents[0]["id"]}, instant)
        else:
            status = rng.choice(["Resolved", "Waiting for Customer", "On Hold", "Closed", "Open", "Reopened"])
            self.event(ticket_id, "ticket_status_changed", {"from": row["status"], "to": status}, instant)
            if self.chance(0.4):
                self.event(ticket_id, "ticket_status_changed", {"from": status, "to": "Open"}, self.later(instant))

    # ------------------------------------------------------------ all of it

    def build(self) -> World:
        rng = self.rng
        self.zone = ZoneInfo(rng.choice(["Asia/Kolkata", "Europe/London", "America/New_York", "Australia/Lord_Howe"]))
        self.people()
        draft = draft_policy(rng, self.focus, [str(c["company_name"]) for c in self.customers],
                             [str(c["id"]) for c in self.customers], self.wide)
        policy = read_policy_text(draft.text)
        self.policies = [p for p in policy.policies if p.clocks] + [default_policy(None)]
        self.interesting = self.instants_of_interest(policy)
        for index in range(self.ticket_count):
            self.ticket(index)
        candidates, levels = self.on_due_instants(policy, self.zone.key)
        self.spread_skew()
        self.orphans_and_duplicates()
        broken = self.bad_rows()
        events = [r["created_at"] for r in self.tables["audit_log"].rows if r["created_at"] and r["created_at"][0] == "2"]
        as_of = [format_instant(self.some_instant()), (self.focus + timedelta(days=rng.randint(-1, 3))).isoformat(),
                 (self.focus + timedelta(days=200)).isoformat()]
        for text in rng.sample(events, min(2, len(events))):
            try:
                as_of.append(format_instant(parse_instant(text)))  # type: ignore[arg-type]
            except ValueError:
                pass
        as_of += rng.sample(candidates, min(2, len(candidates)))
        as_of += rng.sample(levels, min(1, len(levels)))
        since = [None, *rng.sample(levels, min(3, len(levels))), format_instant(self.some_instant()),
                 (self.focus + timedelta(days=rng.randint(-3, 2))).isoformat()]
        timezone = None if self.chance(0.15) else self.zone.key
        params = {
            "seed": self.seed, "kind": self.kind, "focus": self.focus.isoformat(), "timezone": timezone,
            "as_of": list(dict.fromkeys(as_of)), "since": since, "wide": self.wide, "calendars": draft.calendar_names,
            "app_clocks": ["auto"] if self.chance(0.7) else ["auto", "utc", "ist-as-utc"],
        }
        world = World(self.tables, self.decoys(), broken, draft.text, params)
        world.csv_tables = self.csv_rows()
        return world

    def decoys(self) -> Tables:
        """Backup copies in another schema that nobody must read."""
        decoys: Tables = {}
        for name in ("tickets", "audit_log"):
            table = RawTable(list(self.tables[name].columns))
            for row in self.tables[name].rows[:5]:
                table.rows.append(dict(row, **({"status": "Closed"} if name == "tickets" else {"action": "status_changed"})))
            decoys[name] = table
        return decoys

    def csv_rows(self) -> Tables:
        """The same rows; ids of some worlds in capitals, as other tools write them."""
        if not self.chance(0.25):
            return self.tables
        tables: Tables = {}
        for name, table in self.tables.items():
            rows = []
            for row in table.rows:
                capital = self.chance(0.3)
                rows.append({c: v.upper() if v and capital and COLUMN_TYPES[name][c].startswith("uuid") else v
                             for c, v in row.items()})
            tables[name] = RawTable(list(table.columns), rows)
        return tables


def build_world(seed: int, tickets: int) -> World:
    return Builder(seed, tickets).build()


def write_world(world: World, folder: str) -> None:
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "dump.sql"), "w", encoding="utf-8", newline="") as handle:
        handle.write(dump_text(world.tables, world.decoys, world.broken_lines))
    write_csv_folder(world.csv_tables, os.path.join(folder, "csv"))
    with open(os.path.join(folder, "policy.yaml"), "w", encoding="utf-8") as handle:
        handle.write(world.policy_text)
    with open(os.path.join(folder, "params.json"), "w", encoding="utf-8") as handle:
        json.dump(world.params, handle, indent=2)
        handle.write("\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=int)
    parser.add_argument("folder")
    parser.add_argument("--tickets", type=int, default=60)
    options = parser.parse_args()
    write_world(build_world(options.seed, options.tickets), options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
