#!/bin/bash
# Feeds the readers with arbitrary bytes: Scripts/fuzz.sh [SECONDS] [TARGET]. Every target of Tests/IngestTests/Fuzz (or
# the one named) runs for so many seconds, from the inputs of Tests/Fuzz/Corpus and of the last time. An input that
# breaks something is named at the end: it belongs into the corpus, beside the cure.
. "$(dirname "$0")/common.sh"
seconds=${1:-60}
build=.build-fuzz
targets=${2:-copy-dump insert-dump csv json instant uuid custom-archive snapshot policy}

step fuzz-modules swift build -c release --sanitize=fuzzer --sanitize=address --scratch-path "$build" --target Ingest \
    -Xswiftc -enable-testing
bin=$(swift build -c release --scratch-path "$build" --show-bin-path)
objects=()
for module in ServiceDesk Ingest CMasks Yams CYaml; do
    while IFS= read -r object; do objects+=("$object"); done < <(find "$bin/$module.build" -name '*.o')
done
maps=()
while IFS= read -r map; do maps+=(-Xcc "-fmodule-map-file=$map"); done < <(
    find Sources/CCompression "$bin" "$build/checkouts" -name module.modulemap -path '*C*' | grep -E 'CCompression|CMasks|CYaml')
link() {
    swiftc -O -g -swift-version 6 -parse-as-library -enable-testing -sanitize=fuzzer,address -suppress-warnings \
        -module-name Fuzz -I "$bin/Modules" "${maps[@]}" \
        Tests/Fuzz/*.swift Tests/IngestTests/Fuzz/*.swift \
        Tests/IngestTests/Support/{DatasetText,Fixture,HostileDesk,SnapshotForgery}.swift \
        "${objects[@]}" -lisal -lzstd -llz4 -o "$build/fuzz"
}
export -f link
log=.build/logs/fuzz-link.log
link >"$log" 2>&1 || { tail -n 50 "$log"; fail "the fuzzer could not be linked"; }

# Swift's own backtraces trip the address sanitizer and hide its report.
export SWIFT_BACKTRACE=enable=no
mkdir -p "$build/crashes"

# fuzz TARGET SECONDS: runs a target; its found inputs stay in the build folder.
fuzz() {
    local found=$build/found/$1
    mkdir -p "$found" "Tests/Fuzz/Corpus/$1"
    FUZZ_TARGET=$1 "$build/fuzz" "$found" "Tests/Fuzz/Corpus/$1" -max_total_time="$2" -timeout=5 -max_len=8192 \
        -use_value_profile=1 -artifact_prefix="$build/crashes/$1-" >".build/logs/fuzz-$1.log" 2>&1
}

if [ $# -lt 2 ]; then
    rm -rf "$build/found/planted"
    if fuzz planted 120; then fail "the planted mistake was not found"; fi
    rm -rf "$build/crashes/planted-"* "$build/found/planted"
fi
status=0
for target in $targets; do
    if fuzz "$target" "$seconds"; then
        grep -E '^Done|^stat::number_of_executed_units' ".build/logs/fuzz-$target.log" | sed "s/^/$target: /"
    else
        status=1
        tail -n 40 ".build/logs/fuzz-$target.log"
        echo "$target broke; the input is in $build/crashes"
    fi
done
exit $status
