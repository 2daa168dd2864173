"""The history of a ticket: status, priority and assignee over time (SEMANTICS 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Optional, TypeVar

from instants import UnreadableValue, finite, parse_instant
from records import Desk, Event, Ticket
from vocabulary import is_blank, is_done, priority_class, same_status, word

Held = TypeVar("Held")


@dataclass
class Timeline(Generic[Held]):
    """What held when. ``initial`` holds before the first change.

    ``changes`` has strictly increasing instants, none before ``created_at``.
    """

    created_at: int
    initial: Held
    changes: list[tuple[int, Held]]

    def at(self, instant: int) -> Held:
        """The value in force at an instant, changes at that very instant included."""
        held = self.initial
        for when, value in self.changes:
            if when <= instant:
                held = value
        return held

    def just_before(self, instant: int) -> Held:
        """The value in force before an instant, changes at that very instant not counted."""
        return self.at(instant - 1)

    def until(self, as_of: int) -> "Timeline[Held]":
        """Cut by as-of: "what happens exactly at as-of has" (SEMANTICS 3)."""
        return Timeline(self.created_at, self.initial, [c for c in self.changes if c[0] <= as_of])


@dataclass(frozen=True)
class StatusHeld:
    """A status (raw text) and where its instant comes from (SEMANTICS 3.5)."""

    text: str
    source: str


@dataclass(frozen=True)
class Change:
    """One usable event: its effective instant, its new and its old value."""

    instant: int
    new: Any
    has_old: bool
    old: Any


@dataclass
class History:
    """All that the clocks need of one ticket, worked out from all the data."""

    created_at: int
    status: Timeline[StatusHeld]
    priority: Timeline[Optional[str]]
    assignee: Timeline[Optional[str]]
    done_at_unknown_time: bool
    # Visible replies of agents and messages of the customer: the instant at which each counts
    # (not before `created_at`), and its own time, which gives the order of those moved there.
    reply_times: list[tuple[int, int]]
    messages: list[tuple[int, int]]

    @property
    def replies(self) -> list[int]:
        """The instants at which the visible replies of agents count."""
        return [when for when, _ in self.reply_times]


# ---------------------------------------------------------------- values in payloads


def usable(value: Any) -> Optional[str]:
    """SEMANTICS 3.2: "Usable is a string that is not blank"."""
    return value if isinstance(value, str) and not is_blank(value) else None


def first_usable(payload: Any, keys: tuple[str, ...]) -> Optional[str]:
    """The first usable one of several keys; a payload that is no object has none."""
    if not isinstance(payload, dict):
        return None
    for key in keys:
        if usable(payload.get(key)) is not None:
            return payload[key]
    return None


def text_or_null(payload: Any, keys: tuple[str, ...]) -> tuple[bool, Optional[str]]:
    """SEMANTICS 3.6: "a text before a null", and a present null is a value.

    Returns whether there is a value, and the value.
    """
    text = first_usable(payload, keys)
    if text is not None:
        return True, text
    if isinstance(payload, dict) and any(key in payload and payload[key] is None for key in keys):
        return True, None
    return False, None


# ---------------------------------------------------------------- events in order


def ordered_events(desk: Desk, ticket: Ticket, created_at: int) -> list[tuple[int, Event]]:
    """Events with their effective instants (SEMANTICS 3.1 and 3.8).

    By `created_at`, then input order; `ticket_created` counts at the ticket's
    `created_at`, before any other event there. Events without a time are ignored.
    """
    timed = [e for e in desk.events_of.get(ticket.id, []) if e.created_at is not None]
    timed.sort(key=lambda e: (e.created_at, e.position))
    creations = [(created_at, e) for e in timed if e.action == "ticket_created"]
    others = [(max(e.created_at or 0, created_at), e) for e in timed if e.action != "ticket_created"]
    return creations + others


# ---------------------------------------------------------------- status

_NEW = ("to", "new_status", "new")
_OLD = ("from", "old_status", "old")
STATUS_ACTIONS = ("ticket_status_changed", "status_changed")
BILL_ACTIONS = ("ticket_resolved_bill_raised", "bill_raised", "bill_processed", "bill_cancelled")


def _bill_status(event: Event) -> str:
    """SEMANTICS 3.6: the status that a bill event leaves."""
    if event.action in ("ticket_resolved_bill_raised", "bill_raised"):
        return "BillRaised"
    if event.action == "bill_processed":
        return "BillProcessed"
    return first_usable(event.payload, ("to",)) or "Resolved"


def status_changes(events: list[tuple[int, Event]]) -> list[Change]:
    """All status events in order, bill events among them."""
    said: set[tuple[int, str]] = set()
    for instant, event in events:
        if event.action in STATUS_ACTIONS:
            new = first_usable(event.payload, _NEW)
            if new is not None:
                said.add((instant, word(new)))
    changes = []
    for instant, event in events:
        if event.action in STATUS_ACTIONS:
            new = first_usable(event.payload, _NEW)
            if new is not None:  # else "as if it were not there" (3.2)
                old = first_usable(event.payload, _OLD)
                changes.append(Change(instant, new, old is not None, old))
        elif event.action in BILL_ACTIONS:
            new = _bill_status(event)
            # "left out when any status event at the same instant says the same" (3.6)
            if (instant, word(new)) not in said:
                changes.append(Change(instant, new, False, None))
    return changes


def last_of_each_instant(changes: list[Change]) -> list[tuple[int, Any]]:
    """SEMANTICS 3.3: "Of several events at one instant only the last counts"."""
    kept: dict[int, Any] = {}
    for change in changes:
        kept[change.instant] = change.new
    return sorted(kept.items())


def row_status_from(desk: Desk, ticket: Ticket, row_status: str, bound: int) -> Optional[tuple[int, str]]:
    """SEMANTICS 3.4: the instant from which the row's status wins, and its source; None if there is none."""
    reports = [
        r.created_at for r in desk.replies_of.get(ticket.id, [])
        if r.kind == "service_reports" and r.created_at is not None
    ]
    if is_done(row_status):
        candidates = [
            ("completed_at", ticket.completed_at),
            ("billed_at", ticket.billed_at),
            ("service_report", max(reports) if reports else None),
            ("updated_at", ticket.updated_at),
        ]
    else:
        candidates = [("updated_at", ticket.updated_at)]
    for source, instant in candidates:
        if instant is not None and instant >= bound:
            return instant, source
    return None


