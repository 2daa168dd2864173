"""What DuckDB does with the same files. `duckdb_jobs.py JOB FOLDER SUFFIX`; one line of JSON with times and answers.

Jobs: `read` (typed columns, from/to out of the payload), `clocks` (both clocks, tables read before and not timed),
`sla` (read, clocks, CSV out). FOLDER has audit_log and tickets as COPY blocks (.tsv) or CSV (.csv).
"""

import json
import os
import sys
import time

import duckdb

from working_days import AS_OF, TARGET_HOURS, working_days

STATUS = "'New','Open','In Progress','On Hold','Waiting for Customer','Resolved','Closed','Reopened'"
AUDIT = {"id": "UUID", "ticket_id": "UUID", "action": "VARCHAR", "payload": "VARCHAR", "performed_by": "VARCHAR",
         "created_at": "TIMESTAMPTZ"}
TICKETS = {"id": "UUID", "customer_id": "UUID", "client_ticket_uuid": "UUID", "created_by": "UUID", "title": "VARCHAR",
           "description": "VARCHAR", "category": "VARCHAR", "priority": "VARCHAR", "status": "VARCHAR",
           "assigned_to": "UUID", "sla_due": "TIMESTAMPTZ", "created_at": "TIMESTAMPTZ", "updated_at": "TIMESTAMPTZ",
           "billed_at": "TIMESTAMPTZ", "bill_amount": "DECIMAL(14,2)", "first_assigned_to": "UUID",
           "assignment_history": "VARCHAR", "task_status": "VARCHAR", "completed_at": "TIMESTAMPTZ",
           "screenshot_url": "VARCHAR"}


def source(folder: str, table: str, columns: dict[str, str], suffix: str) -> str:
    form = (
        "delim='\t', quote='', escape='', nullstr='\\N', header=false"
        if suffix == "tsv"
        else "delim=',', quote='\"', escape='\"', header=true"
    )
    return f"read_csv('{folder}/{table}.{suffix}', columns={columns!r}, auto_detect=false, {form})"


def read(db: duckdb.DuckDBPyConnection, folder: str, suffix: str) -> None:
    db.execute(f"""
        create table audit_log as select id, ticket_id, action, performed_by, epoch_us(created_at) as at,
            json_extract_string(payload, '$.from')::varchar as old, json_extract_string(payload, '$.to') as new
        from {source(folder, "audit_log", AUDIT, suffix)}""")
    db.execute(f"""
        create table tickets as select id, customer_id, category, priority, status, assigned_to, bill_amount,
            epoch_us(created_at) as created_at, epoch_us(updated_at) as updated_at, epoch_us(completed_at) as completed_at
        from {source(folder, "tickets", TICKETS, suffix)}""")


