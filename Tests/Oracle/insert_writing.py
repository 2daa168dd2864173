"""Writes the rows of a table as INSERT statements, in the styles that pg_dump, the Supabase CLI and other tools have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Optional

from dump_writing import COLUMN_TYPES, data_heading, qualified
from reading import RawTable, Row

Literal = Callable[[str], str]


def plain_literal(text: str) -> str:
    """As pg_dump quotes with standard_conforming_strings on."""
    return "'" + text.replace("'", "''") + "'"


def backslash_literal(text: str) -> str:
    """A plain literal for standard_conforming_strings off: backslashes are escapes."""
    escaped = text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n").replace("\t", "\\t")
    return "'" + escaped + "'"


_E_ESCAPES = {"\\": r"\\", "'": r"\'", "\n": r"\n", "\t": r"\t", "\r": r"\r", "A": r"\x41", "B": r"\102"}


def e_literal(text: str) -> str:
    """An `E''` string with every kind of escape."""
    escaped = "".join(_E_ESCAPES.get(char, char if char.isascii() else f"\\u{ord(char):04x}") for char in text)
    return "E'" + escaped + "'"


def dollar_literal(text: str) -> str:
    """A dollar-quoted string; the tag grows until the text does not contain it."""
    tag = "$$"
    while tag in text or text.endswith("$"):
        if text.endswith("$"):
            return e_literal(text)
        tag = f"$q{len(tag)}$"
    return tag + text + tag


def value_text(value: Optional[str], kind: str, literal: Literal) -> str:
    """As pg_dump writes values: numbers and booleans bare, everything else quoted."""
    if value is None:
        return "NULL"
    if kind.startswith("boolean") and value in ("t", "f"):
        return "true" if value == "t" else "false"
    if kind.startswith(("integer", "numeric")) and value.lstrip("-").replace(".", "", 1).isdigit():
        return value
    return literal(value)


class InsertStyle:
    """How a table's rows become statements; used as a `DataWriter` of `dump_writing`."""

    def __init__(self, rows_each: int = 1, columns: bool = False, quoted: bool = False, literal: Literal = plain_literal) -> None:
        self.rows_each = rows_each
        self.columns = columns
        self.quoted = quoted
        self.literal = literal

    def __call__(self, name: str, table: RawTable) -> str:
        return data_heading(name) + "".join(self.statements(name, table)) + "\n\n"

    def identifier(self, name: str) -> str:
        return f'"{name}"' if self.quoted else name

    def statements(self, name: str, table: RawTable) -> Iterator[str]:
        schema, bare = qualified(name)
        head = f"INSERT INTO {self.identifier(schema)}.{self.identifier(bare)}"
        if self.columns:
            head += f" ({', '.join(self.identifier(column) for column in table.columns)})"
        for at in range(0, len(table.rows), self.rows_each):
            rows = [self.row_text(bare, table, row) for row in table.rows[at : at + self.rows_each]]
            if self.rows_each == 1:
                yield f"{head} VALUES {rows[0]};\n"
            else:
                yield f"{head} VALUES\n\t" + ",\n\t".join(rows) + ";\n"

    def row_text(self, bare: str, table: RawTable, row: Row) -> str:
        kinds = COLUMN_TYPES[bare]
        return "(" + ", ".join(value_text(row[c], kinds[c], self.literal) for c in table.columns) + ")"


_SUPABASE_HEADER = """SET session_replication_role = replica;

--
-- PostgreSQL database dump
--

-- \\restrict 4bGq0Yk2mTzO5uYh8sVxWcRdNf7eLpQa

-- Dumped from database version 15.8
-- Dumped by pg_dump version 17.6

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

"""
_SUPABASE_FOOTER = """--
-- PostgreSQL database dump complete
--

-- \\unrestrict 4bGq0Yk2mTzO5uYh8sVxWcRdNf7eLpQa

RESET ALL;
"""


def supabase_data_text(tables: dict[str, RawTable]) -> str:
    """`supabase db dump --data-only`: quoted identifiers, many rows a statement, only data."""
    style = InsertStyle(rows_each=100_000, columns=True, quoted=True)
    return _SUPABASE_HEADER + "".join(style(name, tables[name]) for name in sorted(tables)) + _SUPABASE_FOOTER
