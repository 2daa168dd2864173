#!/bin/bash
# Makes everything in this folder that is made: csv/, schema.sql, oddities.csv, desk.sql, eras/*.sql.
#
#   make.sh            writes them here
#   make.sh --check    makes them in a temporary folder and compares with what is here
#
# Needs Python 3.11 and PostgreSQL 15 with `pg_dump --restrict-key` (15.14 or later). It starts a cluster
# of its own in a temporary folder, reachable by unix socket only, and removes it at the end, also on failure.
set -euo pipefail
export LC_ALL=C.UTF-8 PGTZ=UTC PYTHONDONTWRITEBYTECODE=1
here=$(cd "$(dirname "$0")" && pwd)
bin=${PG_BIN:-/usr/lib/postgresql/15/bin}
work=$(mktemp -d)

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

finish() {
    cd /
    [ ! -f "$work/data/postmaster.pid" ] || as_postgres "$bin/pg_ctl" -D "$work/data" -w -s -m immediate stop || true
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

[[ $("$bin/pg_dump" --help) == *--restrict-key* ]] ||
    { echo "make.sh: $("$bin/pg_dump" --version) has no --restrict-key" >&2; exit 1; }

start_cluster() {
    [ "$(id -u)" != 0 ] || chown postgres "$work"
    cd "$work"
    as_postgres "$bin/initdb" -D "$work/data" -U app --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync > "$work/initdb.log"
    as_postgres "$bin/pg_ctl" -D "$work/data" -w -s -l "$work/postgres.log" \
        -o "-c listen_addresses='' -c unix_socket_directories='$work' -c fsync=off" start
    export PGHOST=$work PGUSER=app
}

run_sql() { "$bin/psql" -X -q -v ON_ERROR_STOP=1 "$@"; }

# load_and_dump FOLDER DATABASE DUMP: FOLDER holds schema.sql and csv/
load_and_dump() {
    local folder=$1 database=$2 dump=$3 table file columns
    run_sql -d postgres -c "CREATE DATABASE $database"
    run_sql -d "$database" -f "$folder/schema.sql"
    for table in $(sed -n 's/^CREATE TABLE public\.\([a-z_]*\) ($/\1/p' "$folder/schema.sql"); do
        file=$folder/csv/$table.csv
        columns=$(head -n 1 "$file")
        # Read by the server: psql's own \copy takes a line `\.` inside quotes for the end of the data.
        # A busy heap does not keep the order of the lines; CLUSTER on a passing line number does.
        run_sql -d "$database" <<SQL
ALTER TABLE public.$table ADD COLUMN line bigserial;
COPY public.$table ($columns) FROM '$file' WITH (FORMAT csv, HEADER);
CREATE INDEX passing ON public.$table (line);
CLUSTER public.$table USING passing;
ALTER TABLE public.$table DROP COLUMN line;
SQL
        run_sql -d "$database" -c "COPY public.$table ($columns) TO STDOUT WITH (FORMAT csv, HEADER)" > "$work/back.csv"
        cmp "$file" "$work/back.csv"  # the CSV folder is what Postgres itself would write
    done
    "$bin/pg_dump" -d "$database" --restrict-key=sample --no-owner --no-privileges -f "$dump"
}

# The holidays that the generator keeps must be those of the policy.
check_holidays() {
    python3 - "$here" <<'PYTHON'
import re, sys
sys.path.insert(0, sys.argv[1])
from generator.office import HOLIDAYS, SPECIAL_DAYS
text = open(sys.argv[1] + "/sla.yaml", encoding="utf-8").read()
dates = set(re.findall(r"date: (\d{4}-\d\d-\d\d)", text))
dates |= {f"{year}-{day}" for year in (2025, 2026) for day in re.findall(r'yearly: "(\d\d-\d\d)"', text)}
special = set(re.findall(r"^ {6}(\d{4}-\d\d-\d\d): \[", text, re.M))
sys.exit(0 if dates == set(HOLIDAYS) and special == set(SPECIAL_DAYS) else
         f"make.sh: office.py and sla.yaml differ: {sorted(dates ^ set(HOLIDAYS)) + sorted(special ^ set(SPECIAL_DAYS))}")
PYTHON
}

check_holidays
out=$work/out
mkdir -p "$out/eras"
python3 "$here/generate.py" --out "$out"
for era in 2025-05 2025-11 2025-12; do
    python3 "$here/generate.py" --era $era --out "$work/$era" > "$work/$era.log"
done
chmod -R a+rX "$work"
start_cluster
load_and_dump "$out" desk "$out/desk.sql"
for era in 2025-05 2025-11 2025-12; do
    load_and_dump "$work/$era" "era_${era/-/_}" "$out/eras/$era.sql"
done

if [ "${1:-}" = --check ]; then
    for made in csv schema.sql oddities.csv desk.sql eras; do
        diff -r -q -I '^-- Dumped \(from database\|by pg_dump\) version ' "$here/$made" "$out/$made"
    done
    echo "make.sh: everything here is as the generator makes it"
else
    rm -rf "$here/csv" "$here/eras"
    cp -r "$out/." "$here/"
fi
