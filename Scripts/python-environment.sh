#!/bin/bash
# Makes .venv with what Scripts/requirements.txt names; quiet when it is there and current.
. "$(dirname "$0")/common.sh"
stamp=.venv/requirements.txt
cmp -s Scripts/requirements.txt "$stamp" && exit 0
python=/usr/bin/python3
[ -x "$python" ] || python=python3
echo "making .venv"
log=.build/logs/python.log
{
    rm -rf .venv
    "$python" -m venv .venv
    .venv/bin/pip install --disable-pip-version-check --no-input --quiet -r Scripts/requirements.txt
} >"$log" 2>&1 </dev/null || {
    tail -n 40 "$log"
    fail "the Python environment could not be made"
}
cp Scripts/requirements.txt "$stamp"
