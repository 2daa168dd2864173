"""CSV and values exactly as `COPY ... WITH (FORMAT csv, HEADER)` of Postgres prints them."""

import json
from pathlib import Path

from . import schema
from .eras import Money
from .moment import as_postgres


class JsonNull:
    """The JSON value null, which is not SQL's NULL."""


JSON_NULL = JsonNull()


def jsonb(value):
    """A JSON value in the order and spacing of `jsonb`: shorter keys first."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
        return "{" + ", ".join(f"{jsonb(key)}: {jsonb(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(jsonb(item) for item in value) + "]"
    if isinstance(value, Money):
        return str(value)
    if isinstance(value, JsonNull):
        return "null"
    return json.dumps(value, ensure_ascii=False)


def text_array(items):
    def quoted(item):
        if item == "" or item.upper() == "NULL" or any(c in '{}",\\' or c.isspace() for c in item):
            return '"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return item
    return "{" + ",".join(quoted(item) for item in items) + "}"


def as_text(value, kind):
    if value is None:
        return None
    if kind == "timestamptz":
        return value if isinstance(value, str) else as_postgres(value)
    if kind == "jsonb":
        return jsonb(value)
    if kind == "text[]":
        return text_array(value)
    if kind == "boolean":
        return "t" if value else "f"
    return str(value)


def csv_field(text):
    if text is None:
        return ""
    if text == "" or any(c in text for c in '",\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text


def table_csv(rows, columns):
    lines = [",".join(name for name, _, _ in columns)]
    for row in rows:
        lines.append(",".join(csv_field(as_text(row.get(name), kind)) for name, kind, _ in columns))
    return "\n".join(lines) + "\n"


def write(out, tables, era):
    """`schema.sql` and `csv/<table>.csv` for an era."""
    folder = Path(out)
    (folder / "csv").mkdir(parents=True, exist_ok=True)
    _put(folder / "schema.sql", schema.sql(era))
    for name in schema.tables(era):
        _put(folder / "csv" / f"{name}.csv", table_csv(tables.get(name, []), schema.columns(name, era)))


def write_oddities(out, oddities):
    header = [("kind", "text", ""), ("table", "text", ""), ("id", "text", ""), ("note", "text", "")]
    rows = [dict(zip(("kind", "table", "id", "note"), entry)) for entry in oddities]
    _put(Path(out) / "oddities.csv", table_csv(rows, header))


def _put(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
