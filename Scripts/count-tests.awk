# Adds up what Swift Testing, XCTest and Python's unittest say at the end of their runs: prints "PASSED FAILED".
# A runner that started and did not come to its end counts as one failure.
/Test run started\.$/ { started++ }
/Test run with [0-9]+ tests? in [0-9]+ suites? (passed|failed) after/ {
    finished++
    total += $5
    next
}
/^✘ Test .* failed after [0-9.]+ seconds/ { failed++ }
/^➜ Test .* skipped/ { skipped++ }
# XCTest prints a line for every suite; the one after "All tests" or "Selected tests" holds the sum.
/^Test Suite '(All|Selected) tests' (passed|failed)/ { sum = 1; next }
sum && /Executed [0-9]+ tests?, with/ {
    total += $2
    for (i = 1; i <= NF; i++) if ($i ~ /^failures?$/) failed += $(i - 1)
    sum = 0
}
/^Ran [0-9]+ tests? in / { python = $2; total += python }
/^FAILED \(/ {
    bad = 0
    if (match($0, /failures=[0-9]+/)) bad += substr($0, RSTART + 9, RLENGTH - 9)
    if (match($0, /errors=[0-9]+/)) bad += substr($0, RSTART + 7, RLENGTH - 7)
    # One test may count several failed parts of its own.
    failed += bad < python ? bad : python
}
END {
    failed += started - finished
    print total - failed - skipped, failed + 0
}
