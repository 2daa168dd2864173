"""CSV as spreadsheets and dashboards write it: other separators, encodings, dates and orders of columns."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional
from zoneinfo import ZoneInfo

from dump_writing import COLUMN_TYPES
from instants import SECOND, format_instant, offset_at, parse_day, parse_instant
from reading import RawTable, Tables

KOLKATA = ZoneInfo("Asia/Kolkata")


@dataclass
class Disguise:
    """How a table is written. ``date`` makes a date of year, month and day; None leaves ISO with an offset."""

    separator: str = ","
    line_end: str = "\n"
    encoding: str = "utf-8"
    announces_separator: bool = False
    date: Optional[Callable[[str, str, str], str]] = None
    booleans: tuple[str, str] = ("t", "f")
    file_name: str = "{}.csv"
    ends_with_line_end: bool = True
    shuffles_columns: bool = False
    null_word: str = ""
    quotes_all: bool = False


def dashed_dmy(year: str, month: str, day: str) -> str:
    return f"{day}-{month}-{year}"


def slashed_dmy(year: str, month: str, day: str) -> str:
    return f"{day}/{month}/{year}"


def slashed_mdy(year: str, month: str, day: str) -> str:
    return f"{month}/{day}/{year}"


def is_common_year(text: str) -> bool:
    """Whether a spreadsheet can show the date: four digits of a year, no BC, not infinite."""
    return text[:2] in ("19", "20") and text[4:5] == "-" and not text.endswith("BC")


def for_spreadsheets(tables: Tables) -> Tables:
    """What a spreadsheet can hold: empty texts are NULL, dates that it cannot show are not there."""
    kept: Tables = {}
    for name, table in tables.items():
        rows = []
        for row in table.rows:
            values: dict[str, Optional[str]] = {}
            for column, value in row.items():
                kind = COLUMN_TYPES[name][column]
                dated = kind.startswith(("date", "timestamp"))
                lost = value == "" or (dated and value is not None and not is_common_year(value))
                values[column] = None if lost else value
            rows.append(values)
        kept[name] = RawTable(list(table.columns), rows)
    return kept


def shown(value: str, kind: str, disguise: Disguise) -> str:
    if kind.startswith("boolean"):
        return disguise.booleans[0 if value == "t" else 1]
    if disguise.date is None:
        return value
    if kind.startswith("date"):
        parse_day(value)
        return disguise.date(value[:4], value[5:7], value[8:10])
    if kind.startswith("timestamp"):
        instant = parse_instant(value)
        assert isinstance(instant, int)
        # Wall time of Kolkata without an offset.
        local = format_instant(instant + offset_at(instant, KOLKATA))[:-1]
        clock = local[11:] if instant % SECOND else local[11:19]
        return disguise.date(local[:4], local[5:7], local[8:10]) + " " + clock
    return value


def cell(value: Optional[str], kind: str, disguise: Disguise) -> str:
    if value is None:
        return disguise.null_word
    text = shown(value, kind, disguise)
    special = any(char in text for char in disguise.separator + '"\r\n') or text != text.strip() or text == ""
    if special or disguise.quotes_all or text == disguise.null_word:
        return '"' + text.replace('"', '""') + '"'
    return text


def table_text(name: str, table: RawTable, disguise: Disguise, rng: random.Random) -> str:
    columns = list(table.columns)
    if disguise.shuffles_columns:
        columns += ["Notes of the office", "tags"]
        rng.shuffle(columns)
    lines = []
    for row in table.rows:
        cells = [cell(row.get(c, "seen, by me"), COLUMN_TYPES[name].get(c, "text"), disguise) for c in columns]
        lines.append(disguise.separator.join(cells))
    heading = disguise.separator.join(cell(column, "text", disguise) for column in columns)
    text = disguise.line_end.join([heading] + lines) + (disguise.line_end if disguise.ends_with_line_end else "")
    return (f"sep={disguise.separator}{disguise.line_end}" if disguise.announces_separator else "") + text


def write_disguised(tables: Tables, folder: str, disguise: Disguise, seed: int) -> None:
    os.makedirs(folder, exist_ok=True)
    rng = random.Random(seed)
    for name, table in tables.items():
        path = os.path.join(folder, disguise.file_name.format(name))
        # The codec `utf-16-le` writes no mark by itself.
        mark = "\ufeff" if disguise.encoding == "utf-16-le" else ""
        with open(path, "w", encoding=disguise.encoding, newline="") as handle:
            handle.write(mark + table_text(name, table, disguise, rng))


# By name: the disguise, and the options of the program that settle what the files do not say.
_LOCAL = ["--input-timezone", "Asia/Kolkata"]
DISGUISES: dict[str, tuple[Disguise, list[str]]] = {
    "supabase": (Disguise(line_end="\r\n", booleans=("true", "false"), file_name="{}_rows.csv", ends_with_line_end=False), []),
    "semicolon": (Disguise(separator=";", line_end="\r\n", encoding="utf-8-sig", booleans=("TRUE", "FALSE"), date=dashed_dmy),
                  ["--date-order", "dmy", *_LOCAL]),
    "sep-line": (Disguise(separator=";", line_end="\r\n", announces_separator=True, date=slashed_dmy), ["--date-order", "dmy", *_LOCAL]),
    "month-first": (Disguise(line_end="\r\n", encoding="utf-8-sig", date=slashed_mdy), ["--date-order", "mdy", *_LOCAL]),
    "unicode-text": (Disguise(separator="\t", line_end="\r\n", encoding="utf-16-le", booleans=("TRUE", "FALSE")), []),
    "tab": (Disguise(separator="\t", line_end="\r\n", encoding="utf-8-sig"), []),
    "shuffled": (Disguise(line_end="\r\n", shuffles_columns=True, quotes_all=True), []),
    "null-word": (Disguise(null_word="NULL"), ["--null-word", "NULL"]),
}
