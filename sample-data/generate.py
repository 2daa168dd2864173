#!/usr/bin/env python3
"""Makes the sample desk: `schema.sql`, `csv/<table>.csv` and `oddities.csv`, the same bytes for the same seed.

    python3 generate.py --out DIR                  the year 2025-04-01 .. 2026-03-31, latest schema
    python3 generate.py --era 2025-05 --out DIR    a week of an older era, in that era's schema and words
"""

import argparse
import sys
from collections import Counter

sys.dont_write_bytecode = True

from generator import desk, schema, writing  # noqa: E402
from generator.moment import DAY, local_midnight  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--tickets", type=int, help="default: 1500, for an older era 15; at least 1000 for the year")
    parser.add_argument("--era", choices=schema.ERAS, default="latest")
    parser.add_argument("--out", required=True, metavar="DIR")
    options = parser.parse_args()
    if options.era == "latest" and (options.tickets or 1500) < 1000:
        parser.error("the year needs at least 1000 tickets, so that every oddity finds its place")
    plan = desk.plan(options.era, options.tickets)
    tables, oddities = desk.build(options.seed, plan)
    writing.write(options.out, tables, options.era)
    for name in schema.tables(options.era):
        print(f"{len(tables[name]):6} {name}")
    if plan.whole:
        writing.write_oddities(options.out, oddities)
        tickets, events = desk.later_than(tables, local_midnight(plan.last) + DAY)
        print(f"{tickets:6} tickets and {events} events later than the end of {plan.last}")
        for kind, count in sorted(Counter(kind for kind, *_ in oddities).items()):
            print(f"{count:6} {kind}")


if __name__ == "__main__":
    main()
