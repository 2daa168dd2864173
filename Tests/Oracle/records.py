"""Typed records of the help desk, made from raw tables (SCHEMA.md, COMMANDS "damaged input")."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Callable, Optional, TypeVar

from instants import Day, UnreadableValue, finite, parse_day, parse_instant
from reading import RawTable, Row, Tables

Value = TypeVar("Value")


@dataclass
class Ticket:
    """A row of ``tickets``. ``created_at`` and ``updated_at`` change only in ``skew.py``."""

    id: str
    customer_id: Optional[str]
    client_ticket_uuid: Optional[str]
    created_by: Optional[str]
    category: Optional[str]
    priority: Optional[str]
    status: Optional[str]
    assigned_to: Optional[str]
    sla_due: Optional[int]
    created_at: Optional[int]
    updated_at: Optional[int]
    billed_at: Optional[int]
    completed_at: Optional[int]
    assignment_history: Any


@dataclass
class Event:
    """A row of ``audit_log``; ``position`` is its place in the input order."""

    ticket_id: Optional[str]
    action: str
    payload: Any
    created_at: Optional[int]
    position: int


@dataclass
class Reply:
    """A comment, a remark or a service report of a ticket.

    ``by_customer``: POLICY "a remark with no `agent_id`, comment with `internal = false` by somebody who is no agent".
    """

    ticket_id: Optional[str]
    created_at: Optional[int]
    by_agent_visible: bool
    kind: str
    by_customer: bool = False


@dataclass
class Customer:
    id: str
    company_name: Optional[str]
    amc_expiry: Optional[Day]
    tss_expiry: Optional[Day]


@dataclass
class Desk:
    """Everything that the clocks read."""

    tickets: dict[str, Ticket] = field(default_factory=dict)
    events_of: dict[str, list[Event]] = field(default_factory=dict)
    replies_of: dict[str, list[Reply]] = field(default_factory=dict)
    customers: dict[str, Customer] = field(default_factory=dict)
    agent_ids: set[str] = field(default_factory=set)
    workflow_sla: Optional[dict[str, Any]] = None


# ---------------------------------------------------------------- single values

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def read_id(text: str) -> str:
    """All ids are UUIDs (SCHEMA); printed "in lower case" (COMMANDS)."""
    lowered = text.strip().lower()
    if not _UUID.fullmatch(lowered):
        raise UnreadableValue(text)
    return lowered


def read_boolean(text: str) -> bool:
    lowered = text.strip().lower()
    if lowered in ("t", "true"):
        return True
    if lowered in ("f", "false"):
        return False
    raise UnreadableValue(text)


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


def read_json(text: str) -> Any:
    """jsonb. Numbers stay exact: fractions are ``Decimal``, never ``float``."""
    from decimal import Decimal

    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        raise UnreadableValue(text) from problem


def value_or_null(row: Row, column: str, read: Callable[[str], Value]) -> Optional[Value]:
    """COMMANDS: "any other bad value is NULL with a finding that keeps its text"."""
    text = row.get(column)
    if text is None:
        return None
    try:
        return read(text)
    except UnreadableValue:
        return None


def _time(row: Row, column: str) -> Optional[int]:
    return finite(value_or_null(row, column, parse_instant))


# ---------------------------------------------------------------- rejects and duplicates

# COMMANDS: "the row is rejected only when its id, or an instant or ticket id that an
# event cannot do without, is unreadable". Missing is not unreadable (SEMANTICS 3.1).
REPLY_TABLES = ("ticket_comments", "ticket_remarks", "service_reports")
# True = a reply is an event in the sense of that sentence (README, Readings).
REPLIES_ARE_EVENTS = True


def is_rejected(table_name: str, columns: list[str], row: Row) -> bool:
    """Whether a row cannot be read at all."""
    needed: list[tuple[str, Callable[[str], Any]]] = []
    if "id" in columns:
        if row.get("id") is None:
            return True  # an id that is not there cannot be read
        needed.append(("id", read_id))
    if table_name == "audit_log" or (REPLIES_ARE_EVENTS and table_name in REPLY_TABLES):
        needed += [("created_at", parse_instant), ("ticket_id", read_id)]
    for column, read in needed:
        text = row.get(column)
        if text is not None:
            try:
                read(text)
            except UnreadableValue:
                return True
    return False


def kept_rows(table_name: str, table: Optional[RawTable]) -> list[Row]:
    """The rows that are not rejected, duplicates still among them."""
    if table is None:
        return []
    return [row for row in table.rows if not is_rejected(table_name, table.columns, row)]


# "it takes its place in the input order": the winner's own place (README, Readings).
WINNER_KEEPS_OWN_PLACE = True


def merged_rows(table_name: str, table: Optional[RawTable]) -> list[Row]:
    """SEMANTICS 9: of duplicate ids "the last row wins, ... and takes its place in the input order"."""
    by_id: dict[str, Row] = {}
    without_id: list[Row] = []
    for row in kept_rows(table_name, table):
        if row.get("id") is None:
            without_id.append(row)
            continue
        key = read_id(row["id"] or "")
        if WINNER_KEEPS_OWN_PLACE:
            by_id.pop(key, None)
        by_id[key] = row
    return list(by_id.values()) + without_id


# ---------------------------------------------------------------- the desk


def _name(text: Optional[str]) -> Optional[str]:
    """SEMANTICS 5: names "without case and outer blanks"; a blank is nobody's name."""
    trimmed = (text or "").strip().lower()
    return trimmed or None


