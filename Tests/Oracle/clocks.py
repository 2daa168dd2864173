"""SLA clocks, event by event and segment by segment (SEMANTICS 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from calendar_walk import NoDueInstant, ServiceCalendar
from cycles import PAUSED, RUNNING, Cycle, Stretch, cycles_of
from history import History, Timeline
from policy import ClockTargets, Policy


@dataclass
class ClockRow:
    """What the engine says about one ticket, clock and cycle."""

    clock: str
    cycle: int
    target: Optional[int]
    state: str
    used: Optional[int] = None
    due_at: Optional[int] = None
    stopped_at: Optional[int] = None
    breached_at: Optional[int] = None
    stopped_by: str = ""
    # When the ticket became done and so ended this cycle of the resolution, also where `stopped_at` is not shown.
    done_at: Optional[int] = None


@dataclass
class Segment:
    """A running part of a clock's life with one target, ``[start, end)``.

    ``used`` is what was used before it. ``open_end``: it ends at as-of and not by anything that happened.
    """

    start: int
    end: int
    target: Optional[int]
    used: int
    open_end: bool


def due_or_none(calendar: ServiceCalendar, start: int, remaining: int) -> Optional[int]:
    """SEMANTICS 4: without a due instant "the clock cannot breach"."""
    try:
        return calendar.due(start, remaining)
    except NoDueInstant:
        return None


def target_timeline(history: History, policy: Policy, targets: ClockTargets, as_of: int) -> Timeline[Optional[int]]:
    """The target in force over time; only real changes of the target are kept."""
    priority = history.priority.until(as_of)
    created_at = history.created_at
    first = targets.target(priority.at(created_at))
    changes: list[tuple[int, Optional[int]]] = [(created_at, first)]
    if not policy.keep_target:  # `keep` "leaves the target of the creation"
        for when, value in priority.changes:
            target = targets.target(value)
            if when > created_at and target != changes[-1][1]:
                changes.append((when, target))
    return Timeline(created_at, first, changes)


# ---------------------------------------------------------------- segments


def segments_of(
    cycle: Cycle, timeline: Timeline[Optional[int]], calendar: ServiceCalendar, restart: bool
) -> tuple[list[Segment], int]:
    """The running segments of a cycle, cut at every change of the target, and what is used in the end."""
    segments: list[Segment] = []
    used = 0
    for stretch in cycle.stretches:
        if stretch.reopened and restart:
            used = 0  # "begins again with nothing used; an earlier breach stays"
        if stretch.mode != RUNNING:
            continue
        borders = borders_of(stretch, timeline)
        for index, a in enumerate(borders):
            is_last = index + 1 == len(borders)
            b = stretch.end if is_last else borders[index + 1]
            segments.append(Segment(a, b, timeline.at(a), used, stretch.last and is_last))
            used += calendar.elapsed(a, b)
    return segments, used


def borders_of(stretch: Stretch, timeline: Timeline[Optional[int]]) -> list[int]:
    """Where the segments of a running stretch begin.

    The last stretch ends at as-of, and what happens at as-of has happened: a change there
    makes a last, empty segment ("which counts even when it is empty").
    """
    return [stretch.start] + [
        when for when, _ in timeline.changes
        if stretch.start < when and (when < stretch.end or (stretch.last and when == stretch.end))
    ]


def first_breach(segments: list[Segment], calendar: ServiceCalendar) -> Optional[int]:
    """ "`breached_at` is the first breach"; a breach is a fact."""
    for segment in segments:
        if segment.target is None:
            continue
        if segment.used > segment.target:
            return segment.start  # "only a lowered target does this"
        due = due_or_none(calendar, segment.start, segment.target - segment.used)
        if due is not None and due < segment.end:
            return due
    return None


def last_due(segments: list[Segment], calendar: ServiceCalendar) -> Optional[int]:
    """ "the `d` of its last running segment"; there is none without a target, or when more than it is used."""
    if not segments or segments[-1].target is None or segments[-1].used > segments[-1].target:
        return None
    return due_or_none(calendar, segments[-1].start, segments[-1].target - segments[-1].used)


# ---------------------------------------------------------------- one row


def target_ever_in_force(timeline: Timeline[Optional[int]], start: int, end: int, stopped: bool) -> bool:
    """ "A ticket gets a row for a clock when a target was in force at some time between its start and its stop"."""
    if timeline.at(start) is not None:
        return True
    for when, target in timeline.changes:
        before_end = when < end if stopped else when <= end
        if target is not None and start < when and before_end:
            return True
    return False


def target_at_end(timeline: Timeline[Optional[int]], cycle: Cycle, as_of: int) -> Optional[int]:
    """COMMANDS, `target_s`: "in force when the clock stopped (a change at that very instant not
    counted, unless it is `created_at`), else at as-of"; the start of a later cycle is its `created_at`."""
    if cycle.stopped_at is None:
        return timeline.at(as_of)
    if cycle.stopped_at == cycle.start:
        return timeline.at(cycle.start)
    return timeline.just_before(cycle.stopped_at)


