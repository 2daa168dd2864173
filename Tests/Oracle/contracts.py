"""AMC and TSS states (SEMANTICS 7)."""

from __future__ import annotations

from typing import Optional

from instants import Day, Endless

STATES = ["active", "expiring", "expired", "none"]


def contract_state(expiry: Optional[Day], local_date: int) -> str:
    """ "active, expiring (0…30 days left), expired, none (no date)"; states are exclusive."""
    if expiry is None:
        return "none"
    if isinstance(expiry, Endless):
        # "`infinity` is active, `-infinity` expired"
        return "active" if expiry is Endless.AFTER_ALL else "expired"
    days_left = expiry - local_date
    if days_left < 0:
        return "expired"
    return "expiring" if days_left <= 30 else "active"
