#!/bin/bash
# The KPI report of the sample desk, with the same bytes every day.
. "$(dirname "$0")/common.sh"
Scripts/build.sh
mkdir -p reports
.build/release/aroundtally report kpi sample-data/desk.sql --as-of 2026-03-31 --policy sample-data/sla.yaml \
    --quiet --xlsx reports/kpi.xlsx --html reports/kpi.html --json reports/kpi.json
echo
ls -l reports/kpi.xlsx reports/kpi.html reports/kpi.json | awk '{printf "%10d  %s\n", $5, $NF}'
echo
echo "Open reports/kpi.html in a browser first; reports/kpi.xlsx has the same figures with their rows."
echo "The same for your own desk: .build/release/aroundtally report kpi backup.sql -o my-reports/"
