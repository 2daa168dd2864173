"""The service calendar as an explicit list of working intervals (SEMANTICS 4, POLICY.md).

Each local date is worked out by itself in wall-clock time, converted to UTC,
and the list is merged. ``due`` and ``elapsed`` walk that list, nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional
from zoneinfo import ZoneInfo

from instants import (
    DAY,
    closing_instant,
    first_instant_of_day,
    local_day,
    opening_instant,
)

Span = tuple[int, int]
# Years 3 to 9990: as far as Python's dates carry a calendar that never ends.
FIRST_DAY, LAST_DAY = -718000, 2929000


class NoDueInstant(Exception):
    """SEMANTICS 4: the working time ends before the target is reached."""


def merge(spans: list[Span]) -> list[Span]:
    """Overlapping or touching spans become one; empty ones vanish."""
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def take_out(spans: list[Span], breaks: list[Span]) -> list[Span]:
    """What is left of the spans beside the breaks."""
    for hole_start, hole_end in breaks:
        left: list[Span] = []
        for start, end in spans:
            left.append((start, min(end, hole_start)))
            left.append((max(start, hole_end), end))
        spans = [span for span in left if span[0] < span[1]]
    return spans


def split_at_midnight(spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """An interval past midnight "is two intervals on two local dates": today's and tomorrow's part.

    Spans are microseconds after local midnight; an end not after its start runs past midnight.
    """
    today, tomorrow = [], []
    for start, end in spans:
        if end > start:
            today.append((start, end))
        else:
            today.append((start, DAY))
            tomorrow.append((0, end))
    return today, tomorrow


@dataclass
class ServiceCalendar:
    """One calendar of the policy file. Keys of the maps are day numbers."""

    name: str
    zone: ZoneInfo
    week: dict[int, list[Span]]  # 0 = Monday
    holidays: set[int] = field(default_factory=set)
    yearly_holidays: set[tuple[int, int]] = field(default_factory=set)
    special_days: dict[int, list[Span]] = field(default_factory=dict)
    breaks: dict[int, list[Span]] = field(default_factory=dict)
    _converted: dict[int, list[Span]] = field(default_factory=dict)

    # ------------------------------------------------------------ one local date

    def is_holiday(self, day: int) -> bool:
        """Single or yearly; "a yearly holiday of `02-29` applies in leap years only"."""
        date = _civil(day)
        return day in self.holidays or (date.month, date.day) in self.yearly_holidays

    def week_hours(self, day: int) -> list[Span]:
        """The week's hours of a date, with what comes over from the week's day before."""
        weekday = (day + 3) % 7  # 1970-01-01 was a Thursday
        today, _ = split_at_midnight(self.week.get(weekday, []))
        _, came_over = split_at_midnight(self.week.get((weekday - 1) % 7, []))
        return today + came_over

    def wall_hours(self, day: int) -> list[Span]:
        """The working intervals of one local date in wall-clock time, merged, breaks taken out."""
        if day in self.special_days:
            # "A date that is both holiday and special day has the special hours."
            hours, _ = split_at_midnight(self.special_days[day])
        elif self.is_holiday(day):
            # "a holiday on Sunday also removes the `00:00-06:00` that came over from Saturday"
            hours = []
        else:
            # "a special day's own past-midnight end spills into the next date beside that date's
            # week hours, unless the next date is itself a holiday or a special day"
            _, spilled = split_at_midnight(self.special_days.get(day - 1, []))
            hours = self.week_hours(day) + spilled
        breaks_today, _ = split_at_midnight(self.breaks.get(day, []))
        _, breaks_came_over = split_at_midnight(self.breaks.get(day - 1, []))
        return take_out(merge(hours), breaks_today + breaks_came_over)

    def utc_hours(self, day: int) -> list[Span]:
        """The same date's intervals as instants (SEMANTICS 4, daylight-saving changes)."""
        if day not in self._converted:
            spans = []
            for start, end in self.wall_hours(day):
                opening = opening_instant(day * DAY + start, self.zone)
                if end == DAY:
                    closing = first_instant_of_day(day + 1, self.zone)
                else:
                    closing = closing_instant(day * DAY + end, self.zone)
                spans.append((opening, closing))
            self._converted[day] = spans
        return self._converted[day]

    # ------------------------------------------------------------ the list

    def intervals(self, first_day: int, last_day: int) -> list[Span]:
        """The explicit list of working intervals of some local dates, merged."""
        spans: list[Span] = []
        for day in range(first_day, last_day + 1):
            spans += self.utc_hours(day)
        return merge(spans)

    def never_works(self) -> bool:
        """ "A calendar with no working time is refused when the policy is read"."""
        return not any(self.week.values()) and not any(self.special_days.values())

    def last_working_day(self) -> int:
        """After this date there is no working time any more."""
        if any(self.week.values()):
            return LAST_DAY
        return max(self.special_days, default=FIRST_DAY) + 2

    def due(self, start: int, target: int) -> int:
        """SEMANTICS 4: "the first instant at which business time since `start` has reached `target`"."""
        first_day = local_day(start, self.zone) - 3
        last_possible = self.last_working_day()
        reach = 10
        while True:
            last_day = min(first_day + reach, last_possible)
            found = _due_in(self.intervals(first_day, last_day), start, target)
            if found is not None:
                return found
            if last_day >= last_possible:
                raise NoDueInstant()
            reach *= 3

    def elapsed(self, start: int, end: int) -> int:
        """Business time between two instants; negative when ``end`` is before ``start``."""
        if end < start:
            return -self.elapsed(end, start)
        days = self.intervals(local_day(start, self.zone) - 3, local_day(end, self.zone) + 3)
        return sum(max(0, min(end, b) - max(start, a)) for a, b in days)


