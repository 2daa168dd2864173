"""Instants, dates and time zones, in whole microseconds (SEMANTICS 1).

An instant is a plain Python ``int``: microseconds since 1970-01-01T00:00Z.
A date is a plain ``int`` too: days since 1970-01-01 (proleptic Gregorian).
There is not one float in here.
"""

from __future__ import annotations

import enum
import re
from datetime import date as CalendarDate
from datetime import datetime, timedelta, timezone
from typing import Optional, Union
from zoneinfo import ZoneInfo

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
INT64_MIN = -(2**63)
INT64_MAX = 2**63 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
EPOCH_ORDINAL = CalendarDate(1970, 1, 1).toordinal()


class Endless(enum.Enum):
    """``infinity`` and ``-infinity`` are kept as such (SEMANTICS 1)."""

    AFTER_ALL = "infinity"
    BEFORE_ALL = "-infinity"


Instant = Union[int, Endless]
Day = Union[int, Endless]


class UnreadableValue(ValueError):
    """A text that is not a value of its column's type."""


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 of a proleptic Gregorian date of any year."""
    shifted = year - 1 if month <= 2 else year
    era = shifted // 400
    year_of_era = shifted - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def checked_date(year: int, month: int, day: int, before_christ: bool) -> int:
    """A date as a day number; refuses 2026-02-30 and the like."""
    if year == 0:
        raise UnreadableValue("year 0")
    if before_christ:
        year = 1 - year
    if not 1 <= month <= 12:
        raise UnreadableValue("month")
    lengths = [31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if not 1 <= day <= lengths[month - 1]:
        raise UnreadableValue("day")
    return days_from_civil(year, month, day)


_INSTANT = re.compile(
    r"(?P<y>\d{4,6})-(?P<mo>\d\d)-(?P<d>\d\d)"
    r"[T ](?P<h>\d\d):(?P<mi>\d\d)(?::(?P<s>\d\d)(?:\.(?P<f>\d{1,6}))?)?"
    r"(?:\s*(?P<z>Z|z)|(?P<sign>[+-])(?P<oh>\d\d)(?::?(?P<om>\d\d))?(?::(?P<os>\d\d))?)?"
    r"(?P<bc> BC)?"
)


def parse_instant(text: str, zone_without_offset: Optional[ZoneInfo] = timezone.utc) -> Instant:
    """Read an instant as PostgreSQL prints it, or RFC 3339.

    Offsets may have seconds (RELIABILITY 1.8); inside JSON a missing offset
    means UTC (SCHEMA, audit log), which is the default of ``zone_without_offset``.
    """
    trimmed = text.strip()
    if trimmed in ("infinity", "-infinity"):
        return Endless(trimmed)
    match = _INSTANT.fullmatch(trimmed)
    if match is None:
        raise UnreadableValue(text)
    day = checked_date(int(match["y"]), int(match["mo"]), int(match["d"]), match["bc"] is not None)
    hour, minute, second = int(match["h"]), int(match["mi"]), int(match["s"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise UnreadableValue(text)
    fraction = int((match["f"] or "0").ljust(6, "0"))
    local = day * DAY + (hour * 3600 + minute * 60 + second) * SECOND + fraction
    if match["z"]:
        offset = 0
    elif match["sign"]:
        seconds = int(match["oh"]) * 3600 + int(match["om"] or 0) * 60 + int(match["os"] or 0)
        offset = (seconds if match["sign"] == "+" else -seconds) * SECOND
    elif zone_without_offset is timezone.utc:
        offset = 0
    elif zone_without_offset is None:
        raise UnreadableValue("no offset: " + text)
    else:
        candidates = instants_of_wall_clock(local, zone_without_offset)
        if len(candidates) != 1:
            # COMMANDS, --as-of: "in a gap or an overlap of the clocks it is refused (64)".
            raise UnreadableValue("gap or overlap of the clocks: " + text)
        return candidates[0]
    instant = local - offset
    if not INT64_MIN <= instant <= INT64_MAX:
        # RELIABILITY 4: "out of range and +-infinity kept as flags".
        return Endless.AFTER_ALL if instant > 0 else Endless.BEFORE_ALL
    return instant


_DATE = re.compile(r"(\d{4,7})-(\d\d)-(\d\d)( BC)?")


def parse_day(text: str) -> Day:
    """Read a ``date``: ``YYYY-MM-DD``, ``infinity``, any year, BC."""
    trimmed = text.strip()
    if trimmed in ("infinity", "-infinity"):
        return Endless(trimmed)
    match = _DATE.fullmatch(trimmed)
    if match is None:
        raise UnreadableValue(text)
    return checked_date(int(match[1]), int(match[2]), int(match[3]), match[4] is not None)


def finite(instant: Optional[Instant]) -> Optional[int]:
    """SEMANTICS 3.1: "An infinite time counts as missing in all these rules"."""
    return instant if isinstance(instant, int) else None


def to_datetime(instant: int) -> datetime:
    return EPOCH + timedelta(microseconds=instant)


def from_datetime(moment: datetime) -> int:
    """Exact, because ``timedelta`` keeps integers."""
    span = moment - EPOCH
    return (span.days * 86400 + span.seconds) * SECOND + span.microseconds


def offset_at(instant: int, zone: ZoneInfo) -> int:
    """The zone's offset from UTC in microseconds at an instant."""
    span = to_datetime(instant).astimezone(zone).utcoffset()
    assert span is not None
    return (span.days * 86400 + span.seconds) * SECOND + span.microseconds


