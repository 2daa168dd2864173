"""The `data` object of `inspect --format json` (COMMANDS, "Contracts that scripts rely on")."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any, Optional
from zoneinfo import ZoneInfo

from contracts import STATES, contract_state
from instants import INT64_MAX, INT64_MIN, UnreadableValue, finite, format_instant, local_day, parse_day, parse_instant
from reading import KNOWN_TABLES, Row, Tables
from records import is_rejected, kept_rows, value_or_null

_NUMERIC = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


def vocabulary_key(text: Optional[str]) -> str:
    """"NULL is the key `null`; a text value that reads `null` is written `'null'`"."""
    if text is None:
        return "null"
    return "'null'" if text == "null" else text


def counted(rows: list[Row], column: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        key = vocabulary_key(row.get(column))
        counts[key] = counts.get(key, 0) + 1
    return counts


def paise(text: str) -> Optional[int]:
    """SEMANTICS 8: paise in Int64, half to even; None for NaN, Infinity and beyond the range."""
    trimmed = text.strip()
    if not _NUMERIC.fullmatch(trimmed):
        return None
    exact = Decimal(trimmed).scaleb(2, Context(prec=100_000))
    whole = int(exact.to_integral_value(rounding=ROUND_HALF_EVEN))
    return whole if INT64_MIN <= whole <= INT64_MAX else None


def amount_shown(total: int) -> str:
    sign = "-" if total < 0 else ""
    return f"{sign}{abs(total) // 100}.{abs(total) % 100:02d}"


def _integer(text: str) -> int:
    if not re.fullmatch(r"[+-]?\d+", text.strip()):
        raise UnreadableValue(text)
    return int(text)


def inspect_data(tables: Tables, zone: ZoneInfo, as_of: int) -> dict[str, Any]:
    """Counts over all kept rows, duplicates still among them, whatever the as-of."""
    counts = {}
    for name in KNOWN_TABLES:
        if name in tables:
            table = tables[name]
            rejected = sum(is_rejected(name, table.columns, row) for row in table.rows) + table.broken
            counts[name] = {"rows": len(kept_rows(name, table)), "rejected": rejected}
    tickets = kept_rows("tickets", tables.get("tickets"))
    created = [finite(value_or_null(row, "created_at", parse_instant)) for row in tickets]
    finite_created = [instant for instant in created if instant is not None]
    amounts = [paise(row["bill_amount"] or "") for row in tickets if row.get("bill_amount") is not None]
    reports = kept_rows("service_reports", tables.get("service_reports"))
    minutes = [value_or_null(row, "time_spent_minutes", _integer) for row in reports]
    customers = kept_rows("customers", tables.get("customers"))
    today = local_day(as_of, zone)
    contracts: dict[str, dict[str, int]] = {}
    for key, column in (("amc", "amc_expiry_date"), ("tss", "tss_expiry_date")):
        contracts[key] = {state: 0 for state in STATES}
        for row in customers:
            contracts[key][contract_state(value_or_null(row, column, parse_day), today)] += 1
    return {
        "tables": counts,
        "tickets": {
            "by_status": counted(tickets, "status"),
            "by_priority": counted(tickets, "priority"),
            "created_min": format_instant(min(finite_created)) if finite_created else None,
            "created_max": format_instant(max(finite_created)) if finite_created else None,
            "bill_amount_sum": amount_shown(sum(a for a in amounts if a is not None)),
        },
        "service_reports": {"time_spent_minutes_sum": sum(m for m in minutes if m is not None)},
        "customers": contracts,
    }
