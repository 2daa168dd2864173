"""The rows of `aroundtally sla --format csv` (COMMANDS, "Contracts that scripts rely on")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional
from zoneinfo import ZoneInfo

from clocks import clock_rows
from contracts import contract_state
from cycles import mode_of
from history import History, history_of
from instants import format_instant, format_seconds, local_day
from policy import Creation, Policy, policy_of
from records import Desk, Ticket
from skew import is_app_made
from vocabulary import is_blank, status_shown

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


def resolution_source(history: History, done_at: Optional[int]) -> str:
    """SEMANTICS 3.5, of the entry into done that ended the cycle (README, Readings)."""
    return "" if done_at is None else history.status.at(done_at).source


def channel_of(desk: Desk, ticket: Ticket) -> str:
    """POLICY: "`app` when `created_by` is an agent's id, `tally` when `client_ticket_uuid` is not blank, else `portal`"."""
    if is_app_made(desk, ticket):
        return "app"
    return "portal" if is_blank(ticket.client_ticket_uuid) else "tally"


def creation_of(desk: Desk, ticket: Ticket, history: History, zone: ZoneInfo) -> Creation:
    customer = desk.customers.get(ticket.customer_id or "")
    day = local_day(history.created_at, zone)
    return Creation(
        day=day,
        priority=history.priority.at(history.created_at),
        amc=contract_state(customer.amc_expiry if customer else None, day),
        tss=contract_state(customer.tss_expiry if customer else None, day),
        channel=channel_of(desk, ticket),
    )


@dataclass
class Evaluated:
    """A ticket that has clocks: its history, its policy, and what held when it was created."""

    ticket: Ticket
    history: History
    policy: Policy
    creation: Creation


def evaluated(desk: Desk, policies: list[Policy], zone: ZoneInfo, as_of: int) -> list[Evaluated]:
    """By ticket id. "A ticket that no policy matches has no clocks"."""
    found = []
    for ticket_id in sorted(desk.tickets):
        ticket = desk.tickets[ticket_id]
        history = history_of(desk, ticket)
        if history is None or history.created_at > as_of:
            continue
        creation = creation_of(desk, ticket, history, zone)
        policy = policy_of(policies, ticket, desk.customers.get(ticket.customer_id or ""), creation)
        if policy is not None:
            found.append(Evaluated(ticket, history, policy, creation))
    return found


def rows_of_ticket(one: Evaluated, as_of: int) -> list[list[str]]:
    ticket, history, policy = one.ticket, one.history, one.policy
    status = history.status.until(as_of).at(as_of).text
    mode = mode_of(status, policy.pause_on)
    service_state = "open" if mode == "running" else mode
    rows = []
    for clock in clock_rows(history, policy, ticket.sla_due, as_of):
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
            one.creation.amc,
            guarded(history.assignee.until(as_of).at(as_of) or ""),
            resolution_source(history, clock.done_at),
            str(clock.cycle),
            clock.stopped_by,
        ])
    return rows


def sla_rows(tickets: list[Evaluated], as_of: int) -> list[list[str]]:
    """All rows, ordered by `ticket_id`, then clock, then cycle; the header first."""
    rows = [HEADER]
    for one in tickets:
        rows += rows_of_ticket(one, as_of)
    return rows
