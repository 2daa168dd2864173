"""Random policy files for the worlds: hostile calendars, every kind of `when`, target and level (POLICY.md)."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional

ZONES = [
    "Asia/Kolkata", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Europe/Berlin",
    "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland", "UTC", "America/Santiago",
]
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# Days around which tickets cluster; most of them have a change of the clocks somewhere.
FOCUS_DATES = [
    date(2025, 10, 5), date(2025, 10, 26), date(2025, 11, 2), date(2026, 3, 8), date(2026, 3, 29),
    date(2026, 4, 5), date(2026, 9, 6), date(2025, 9, 7), date(2026, 1, 1), date(2028, 2, 29),
    date(2026, 3, 4), date(2026, 11, 8),
]

WEEKDAY_HOURS = [
    ["10:00-19:00"], ["10:00-13:30", "14:00-19:00"], ["09:30-18:30"], ["09:00-12:00", "12:00-17:00"],
    ["08:00-12:00", "11:00-16:30"], ["22:00-06:00"], ["14:00-24:00"], ["00:00-24:00"], ["10:00:30-18:00:15"],
    ["00:00-02:30", "03:00-08:00"], ["20:00-01:30"], ["01:15-02:45", "09:00-17:00"], ["23:59:59-00:00:01"],
]
WEEKEND_HOURS = [["00:00-24:00"], ["22:00-06:00"], ["10:00-14:00"], ["01:30-03:30"], ["00:30-02:15", "20:00-24:00"],
                 ["02:00-03:00"], ["01:00-01:30", "01:45-05:00"]]
SPECIAL_HOURS = [[], ["10:00-13:00"], ["22:00-04:00"], ["00:00-24:00"], ["01:30-02:30", "06:00-07:00"], ["18:00-00:30"]]
BREAK_HOURS = [["15:00-16:00"], ["12:00-12:30", "14:00-14:15"], ["23:00-01:00"], ["01:00-02:00"], ["02:30-03:30"],
               ["10:00-11:00"], ["00:00-05:00"]]
DURATIONS = ["0", "0m", "1m", "30m", "1h", "90m", "2h", "4h", "8h", "9h", "9h", "1d12h", "PT4H", "3600", "24h", "72h", "PT30M", "18h", "12s"]


@dataclass
class Draft:
    """A policy file as it is written out, and what the rows may want to know of it."""

    text: str
    calendar_names: list[str]
    timezone: Optional[str]
    wide: bool


def _flow(texts: list[str]) -> str:
    return "[" + ", ".join(json.dumps(t, ensure_ascii=False) for t in texts) + "]"


def _calendar(rng: random.Random, focus: date, wide: bool) -> list[str]:
    """One calendar's lines; in the wider file sometimes a list of versions."""
    if not wide or rng.random() < 0.5:
        return _calendar_version(rng, focus)
    borders = sorted(rng.sample([focus + timedelta(days=n) for n in range(-6, 8, 2)], rng.choice([1, 1, 2])))
    lines = []
    for index in range(len(borders) + 1):
        ends = []
        if index > 0:
            ends.append(f"from: {borders[index - 1] + timedelta(days=rng.choice([1, 1, 1, 1, 2]))}")
        if index < len(borders):
            ends.append(f"until: {borders[index]}")
        elif rng.random() < 0.2:
            ends.append(f"until: {focus + timedelta(days=40)}")
        lines.append(f"    - valid: {{{', '.join(ends)}}}")
        lines += ["  " + line for line in _calendar_version(rng, focus)]
    return lines


