#!/bin/bash
# All tests. The last line is "N passed, N failed"; no line contains the word for a compiler's remark with its colon.
# CONFIGURATION=release builds the tests optimised. FILTER=... runs only what swift test --filter matches.
# STATIC=path runs the transcripts a second time, on that program.
. "$(dirname "$0")/common.sh"
configuration=${CONFIGURATION:-debug}
started=$SECONDS
Scripts/install-packages.sh build test
Scripts/python-environment.sh

flags=(-c "$configuration")
[ "$configuration" = debug ] || flags+=(-Xswiftc -enable-testing)
step build-tests swift build "${flags[@]}" --build-tests

log=.build/logs/test.log
: >"$log"
passed=0
failed=0

# suite NAME COMMAND...: runs it, adds up its tests. A run that counts no test, or that fails without a failed test,
# is a failure itself.
suite() {
    local name=$1 part=.build/logs/test-$1.log begun=$SECONDS status=0 p f
    shift
    "$@" >"$part" 2>&1 </dev/null || status=$?
    cat "$part" >>"$log"
    read -r p f < <(awk -f Scripts/count-tests.awk "$part")
    if [ "$((p + f))" = 0 ] || { [ "$status" != 0 ] && [ "$f" = 0 ]; }; then f=$((f + 1)); fi
    if [ "$f" != 0 ]; then
        grep -E -A30 '^✘|^error:|error:|^FAIL|^ERROR|Fatal error|Crash' "$part" | grep -v -i 'warning: ' | head -n 300 || true
    fi
    passed=$((passed + p))
    failed=$((failed + f))
    echo "$name: $p passed, $f failed, $((SECONDS - begun)) s"
}

filter=()
[ -z "${FILTER:-}" ] || filter=(--filter "$FILTER")
suite swift swift test "${flags[@]}" --skip-build "${filter[@]}"
if [ -z "${FILTER:-}" ]; then
    binary=$(swift build "${flags[@]}" --show-bin-path)/aroundtally
    AROUNDTALLY_BINARY=$binary suite python .venv/bin/python -m unittest discover -s Tests/Python -p '*_check.py'
    if [ -n "${STATIC:-}" ]; then
        AROUNDTALLY_BINARY=$STATIC suite static swift test "${flags[@]}" --skip-build --filter CommandLineTests.CommandLineTests
    fi
fi
echo "all in $((SECONDS - started)) s; the whole output is in $log"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
