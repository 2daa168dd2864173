"""The calendar of policy.yaml as the peers read it: a row per local day, in microseconds."""

from datetime import date, timedelta

MICROS = 1_000_000
DAY = 86_400 * MICROS
HOUR = 3_600 * MICROS
OFFSET = 19_800 * MICROS  # Asia/Kolkata
AS_OF = 1_774_958_400 * MICROS  # 2026-03-31T12:00Z
TARGET_HOURS = {
    "first_response": {"Urgent": 1, "High": 2, "Medium": 4, "Low": 9},
    "resolution": {"Urgent": 4, "High": 9, "Medium": 18, "Low": 36},
}
HOLIDAYS = {
    date.fromisoformat(day)
    for day in (
        "2024-08-15 2024-10-02 2024-11-01 2024-12-25 2025-01-26 2025-03-14 2025-08-15 2025-10-02 "
        "2025-10-21 2025-12-25 2026-01-26 2026-03-03"
    ).split()
}


def working_days() -> list[tuple[int, int, int, int]]:
    """(local day since 1970, business time before it, opening, closing) from 2024 to 2027; a day without work opens
    and closes at its start."""
    rows = []
    before = 0
    day = date(2024, 1, 1)
    while day < date(2028, 1, 1):
        number = (day - date(1970, 1, 1)).days
        start = number * DAY - OFFSET
        works = day.weekday() < 6 and day not in HOLIDAYS
        opens = start + 10 * HOUR if works else start
        closes = start + 19 * HOUR if works else start
        rows.append((number, before, opens, closes))
        before += closes - opens
        day += timedelta(days=1)
    return rows