def _read_ticket(row: Row) -> Ticket:
    return Ticket(
        id=read_id(row["id"] or ""),
        customer_id=value_or_null(row, "customer_id", read_id),
        client_ticket_uuid=row.get("client_ticket_uuid"),
        created_by=row.get("created_by"),
        category=row.get("category"),
        priority=row.get("priority"),
        status=row.get("status"),
        assigned_to=value_or_null(row, "assigned_to", read_id),
        sla_due=_time(row, "sla_due"),
        created_at=_time(row, "created_at"),
        updated_at=_time(row, "updated_at"),
        billed_at=_time(row, "billed_at"),
        completed_at=_time(row, "completed_at"),
        assignment_history=value_or_null(row, "assignment_history", read_json),
    )


def _read_workflow_sla(tables: Tables) -> Optional[dict[str, Any]]:
    """The `sla` object of the `workflow_config` row, if there is one."""
    found = None
    for row in merged_rows("app_settings", tables.get("app_settings")):
        if row.get("setting_key") == "workflow_config":
            value = value_or_null(row, "setting_value", read_json)
            sla = value.get("sla") if isinstance(value, dict) else None
            found = sla if isinstance(sla, dict) else None
    return found


def _append(index: dict[str, list[Any]], ticket_id: Optional[str], item: Any) -> None:
    if ticket_id is not None:
        index.setdefault(ticket_id, []).append(item)


def read_desk(tables: Tables) -> Desk:
    """All rows with their types. Times that are infinite are None from here on (SEMANTICS 3.1)."""
    desk = Desk()
    agent_names: set[str] = set()
    for row in merged_rows("agents", tables.get("agents")):
        desk.agent_ids.add(read_id(row["id"] or ""))
        names = [_name(row.get("username")), _name(row.get("full_name"))]
        agent_names.update(name for name in names if name)
    agent_names |= desk.agent_ids
    for row in merged_rows("customers", tables.get("customers")):
        customer = Customer(
            id=read_id(row["id"] or ""),
            company_name=row.get("company_name"),
            amc_expiry=value_or_null(row, "amc_expiry_date", parse_day),
            tss_expiry=value_or_null(row, "tss_expiry_date", parse_day),
        )
        desk.customers[customer.id] = customer
    for row in merged_rows("tickets", tables.get("tickets")):
        ticket = _read_ticket(row)
        desk.tickets[ticket.id] = ticket
    for position, row in enumerate(merged_rows("audit_log", tables.get("audit_log"))):
        ticket_id = value_or_null(row, "ticket_id", read_id)
        payload = value_or_null(row, "payload", read_json)
        event = Event(ticket_id, row.get("action") or "", payload, _time(row, "created_at"), position)
        _append(desk.events_of, ticket_id, event)
    for kind in REPLY_TABLES:
        for row in merged_rows(kind, tables.get(kind)):
            if kind == "ticket_comments":
                internal = value_or_null(row, "internal", read_boolean)
                by_agent = _name(row.get("author")) in agent_names
                visible, by_customer = internal is False and by_agent, internal is False and not by_agent
            elif kind == "ticket_remarks":
                visible = row.get("agent_id") is not None
                by_customer = not visible
            else:
                visible, by_customer = True, False
            ticket_id = value_or_null(row, "ticket_id", read_id)
            _append(desk.replies_of, ticket_id, Reply(ticket_id, _time(row, "created_at"), visible, kind, by_customer))
    desk.workflow_sla = _read_workflow_sla(tables)
    return desk
