"""Escalation levels (POLICY, "The wider file"): when each is reached, worked out from the segments of the clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

from calendar_walk import ServiceCalendar
from clocks import Segment, due_or_none, segments_of, target_timeline
from cycles import cycles_of
from policy import Level
from sla_table import Evaluated


@dataclass
class Escalation:
    """A level that a clock has reached."""

    at: int
    ticket_id: str
    clock: str
    cycle: int
    level: Level


def reached_at(level: Level, segments: list[Segment], calendar: ServiceCalendar) -> Optional[int]:
    """The first instant at which the clock has run so long; None when it never has.

    As with a breach a segment that something ends exactly at that instant does not reach it;
    as-of ends nothing, so that what is reached exactly at as-of is.
    """
    for segment in segments:
        if segment.target is None:
            continue
        wanted = level.threshold(segment.target)
        if wanted < segment.used:
            at: Optional[int] = segment.start  # "a level before the start falls at the start"
        else:
            at = due_or_none(calendar, segment.start, math.ceil(wanted) - segment.used)
        if at is not None and (at < segment.end or (segment.open_end and at == segment.end)):
            return at
    return None


def escalations_of(one: Evaluated, as_of: int) -> list[Escalation]:
    """All levels that a ticket's clocks have reached by as-of."""
    found = []
    for clock, levels in sorted(one.policy.levels.items()):
        targets = one.policy.clocks.get(clock)
        if targets is None:
            continue
        timeline = target_timeline(one.history, one.policy, targets, as_of)
        for cycle in cycles_of(clock, one.history, one.policy, as_of):
            if cycle.unknown:
                continue
            segments, _ = segments_of(cycle, timeline, targets.calendar, one.policy.on_reopen == "restart")
            for level in levels:
                at = reached_at(level, segments, targets.calendar)
                if at is not None:
                    found.append(Escalation(at, one.ticket.id, clock, cycle.number, level))
    return found


def escalations_between(tickets: list[Evaluated], since: Optional[int], as_of: int) -> list[Escalation]:
    """ "`list escalations` takes `(since, as-of]`"; without ``since`` all up to as-of."""
    every = [escalation for one in tickets for escalation in escalations_of(one, as_of)]
    return [e for e in every if e.at <= as_of and (since is None or since < e.at)]