def local_day(instant: int, zone: ZoneInfo) -> int:
    """The local date of an instant, as a day number."""
    return (instant + offset_at(instant, zone)) // DAY


def _utc_with_fold(wall: int, zone: ZoneInfo, fold: int) -> int:
    """What zoneinfo makes of a wall clock, by PEP 495's two folds."""
    naive = (datetime(1970, 1, 1) + timedelta(microseconds=wall)).replace(tzinfo=zone, fold=fold)
    span = naive.utcoffset()
    assert span is not None
    return wall - ((span.days * 86400 + span.seconds) * SECOND + span.microseconds)


def instants_of_wall_clock(wall: int, zone: ZoneInfo) -> list[int]:
    """All instants that show this wall clock: none in a gap, two in an overlap, else one."""
    found = set()
    for fold in (0, 1):
        instant = _utc_with_fold(wall, zone, fold)
        if instant + offset_at(instant, zone) == wall:
            found.add(instant)
    return sorted(found)


def first_instant_after_gap(wall: int, zone: ZoneInfo) -> int:
    """The clock change that swallows this wall clock (SEMANTICS 4).

    In a gap PEP 495 gives two instants, one on each side of the change; the
    change lies between them and is found by halving, in whole microseconds.
    """
    before, after = sorted(_utc_with_fold(wall, zone, fold) for fold in (0, 1))
    old_offset, new_offset = offset_at(before, zone), offset_at(after, zone)
    assert old_offset != new_offset
    while after - before > 1:
        middle = (before + after) // 2
        if offset_at(middle, zone) == old_offset:
            before = middle
        else:
            after = middle
    return after


def opening_instant(wall: int, zone: ZoneInfo) -> int:
    """SEMANTICS 4: in a gap the first instant after it; of a repeated wall clock the first."""
    found = instants_of_wall_clock(wall, zone)
    return found[0] if found else first_instant_after_gap(wall, zone)


def closing_instant(wall: int, zone: ZoneInfo) -> int:
    """SEMANTICS 4: in a gap the first instant after it; of a repeated wall clock the last."""
    found = instants_of_wall_clock(wall, zone)
    return found[-1] if found else first_instant_after_gap(wall, zone)


def first_instant_of_day(day: int, zone: ZoneInfo) -> int:
    """SEMANTICS 4: "`24:00` is the first instant of the next date"."""
    return opening_instant(day * DAY, zone)


def parse_as_of(text: str, zone: ZoneInfo) -> int:
    """COMMANDS, Conventions; SEMANTICS 1: a date means the start of the next local day."""
    match = _DATE.fullmatch(text.strip())
    if match is not None:
        return first_instant_of_day(parse_day(text) + 1, zone)  # type: ignore[operator]
    instant = parse_instant(text, zone)
    if isinstance(instant, Endless):
        raise UnreadableValue(text)
    return instant


def format_instant(instant: Optional[int]) -> str:
    """RFC 3339 in UTC; "instants have no fraction or six digits" (COMMANDS)."""
    if instant is None:
        return ""
    seconds, micros = divmod(instant, SECOND)
    whole = (EPOCH + timedelta(seconds=seconds)).replace(tzinfo=None)
    text = f"{whole.year:04d}-{whole.month:02d}-{whole.day:02d}T{whole:%H:%M:%S}"
    return text + (f".{micros:06d}Z" if micros else "Z")


def format_seconds(micros: Optional[int]) -> str:
    """Seconds without trailing zeros (COMMANDS): 3600, 0.5, -1.000001."""
    if micros is None:
        return ""
    sign = "-" if micros < 0 else ""
    seconds, rest = divmod(abs(micros), SECOND)
    fraction = f".{rest:06d}".rstrip("0") if rest else ""
    return f"{sign}{seconds}{fraction}"


_WORDED = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")
_ISO = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


def parse_duration(text: str) -> int:
    """POLICY: `90m`, `4h`, `1d12h`, `PT4H`, or a bare integer of seconds; not negative."""
    trimmed = text.strip()
    if re.fullmatch(r"\d+", trimmed):
        return int(trimmed) * SECOND
    match = _ISO.fullmatch(trimmed) if trimmed.startswith("P") else _WORDED.fullmatch(trimmed)
    if match is None or not any(match.groups()):
        raise UnreadableValue("duration " + text)
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND
