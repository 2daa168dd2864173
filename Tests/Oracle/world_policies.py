"""Random policy files for the worlds: hostile calendars, every kind of `when` and target (POLICY.md)."""

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


def _flow(texts: list[str]) -> str:
    return "[" + ", ".join(json.dumps(t, ensure_ascii=False) for t in texts) + "]"


def _calendar(rng: random.Random, focus: date) -> list[str]:
    """One calendar's lines, in the style of POLICY.md."""
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


def _targets(rng: random.Random, calendars: list[str]) -> list[str]:
    lines = ["    targets:"]
    clocks = rng.choice([["first_response", "resolution"]] * 6 + [["first_response"], ["resolution"]])
    spelled = {"first_response": rng.choice(["first_response", "first_response", "First Response", "first-response"]),
               "resolution": "resolution"}
    for clock in clocks:
        parts = []
        if rng.random() < 0.35:
            parts.append("calendar: " + rng.choice(calendars + ["24x7"]))
        names = {"urgent": rng.choice(["urgent", "urgent", "critical", "Urgent"]), "high": "high",
                 "medium": rng.choice(["medium", "medium", "normal"]), "low": rng.choice(["low", "LOW"])}
        kept = [p for p in names if rng.random() < 0.85] or ["medium"]
        for priority in kept:
            parts.append(f"{names[priority]}: {rng.choice(DURATIONS)}")
        lines.append(f"      {spelled[clock]}: {{{', '.join(parts)}}}")
    return lines


def _when(rng: random.Random, customer_names: list[str], customer_ids: list[str]) -> list[str]:
    options = {
        "priority": lambda: _flow(rng.sample(["urgent", "high", "medium", "low", "untriaged", "Critical"], rng.randint(1, 3))),
        "category": lambda: _flow(rng.sample(["Technical", "BILLING", "licence", "data entry"], rng.randint(1, 2))),
        "amc": lambda: _flow(rng.choice([["active"], ["expiring"], ["active", "expiring"], ["in_force"], ["expired"], ["none"], ["expired", "none"]])),
        "tss": lambda: _flow(rng.choice([["active"], ["in_force"], ["expired", "none"], ["expiring", "none"]])),
        "customer": lambda: _flow([rng.choice(customer_names), rng.choice(customer_ids)]),
    }
    lines = ["    when:"]
    for key in rng.sample(sorted(options), rng.choice([1, 1, 1, 2])):
        lines.append(f"      {key}: {options[key]()}")
    return lines


def draft_policy(rng: random.Random, focus: date, customer_names: list[str], customer_ids: list[str]) -> Draft:
    calendars = ["office", "night", "north desk"][: rng.randint(1, 3)]
    lines = ["version: 1"]
    timezone = rng.choice([None, "Asia/Kolkata", "Europe/London", "America/New_York"])
    if timezone:
        lines.append(f"timezone: {timezone}")
    lines.append("calendars:")
    for name in calendars:
        lines.append(f"  {name}:")
        lines += _calendar(rng, focus)
    lines.append("policies:")
    count = rng.choice([1, 2, 3, 4])
    names = ["desk", "amc-urgent", 'north, "first"', "dépôt", "last resort"]
    for index in range(count):
        lines.append(f"  - name: {json.dumps(names[index], ensure_ascii=False)}")
        if index < count - 1 or rng.random() < 0.1:
            lines += _when(rng, customer_names, customer_ids)
        lines.append("    calendar: " + rng.choice(calendars + calendars + ["24x7"]))
        lines += _targets(rng, calendars)
        if rng.random() < 0.6:
            lines.append("    pause_on: " + rng.choice([
                "[Waiting for Customer, On Hold]", "[On Hold]", "[]", "[waiting_for_customer]", "[New]",
                "[InProgress, Waiting for Customer]", "[Waiting for Customer]"]))
        if rng.random() < 0.5:
            lines.append("    on_reopen: " + rng.choice(["resume", "restart", "restart"]))
        if rng.random() < 0.4:
            lines.append("    on_priority_change: " + rng.choice(["retarget", "keep"]))
        if rng.random() < 0.4:
            lines.append("    due_source: " + rng.choice(["computed", "stored", "stored"]))
        if rng.random() < 0.5:
            lines.append("    warning_lead: " + rng.choice(["0", "5m", "60m", "4h", "1d", "3600"]))
    return Draft("\n".join(lines) + "\n", calendars, timezone)
