"""One world in every format that the engine reads (COMMANDS, "Inputs"; RELIABILITY, "Dump and CSV format facts")."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Callable, Optional

from csv_disguises import DISGUISES, for_spreadsheets, write_disguised
from dump_writing import COLUMN_TYPES, dump_text, write_csv_folder
from insert_writing import InsertStyle, backslash_literal, dollar_literal, e_literal, supabase_data_text
from instants import UnreadableValue, parse_day, parse_instant
from reading import RawTable, Row, Tables
from records import read_boolean, read_id, read_json
from throwaway_postgres import Server

_KEY = "4bGq0Yk2mTzO5uYh8sVxWcRdNf7eLpQa"


@dataclass
class Written:
    """A world in one format: the rows that it means, the sources, and the options they need."""

    name: str
    tables: Tables
    sources: list[str]
    options: list[str] = field(default_factory=list)
    # What goes into standard input when the source is `-`.
    given: Optional[str] = None


# ---------------------------------------------------------------- rows that a typed database can hold


def _integer(text: str) -> int:
    return int(text)


def _numeric(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as problem:
        raise UnreadableValue(text) from problem


_READERS: list[tuple[str, Callable[[str], Any]]] = [
    ("uuid", read_id), ("timestamp", parse_instant), ("date", parse_day), ("jsonb", read_json),
    ("boolean", read_boolean), ("integer", _integer), ("numeric", _numeric),
]


def _is_of_type(value: str, kind: str) -> bool:
    for start, read in _READERS:
        if kind.startswith(start):
            try:
                read(value)
            except ValueError:
                return False
    return True


def typed(tables: Tables) -> Tables:
    """The rows that a database takes: none whose id, ticket or instant is unreadable, NULL for other bad values."""
    kept: Tables = {}
    for name, table in tables.items():
        rows: list[Row] = []
        for row in table.rows:
            bad = [c for c, value in row.items() if value is not None and not _is_of_type(value, COLUMN_TYPES[name][c])]
            if not {"id", "ticket_id", "created_at"} & set(bad) and row.get("id") is not None:
                rows.append({c: None if c in bad else value for c, value in row.items()})
        kept[name] = RawTable(list(table.columns), rows)
    return kept


def with_rows(tables: Tables) -> Tables:
    """An empty table leaves no trace in a dump of INSERT statements alone."""
    return {name: table for name, table in tables.items() if table.rows}


# ---------------------------------------------------------------- plain dumps


def _save(path: str, content: bytes) -> str:
    with open(path, "wb") as handle:
        handle.write(content)
    return path


INSERT_STYLES: dict[str, tuple[InsertStyle, list[tuple[str, str]]]] = {
    "inserts": (InsertStyle(), []),
    "column-inserts": (InsertStyle(columns=True), []),
    "rows-per-insert": (InsertStyle(rows_each=7), []),
    "quoted-identifiers": (InsertStyle(rows_each=50, columns=True, quoted=True), []),
    "e-strings": (InsertStyle(columns=True, literal=e_literal), []),
    "dollar-quotes": (InsertStyle(rows_each=3, literal=dollar_literal), []),
    "conforming-off": (InsertStyle(literal=backslash_literal), [("standard_conforming_strings = on", "standard_conforming_strings = off")]),
}


def plain_dumps(tables: Tables, decoys: Tables, folder: str) -> Iterator[Written]:
    copy_text = dump_text(tables, decoys, {}).encode()
    for name, (style, settings) in INSERT_STYLES.items():
        text = dump_text(tables, decoys, {}, style, settings)
        yield Written(name, tables, [_save(os.path.join(folder, name + ".sql"), text.encode())])
    supabase = _save(os.path.join(folder, "supabase.sql"), supabase_data_text(tables).encode())
    yield Written("supabase-data", with_rows(tables), [supabase])
    latin = dump_text(tables, decoys, {}, settings=[("'UTF8'", "'LATIN1'")])
    yield Written("latin1", tables, [_save(os.path.join(folder, "latin1.sql"), latin.encode("latin-1"))])
    crlf = dump_text(tables, decoys, {}).replace("\n", "\r\n")
    yield Written("crlf", tables, [_save(os.path.join(folder, "crlf.sql"), crlf.encode())])
    yield from compressed_dumps(tables, copy_text, folder)
    everything = cluster_text(tables, decoys)
    path = _save(os.path.join(folder, "cluster.sql"), everything.encode())
    yield Written("dumpall", tables, [path], ["--database", "desk"])
    yield Written("standard-input", tables, ["-"], given=copy_text.decode())


def compressed_dumps(tables: Tables, text: bytes, folder: str) -> Iterator[Written]:
    """gzip and zstd, in one member and in several."""
    third = len(text) // 3
    pieces = [text[:third], text[third : third + 7], text[third + 7 :]]
    yield Written("gzip", tables, [_save(os.path.join(folder, "one.sql.gz"), gzip.compress(text))])
    members = b"".join(gzip.compress(piece) for piece in pieces)
    yield Written("gzip-members", tables, [_save(os.path.join(folder, "members.sql.gz"), members)])
    yield Written("zstd", tables, [_save(os.path.join(folder, "one.sql.zst"), zstd(text))])
    frames = b"".join(zstd(piece) for piece in pieces)
    yield Written("zstd-frames", tables, [_save(os.path.join(folder, "frames.sql.zst"), frames)])
    # The kind is recognised from the bytes, not only from the name.
    yield Written("gzip-by-bytes", tables, [_save(os.path.join(folder, "misnamed.sql"), gzip.compress(text))])


def zstd(content: bytes) -> bytes:
    return subprocess.run(["zstd", "-q", "-c"], input=content, capture_output=True, check=True).stdout


def cluster_text(tables: Tables, decoys: Tables) -> str:
    """As pg_dumpall writes: the desk, and another database with the same tables and other rows."""
    parts = ["--\n-- PostgreSQL database cluster dump\n--\n\n", f"\\restrict {_KEY}\n\n",
             "SET default_transaction_read_only = off;\n\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n\n",
             "--\n-- Roles\n--\n\nCREATE ROLE postgres;\nALTER ROLE postgres WITH SUPERUSER INHERIT CREATEROLE CREATEDB LOGIN;\n\n",
             f"\\unrestrict {_KEY}\n\n--\n-- Databases\n--\n\n"]
    for name, held in (("archive", decoys), ("desk", tables)):
        parts.append(f"--\n-- Database \"{name}\" dump\n--\n\n")
        head, rest = dump_text(held, {}, {}).split("\nSET statement_timeout", 1)
        created = (f"CREATE DATABASE {name} WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'C.UTF-8';\n\n\n"
                   f"ALTER DATABASE {name} OWNER TO postgres;\n\n\\unrestrict {_KEY}\n\\connect {name}\n\\restrict {_KEY}\n")
        parts += [head, "\n", created, "\nSET statement_timeout", rest]
    parts.append("--\n-- PostgreSQL database cluster dump complete\n--\n\n")
    return "".join(parts)


# ---------------------------------------------------------------- CSV


def csv_files(tables: Tables, folder: str, seed: int) -> Iterator[Written]:
    """Folders in every disguise, and single files, named by table, compressed."""
    held = for_spreadsheets(typed(tables))
    for name, (disguise, options) in DISGUISES.items():
        target = os.path.join(folder, "csv-" + name)
        write_disguised(held, target, disguise, seed)
        yield Written("csv-" + name, held, [target], options)
    plain = os.path.join(folder, "csv-files")
    write_csv_folder(tables, plain)
    sources = []
    for index, name in enumerate(sorted(tables)):
        path = os.path.join(plain, name + ".csv")
        with open(path, "rb") as handle:
            content = handle.read()
        if index % 3 == 0:
            sources.append(f"{name}={_save(os.path.join(plain, f'export-{index}.csv'), content)}")
        elif index % 3 == 1:
            sources.append(_save(path + ".gz", gzip.compress(content)))
        else:
            sources.append(_save(path + ".zst", zstd(content)))
    yield Written("csv-files", tables, sources)


# ---------------------------------------------------------------- a real server


_ARCHIVES = {
    "custom": (["-Fc"], "desk.dump"), "custom-0": (["-Fc", "-Z0"], "plain.dump"), "tar": (["-Ft"], "desk.tar"),
    "directory": (["-Fd"], "desk.dir"), "directory-0": (["-Fd", "-Z0"], "plain.dir"),
    "real-inserts": (["--inserts"], "real-inserts.sql"),
    "real-columns": (["--column-inserts", "--rows-per-insert=13", "--quote-all-identifiers"], "real-columns.sql"),
    "real-latin1": (["--encoding=LATIN1"], "real-latin1.sql"), "real-data": (["--data-only"], "real-data.sql"),
    "real-gzip": (["-Z9"], "real.sql.gz"),
}


def from_a_server(tables: Tables, decoys: Tables, folder: str, server: Server, seed: int) -> Iterator[Written]:
    """What the real pg_dump and pg_dumpall make of the desk, and the server itself. A context for each world:
    the databases are dropped when the iterator is closed."""
    held = typed(tables)
    dump = _save(os.path.join(folder, "typed.sql"), dump_text(held, typed(decoys), {}).encode())
    other = _save(os.path.join(folder, "other.sql"), dump_text(typed(decoys), {}, {}).encode())
    names = [f"desk{seed}", f"Other desk {seed}"]
    server.make_database(names[0], dump)
    server.make_database(names[1], other)
    try:
        zone = "Asia/Kolkata" if seed % 2 else "UTC"
        for name, (options, file_name) in _ARCHIVES.items():
            path = os.path.join(folder, file_name)
            server.run("pg_dump", *options, "-f", path, names[0], zone=zone)
            yield Written(name, held, [path])
        path = os.path.join(folder, "real-cluster.sql")
        server.run("pg_dumpall", output=path, zone=zone)
        yield Written("real-dumpall", held, [path], ["--database", names[0]])
        yield Written("live", held, [server.address(names[0])])
    finally:
        for name in names:
            server.drop_database(name)


def written_formats(tables: Tables, decoys: Tables, folder: str, seed: int, server: Optional[Server]) -> Iterator[Written]:
    """Every format in turn; the files are there while the iterator stands at it."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    yield from plain_dumps(tables, decoys, folder)
    yield from csv_files(tables, folder, seed)
    if server is not None:
        yield from from_a_server(tables, decoys, folder, server, seed)
