"""When tickets come in: growth over the year, busy Mondays, tax dates, office hours."""

import datetime

from .moment import HOUR, MICRO, day_of, local_midnight
from .office import HOLIDAYS, SPECIAL_DAYS

MONTHS = {  # share of the year's tickets
    "2025-04": 92, "2025-05": 96, "2025-06": 104, "2025-07": 114, "2025-08": 112, "2025-09": 124,
    "2025-10": 116, "2025-11": 140, "2025-12": 130, "2026-01": 142, "2026-02": 144, "2026-03": 186,
}
WEEKDAYS = [1.3, 1.1, 1.0, 1.0, 1.05, 0.7, 0.05]
HOURS = {8: 0.1, 9: 0.5, 10: 1.3, 11: 1.7, 12: 1.4, 13: 0.8, 14: 0.9, 15: 1.2, 16: 1.4, 17: 1.3, 18: 0.9,
         19: 0.35, 20: 0.15, 21: 0.1, 22: 0.05}
TAX_DAYS = {7: 1.2, 10: 1.5, 11: 1.5, 19: 1.3, 20: 1.6, 30: 1.2, 31: 1.7}  # TDS, GSTR-1, GSTR-3B, month end
YEAR_END = {"2026-03-28": 1.3, "2026-03-30": 1.3, "2026-03-31": 2.2}


def _day_weight(date):
    text = date.isoformat()
    weight = WEEKDAYS[date.weekday()] * TAX_DAYS.get(date.day, 1) * YEAR_END.get(text, 1)
    if text in SPECIAL_DAYS:
        return weight * 0.8
    return weight * 0.06 if text in HOLIDAYS else weight


def in_span(dice, count, first, last):
    """`count` instants on the local dates first..last, in order."""
    days = []
    date = first
    while date <= last:
        days.append((date, _day_weight(date)))
        date += datetime.timedelta(days=1)
    found = []
    for _ in range(count):
        day = dice.weighted(days)
        found.append(local_midnight(day) + dice.weighted(HOURS.items()) * HOUR
                     + dice.whole(0, 3599) * MICRO + dice.whole(0, MICRO - 1))
    return sorted(found)


def of_year(dice, count):
    """`count` instants over the twelve months, by the months' shares."""
    total = sum(MONTHS.values())
    found, given, share = [], 0, 0
    for month, weight in MONTHS.items():
        share += weight
        upto = round(count * share / total)
        first = day_of(month + "-01")
        last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        found += in_span(dice.child(month), upto - given, first, last)
        given = upto
    return found
