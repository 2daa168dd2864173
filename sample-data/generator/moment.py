"""Instants: whole microseconds since 1970-01-01T00:00Z. The desk lives at +05:30."""

import datetime

MICRO = 1_000_000
MINUTE = 60 * MICRO
HOUR = 60 * MINUTE
DAY = 24 * HOUR
IST = 5 * HOUR + 30 * MINUTE
EPOCH = datetime.date(1970, 1, 1)


def day_of(text):
    return datetime.date.fromisoformat(text)


def local_date(instant):
    return EPOCH + datetime.timedelta(days=(instant + IST) // DAY)


def local_midnight(date):
    return (date - EPOCH).days * DAY - IST


def local(text):
    """The instant of a local wall clock: `2026-04-02 13:00`."""
    date, clock = text.split()
    hours, minutes = clock.split(":")
    return local_midnight(day_of(date)) + int(hours) * HOUR + int(minutes) * MINUTE


def _parts(instant):
    date = EPOCH + datetime.timedelta(days=instant // DAY)
    rest = instant % DAY
    clock = f"{rest // HOUR:02d}:{rest // MINUTE % 60:02d}:{rest // MICRO % 60:02d}"
    fraction = f".{rest % MICRO:06d}".rstrip("0").rstrip(".")
    return date.isoformat(), clock + fraction


def as_postgres(instant):
    """As Postgres prints a timestamptz in UTC: `2026-03-01 10:22:33.12+00`."""
    date, clock = _parts(instant)
    return f"{date} {clock}+00"


def as_json(instant, offset=True):
    """As it stands inside a JSON value; without an offset it is UTC."""
    date, clock = _parts(instant)
    return f"{date}T{clock}{'+00:00' if offset else ''}"


def with_fraction(instant, dice):
    """The instant with a believable fraction of a second, as the database clock gives it."""
    return instant - instant % MICRO + dice.whole(0, MICRO - 1)
