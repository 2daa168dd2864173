"""The program against the oracle of Tests/Oracle: its worked examples, generated worlds cell by cell, and one world
in every format.

AROUNDTALLY_ORACLE_SEEDS (such as 1..100), AROUNDTALLY_ORACLE_TICKETS and AROUNDTALLY_ORACLE_MOMENTS widen it; `make
long` does.
"""

import os
import subprocess
import sys
import unittest

from program import BINARY, ROOT

FOLDER = ROOT / "Tests" / "Oracle"
sys.path.insert(0, str(FOLDER))

import test_oracle  # noqa: E402  (beside the oracle, which is no package)
from compare import seed_range  # noqa: E402

SEEDS = seed_range(os.environ.get("AROUNDTALLY_ORACLE_SEEDS", "1..6"))
TICKETS = os.environ.get("AROUNDTALLY_ORACLE_TICKETS", "12")
MOMENTS = os.environ.get("AROUNDTALLY_ORACLE_MOMENTS", "2")
# The world whose formats are compared: with bad values, duplicates and a plain policy file.
FORMAT_SEED = 6
FORMATS = ",".join([
    "inserts", "rows-per-insert", "quoted-identifiers", "e-strings", "dollar-quotes", "conforming-off", "supabase-data",
    "latin1", "gzip-members", "zstd-frames", "dumpall", "csv-supabase", "csv-semicolon", "csv-sep-line", "csv-unicode-text",
    "csv-shuffled", "csv-files", "real-inserts", "real-columns", "real-dumpall",
])


class Worlds(unittest.TestCase):
    """A test for each seed; its failure prints the first difference and the command that replays it."""

    def compare(self, seed, parts, *options):
        command = [sys.executable, FOLDER / "compare.py", BINARY, "--seeds", str(seed), "--tickets", TICKETS,
                   "--moments", MOMENTS, "--parts", parts, *options]
        done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_formats(self):
        self.compare(FORMAT_SEED, "formats", "--formats", FORMATS)


def add_test(seed):
    setattr(Worlds, f"test_seed_{seed:04d}", lambda self: self.compare(seed, "sla,lists,explanations,inspect,calendars"))


for each in SEEDS:
    add_test(each)


def load_tests(loader, standard_tests, _pattern):
    standard_tests.addTests(loader.loadTestsFromModule(test_oracle))
    return standard_tests


if __name__ == "__main__":
    unittest.main()
