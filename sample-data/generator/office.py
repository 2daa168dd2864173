"""Working hours and promises of the desk: what `sla.yaml` says, for the generator's own use.

The two must say the same; `make.sh` checks that every date of `sla.yaml` stands here too.
"""

import datetime

from .moment import HOUR, day_of, local_date, local_midnight

HOLIDAYS = {
    "2025-01-26": "Republic Day", "2025-02-26": "Maha Shivaratri", "2025-03-14": "Holi",
    "2025-03-31": "Id-ul-Fitr", "2025-04-10": "Mahavir Jayanti", "2025-04-18": "Good Friday",
    "2025-05-01": "Maharashtra Day", "2025-06-07": "Bakri Id", "2025-08-15": "Independence Day",
    "2025-08-27": "Ganesh Chaturthi", "2025-10-02": "Gandhi Jayanti and Dussehra",
    "2025-10-20": "Diwali, Naraka Chaturdashi", "2025-10-21": "Diwali, Lakshmi Pujan", "2025-10-22": "Bali Pratipada",
    "2025-11-05": "Guru Nanak Jayanti", "2025-12-25": "Christmas",
    "2026-01-26": "Republic Day", "2026-03-03": "Holi", "2026-03-19": "Gudi Padwa",
    "2026-03-21": "Id-ul-Fitr", "2026-03-31": "Mahavir Jayanti", "2026-04-03": "Good Friday",
    "2026-05-01": "Maharashtra Day", "2026-05-27": "Bakri Id", "2026-08-15": "Independence Day",
    "2026-09-14": "Ganesh Chaturthi", "2026-10-02": "Gandhi Jayanti", "2026-10-20": "Dussehra",
    "2026-11-08": "Diwali, Lakshmi Pujan", "2026-11-10": "Bali Pratipada",
    "2026-11-24": "Guru Nanak Jayanti", "2026-12-25": "Christmas",
}
SPECIAL_DAYS = {  # opening and closing hour
    "2025-10-18": (10, 14),  # Dhanteras
    "2025-10-23": (11, 16),  # Bhai Dooj
    "2026-03-31": (10, 19),  # year end: the desk is open on Mahavir Jayanti
    "2026-11-06": (10, 14),  # Dhanteras
}
OPENS, CLOSES = 10, 19

# Targets in business hours: (policy, first response, resolution), in the order of sla.yaml.
PROMISES = {
    "amc-urgent": ({"urgent": 1, "high": 2, "medium": 4, "low": 9},
                   {"urgent": 4, "high": 9, "medium": 18, "low": 36}),
    "amc": ({"urgent": 1, "high": 2, "medium": 4, "low": 9},
            {"urgent": 4, "high": 9, "medium": 18, "low": 36}),
    "everybody-else": ({"urgent": 2, "high": 4, "medium": 9, "low": 18},
                       {"urgent": 9, "high": 18, "medium": 27, "low": 45}),
}


class Office:
    """Mon-Sat 10:00-19:00 local, without the holidays."""

    def __init__(self):
        self._hours = {}

    def hours(self, date):
        """The opening and closing instants of a date, or None when closed."""
        if date not in self._hours:
            text = date.isoformat()
            start = local_midnight(date)
            span = SPECIAL_DAYS.get(text)
            if span is None and date.weekday() != 6 and text not in HOLIDAYS:
                span = (OPENS, CLOSES)
            self._hours[date] = span and (start + span[0] * HOUR, start + span[1] * HOUR)
        return self._hours[date]

    def after(self, instant, work):
        """The first instant at which `work` microseconds of working time have passed."""
        date = local_date(instant)
        left = max(int(work), 1)
        while True:
            hours = self.hours(date)
            if hours and instant < hours[1]:
                begin = max(instant, hours[0])
                if hours[1] - begin >= left:
                    return begin + left
                left -= hours[1] - begin
            date += datetime.timedelta(days=1)


def policy_of(priority, amc_in_force):
    if not amc_in_force:
        return "everybody-else"
    return "amc-urgent" if priority in ("urgent", "high") else "amc"


def targets(priority, amc_in_force):
    """First response and resolution targets of a ticket, in microseconds of working time."""
    first, resolution = PROMISES[policy_of(priority, amc_in_force)]
    key = priority or "medium"
    return first[key] * HOUR, resolution[key] * HOUR


def in_force(expiry, date):
    """Whether a contract with this expiry (a date, `infinity` or None) covers a date."""
    if expiry in (None, "-infinity"):
        return False
    return expiry == "infinity" or day_of(expiry) >= date
