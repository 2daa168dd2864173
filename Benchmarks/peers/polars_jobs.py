"""What Polars does with the same files: `polars_jobs.py read FOLDER SUFFIX`, like duckdb_jobs.py. Ids stay strings, for
Polars has no UUID type."""

import json
import os
import sys
import time

os.environ.setdefault("POLARS_MAX_THREADS", "2")
import polars as pl  # noqa: E402

AUDIT = ["id", "ticket_id", "action", "payload", "performed_by", "created_at"]
TICKETS = ["id", "customer_id", "client_ticket_uuid", "created_by", "title", "description", "category", "priority",
           "status", "assigned_to", "sla_due", "created_at", "updated_at", "billed_at", "bill_amount",
           "first_assigned_to", "assignment_history", "task_status", "completed_at", "screenshot_url"]
WANTED = ["id", "customer_id", "category", "priority", "status", "assigned_to", "bill_amount", "created_at", "updated_at",
          "completed_at"]


def scan(folder: str, table: str, columns: list[str], suffix: str) -> pl.LazyFrame:
    schema = {name: pl.String for name in columns}
    path = f"{folder}/{table}.{suffix}"
    if suffix == "tsv":
        return pl.scan_csv(path, separator="\t", quote_char=None, has_header=False, schema=schema, null_values="\\N")
    return pl.scan_csv(path, schema=schema)


def instant(name: str) -> pl.Expr:
    return pl.col(name).str.to_datetime("%Y-%m-%d %H:%M:%S%.f%#z", time_unit="us", time_zone="UTC")


def read(folder: str, suffix: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    audit = scan(folder, "audit_log", AUDIT, suffix).select(
        "id", "ticket_id", pl.col("action").cast(pl.Categorical), "performed_by", instant("created_at").alias("at"),
        pl.col("payload").str.json_path_match("$.from").cast(pl.Categorical).alias("old"),
        pl.col("payload").str.json_path_match("$.to").cast(pl.Categorical).alias("new"),
    ).collect(engine="streaming")
    tickets = scan(folder, "tickets", TICKETS, suffix).select(
        *WANTED[:2], *(pl.col(name).cast(pl.Categorical) for name in WANTED[2:5]), "assigned_to",
        pl.col("bill_amount").cast(pl.Float64), *(instant(name) for name in WANTED[7:]),
    ).collect(engine="streaming")
    return audit, tickets


def main() -> None:
    folder, suffix = sys.argv[2:4]
    wall, cpu = time.monotonic(), time.process_time()
    audit, tickets = read(folder, suffix)
    times = {"wall": time.monotonic() - wall, "cpu": time.process_time() - cpu}
    instants = int((audit["at"].dt.epoch("us") // 1_000_000).sum())
    print(json.dumps({**times, "answers": {"tickets": tickets.height, "events": audit.height, "instants": instants}}))


main()
