#!/bin/bash
# Kills a write command at its 1st, 2nd, … write, sync and rename until it ends by itself, and looks at the database after
# each: it is whole, the audit chain is sound, and the ticket is there or not, never a part of it.
#   Scripts/crash-points.sh [POINTS]     at the most so many points a system call (default: all)
set -euo pipefail
cd "$(dirname "$0")/.."
limit=${1:-1000}
program=${AROUNDTALLY_BINARY:-$PWD/.build/debug/aroundtally}
command -v strace >/dev/null || { echo "strace is not installed"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
desk() { "$program" "$@" --db "$folder/desk.db" --quiet; }
count() { sqlite3 "$folder/desk.db" 'SELECT count(*) FROM tickets'; }
echo 'a password of root' | desk init --admin root --password-file -
"$program" customer add "Crash Co" --as root --db "$folder/desk.db" --quiet >/dev/null
points=0
for call in pwrite64 fdatasync fsync rename; do
    for ((n = 1; n <= limit; n++)); do
        before=$(count)
        status=0
        strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:signal=KILL:when=$n" \
            "$program" ticket create --db "$folder/desk.db" --as root --customer "Crash Co" --title "point $call $n" \
            --quiet >"$folder/answer" 2>/dev/null || status=$?
        after=$(count)
        whole=$(sqlite3 "$folder/desk.db" 'PRAGMA integrity_check')
        [ "$whole" = ok ] || { echo "$call $n: $whole"; exit 1; }
        desk audit verify --as root >/dev/null || { echo "$call $n: the audit chain is broken"; exit 1; }
        [ "$after" = "$before" ] || [ "$after" = $((before + 1)) ] || { echo "$call $n: $before tickets, then $after"; exit 1; }
        if [ -s "$folder/answer" ] && [ "$after" = "$before" ]; then echo "$call $n: an answered ticket is lost"; exit 1; fi
        [ "$status" -ne 0 ] || break
        points=$((points + 1))
    done
done
echo "$points crash points, all of them before or after"
