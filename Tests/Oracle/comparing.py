"""What `compare.py` needs: running the engine, and the first difference of two outputs."""

from __future__ import annotations

import csv
import io
import json
import shlex
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Optional

from sla_table import HEADER, csv_text

# Exit 3: rejected rows, "the rest is valid" (COMMANDS).
COMPARABLE_EXITS = (0, 3)


@dataclass
class Score:
    """How many comparisons agreed, and where they did not."""

    passed: int = 0
    failed: int = 0
    failed_seeds: set[int] = field(default_factory=set)

    def note(self, seed: int, difference: Optional[str], command: list[str]) -> None:
        if difference is None:
            self.passed += 1
            return
        self.failed += 1
        self.failed_seeds.add(seed)
        print(f"seed {seed}: {difference}\n    replay: {shlex.join(command)}", flush=True)


def run(command: list[str], given: str = "") -> tuple[Optional[str], str]:
    """The engine's output, and what went wrong when there is none."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", timeout=120)
    except (OSError, subprocess.TimeoutExpired) as problem:
        return None, str(problem)
    if done.returncode not in COMPARABLE_EXITS:
        return None, f"exit {done.returncode}: {done.stderr.strip()[:400]}"
    return done.stdout, ""


def table_difference(expected: list[list[str]], text: str) -> Optional[str]:
    """The first row and cell that differ; then a difference of bytes alone."""
    got = cells_of(text)
    if not got or got[0] != HEADER:
        return f"header: {got[0] if got else 'no output'}"
    expected_rows = {(row[0], row[2], row[17]): row for row in expected[1:]}
    got_rows = {(row[0], row[2], row[17]): row for row in got[1:] if len(row) == len(HEADER)}
    different = 0
    first = ""
    for key in sorted(set(expected_rows) | set(got_rows)):
        mine, theirs = expected_rows.get(key), got_rows.get(key)
        if mine == theirs:
            continue
        different += 1
        if first:
            continue
        if mine is None or theirs is None:
            first = f"ticket {key[0]} {key[1]} cycle {key[2]}: " + ("only the engine has a row" if mine is None else "the engine has no row")
            first += f"\n    row: {mine or theirs}"
        else:
            cells = [f"{name}: oracle {a!r}, engine {b!r}" for name, a, b in zip(HEADER, mine, theirs) if a != b]
            first = f"ticket {key[0]} {key[1]}: " + "; ".join(cells)
    if different:
        return f"{different} rows differ; first: {first}"
    if text != csv_text(expected):
        expected_lines, lines = csv_text(expected).split("\n"), text.split("\n")
        for number, (mine_line, line) in enumerate(zip(expected_lines, lines), 1):
            if mine_line != line:
                return f"same cells, other bytes at line {number}:\n    oracle {mine_line!r}\n    engine {line!r}"
        return "same cells, other bytes (line ends, order or number of lines)"
    return None


def cells_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def list_difference(
    header: list[str], expected: list[list[str]], text: str, wanted: list[str], meant: dict[str, Callable[[str], str]]
) -> Optional[str]:
    """Rows as a whole, in any order, in the columns that both have; ``wanted`` ones must be there.

    ``meant`` gives the cells of some columns one spelling.
    """
    got = cells_of(text)
    if not got or not set(wanted) <= set(got[0]):
        return f"header: {got[0] if got else 'no output'}; wanted {wanted}"
    columns = [column for column in header if column in got[0]]

    def counted(heading: list[str], rows: list[list[str]]) -> Counter[tuple[str, ...]]:
        return Counter(tuple(meant.get(c, str)(row[heading.index(c)]) for c in columns) for row in rows)

    mine, theirs = counted(header, expected), counted(got[0], got[1:])
    if mine == theirs:
        return None
    lines = [f"{word}: {dict(zip(columns, row))}" for word, rows in (("only the oracle", mine - theirs), ("only the engine", theirs - mine))
             for row in sorted(rows)[:1]]
    return f"{sum((mine - theirs).values())} rows missing, {sum((theirs - mine).values())} too many\n    " + "\n    ".join(lines)


def tree_difference(expected: Any, got: Any, path: str = "data") -> Optional[str]:
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in sorted(set(expected) | set(got)):
            if key not in expected or key not in got:
                return f"{path}.{key}: only in the {'oracle' if key in expected else 'engine'}"
            found = tree_difference(expected[key], got[key], f"{path}.{key}")
            if found:
                return found
        return None
    return None if expected == got else f"{path}: oracle {expected!r}, engine {got!r}"


def answers_difference(questions: list[dict[str, Any]], expected: list[dict[str, Any]], text: str) -> Optional[str]:
    lines = [line for line in text.split("\n") if line]
    if len(lines) != len(questions):
        return f"{len(questions)} questions, {len(lines)} answers"
    for question, mine, line in zip(questions, expected, lines):
        try:
            theirs = json.loads(line, parse_float=Decimal)
        except ValueError:
            return f"not JSON: {line}"
        if "error" in mine and "error" in theirs:
            same = theirs.get("id") == mine.get("id")  # the words are the engine's own
        else:
            same = mine == theirs
        if not same:
            return f"question {json.dumps(question)}: oracle {mine}, engine {line}"
    return None
