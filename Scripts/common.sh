# Read by the other scripts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p .build/logs

fail() {
    echo "$*" >&2
    exit 1
}

# Static linking of Foundation: a remark of the linker about a function that our code does not call.
harmless="the use of .mktemp. is dangerous"

# step NAME COMMAND...: runs the command with its output in a log; tells the time it took. Shows the log when the
# command fails, and takes a warning in it for a failure.
step() {
    local name=$1 log=.build/logs/$1.log started=$SECONDS
    shift
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 200 "$log"
        fail "$name failed; all of its output is in $log"
    fi
    if grep -i 'warning: ' "$log" | grep -v "$harmless"; then fail "$name gave warnings"; fi
    echo "$name: $((SECONDS - started)) s"
}
