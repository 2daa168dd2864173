#!/bin/sh
# Builds the benchmarks and the engine, makes the data, and compares: run.sh [--tickets N] [--rounds N] [--smoke]
# [--only NAME] [--growth N,N]. Dumps of 4 and 10 million tickets follow the comparison: 28 GB, removed one by one.
# With --smoke everything is tiny, takes seconds and needs neither DuckDB nor Polars.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
python=python3
swift build --package-path "$here" -c release --static-swift-stdlib --quiet
swift build --package-path "$root" -c release --static-swift-stdlib --product aroundtally --quiet
case " $* " in
*" --smoke "*) ;;
*)
    python=$here/data/venv/bin/python
    if [ ! -x "$python" ]; then
        python3 -m venv "$here/data/venv"
        "$python" -m pip install --quiet duckdb==2.0.1 polars==2.1.0
    fi
    ;;
esac
exec python3 "$here/compare.py" "$@" --python "$python" --engine "$root/.build/release/aroundtally" \
    --measure "$here/.build/release/measure" --generate "$here/.build/release/generate"
