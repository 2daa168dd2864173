"""`explain sla` against the oracle: the clocks of a ticket, and ledgers that add up line by line."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Optional

from clocks import ClockRow, clock_rows, due_or_none
from instants import format_instant, format_seconds, parse_instant
from policy import ClockTargets
from sla_table import Evaluated


def seconds(value: Optional[int]) -> Optional[Decimal]:
    return None if value is None else Decimal(format_seconds(value))


def instant(value: Optional[int]) -> Optional[str]:
    return format_instant(value) or None


def expected_clock(row: ClockRow, targets: ClockTargets, as_of: int) -> dict[str, Any]:
    """What the explanation says of a clock, in its own words."""
    resumed = None
    if row.state == "paused" and row.target is not None and row.used is not None:
        # "if `used > t`, the clock is breached at `a`" (SEMANTICS 5).
        late = row.used > row.target
        resumed = as_of if late else due_or_none(targets.calendar, as_of, row.target - row.used)
    return {
        "clock": row.clock, "cycle": row.cycle, "state": row.state, "target_s": seconds(row.target),
        "used_s": seconds(row.used), "due_at": instant(row.due_at), "stopped_at": instant(row.stopped_at),
        "breached_at": instant(row.breached_at), "due_if_resumed_now": instant(resumed),
    }


def ledger_difference(clock: dict[str, Any], targets: ClockTargets, restarts: bool) -> Optional[str]:
    """Every running line counts the business time between its ends, the others nothing; "the sum equals `used_s` exactly".

    With `on_reopen: restart` a line of its own takes back what was used.
    """
    total = Decimal(0)
    for line in clock["segments"]:
        begin, end = parse_instant(line["from"]), parse_instant(line["to"])
        assert isinstance(begin, int) and isinstance(end, int)
        wanted = seconds(targets.calendar.elapsed(begin, end)) if line["state"] == "running" else Decimal(0)
        taken_back = restarts and line["state"] == "restarted" and line["counted_s"] == -total
        if line["counted_s"] != wanted and not taken_back:
            return f"line from {line['from']}: oracle counts {wanted}, engine {line['counted_s']}"
        total += line["counted_s"]
    if clock["used_s"] is not None and clock["segments"] and total != clock["used_s"]:
        return f"the lines add up to {total}, used_s is {clock['used_s']}"
    return None


def explanation_difference(one: Evaluated, as_of: int, text: str) -> Optional[str]:
    """The first difference between an explanation as JSON and the oracle's clocks."""
    clocks = json.loads(text, parse_float=Decimal, parse_int=Decimal)["data"]["clocks"]
    mine = {(row.clock, row.cycle): row for row in clock_rows(one.history, one.policy, one.ticket.sla_due, as_of)}
    theirs = {(clock["clock"], int(clock["cycle"])): clock for clock in clocks}
    if list(mine) != list(theirs):
        return f"clocks: oracle {list(mine)}, engine {list(theirs)}"
    for key, row in mine.items():
        targets = one.policy.clocks[row.clock]
        for name, value in expected_clock(row, targets, as_of).items():
            if theirs[key][name] != value:
                return f"{key} {name}: oracle {value!r}, engine {theirs[key][name]!r}"
        found = ledger_difference(theirs[key], targets, one.policy.on_reopen == "restart" and row.clock == "resolution")
        if found:
            return f"{key}: {found}"
    return None
