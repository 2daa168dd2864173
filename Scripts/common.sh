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

# The sum of all suites so far.
passed=0
failed=0

# suite NAME COMMAND...: runs tests and adds up what they count. A run that counts no test, or that fails without a
# failed test, is a failure itself.
suite() {
    local name=$1 log=.build/logs/test-$1.log started=$SECONDS status=0 p f
    shift
    "$@" >"$log" 2>&1 </dev/null || status=$?
    read -r p f < <(awk -f Scripts/count-tests.awk "$log")
    if [ "$((p + f))" = 0 ] || { [ "$status" != 0 ] && [ "$f" = 0 ]; }; then f=$((f + 1)); fi
    if [ "$f" != 0 ]; then
        # What failed, up to the next test that did not.
        awk '/^✘|error:|^(FAIL|ERROR)|Fatal error|Crash/ { on = 1 } /^(✔|◇|➜)/ { on = 0 } on' "$log" |
            grep -v -i 'warning:' | head -n 300 || true
    fi
    passed=$((passed + p))
    failed=$((failed + f))
    echo "$name: $p passed, $f failed, $((SECONDS - started)) s"
}

# The last line of a run of tests; fails when a test did, or when there was none.
sum_up() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}