def _calendar_version(rng: random.Random, focus: date) -> list[str]:
    """The lines of one version, in the style of POLICY.md."""
    zone = rng.choice(ZONES)
    lines = [f"    timezone: {zone}"]
    only_special = rng.random() < 0.05
    lines.append("    week:" + (" {}" if only_special else ""))
    if not only_special:
        usual = rng.choice(WEEKDAY_HOURS)
        written = False
        for index, day in enumerate(DAYS):
            if index < 5:
                hours = usual if rng.random() < 0.8 else rng.choice(WEEKDAY_HOURS + [[]])
                there = rng.random() < 0.93
            else:
                hours = rng.choice(WEEKEND_HOURS)
                there = rng.random() < 0.6
            if there and hours:
                written = True
                lines.append(f"      {day}: {_flow(hours)}")
        if not written:
            lines.append('      wed: ["10:00-19:00"]')
    near = [focus + timedelta(days=n) for n in range(-6, 9)]
    if rng.random() < 0.7:
        lines.append("    holidays:")
        for day in rng.sample(near, rng.randint(1, 3)):
            lines.append(rng.choice([f"      - {day}", f"      - {{date: {day}, name: Feast}}"]))
        yearly = rng.choice(near)
        lines.append(f'      - {{yearly: "{yearly:%m-%d}", name: Yearly}}')
        if rng.random() < 0.3:
            lines.append('      - {yearly: "02-29"}')
    if only_special or rng.random() < 0.7:
        lines.append("    special_days:")
        for index, day in enumerate(rng.sample(near, rng.randint(2, 4))):
            hours = ["09:00-17:00"] if only_special and index == 0 else rng.choice(SPECIAL_HOURS)
            lines.append(f"      {day}: {_flow(hours)}")
    if rng.random() < 0.6 and not only_special:
        lines.append("    breaks:")
        for day in rng.sample(near, rng.randint(1, 4)):
            lines.append(f"      {day}: {_flow(rng.choice(BREAK_HOURS))}")
    return lines


CLOCK_SPELLINGS = {
    "claim": ["claim"], "first_response": ["first_response", "first_response", "First Response", "first-response"],
    "next_response": ["next_response", "Next Response"], "periodic_update": ["periodic_update", "periodic-update"],
    "resolution": ["resolution"],
}
NARROW_CLOCKS = [["first_response", "resolution"]] * 6 + [["first_response"], ["resolution"]]
ALL_CLOCKS = sorted(CLOCK_SPELLINGS)


def _clocks(rng: random.Random, wide: bool) -> list[str]:
    if not wide:
        return rng.choice(NARROW_CLOCKS)
    return ALL_CLOCKS if rng.random() < 0.5 else sorted(rng.sample(ALL_CLOCKS, rng.randint(2, 4)))


def _targets(rng: random.Random, calendars: list[str], clocks: list[str], wide: bool) -> list[str]:
    lines = ["    targets:"]
    for clock in clocks:
        parts = []
        if wide and clock == "first_response" and rng.random() < 0.6:
            parts.append("by: " + rng.choice(["reply", "reply", "reply_or_status"]))
        if rng.random() < 0.35:
            parts.append("calendar: " + rng.choice(calendars + ["24x7"]))
        names = {"urgent": rng.choice(["urgent", "urgent", "critical", "Urgent"]), "high": "high",
                 "medium": rng.choice(["medium", "medium", "normal"]), "low": rng.choice(["low", "LOW"])}
        kept = [p for p in names if rng.random() < 0.85] or ["medium"]
        for priority in kept:
            parts.append(f"{names[priority]}: {rng.choice(DURATIONS)}")
        lines.append(f"      {rng.choice(CLOCK_SPELLINGS[clock])}: {{{', '.join(parts)}}}")
    return lines


def _when(rng: random.Random, customer_names: list[str], customer_ids: list[str], wide: bool) -> list[str]:
    options = {
        "priority": lambda: _flow(rng.sample(["urgent", "high", "medium", "low", "untriaged", "Critical"], rng.randint(1, 3))),
        "category": lambda: _flow(rng.sample(["Technical", "BILLING", "licence", "data entry"], rng.randint(1, 2))),
        "amc": lambda: _flow(rng.choice([["active"], ["expiring"], ["active", "expiring"], ["in_force"], ["expired"], ["none"], ["expired", "none"]])),
        "tss": lambda: _flow(rng.choice([["active"], ["in_force"], ["expired", "none"], ["expiring", "none"]])),
        "customer": lambda: _flow([rng.choice(customer_names), rng.choice(customer_ids)]),
    }
    if wide:
        options["channel"] = lambda: _flow(rng.choice([["app"], ["tally"], ["portal"], ["tally", "portal"], ["app", "tally"]]))
    lines = ["    when:"]
    for key in rng.sample(sorted(options), rng.choice([1, 1, 1, 2])):
        lines.append(f"      {key}: {options[key]()}")
    return lines


