#!/usr/bin/env python3
"""Runs every benchmark, contenders alternating, and prints one table of medians and ratios. `run.sh` calls it.

A contender that gives another answer than the engine fails the run: a fast wrong figure is no figure.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
AS_OF = "2026-03-31T12:00Z"


@dataclass
class Contender:
    name: str
    command: list[str]
    # Whether the program times itself and prints its answers; else the whole process is timed.
    reports: bool = True
    walls: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)
    answers: dict[str, int] | None = None

    def run(self) -> None:
        before = os.times()
        started = time.monotonic()
        process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE if self.reports else subprocess.DEVNULL, stderr=subprocess.PIPE)
        output, complaint = process.communicate()
        wall = time.monotonic() - started
        after = os.times()
        if process.returncode != 0:
            raise SystemExit(f"{self.name}: exit {process.returncode}: {complaint.decode()[-2000:]}")
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        if self.reports:
            said = json.loads(output)
            wall, cpu = said["wall"], said["cpu"]
            self.answers = said["answers"]
        self.walls.append(wall)
        self.cpus.append(cpu)

    @property
    def cpu(self) -> float:
        return statistics.median(self.cpus)

    @property
    def wall(self) -> float:
        return statistics.median(self.walls)


@dataclass
class Benchmark:
    name: str
    contenders: list[Contender]

    def run(self, rounds: int) -> None:
        for _ in range(rounds):
            for contender in self.contenders:
                contender.run()
        answers = [c for c in self.contenders if c.answers is not None and not c.name.startswith("copy")]
        for other in answers[1:]:
            if other.answers != answers[0].answers:
                raise SystemExit(
                    f"{self.name}: {other.name} says {other.answers}, {answers[0].name} says {answers[0].answers}")

    def rows(self) -> list[str]:
        ours = self.contenders[0]
        return [
            f"| {self.name if c is ours else ''} | {c.name} | {c.wall:.3f} | {c.cpu:.3f} | "
            f"{'' if c is ours else f'{c.cpu / max(ours.cpu, 1e-9):.1f}'} |"
            for c in self.contenders
        ]


def cut_blocks(dump: Path, folder: Path) -> None:
    """The COPY blocks that the peers read; cut out beforehand and not timed."""
    folder.mkdir(exist_ok=True)
    with dump.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for table in ("audit_log", "tickets"):
            start = data.find(b"\n", data.find(f"\nCOPY public.{table} ".encode()) + 1) + 1
            end = data.find(b"\n\\.\n", start) + 1
            with (folder / f"{table}.tsv").open("wb") as block:
                for offset in range(start, end, 1 << 24):
                    block.write(data[offset : min(offset + (1 << 24), end)])


def benchmarks(args: argparse.Namespace, data: Path) -> list[Benchmark]:
    measure, engine = args.measure, args.engine
    dump, folder, blocks = str(data / "desk.sql"), str(data / "csv"), str(data / "blocks")
    policy = str(HERE / "policy.yaml")

    def peer(name: str, job: str, where: str, suffix: str) -> list[Contender]:
        if args.smoke:
            return []
        return [Contender(name, [args.python, str(HERE / "peers" / f"{name.lower()}_jobs.py"), job, where, suffix])]

    def program(*words: str) -> list[str]:
        return [engine, *words, "--policy", policy, "--as-of", AS_OF, "-q"]

    sla = program("sla", dump, "--format", "csv", "-o", str(data / "sla.csv"))
    kpi = program("report", "kpi", dump, "--format", "json", "-o", str(data / "kpi") + "/")
    (data / "kpi").mkdir(exist_ok=True)
    snapshot = str(data / "desk.atsnap")
    frozen = program("report", "kpi", snapshot, "--format", "json", "-o", str(data / "kpi") + "/")
    return [
        Benchmark("read a COPY dump", [
            Contender("AroundTally", [measure, "read", dump]), *peer("DuckDB", "read", blocks, "tsv"),
            *peer("Polars", "read", blocks, "tsv"), Contender("wc -l", ["wc", "-l", dump], reports=False),
            Contender("copy in memory", [measure, "copy", dump])]),
        Benchmark("read CSV", [
            Contender("AroundTally", [measure, "read", folder]), *peer("DuckDB", "read", folder, "csv"),
            *peer("Polars", "read", folder, "csv")]),
        Benchmark("both clocks, in memory", [
            Contender("AroundTally", [measure, "clocks", dump, policy, "3"]),
            *peer("DuckDB", "clocks", blocks, "tsv")]),
        Benchmark("sla --format csv", [
            Contender("AroundTally", sla, reports=False), *peer("DuckDB", "sla", blocks, "tsv")]),
        Benchmark("report kpi", [Contender("AroundTally", kpi, reports=False)]),
        Benchmark("load", [
            Contender("AroundTally", [engine, "load", dump, "-o", snapshot, "-q"], reports=False)]),
        Benchmark("inspect a snapshot", [
            Contender("AroundTally", [engine, "inspect", snapshot, "-q"], reports=False)]),
        Benchmark("report kpi of a snapshot", [Contender("AroundTally", frozen, reports=False)]),
    ]


def print_growth(args: argparse.Namespace, first: int, rounds: int) -> None:
    """Reading dumps of growing size: this engine only, processor time only, a file at a time."""
    print("\n| tickets | dump GB | read, CPU s | a million tickets, CPU s | x first |\n|---|---|---|---|---|", flush=True)
    base = None
    for tickets in [first, *args.growth]:
        dump = HERE / "data" / f"growth-{tickets}.sql"
        subprocess.run([args.generate, str(tickets), "--dump", str(dump)], check=True)
        reader = Contender("AroundTally", [args.measure, "read", str(dump)])
        for _ in range(rounds):
            reader.run()
        each = reader.cpu / tickets * 1e6
        base = base or each
        size = dump.stat().st_size / 1e9
        dump.unlink()
        print(f"| {tickets:,} | {size:.2f} | {reader.cpu:.3f} | {each:.3f} | {each / base:.2f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tickets", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--only", help="only benchmarks whose name contains this")
    parser.add_argument(
        "--growth", type=lambda text: [int(word) for word in text.split(",") if word],
        help="numbers of tickets, with commas, of the dumps that show how reading grows; empty for none")
    parser.add_argument("--keep", action="store_true", help="keep the data")
    for path in ("engine", "measure", "generate", "python"):
        parser.add_argument(f"--{path}", default=sys.executable)
    args = parser.parse_args()
    tickets, rounds = (2_000, 1) if args.smoke else (args.tickets, args.rounds)
    if args.growth is None:
        args.growth = [8_000] if args.smoke else [] if args.only else [4_000_000, 10_000_000]
    data = HERE / "data" / str(tickets)
    data.mkdir(parents=True, exist_ok=True)
    if not (data / "blocks").exists():  # the folder is written last
        subprocess.run([args.generate, str(tickets), "--dump", str(data / "desk.sql")], check=True)
        subprocess.run([args.generate, str(tickets), "--csv", str(data / "csv")], check=True)
        cut_blocks(data / "desk.sql", data / "blocks")
    size = (data / "desk.sql").stat().st_size
    print(f"{tickets:,} tickets, {size / 1e9:.2f} GB dump, {rounds} rounds, load {os.getloadavg()[0]:.1f} before\n")
    print("| job | contender | wall s | CPU s | CPU, x ours |\n|---|---|---|---|---|", flush=True)
    for benchmark in benchmarks(args, data):
        if args.only and args.only not in benchmark.name:
            continue
        benchmark.run(rounds)
        print("\n".join(benchmark.rows()), flush=True)
    if args.growth:
        print_growth(args, tickets, rounds)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nAnswers agree. Load {os.getloadavg()[0]:.1f} after; largest process {peak:,.0f} MiB.")
    if not args.keep:
        subprocess.run(["rm", "-r", str(data)], check=True)


main()
