"""SLA clocks, event by event and segment by segment (SEMANTICS 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from calendar_walk import NoDueInstant, ServiceCalendar
from history import History, Timeline
from policy import ClockTargets, Policy
from vocabulary import WAITING, is_done, known_status

RUNNING, PAUSED, DONE = "running", "paused", "done"


@dataclass
class ClockRow:
    """What the engine says about one ticket and clock."""

    clock: str
    target: Optional[int]
    state: str
    used: Optional[int] = None
    due_at: Optional[int] = None
    stopped_at: Optional[int] = None
    breached_at: Optional[int] = None
    stopped_by: str = ""


@dataclass
class Stretch:
    """A span of time in which a clock runs, is paused, or its ticket is done: ``[start, end)``.

    ``last`` marks the one that ends at as-of and not by a change.
    """

    start: int
    end: int
    mode: str
    reopened: bool = False
    last: bool = False


@dataclass
class Walk:
    """The state of a clock on its way through the segments."""

    used: int = 0
    breached_at: Optional[int] = None
    due: Optional[int] = None
    ended_running: bool = True


def _due(calendar: ServiceCalendar, start: int, remaining: int) -> Optional[int]:
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


def walk_running(
    walk: Walk, stretch: Stretch, timeline: Timeline[Optional[int]], calendar: ServiceCalendar
) -> None:
    """One running stretch, cut into segments at every change of the target."""
    # The last stretch ends at as-of, and what happens at as-of has happened: a change there
    # makes a last, empty segment ("which counts even when it is empty").
    inner = [
        when for when, _ in timeline.changes
        if stretch.start < when and (when < stretch.end or (stretch.last and when == stretch.end))
    ]
    borders = [stretch.start] + inner
    for index, a in enumerate(borders):
        b = borders[index + 1] if index + 1 < len(borders) else stretch.end
        target = timeline.at(a)
        walk.due = None
        if target is not None:
            if walk.used > target:
                _breach(walk, a)  # "only a lowered target does this"
            else:
                walk.due = _due(calendar, a, target - walk.used)
                if walk.due is not None and walk.due < b:
                    _breach(walk, walk.due)
        walk.used += calendar.elapsed(a, b)


def _breach(walk: Walk, instant: int) -> None:
    """"`breached_at` is the first breach"; a breach is a fact."""
    if walk.breached_at is None:
        walk.breached_at = instant


def target_ever_in_force(timeline: Timeline[Optional[int]], start: int, end: int, stopped: bool) -> bool:
    """"A ticket gets a row for a clock when a target was in force at some time between its start and its stop"."""
    for when, target in timeline.changes:
        before_end = when < end if stopped else when <= end
        if target is not None and (when <= start or before_end):
            return True
    return False


def target_at_end(timeline: Timeline[Optional[int]], stopped_at: Optional[int], as_of: int) -> Optional[int]:
    """COMMANDS, `target_s`: "in force when the clock stopped (a change at that very instant not
    counted, unless it is `created_at`), else at as-of"."""
    if stopped_at is None:
        return timeline.at(as_of)
    if stopped_at == timeline.created_at:
        return timeline.at(stopped_at)
    return timeline.just_before(stopped_at)


def state_of(
    policy: Policy, walk: Walk, target: Optional[int], stopped: bool, paused: bool, due: Optional[int], as_of: int
) -> str:
    """The state at as-of, in the order in which one rules out the next."""
    if walk.breached_at is not None:
        return "breached"
    if target is None:
        return "not_applicable"
    if stopped:
        return "met"
    if paused:
        return "paused"
    if due is not None and due - as_of <= policy.warning_lead:
        return "at_risk"
    return "running"


# ---------------------------------------------------------------- first response


def first_response_stop(history: History, as_of: int) -> tuple[Optional[int], str]:
    """The first reply, or the first instant at which the status is Waiting for Customer or done."""
    reply = next((when for when in history.replies if when <= as_of), None)
    status = None
    if not history.done_at_unknown_time:
        borders = [history.created_at] + [when for when, _ in history.status.changes if when <= as_of]
        for when in borders:
            text = history.status.at(when).text
            if is_done(text) or known_status(text) == WAITING:
                status = when
                break
    if reply is not None and (status is None or reply <= status):
        return reply, "reply"  # "`reply` where both fall on one instant" (COMMANDS)
    return (status, "status") if status is not None else (None, "")