def is_at_risk(policy: Policy, target: int, used: int, due: Optional[int], as_of: int) -> bool:
    """`warning_lead`: a duration of wall time before due, or "target − used ≤ share × target, in business time"."""
    if policy.warning_share is not None:
        numerator, denominator = policy.warning_share
        return (target - used) * denominator <= numerator * target
    return due is not None and due - as_of <= policy.warning_lead


def row_of(
    clock: str, cycle: Cycle, timeline: Timeline[Optional[int]], calendar: ServiceCalendar,
    policy: Policy, stored: Optional[int], as_of: int,
) -> Optional[ClockRow]:
    stopped = cycle.stopped_at is not None
    if not target_ever_in_force(timeline, cycle.start, cycle.end(as_of), stopped):
        return None
    target = target_at_end(timeline, cycle, as_of)
    if cycle.unknown:
        return ClockRow(clock, cycle.number, target, "not_applicable")
    segments, used = segments_of(cycle, timeline, calendar, policy.on_reopen == "restart")
    breached_at = first_breach(segments, calendar)
    ended_paused = cycle.stretches[-1].mode == PAUSED
    due = breached_at if breached_at is not None else None if ended_paused else last_due(segments, calendar)
    if stored is not None:
        breached_at = stored_breach(cycle.stretches, stored)
        due = stored  # "`due_at` shows `sla_due`, also where `breached_at` is later"
    if breached_at is not None:
        state = "breached"
    elif target is None:
        return ClockRow(clock, cycle.number, target, "not_applicable")
    elif stopped:
        state = "met"
    elif ended_paused:
        state = "paused"
    else:
        state = "at_risk" if is_at_risk(policy, target, used, due, as_of) else "running"
    return ClockRow(clock, cycle.number, target, state, used, due, cycle.stopped_at, breached_at, cycle.stopped_by)


def stored_breach(stretches: list[Stretch], stored: int) -> Optional[int]:
    """`due_source: stored`: unfinished after `sla_due`, also while paused, is breached.

    "Unfinished after" is `d < b` as for the computed due, ``b`` being the end of a
    stretch of time in which the ticket is not done.
    """
    for stretch in stretches:
        if stored < stretch.end:
            return max(stored, stretch.start)
    return None


def clock_rows(history: History, policy: Policy, sla_due: Optional[int], as_of: int) -> list[ClockRow]:
    """All rows of a ticket: "clock name, then cycle"."""
    rows = []
    for clock in sorted(policy.clocks):
        targets = policy.clocks[clock]
        timeline = target_timeline(history, policy, targets, as_of)
        stored = sla_due if clock == "resolution" and policy.due_stored else None
        for cycle in cycles_of(clock, history, policy, as_of):
            row = row_of(clock, cycle, timeline, targets.calendar, policy, stored, as_of)
            if row is not None:
                if clock == "resolution":
                    row.done_at = cycle.start if cycle.unknown else cycle.stopped_at
                rows.append(row)
    return rows
