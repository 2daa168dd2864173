"""Skewed clocks (SEMANTICS 3.9), looked for before any other rule reads a time."""

from __future__ import annotations

from typing import Optional
from zoneinfo import ZoneInfo

from instants import HOUR, MINUTE, local_day
from records import Desk, Ticket

SHIFT = 5 * HOUR + 30 * MINUTE
LEAST = 5 * HOUR + 20 * MINUTE
MOST = 5 * HOUR + 40 * MINUTE
LEAST_ROWS = 20


def enough(found: int, of: int) -> bool:
    """ "at least 20 rows and at least 5 %", in whole numbers."""
    return found >= LEAST_ROWS and found * 100 >= of * 5


def event_times(desk: Desk, ticket: Ticket) -> list[int]:
    """Times of the ticket's audit events, any action; infinite ones are missing (3.1)."""
    return [e.created_at for e in desk.events_of.get(ticket.id, []) if e.created_at is not None]


def is_skewed(desk: Desk, ticket: Ticket) -> bool:
    times = event_times(desk, ticket)
    if not times or ticket.updated_at is None:
        return False
    return LEAST <= ticket.updated_at - max(times) <= MOST


def is_app_made(desk: Desk, ticket: Ticket) -> bool:
    """ "`created_by` is an agent's id"."""
    return (ticket.created_by or "").strip().lower() in desk.agent_ids


def first_trace(desk: Desk, ticket: Ticket) -> Optional[int]:
    """The first audit event, comment, remark or service report of a ticket."""
    times = event_times(desk, ticket)
    times += [r.created_at for r in desk.replies_of.get(ticket.id, []) if r.created_at is not None]
    return min(times) if times else None


def is_made_too_late(desk: Desk, ticket: Ticket) -> bool:
    first = first_trace(desk, ticket)
    if not is_app_made(desk, ticket) or first is None or ticket.created_at is None:
        return False
    return 0 < ticket.created_at - first <= SHIFT


def undo_skew(desk: Desk, app_clock: str, report_zone: ZoneInfo) -> tuple[int, int]:
    """Move the skewed times back; returns how many updated_at and created_at were moved."""
    tickets = list(desk.tickets.values())
    app_made = [t for t in tickets if is_app_made(desk, t)]
    if app_clock == "utc":
        move_updated: list[Ticket] = []
        move_created: list[Ticket] = []
    elif app_clock == "ist-as-utc":
        move_updated = tickets
        move_created = app_made
    else:
        with_events = [t for t in tickets if event_times(desk, t)]
        skewed = [t for t in with_events if is_skewed(desk, t)]
        move_updated = skewed if enough(len(skewed), len(with_events)) else []
        traced = [t for t in app_made if first_trace(desk, t) is not None]
        late = [t for t in traced if is_made_too_late(desk, t)]
        move_created = []
        if enough(len(late), len(traced)):
            # "local date (report zone, of `created_at` as written)"
            late_days = [local_day(t.created_at, report_zone) for t in late if t.created_at is not None]
            for ticket in app_made:
                if ticket.created_at is not None:
                    if min(late_days) <= local_day(ticket.created_at, report_zone) <= max(late_days):
                        move_created.append(ticket)
    moved = (0, 0)
    for ticket in move_updated:
        if ticket.updated_at is not None:
            ticket.updated_at -= SHIFT
            moved = (moved[0] + 1, moved[1])
    for ticket in move_created:
        if ticket.created_at is not None:
            ticket.created_at -= SHIFT
            moved = (moved[0], moved[1] + 1)
    return moved
