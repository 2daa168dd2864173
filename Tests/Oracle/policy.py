"""The policy file (POLICY.md, "The wider file" included), as far as clocks and levels need it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Optional
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from calendar_walk import AlwaysOpen, CalendarVersions, ServiceCalendar, Span, Validity
from instants import DAY, MINUTE, SECOND, UnreadableValue, parse_day, parse_duration
from records import Customer, Ticket
from vocabulary import DONE_STATUSES, PRIORITIES, WAITING, known_status, priority_class, word

CLOCKS = ["claim", "first_response", "next_response", "periodic_update", "resolution"]
CHANNELS = ["app", "portal", "tally"]
DEFAULT_ZONE = "Asia/Kolkata"
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
UNTRIAGED = "untriaged"


class PolicyMistake(Exception):
    """The policy file is refused (exit 78)."""


@dataclass
class ClockTargets:
    """Targets of one clock in microseconds by priority, and the calendar that counts them."""

    calendar: ServiceCalendar
    by_priority: dict[str, int]

    def target(self, priority: Optional[str]) -> Optional[int]:
        """SEMANTICS 5: "Untriaged tickets take the Medium target"."""
        return self.by_priority.get(priority or "medium")


@dataclass
class Condition:
    """`when`; None = the key is absent and everything matches."""

    priority: Optional[set[str]] = None
    category: Optional[set[str]] = None
    amc: Optional[set[str]] = None
    tss: Optional[set[str]] = None
    customer: Optional[set[str]] = None
    channel: Optional[set[str]] = None
    valid: Validity = field(default_factory=Validity)

    def matches(self, ticket: Ticket, customer: Optional[Customer], creation: "Creation") -> bool:
        priority, amc, tss = creation.priority, creation.amc, creation.tss
        if not self.valid.holds(creation.day):
            return False
        if self.channel is not None and creation.channel not in self.channel:
            return False
        if self.priority is not None and (priority or UNTRIAGED) not in self.priority:
            return False
        if self.category is not None:
            # "as on the row, case-insensitive"; "A category that is NULL matches no list."
            if ticket.category is None or ticket.category.lower() not in self.category:
                return False
        if self.amc is not None and amc not in self.amc:
            return False
        if self.tss is not None and tss not in self.tss:
            return False
        if self.customer is not None:
            names = {customer.company_name} if customer else set()
            # "Company names compare exactly"; ids as ids.
            ids = {ticket.customer_id} if ticket.customer_id else set()
            lowered = {name.lower() for name in self.customer}
            if not (names & self.customer) and not (ids & lowered):
                return False
        return True


@dataclass
class Creation:
    """What held when a ticket was created, for the choice of its policy."""

    day: int  # local date in the report zone
    priority: Optional[str]
    amc: str
    tss: str
    channel: str


@dataclass
class Level:
    """An escalation level: ``share`` of the target in percent, or ``offset`` from due in business time."""

    text: str
    tell: str
    share: Optional[Fraction] = None
    offset: int = 0

    def threshold(self, target: int) -> Fraction:
        """The business time used at which the level is reached, for a target."""
        if self.share is not None:
            return self.share * target / 100
        return Fraction(target + self.offset)


@dataclass
class Policy:
    name: str
    condition: Condition
    clocks: dict[str, ClockTargets]
    pause_on: set[str] = field(default_factory=lambda: {WAITING})  # of the resolution
    update_pauses: set[str] = field(default_factory=set)  # of the periodic update
    on_reopen: str = "resume"
    keep_target: bool = False
    due_stored: bool = False
    warning_lead: int = 60 * MINUTE
    warning_share: Optional[tuple[int, int]] = None
    response_by_reply: bool = False
    levels: dict[str, list[Level]] = field(default_factory=dict)


@dataclass
class PolicyFile:
    timezone: Optional[str]
    calendars: dict[str, ServiceCalendar]
    policies: list[Policy]


# ---------------------------------------------------------------- reading


def _as_list(value: Any) -> list[Any]:
    """"a list means any of"; a single word is a list of one."""
    return value if isinstance(value, list) else [value]


def _time_of_day(text: str) -> int:
    parts = [int(part) for part in text.strip().split(":")]
    hour, minute, second = (parts + [0])[:3]
    return (hour * 3600 + minute * 60 + second) * SECOND


def read_span(text: str) -> Span:
    """`HH:MM-HH:MM[:SS]`, an end of `24:00` is midnight, equal ends are refused (POLICY)."""
    start_text, end_text = text.split("-")
    start, end = _time_of_day(start_text), _time_of_day(end_text)
    if start == end:
        raise PolicyMistake("equal ends: " + text)
    if start >= DAY or end > DAY:
        raise PolicyMistake("time of day: " + text)
    # An end of 00:00 is the midnight that ends the day, the same as 24:00.
    return (start, DAY if end == 0 else end)


def _day(text: Any) -> int:
    day = parse_day(str(text))
    if not isinstance(day, int):
        raise PolicyMistake("date: " + str(text))
    return day


def _spans(texts: Any) -> list[Span]:
    return [read_span(text) for text in (texts or [])]


def _read_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise PolicyMistake("zone: " + name) from problem


def _read_validity(node: Any) -> Validity:
    """`valid: {from, until}`, both inclusive; a missing end is open."""
    node = node or {}
    return Validity(_day(node["from"]) if "from" in node else None, _day(node["until"]) if "until" in node else None)


def _read_calendar(name: str, node: Any) -> ServiceCalendar:
    if isinstance(node, list):
        versions = [(_read_validity(part.get("valid")), _read_calendar_version(name, part)) for part in node]
        calendar: ServiceCalendar = CalendarVersions(name, versions)
    else:
        calendar = _read_calendar_version(name, node)
    if calendar.never_works():
        raise PolicyMistake("a calendar with no working time: " + name)
    return calendar


def _read_calendar_version(name: str, node: dict[str, Any]) -> ServiceCalendar:
    calendar = ServiceCalendar(name, _read_zone(node["timezone"]), {})
    for day_name, texts in (node.get("week") or {}).items():
        calendar.week[WEEKDAYS.index(day_name)] = _spans(texts)
    for holiday in node.get("holidays") or []:
        if isinstance(holiday, dict) and "yearly" in holiday:
            month, day = holiday["yearly"].split("-")
            calendar.yearly_holidays.add((int(month), int(day)))
        else:
            calendar.holidays.add(_day(holiday["date"] if isinstance(holiday, dict) else holiday))
    for date_text, texts in (node.get("special_days") or {}).items():
        calendar.special_days[_day(date_text)] = _spans(texts)
    for date_text, texts in (node.get("breaks") or {}).items():
        calendar.breaks[_day(date_text)] = _spans(texts)
    return calendar


def _read_priority(text: str) -> str:
    found = priority_class(text)
    if found is None:
        raise PolicyMistake("priority: " + text)
    return found


def _read_condition(node: Any) -> Condition:
    condition = Condition()
    for key, value in (node or {}).items():
        texts = _as_list(value)
        if key == "priority":
            condition.priority = {UNTRIAGED if word(t) == UNTRIAGED else _read_priority(t) for t in texts}
        elif key == "category":
            condition.category = {t.lower() for t in texts}
        elif key in ("amc", "tss"):
            states: set[str] = set()
            for text in texts:
                # "`in_force` stands for `active` and `expiring`"
                states |= {"active", "expiring"} if text == "in_force" else {text}
            setattr(condition, key, states)
        elif key == "customer":
            condition.customer = set(texts)
        elif key == "channel":
            condition.channel = {word(text) for text in texts}
            if not condition.channel <= set(CHANNELS):
                raise PolicyMistake("channel: " + ", ".join(texts))
        else:
            raise PolicyMistake("when: " + key)
    return condition


def _read_clock(node: dict[str, Any], calendars: dict[str, ServiceCalendar], usual: ServiceCalendar) -> ClockTargets:
    targets: dict[str, int] = {}
    calendar = usual
    for key, value in node.items():
        if key == "by":
            continue  # read by the policy
        if key == "calendar":
            calendar = _calendar_named(value, calendars)
            continue
        priority = _read_priority(key)
        if priority in targets:
            raise PolicyMistake("one priority under two keys: " + key)
        targets[priority] = parse_duration(value)
    return ClockTargets(calendar, targets)


def _clock_named(text: str) -> str:
    for clock in CLOCKS:
        if word(clock) == word(text):
            return clock
    raise PolicyMistake("unknown clock: " + text)


def _pausing(texts: Any) -> set[str]:
    """Statuses that pause; a done status is refused."""
    statuses = [known_status(text) for text in _as_list(texts)]
    if any(status is None or status in DONE_STATUSES for status in statuses):
        raise PolicyMistake("pause_on")
    return {status for status in statuses if status}


def _percent(text: str) -> Fraction:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)%", text.strip())
    if match is None:
        raise PolicyMistake("share: " + text)
    return Fraction(match[1])


def read_level(at: str, tell: str) -> Level:
    """`50%`, `-30m` (before due) or `+2h` (after due)."""
    text = at.strip()
    if text.endswith("%"):
        return Level(text, tell, share=_percent(text))
    if text[0] not in "+-":
        raise PolicyMistake("level: " + at)
    offset = parse_duration(text[1:])
    return Level(text, tell, offset=-offset if text[0] == "-" else offset)


def _calendar_named(name: str, calendars: dict[str, ServiceCalendar]) -> ServiceCalendar:
    if name not in calendars:
        raise PolicyMistake("unknown calendar: " + name)
    return calendars[name]


def _read_policy(node: dict[str, Any], calendars: dict[str, ServiceCalendar]) -> Policy:
    known = {
        "name", "when", "calendar", "targets", "pause_on", "on_reopen", "on_priority_change",
        "due_source", "warning_lead", "valid", "levels",
    }
    if set(node) - known:
        raise PolicyMistake("not in this oracle yet: " + ", ".join(sorted(set(node) - known)))
    usual = _calendar_named(node.get("calendar", "24x7"), calendars)
    clocks = {}
    for key, clock_node in (node.get("targets") or {}).items():
        clock = _clock_named(key)
        clocks[clock] = _read_clock(clock_node, calendars, usual)
        if "by" in clock_node and (clock != "first_response" or clock_node["by"] not in ("reply", "reply_or_status")):
            raise PolicyMistake("by: " + clock_node["by"])
    policy = Policy(node["name"], _read_condition(node.get("when")), clocks)
    policy.condition.valid = _read_validity(node.get("valid"))
    policy.response_by_reply = any(n.get("by") == "reply" for n in (node.get("targets") or {}).values())
    if "pause_on" in node:
        # "a list still means resolution"; a clock that a mapping does not name keeps its default.
        pause_on = node["pause_on"] if isinstance(node["pause_on"], dict) else {"resolution": node["pause_on"]}
        for key, texts in pause_on.items():
            if _clock_named(key) == "resolution":
                policy.pause_on = _pausing(texts)
            elif _clock_named(key) == "periodic_update":
                policy.update_pauses = _pausing(texts)
            else:
                raise PolicyMistake("pause_on: " + key)
    policy.on_reopen = node.get("on_reopen", "resume")
    for key, texts in (node.get("levels") or {}).items():
        policy.levels[_clock_named(key)] = [read_level(part["at"], part["tell"]) for part in texts]
    policy.keep_target = node.get("on_priority_change", "retarget") == "keep"
    policy.due_stored = node.get("due_source", "computed") == "stored"
    lead = node.get("warning_lead", "60m")
    if lead.strip().endswith("%"):
        share = _percent(lead)
        policy.warning_share = (share.numerator, share.denominator * 100)
    else:
        policy.warning_lead = parse_duration(lead)
    return policy


def read_policy_text(text: str) -> PolicyFile:
    """``BaseLoader`` keeps every scalar a text: a date stays a date's text, a bare integer its digits."""
    try:
        root = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as problem:
        raise PolicyMistake(str(problem)) from problem
    calendars: dict[str, ServiceCalendar] = {"24x7": AlwaysOpen()}
    for name, node in (root.get("calendars") or {}).items():
        calendars[name] = _read_calendar(name, node)
    try:
        policies = [_read_policy(node, calendars) for node in root.get("policies") or []]
    except UnreadableValue as problem:
        raise PolicyMistake(str(problem)) from problem
    return PolicyFile(root.get("timezone") or None, calendars, policies)