def status_history(
    desk: Desk, ticket: Ticket, created_at: int, events: list[tuple[int, Event]]
) -> tuple[Timeline[StatusHeld], bool]:
    """The status timeline, and whether the ticket is done at an unknown time (SEMANTICS 3.2-3.5, 3.7)."""
    changes = status_changes(events)
    initial = changes[0].old if changes and changes[0].has_old else "New"
    held = [(when, StatusHeld(text, "event")) for when, text in last_of_each_instant(changes)]
    timeline = Timeline(created_at, StatusHeld(initial, "event"), held)
    row_status = ticket.status
    if row_status is None or is_blank(row_status):
        return timeline, False  # 3.7: "a row without a status says nothing about it"
    events_leave = held[-1][1].text if held else "New"
    if same_status(row_status, events_leave):
        return timeline, False
    bound = held[-1][0] if held else created_at
    won = row_status_from(desk, ticket, row_status, bound)
    if held:
        if won is None or won[0] == bound:
            # "from the last status event, which is then overwritten at its own instant";
            # `event` "also where r is the instant of the last status event" (3.5)
            held[-1] = (bound, StatusHeld(row_status, "event"))
        else:
            held.append((won[0], StatusHeld(row_status, won[1])))
        return timeline, False
    if won is not None:
        held.append((won[0], StatusHeld(row_status, won[1])))
        return timeline, False
    held.append((created_at, StatusHeld(row_status, "unknown")))
    return timeline, is_done(row_status)


# ---------------------------------------------------------------- priority and assignee


