"""Sources as raw tables of text: plain pg_dump COPY dumps and folders of COPY CSV.

Nothing is interpreted here beyond the file format: a cell is a ``str`` or
``None`` (NULL). ``records.py`` gives the cells their types.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import Optional

Row = dict[str, Optional[str]]

# Every table of SCHEMA.md, core and extended.
KNOWN_TABLES = [
    "customers", "agents", "tickets", "ticket_comments", "ticket_remarks", "service_reports",
    "audit_log", "activities", "contacts", "customer_notes", "deals", "notifications", "articles",
    "canned_responses", "leads", "chat_messages", "app_settings", "moderators", "accountants",
]


@dataclass
class RawTable:
    """The rows of one table in input order; ``broken`` counts rows of a wrong width."""

    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    broken: int = 0


Tables = dict[str, RawTable]


class UnreadableSource(Exception):
    """The source is not one that this oracle reads."""


# ---------------------------------------------------------------- COPY text

_SIMPLE_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def copy_field(raw: str) -> Optional[str]:
    """One field of COPY text (RELIABILITY 1.3): `\\N` alone is NULL, before other escapes."""
    if raw == r"\N":
        return None
    if "\\" not in raw:
        return raw
    # Octal and hex escapes are bytes of the UTF-8 text, hence the bytearray.
    out = bytearray()
    at = 0
    while at < len(raw):
        char = raw[at]
        if char != "\\" or at + 1 == len(raw):
            out += char.encode("utf-8")
            at += 1
            continue
        following = raw[at + 1]
        octal = re.compile(r"[0-7]{1,3}").match(raw, at + 1)
        hexadecimal = re.compile(r"x([0-9A-Fa-f]{1,2})").match(raw, at + 1)
        if following in _SIMPLE_ESCAPES:
            out += _SIMPLE_ESCAPES[following].encode()
            at += 2
        elif octal:
            out.append(int(octal[0], 8) & 0xFF)
            at = octal.end()
        elif hexadecimal:
            out.append(int(hexadecimal[1], 16))
            at = hexadecimal.end()
        else:
            out += following.encode("utf-8")
            at += 2
    return out.decode("utf-8")


_NAME = r'(?:"((?:[^"]|"")+)"|([A-Za-z_][A-Za-z0-9_$]*))'
_COPY = re.compile(rf"COPY (?:{_NAME}\.)?{_NAME}(?: \((.*)\))? FROM stdin;")
_CREATE = re.compile(rf"CREATE TABLE (?:{_NAME}\.)?{_NAME} \(")


def _identifier(quoted: Optional[str], plain: Optional[str]) -> Optional[str]:
    if quoted is not None:
        return quoted.replace('""', '"')
    return plain.lower() if plain is not None else None


def _meant_table(schema: Optional[str], name: Optional[str]) -> Optional[str]:
    """SCHEMA, Traps: "The table meant is `public.NAME` unless told otherwise"."""
    return name if schema in (None, "public") and name in KNOWN_TABLES else None


def read_dump(path: str) -> Tables:
    """A plain dump whose data is in COPY blocks. INSERT dumps are not this oracle's job."""
    with open(path, encoding="utf-8", newline="") as handle:
        lines = handle.read().split("\n")
    tables: Tables = {}
    at = 0
    while at < len(lines):
        line = lines[at].rstrip("\r")
        at += 1
        created = _CREATE.match(line)
        if created:
            name = _meant_table(_identifier(created[1], created[2]), _identifier(created[3], created[4]))
            if name:
                table = tables.setdefault(name, RawTable())
                if not table.columns:
                    table.columns = _created_columns(lines, at)
            continue
        copied = _COPY.fullmatch(line)
        if not copied:
            continue
        name = _meant_table(_identifier(copied[1], copied[2]), _identifier(copied[3], copied[4]))
        table = tables.setdefault(name, RawTable()) if name else RawTable()
        if copied[5] is not None:
            columns = [c.strip().strip('"') for c in copied[5].split(",")]
        else:
            columns = table.columns
        table.columns = columns
        while at < len(lines) and lines[at].rstrip("\r") != r"\.":
            _add_row(table, columns, [copy_field(f) for f in lines[at].rstrip("\r").split("\t")])
            at += 1
        at += 1
    return tables


def _created_columns(lines: list[str], at: int) -> list[str]:
    """Column names of a CREATE TABLE, for COPY blocks without a list (RELIABILITY 1.4)."""
    columns = []
    while at < len(lines) and not lines[at].startswith(")"):
        first = lines[at].strip().split(" ")[0].strip('"')
        if first and first != "CONSTRAINT" and "GENERATED ALWAYS AS (" not in lines[at]:
            columns.append(first)
        at += 1
    return columns


def _add_row(table: RawTable, columns: list[str], cells: list[Optional[str]]) -> None:
    if len(cells) != len(columns):
        table.broken += 1  # SEMANTICS 9: a row that cannot be read at all is a reject
    else:
        table.rows.append(dict(zip(columns, cells)))


# ---------------------------------------------------------------- COPY CSV


def csv_rows(text: str) -> list[list[Optional[str]]]:
    """COPY CSV (RELIABILITY 3): an unquoted empty field is NULL, `""` is the empty string."""
    rows: list[list[Optional[str]]] = []
    at, size = 0, len(text)
    row: list[Optional[str]] = []
    while at < size:
        quoted = False
        value = []
        while at < size and text[at] not in ",\r\n":
            if text[at] != '"':
                value.append(text[at])
                at += 1
                continue
            quoted = True
            at += 1
            while at < size:
                if text[at] == '"' and text[at + 1 : at + 2] == '"':
                    value.append('"')
                    at += 2
                elif text[at] == '"':
                    at += 1
                    break
                else:
                    value.append(text[at])
                    at += 1
        cell = "".join(value)
        row.append(cell if cell or quoted else None)
        if at < size and text[at] == ",":
            at += 1
            if at == size or text[at] in "\r\n":
                row.append(None)
            else:
                continue
        if text[at : at + 2] == "\r\n":
            at += 2
        else:
            at += 1
        rows.append(row)
        row = []
    return rows


def read_csv_folder(path: str) -> Tables:
    """A folder of CSV files, table by file name: `tickets.csv` or `tickets_rows.csv`."""
    tables: Tables = {}
    for file_name in sorted(os.listdir(path)):
        stem, extension = os.path.splitext(file_name)
        name = stem[: -len("_rows")] if stem.endswith("_rows") else stem
        if extension != ".csv" or name not in KNOWN_TABLES:
            continue
        with open(os.path.join(path, file_name), encoding="utf-8-sig", newline="") as handle:
            rows = csv_rows(handle.read())
        table = tables.setdefault(name, RawTable())
        if not rows:
            continue
        columns = [str(cell) for cell in rows[0]]
        table.columns = columns
        for cells in rows[1:]:
            _add_row(table, columns, cells)
    return tables


def read_sources(paths: list[str]) -> Tables:
    """Several sources are one input, in the order in which they are named."""
    merged: Tables = {}
    for path in paths:
        if os.path.isdir(path):
            tables = read_csv_folder(path)
        elif path.endswith(".sql"):
            tables = read_dump(path)
        else:
            raise UnreadableSource(path)
        for name, table in tables.items():
            into = merged.setdefault(name, RawTable())
            into.columns = into.columns or table.columns
            into.rows += table.rows
            into.broken += table.broken
    return merged
