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

filter=()
[ -z "${FILTER:-}" ] || filter=(--filter "$FILTER")
suite swift swift test "${flags[@]}" --skip-build "${filter[@]}"
if [ -z "${FILTER:-}" ]; then
    binary=$(swift build "${flags[@]}" --show-bin-path)/aroundtally
    export AROUNDTALLY_BINARY=$binary
    for check in schemas oracle render; do
        suite $check .venv/bin/python -m unittest discover -s Tests/Python -p "${check}_check.py"
    done
    if [ -n "${STATIC:-}" ]; then
        AROUNDTALLY_BINARY=$STATIC suite static swift test "${flags[@]}" --skip-build --filter CommandLineTests.CommandLineTests
    fi
fi
echo "all in $((SECONDS - started)) s; the output is in .build/logs/test-*.log"
sum_up