def _plain_history(
    created_at: int, changes: list[Change], row_value: Optional[str], updated_at: Optional[int]
) -> Timeline[Optional[str]]:
    """SEMANTICS 3.6, for values that are already comparable (class of priority, id of agent)."""
    if not changes:
        # "without any event the row's value holds from `created_at`"
        return Timeline(created_at, row_value, [(created_at, row_value)])
    first = changes[0]
    initial = first.old if first.has_old else row_value
    held = last_of_each_instant(changes)
    last_instant, last_value = held[-1]
    if row_value != last_value:
        # "a row that differs from the last event's value wins from `updated_at`, else from that event"
        if updated_at is not None and updated_at > last_instant:
            held.append((updated_at, row_value))
        else:
            held[-1] = (last_instant, row_value)
    return Timeline(created_at, initial, held)


def priority_history(ticket: Ticket, created_at: int, events: list[tuple[int, Event]]) -> Timeline[Optional[str]]:
    changes = []
    for instant, event in events:
        if event.action == "priority_changed":
            there, new = text_or_null(event.payload, ("to", "new"))
            has_old, old = text_or_null(event.payload, ("from", "old"))
        elif event.action == "ticket_created":
            there, new = text_or_null(event.payload, ("priority",))
            has_old, old = False, None
        else:
            continue
        if there:
            changes.append(Change(instant, priority_class(new), has_old, priority_class(old)))
    return _plain_history(created_at, changes, priority_class(ticket.priority), ticket.updated_at)


def _agent(value: Optional[str]) -> Optional[str]:
    """An agent's id as printed: in lower case (COMMANDS)."""
    return value.strip().lower() if value is not None else None


def assignee_history(ticket: Ticket, created_at: int, events: list[tuple[int, Event]]) -> Timeline[Optional[str]]:
    changes = []
    for instant, event in events:
        if event.action in ("assigned", "ticket_assigned"):
            there, new = text_or_null(event.payload, ("to", "new"))
            has_old, old = text_or_null(event.payload, ("from", "old"))
            if there:
                changes.append(Change(instant, _agent(new), has_old, _agent(old)))
    if not changes:
        changes = _changes_of_assignment_history(ticket, created_at)
    return _plain_history(created_at, changes, _agent(ticket.assigned_to), ticket.updated_at)


def _changes_of_assignment_history(ticket: Ticket, created_at: int) -> list[Change]:
    """SEMANTICS 3.6: "entries with `assigned_at` and a `to` key, by time, then position"."""
    if not isinstance(ticket.assignment_history, list):
        return []
    entries = []
    for position, entry in enumerate(ticket.assignment_history):
        if not isinstance(entry, dict) or not isinstance(entry.get("assigned_at"), str):
            continue
        try:
            instant = finite(parse_instant(entry["assigned_at"]))
        except UnreadableValue:
            continue
        there, new = text_or_null(entry, ("to",))
        if instant is None or not there:
            continue
        has_old, old = text_or_null(entry, ("from",))
        entries.append((instant, position, Change(max(instant, created_at), _agent(new), has_old, _agent(old))))
    entries.sort(key=lambda e: (e[0], e[1]))
    return [change for _, _, change in entries]


# ---------------------------------------------------------------- the whole history


def history_of(desk: Desk, ticket: Ticket) -> Optional[History]:
    """None for a ticket without a finite `created_at`: it has no clocks (SEMANTICS 3.8)."""
    created_at = ticket.created_at
    if created_at is None:
        return None
    events = ordered_events(desk, ticket, created_at)
    status, unknown = status_history(desk, ticket, created_at, events)
    timed = [r for r in desk.replies_of.get(ticket.id, []) if r.created_at is not None]
    said = [(max(r.created_at or 0, created_at), r.created_at or 0, r) for r in timed]
    return History(
        created_at=created_at,
        status=status,
        priority=priority_history(ticket, created_at, events),
        assignee=assignee_history(ticket, created_at, events),
        done_at_unknown_time=unknown,
        reply_times=sorted((when, own) for when, own, r in said if r.by_agent_visible),
        messages=sorted((when, own) for when, own, r in said if r.by_customer),
    )
