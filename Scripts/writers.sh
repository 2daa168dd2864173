#!/bin/bash
# Many processes write to one database file at once: no lost update, nobody is told that it is busy, the audit adds up.
#   Scripts/writers.sh [PROCESSES] [COMMANDS]     default 16 and 500
set -euo pipefail
cd "$(dirname "$0")/.."
processes=${1:-16}
commands=${2:-500}
program=${AROUNDTALLY_BINARY:-$PWD/.build/debug/aroundtally}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export AROUNDTALLY_DB=$folder/desk.db AROUNDTALLY_AS=root
echo 'a password of root' | "$program" init --admin root --password-file - --quiet
"$program" customer add "Writers Co" --quiet >/dev/null
ticket=$("$program" ticket create --customer "Writers Co" --title shared --format json | sed -n 's/.*"id": "\([0-9a-f-]*\)".*/\1/p' | head -1)
before=$(sqlite3 "$AROUNDTALLY_DB" 'SELECT count(*) FROM audit_log')
work() {
    for ((n = 0; n < commands; n++)); do
        if [ $((n % 2)) = 0 ]; then
            "$program" ticket create --customer "Writers Co" --title "process $1, $n" --quiet >/dev/null
        else
            "$program" ticket comment "$ticket" "process $1, $n" --quiet >/dev/null
        fi || echo "process $1, command $n: exit $?" >>"$folder/failures"
    done
}
for ((p = 0; p < processes; p++)); do work "$p" & done
wait
if [ -s "$folder/failures" ]; then head "$folder/failures"; exit 1; fi
after=$(sqlite3 "$AROUNDTALLY_DB" 'SELECT count(*) FROM audit_log')
[ $((after - before)) = $((processes * commands)) ] || { echo "$((after - before)) audit rows"; exit 1; }
"$program" audit verify --quiet
echo "$processes processes, $commands commands each: $((after - before)) audit rows, none lost"