@dataclass(frozen=True)
class Validity:
    """`valid: {from, until}`: local dates, both inclusive; None is open."""

    first: Optional[int] = None
    last: Optional[int] = None

    def holds(self, day: int) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class CalendarVersions(ServiceCalendar):
    """POLICY: "the version in force on a local date gives that date's hours".

    Every version counts its dates in a zone of its own. What comes over from the date
    before is that version's matter, too, also when another was in force on that date.
    """

    def __init__(self, name: str, versions: list[tuple[Validity, ServiceCalendar]]) -> None:
        super().__init__(name, versions[0][1].zone, {})
        self.versions = versions

    def never_works(self) -> bool:
        return all(version.never_works() for _, version in self.versions)

    def utc_hours(self, day: int) -> list[Span]:
        return [span for valid, version in self.versions if valid.holds(day) for span in version.utc_hours(day)]

    def last_working_day(self) -> int:
        lasts = []
        for valid, version in self.versions:
            last = version.last_working_day()
            lasts.append(last if valid.last is None else min(last, valid.last))
        return max(lasts)


class AlwaysOpen(ServiceCalendar):
    """`24x7` is built in (SEMANTICS 4): elapsed time is business time."""

    def __init__(self) -> None:
        super().__init__("24x7", ZoneInfo("UTC"), {})

    def due(self, start: int, target: int) -> int:
        return start + target

    def elapsed(self, start: int, end: int) -> int:
        return end - start


def _due_in(spans: list[Span], start: int, target: int) -> Optional[int]:
    """Walk the list. A target reached exactly at a closing time is due at that closing time;
    a target of 0 is due at ``start`` when working, else at the next opening."""
    used = 0
    for opening, closing in spans:
        if closing <= start:
            continue  # half-open: at its closing time an interval is over
        begin = max(opening, start)
        if used + (closing - begin) >= target:
            return begin + (target - used)
        used += closing - begin
    return None


def _civil(day: int):  # type: ignore[no-untyped-def]
    from datetime import date

    from instants import EPOCH_ORDINAL

    return date.fromordinal(day + EPOCH_ORDINAL)
