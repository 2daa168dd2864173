"""Words of the desk and how they compare (SEMANTICS 2 and 3.7)."""

from __future__ import annotations

from typing import Optional

STATUSES = [
    "New", "Open", "In Progress", "Reopened", "On Hold", "Waiting for Customer",
    "Resolved", "Closed", "BillRaised", "BillProcessed",
]
DONE_STATUSES = {"Resolved", "Closed", "BillRaised", "BillProcessed"}
WAITING = "Waiting for Customer"
PRIORITIES = ["urgent", "high", "medium", "low"]
PRIORITY_ALIASES = {"critical": "urgent", "normal": "medium"}


def word(text: str) -> str:
    """SEMANTICS 3.7: "compared without case, blanks, `_` and `-`"."""
    return "".join(c for c in text.lower() if not c.isspace() and c not in "_-")


_STATUS_BY_WORD = {word(status): status for status in STATUSES}


def is_blank(text: Optional[str]) -> bool:
    return text is None or text.strip() == ""


def known_status(text: str) -> Optional[str]:
    """The canonical spelling, or None when the status is unknown."""
    return _STATUS_BY_WORD.get(word(text))


def status_shown(text: str) -> str:
    """COMMANDS: "the canonical spelling; the raw text when unknown"."""
    return known_status(text) or text


def is_done(text: str) -> bool:
    """An unknown status counts as open (SEMANTICS 3.7)."""
    return known_status(text) in DONE_STATUSES


def same_status(left: str, right: str) -> bool:
    return word(left) == word(right)


def priority_class(text: Optional[str]) -> Optional[str]:
    """urgent, high, medium, low; None = untriaged, also for unknown words (SEMANTICS 3.7)."""
    if text is None:
        return None
    key = word(text)
    key = PRIORITY_ALIASES.get(key, key)
    return key if key in PRIORITIES else None
