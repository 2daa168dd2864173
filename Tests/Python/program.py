"""The built program, the sample data and where things are."""

import os
import pathlib
import subprocess

BINARY = os.environ["AROUNDTALLY_BINARY"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = str(ROOT / "sample-data" / "desk.sql")
POLICY = str(ROOT / "sample-data" / "sla.yaml")
# The desk as `make demo` looks at it.
AS_SHOWN = ["--as-of", "2026-03-31", "--policy", POLICY, "--quiet"]


def run(*arguments):
    """What the program prints."""
    return subprocess.run([BINARY, *arguments], capture_output=True, check=False, text=True, encoding="utf-8")
