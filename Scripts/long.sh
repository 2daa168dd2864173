#!/bin/bash
# What takes too long for every run: the tests under the address and thread sanitizers, each in a build of its own.
. "$(dirname "$0")/common.sh"
Scripts/install-packages.sh build test
for sanitizer in address thread; do
    # The program that the transcripts run is sanitized, too.
    step "sanitize-$sanitizer" swift test --sanitize=$sanitizer --scratch-path ".build-$sanitizer"
    awk -f Scripts/count-tests.awk ".build/logs/sanitize-$sanitizer.log"
done
