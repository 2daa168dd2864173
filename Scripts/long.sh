#!/bin/bash
# What takes too long for every run: the oracle on many generated worlds, writers that are killed and that crowd, damaged
# files and a real server's dumps in full numbers, arbitrary bytes for every reader, and the tests under the address and
# thread sanitizers, each in a build of its own.
. "$(dirname "$0")/common.sh"
Scripts/install-packages.sh build test
Scripts/python-environment.sh
step build-tests swift build --build-tests
export AROUNDTALLY_BINARY
AROUNDTALLY_BINARY=$(swift build --show-bin-path)/aroundtally
AROUNDTALLY_ORACLE_SEEDS=1..40 AROUNDTALLY_ORACLE_TICKETS=60 AROUNDTALLY_ORACLE_MOMENTS=9 \
    suite oracle .venv/bin/python -m unittest discover -s Tests/Python -p 'oracle_check.py'
step crash-points Scripts/crash-points.sh
step writers Scripts/writers.sh 16 50
unset AROUNDTALLY_BINARY
AROUNDTALLY_LONG=1 suite long swift test --skip-build --filter 'IngestTests.(DamageTests|ServerTests)'
step fuzz Scripts/fuzz.sh 300
for sanitizer in address thread; do
    # The program that the transcripts run is sanitized, too.
    step "build-$sanitizer" swift build --sanitize=$sanitizer --scratch-path ".build-$sanitizer" --build-tests
    suite "$sanitizer" swift test --sanitize=$sanitizer --scratch-path ".build-$sanitizer" --skip-build
done
sum_up