def read_answers(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    tickets = db.execute("select count(*) from tickets").fetchone()[0]
    events, instants = db.execute("select count(*), sum(at // 1000000) from audit_log").fetchone()
    return {"tickets": tickets, "events": events, "instants": int(instants)}


def clocks(db: duckdb.DuckDBPyConnection) -> None:
    """A row per ticket and clock in `clocks`; the closed form of the calendar, two windows, an as-of join for due."""
    db.execute("""
        create temp view moves as
            select id as ticket, created_at as at, 'New' as status, true as first from tickets
            union all
            select ticket_id, at, new, false from audit_log where action = 'ticket_status_changed'""")
    db.execute(f"""
        create temp table stretches as
        select ticket, at as begins, coalesce(lead(at) over w, {AS_OF}) as ends, status,
            lead(at) over w is null as last,
            case when status in ('Resolved','Closed') then 'done'
                 when status = 'Waiting for Customer' then 'paused' else 'running' end as phase
        from moves window w as (partition by ticket order by at, not first)""")
    db.execute(f"""
        create temp table segments as
        select 'resolution' as clock, ticket, begins, ends, phase, last from stretches
        union all
        select 'first_response', t.id, t.created_at, coalesce(s.stop, {AS_OF}), 'running',
            s.stop is null
        from tickets t left join (
            select ticket, min(begins) as stop from stretches where phase <> 'running' group by ticket) s
            on s.ticket = t.id""")
    db.execute("""
        create temp table measured as
        select s.*, e.before + least(greatest(s.ends, e.opens), e.closes) - e.opens as business_end,
            b.before + least(greatest(s.begins, b.opens), b.closes) - b.opens as business_begin
        from segments s
        join days b on b.day = (s.begins + 19800000000) // 86400000000
        join days e on e.day = (s.ends + 19800000000) // 86400000000""")
    db.execute("""
        create temp table counted as
        select m.*, t.priority, g.target,
            case when phase = 'running' then business_end - business_begin else 0 end as counted,
            coalesce(sum(case when phase = 'running' then business_end - business_begin else 0 end) over (
                partition by m.clock, ticket order by begins rows between unbounded preceding and 1 preceding), 0)
                as used_before
        from measured m join tickets t on t.id = m.ticket
        join targets g on g.clock = m.clock and g.priority = t.priority""")
    db.execute("""
        create temp table dues as
        select c.*, d.opens + (c.business_begin + greatest(c.target - c.used_before, 0)) - d.before as due
        from (select *, business_begin + greatest(target - used_before, 0) as wanted from counted
              where phase = 'running') c
        asof join (select before, opens, before + closes - opens as until from days where closes > opens) d
            on d.until >= c.wanted""")
    db.execute(f"""
        create table clocks as
        with s as (
            select clock, ticket, sum(counted) as used, arg_max(phase, begins) as last_phase,
                bool_or(last) as is_last, max(begins) as final_begin, arg_max(ends, begins) as final_end
            from counted group by clock, ticket),
        r as (
            select clock, ticket, min(case when due < ends then due end) as breached, arg_max(due, begins) as due
            from dues group by clock, ticket)
        select s.clock, s.ticket, s.used::bigint as used, r.breached,
            case when r.breached is not null then r.breached
                 when s.clock = 'resolution' and s.last_phase = 'paused' then null else r.due end as due,
            case when r.breached is not null then 'breached'
                 when s.clock = 'first_response' and not s.is_last then 'met'
                 when s.clock = 'resolution' and s.last_phase = 'done' then 'met'
                 when s.last_phase = 'paused' then 'paused'
                 when r.due - {AS_OF} <= 3600000000 then 'at_risk' else 'running' end as state
        from s left join r on r.clock = s.clock and r.ticket = s.ticket""")


def clock_answers(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    answers: dict[str, int] = {}
    for clock, state, count in db.execute("select clock, state, count(*) from clocks group by 1, 2").fetchall():
        answers[f"{clock} {state}"] = count
    for clock, used, due in db.execute(
        "select clock, sum(used // 1000000), sum(due // 1000000) from clocks group by 1"
    ).fetchall():
        answers[f"{clock} used"] = int(used)
        answers[f"{clock} due"] = int(due)
    return answers


def connection() -> duckdb.DuckDBPyConnection:
    db = duckdb.connect()
    db.execute("set threads = 2; set timezone = 'UTC'")
    db.execute("create table days (day bigint, before bigint, opens bigint, closes bigint)")
    db.executemany("insert into days values (?, ?, ?, ?)", working_days())
    db.execute("create table targets (clock varchar, priority varchar, target bigint)")
    db.executemany(
        "insert into targets values (?, ?, ?)",
        [(clock, priority, hours * 3_600_000_000) for clock, by in TARGET_HOURS.items() for priority, hours in by.items()],
    )
    return db


def main() -> None:
    job, folder, suffix = sys.argv[1:4]
    db = connection()
    if job == "clocks":
        read(db, folder, suffix)
    wall, cpu = time.monotonic(), time.process_time()
    if job in ("read", "sla"):
        read(db, folder, suffix)
    if job in ("clocks", "sla"):
        clocks(db)
    if job == "sla":
        db.execute(f"""copy (select c.ticket, t.customer_id, c.clock, t.priority, t.status, t.created_at, c.used, c.due,
            c.state, c.breached, t.assigned_to from clocks c join tickets t on t.id = c.ticket order by 1, 3)
            to '{os.devnull}' (header)""")
    times = {"wall": time.monotonic() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps({**times, "answers": read_answers(db) if job == "read" else clock_answers(db)}))


main()
