"""The rows of `aroundtally sla --format csv` (COMMANDS, "Contracts that scripts rely on")."""

from __future__ import annotations

from typing import Optional
from zoneinfo import ZoneInfo

from clocks import DONE, ClockRow, first_response, mode_of, resolution
from contracts import contract_state
from history import History, history_of
from instants import format_instant, format_seconds, local_day
from policy import Policy, policy_of
from records import Desk, Ticket
from vocabulary import status_shown

HEADER = [
    "ticket_id", "customer_id", "clock", "policy", "priority", "status", "service_state", "created_at",
    "target_s", "used_s", "due_at", "stopped_at", "state", "breached_at", "amc_at_creation", "assigned_to",
    "resolution_source", "cycle", "stopped_by",
]
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d")


def guarded(text: str) -> str:
    """COMMANDS `--csv-raw`, RELIABILITY "CSV out": a leading `'` before a formula character,
    "also after quotes or spaces, and full-width ="."""
    return "'" + text if text.lstrip(" \"'").startswith(_FORMULA_STARTS) else text


def csv_cell(text: str) -> str:
    if any(char in text for char in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def csv_text(rows: list[list[str]]) -> str:
    return "".join(",".join(csv_cell(cell) for cell in row) + "\n" for row in rows)


def resolution_source(history: History, as_of: int) -> str:
    """SEMANTICS 3.5, at the last entry into done (README, Readings)."""
    status = history.status.until(as_of)
    source = status.initial.source
    was_done = False
    for when in [history.created_at] + [when for when, _ in status.changes]:
        held = status.at(when)
        done = mode_of(held.text, _NO_PAUSE) == DONE
        if done and not was_done:
            source = held.source
        was_done = done
    return source


_NO_PAUSE = Policy("", None, {}, pause_on=set())  # type: ignore[arg-type]


def rows_of_ticket(desk: Desk, ticket: Ticket, policies: list[Policy], zone: ZoneInfo, as_of: int) -> list[list[str]]:
    history = history_of(desk, ticket)
    if history is None or history.created_at > as_of:
        return []
    customer = desk.customers.get(ticket.customer_id or "")
    creation_day = local_day(history.created_at, zone)
    amc = contract_state(customer.amc_expiry if customer else None, creation_day)
    tss = contract_state(customer.tss_expiry if customer else None, creation_day)
    policy = policy_of(policies, ticket, customer, history.priority.at(history.created_at), amc, tss)
    if policy is None:
        return []  # "A ticket that no policy matches has no clocks"
    status = history.status.until(as_of).at(as_of).text
    mode = mode_of(status, policy)
    service_state = "open" if mode == "running" else mode
    rows = []
    clocks: list[Optional[ClockRow]] = [
        first_response(history, policy, as_of),
        resolution(history, policy, ticket.sla_due, as_of),
    ]
    for clock in clocks:
        if clock is None:
            continue
        source = ""
        if clock.clock == "resolution" and mode == DONE:
            source = resolution_source(history, as_of)
        rows.append([
            ticket.id,
            ticket.customer_id or "",
            clock.clock,
            guarded(policy.name),
            history.priority.until(as_of).at(as_of) or "",
            guarded(status_shown(status)),
            service_state,
            format_instant(history.created_at),
            format_seconds(clock.target),
            format_seconds(clock.used),
            format_instant(clock.due_at),
            format_instant(clock.stopped_at),
            clock.state,
            format_instant(clock.breached_at),
            amc,
            guarded(history.assignee.until(as_of).at(as_of) or ""),
            source,
            "1",
            clock.stopped_by,
        ])
    return rows


def sla_rows(desk: Desk, policies: list[Policy], zone: ZoneInfo, as_of: int) -> list[list[str]]:
    """All rows, ordered by `ticket_id`, then clock; the header first."""
    rows = [HEADER]
    for ticket_id in sorted(desk.tickets):
        rows += rows_of_ticket(desk, desk.tickets[ticket_id], policies, zone, as_of)
    return rows