PAUSES = ["[Waiting for Customer, On Hold]", "[On Hold]", "[]", "[waiting_for_customer]", "[New]",
          "[InProgress, Waiting for Customer]", "[Waiting for Customer]"]
SHARES = ["0%", "1%", "25%", "50%", "75%", "80%", "99%", "100%", "120%", "200%"]
OFFSETS = ["-30m", "-1h", "-4h", "-2d", "-45s", "+0m", "+2h", "+30m", "+1d", "+PT1H"]
TOLD = ["owner", "support_head", "admin"]


def _levels(rng: random.Random, clocks: list[str]) -> list[str]:
    lines = ["    levels:"]
    for clock in rng.sample(clocks, rng.randint(1, len(clocks))):
        parts = [f"{{at: {at}, tell: {rng.choice(TOLD)}}}" for at in rng.sample(SHARES + OFFSETS, rng.randint(1, 5))]
        lines.append(f"      {clock}: [{', '.join(parts)}]")
    return lines


def _valid(rng: random.Random, focus: date) -> str:
    """Local dates of creation; both ends, or one of them."""
    first, last = sorted(focus + timedelta(days=rng.randint(-4, 4)) for _ in range(2))
    return "    valid: " + rng.choice([f"{{from: {first}, until: {last}}}", f"{{from: {first}}}", f"{{until: {last}}}"])


def _pauses(rng: random.Random, wide: bool) -> str:
    if not wide or rng.random() < 0.3:
        return "    pause_on: " + rng.choice(PAUSES)
    named = rng.choice([["resolution", "periodic_update"]] * 3 + [["resolution"], ["periodic_update"]])
    return "    pause_on: {" + ", ".join(f"{clock}: {rng.choice(PAUSES)}" for clock in named) + "}"


def _policy(rng: random.Random, focus: date, calendars: list[str], clocks: list[str], wide: bool) -> list[str]:
    """What a policy says beside its name and its conditions."""
    lines = ["    calendar: " + rng.choice(calendars + calendars + ["24x7"])]
    lines += _targets(rng, calendars, clocks, wide)
    if rng.random() < 0.6:
        lines.append(_pauses(rng, wide))
    if rng.random() < (0.7 if wide else 0.5):
        lines.append("    on_reopen: " + rng.choice(["resume", "restart", "restart"] + ["new_clock"] * (4 if wide else 0)))
    if rng.random() < 0.4:
        lines.append("    on_priority_change: " + rng.choice(["retarget", "keep"]))
    stored = rng.random() < 0.4 and rng.random() < 0.67
    if stored:
        lines.append("    due_source: stored")
    if rng.random() < 0.5:
        lines.append("    warning_lead: " + rng.choice(["0", "5m", "60m", "4h", "1d", "3600"] + ["25%", "50%", "0%", "100%"] * wide))
    # What a level of a stored due is, the text leaves open.
    told = [clock for clock in clocks if clock != "resolution" or not stored]
    if wide and told and rng.random() < 0.8:
        lines += _levels(rng, told)
    return lines


def draft_policy(
    rng: random.Random, focus: date, customer_names: list[str], customer_ids: list[str], wide: bool
) -> Draft:
    """A policy file; ``wide`` uses the keys of POLICY "The wider file", too."""
    calendars = ["office", "night", "north desk"][: rng.randint(1, 3)]
    lines = ["version: 1"]
    timezone = rng.choice([None, "Asia/Kolkata", "Europe/London", "America/New_York"])
    if timezone:
        lines.append(f"timezone: {timezone}")
    lines.append("calendars:")
    for name in calendars:
        lines.append(f"  {name}:")
        lines += _calendar(rng, focus, wide)
    lines.append("policies:")
    count = rng.choice([1, 2, 3, 4])
    names = ["desk", "amc-urgent", 'north, "first"', "dépôt", "last resort"]
    for index in range(count):
        lines.append(f"  - name: {json.dumps(names[index], ensure_ascii=False)}")
        valid = wide and rng.random() < 0.3
        if valid:
            lines.append(_valid(rng, focus))
        if (index < count - 1 and not (valid and rng.random() < 0.5)) or rng.random() < 0.1:
            lines += _when(rng, customer_names, customer_ids, wide)
        lines += _policy(rng, focus, calendars, _clocks(rng, wide), wide)
    return Draft("\n".join(lines) + "\n", calendars, timezone, wide)