def read_policy_file(path: str) -> PolicyFile:
    with open(path, encoding="utf-8") as handle:
        return read_policy_text(handle.read())


# ---------------------------------------------------------------- without a file

_DEFAULT_FIRST_RESPONSE = {"urgent": 60, "high": 180, "medium": 480, "low": 1440}
_DEFAULT_RESOLUTION = {"urgent": 240, "high": 480, "medium": 1440, "low": 4320}
# "`urgent` goes before `critical`, `medium` before `normal`" (SEMANTICS 5)
_WORKFLOW_KEYS = {"urgent": ["urgent", "critical"], "high": ["high"], "medium": ["medium", "normal"], "low": ["low"]}


def _minutes(value: Any) -> Optional[int]:
    """A JSON number of minutes, not negative, as microseconds; anything else counts as missing."""
    if isinstance(value, bool) or not hasattr(value, "as_integer_ratio") or value < 0:
        return None
    numerator, denominator = value.as_integer_ratio()
    return numerator * MINUTE // denominator


def default_policy(workflow_sla: Optional[dict[str, Any]]) -> Policy:
    """SEMANTICS 5, "Defaults when no policy is given"."""
    first_response = {}
    for priority in PRIORITIES:
        found = [_minutes((workflow_sla or {}).get(key)) for key in _WORKFLOW_KEYS[priority]]
        given = [minutes for minutes in found if minutes is not None]
        first_response[priority] = given[0] if given else _DEFAULT_FIRST_RESPONSE[priority] * MINUTE
    resolution = {priority: minutes * MINUTE for priority, minutes in _DEFAULT_RESOLUTION.items()}
    always = AlwaysOpen()
    clocks = {"first_response": ClockTargets(always, first_response), "resolution": ClockTargets(always, resolution)}
    return Policy("default", Condition(), clocks)


def policy_of(
    policies: list[Policy], ticket: Ticket, customer: Optional[Customer], creation: Creation
) -> Optional[Policy]:
    """"the first whose conditions match the ticket at its creation"."""
    for policy in policies:
        if policy.condition.matches(ticket, customer, creation):
            return policy
    return None
