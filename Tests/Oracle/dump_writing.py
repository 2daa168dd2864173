"""Writes raw tables as plain dumps, faithful to pg_dump 15, and as COPY CSV files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Optional

from reading import RawTable, Tables

_ID = "uuid DEFAULT gen_random_uuid() NOT NULL"
_TIME = "timestamp with time zone"
COLUMN_TYPES: dict[str, dict[str, str]] = {
    "agents": {"id": _ID, "username": "text NOT NULL", "password": "text", "full_name": "text", "role": "text",
               "created_at": _TIME, "is_active": "boolean DEFAULT true"},
    "app_settings": {"id": _ID, "setting_key": "text NOT NULL", "setting_value": "jsonb", "updated_by": "text",
                     "created_at": _TIME, "updated_at": _TIME},
    "audit_log": {"id": _ID, "ticket_id": "uuid", "action": "text NOT NULL", "payload": "jsonb", "performed_by": "text",
                  "created_at": _TIME + " DEFAULT now()"},
    "customers": {"id": _ID, "company_name": "text NOT NULL", "tally_license": "text", "api_key": "text",
                  "amc_expiry_date": "date", "tss_expiry_date": "date", "contact_person": "text", "created_at": _TIME,
                  "contact_phone_numbers": "text[]"},
    "leads": {"id": _ID, "company_name": "text", "status": "text", "amount": "numeric"},
    "service_reports": {"id": _ID, "ticket_id": "uuid", "agent_id": "uuid", "solution_provided": "text",
                        "time_spent_minutes": "integer", "remarks": "text", "created_at": _TIME, "updated_at": _TIME},
    "ticket_comments": {"id": _ID, "ticket_id": "uuid", "author": "text", "body": "text", "internal": "boolean",
                        "created_at": _TIME},
    "ticket_remarks": {"id": _ID, "ticket_id": "uuid", "agent_id": "uuid", "remark": "text", "stage": "text",
                       "created_at": _TIME, "updated_at": _TIME, "customer_id": "uuid", "remark_type": "text"},
    "tickets": {"id": _ID, "customer_id": "uuid", "client_ticket_uuid": "text", "created_by": "text", "title": "text",
                "description": "text", "category": "text", "priority": "text", "status": "text", "assigned_to": "uuid",
                "sla_due": _TIME, "created_at": _TIME, "updated_at": _TIME, "billed_at": _TIME, "bill_amount": "numeric",
                "first_assigned_to": "uuid", "assignment_history": "jsonb", "task_status": "text", "completed_at": _TIME},
}

_HEADER = r"""--
-- PostgreSQL database dump
--

\restrict 4bGq0Yk2mTzO5uYh8sVxWcRdNf7eLpQa

-- Dumped from database version 15.18
-- Dumped by pg_dump version 15.18

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: archive; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA archive;


ALTER SCHEMA archive OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

"""

_FOOTER = r"""--
-- PostgreSQL database dump complete
--

\unrestrict 4bGq0Yk2mTzO5uYh8sVxWcRdNf7eLpQa

"""

# Writes the rows of one table; its name may have a schema.
DataWriter = Callable[[str, RawTable], str]
# Settings of the header and what stands there instead.
Settings = Sequence[tuple[str, str]]

_ESCAPES = {"\\": r"\\", "\b": r"\b", "\f": r"\f", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\v": r"\v"}


def copy_cell(value: Optional[str]) -> str:
    if value is None:
        return r"\N"
    return "".join(_ESCAPES.get(char, char) for char in value)


def qualified(name: str) -> tuple[str, str]:
    """Schema and table; `public` unless the name has a schema."""
    schema, _, bare = name.rpartition(".")
    return schema or "public", bare


def _created(name: str, columns: dict[str, str]) -> str:
    schema, bare = qualified(name)
    inner = ",\n".join(f"    {column} {kind}" for column, kind in columns.items())
    return (f"--\n-- Name: {bare}; Type: TABLE; Schema: {schema}; Owner: postgres\n--\n\n"
            f"CREATE TABLE {schema}.{bare} (\n{inner}\n);\n\n\nALTER TABLE {schema}.{bare} OWNER TO postgres;\n\n")


def copied(name: str, table: RawTable) -> str:
    schema, bare = qualified(name)
    lines = [f"{data_heading(name)}COPY {schema}.{bare} ({', '.join(table.columns)}) FROM stdin;"]
    for row in table.rows:
        lines.append("\t".join(copy_cell(row[column]) for column in table.columns))
    lines.append("\\.\n\n\n")
    return "\n".join(lines)


def dump_text(
    tables: Tables, decoys: Tables, broken_lines: dict[str, list[str]], data: DataWriter = copied, settings: Settings = ()
) -> str:
    """The whole dump. ``decoys`` are tables of the same names in another schema (SCHEMA, Traps);
    ``broken_lines`` are lines of a wrong width, put at the end of a table's data; ``data`` writes the rows
    of a table; ``settings`` replace settings of the header."""
    header = _HEADER
    for old, new in settings:
        assert old in header
        header = header.replace(old, new)
    parts = [header]
    # pg_dump orders table data by schema, then name: archive before public, audit_log before tickets.
    every: list[tuple[str, RawTable]] = [("archive." + name, decoys[name]) for name in sorted(decoys)]
    every += [(name, tables[name]) for name in sorted(tables)]
    for name, _ in every:
        parts.append(_created(name, COLUMN_TYPES[name.split(".")[-1]]))
    for name, table in every:
        text = data(name, table)
        for line in broken_lines.get(name, []):
            head, tail = text.rsplit("\\.\n", 1)
            text = head + line + "\n\\.\n" + tail
        parts.append(text)
    for name in sorted(tables):
        parts.append(f"--\n-- Name: {name} {name}_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres\n--\n\n"
                     f"ALTER TABLE ONLY public.{name}\n    ADD CONSTRAINT {name}_pkey PRIMARY KEY (id);\n\n\n")
    parts.append(_FOOTER)
    return "".join(parts)


def data_heading(name: str) -> str:
    """The comment above a table's data."""
    schema, bare = qualified(name)
    return f"--\n-- Data for Name: {bare}; Type: TABLE DATA; Schema: {schema}; Owner: postgres\n--\n\n"


def csv_cell(value: Optional[str]) -> str:
    """COPY CSV: NULL is an unquoted empty field, the empty string is `""`."""
    if value is None:
        return ""
    if value == "" or value == r"\." or any(char in value for char in ',"\r\n') or value != value.strip():
        return '"' + value.replace('"', '""') + '"'
    return value


def write_csv_folder(tables: Tables, folder: str) -> None:
    os.makedirs(folder, exist_ok=True)
    for name, table in tables.items():
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as handle:
            handle.write(",".join(table.columns) + "\n")
            for row in table.rows:
                handle.write(",".join(csv_cell(row[column]) for column in table.columns) + "\n")