def first_response(history: History, policy: Policy, as_of: int) -> Optional[ClockRow]:
    targets = policy.clocks.get("first_response")
    if targets is None:
        return None
    timeline = target_timeline(history, policy, targets, as_of)
    start = history.created_at
    stopped_at, stopped_by = first_response_stop(history, as_of)
    end = as_of if stopped_at is None else stopped_at
    if not target_ever_in_force(timeline, start, end, stopped_at is not None):
        return None
    target = target_at_end(timeline, stopped_at, as_of)
    if history.done_at_unknown_time and stopped_at is None:
        # 3.4: "its clocks are `not_applicable`, except a first response that a reply settles"
        return ClockRow("first_response", target, "not_applicable")
    walk = Walk()
    walk_running(walk, Stretch(start, end, RUNNING, last=stopped_at is None), timeline, targets.calendar)
    due = walk.breached_at if walk.breached_at is not None else walk.due
    state = state_of(policy, walk, target, stopped_at is not None, False, due, as_of)
    if state == "not_applicable":
        return ClockRow("first_response", target, state)
    return ClockRow("first_response", target, state, walk.used, due, stopped_at, walk.breached_at, stopped_by)


# ---------------------------------------------------------------- resolution


def mode_of(status: str, policy: Policy) -> str:
    """SEMANTICS 2: "For clocks, ... *paused* means a status in the policy's `pause_on`"."""
    if is_done(status):
        return DONE
    return PAUSED if policy.pauses(status) else RUNNING


def stretches_of(history: History, policy: Policy, as_of: int) -> list[Stretch]:
    """The life of the resolution clock from `created_at` to as-of, by the ticket's status."""
    status = history.status.until(as_of)
    borders = [history.created_at] + [when for when, _ in status.changes if when > history.created_at]
    stretches: list[Stretch] = []
    for when in borders:
        mode = mode_of(status.at(when).text, policy)
        if stretches and stretches[-1].mode == mode:
            continue
        if stretches:
            stretches[-1].end = when
        reopened = bool(stretches) and stretches[-1].mode == DONE
        stretches.append(Stretch(when, as_of, mode, reopened))
    stretches[-1].last = True
    return stretches


def resolution(history: History, policy: Policy, sla_due: Optional[int], as_of: int) -> Optional[ClockRow]:
    targets = policy.clocks.get("resolution")
    if targets is None:
        return None
    timeline = target_timeline(history, policy, targets, as_of)
    if history.done_at_unknown_time:
        if not target_ever_in_force(timeline, history.created_at, as_of, False):
            return None
        return ClockRow("resolution", target_at_end(timeline, None, as_of), "not_applicable")
    stretches = stretches_of(history, policy, as_of)
    stopped_at = stretches[-1].start if stretches[-1].mode == DONE else None
    end = as_of if stopped_at is None else stopped_at
    if not target_ever_in_force(timeline, history.created_at, end, stopped_at is not None):
        return None
    target = target_at_end(timeline, stopped_at, as_of)
    walk = walk_resolution(history, policy, stretches, timeline, targets.calendar)
    due = walk.due if walk.ended_running else None
    stored = sla_due if policy.due_stored else None
    if stored is not None:
        walk.breached_at = stored_breach(stretches, stored)
        due = stored  # "`due_at` shows `sla_due`, also where `breached_at` is later"
    elif walk.breached_at is not None:
        due = walk.breached_at
    paused = stretches[-1].mode == PAUSED
    state = state_of(policy, walk, target, stopped_at is not None, paused, due, as_of)
    if state == "not_applicable":
        return ClockRow("resolution", target, state)
    stopped_by = "status" if stopped_at is not None else ""
    return ClockRow("resolution", target, state, walk.used, due, stopped_at, walk.breached_at, stopped_by)


def walk_resolution(
    history: History,
    policy: Policy,
    stretches: list[Stretch],
    timeline: Timeline[Optional[int]],
    calendar: ServiceCalendar,
) -> Walk:
    walk = Walk()
    first = stretches[0]
    if first.mode == DONE:
        # "A clock that stops at its very start counts as stopped while running, unless it was paused."
        # What it was before its very first instant only the first event's old value can say.
        before = mode_of(history.status.initial.text, policy)
        walk.ended_running = before != PAUSED
        if walk.ended_running:
            walk_running(walk, Stretch(first.start, first.start, RUNNING), timeline, calendar)
    for stretch in stretches:
        if stretch.mode == DONE:
            continue
        if stretch.reopened and policy.restart_on_reopen:
            walk.used = 0  # "begins again with nothing used; an earlier breach stays"
        walk.ended_running = stretch.mode == RUNNING
        if stretch.mode == RUNNING:
            walk_running(walk, stretch, timeline, calendar)
    return walk


def stored_breach(stretches: list[Stretch], stored: int) -> Optional[int]:
    """`due_source: stored`: unfinished after `sla_due`, also while paused, is breached.

    "Unfinished after" is `d < b` as for the computed due, ``b`` being the end of a
    stretch of time in which the ticket is not done.
    """
    open_spans: list[tuple[int, int]] = []
    if stretches[0].mode == DONE:
        # It stops at its very start: unfinished until `created_at`.
        open_spans.append((stretches[0].start, stretches[0].start))
    for stretch in stretches:
        if stretch.mode != DONE:
            open_spans.append((stretch.start, stretch.end))
    for start, end in open_spans:
        if stored < end:
            return max(stored, start)
    return None
