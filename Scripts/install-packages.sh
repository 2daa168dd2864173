#!/bin/bash
# install-packages.sh build|test...: installs the Debian packages that a build or the tests need. Quiet when all are
# there; without root it prints what to run and exits 1.
. "$(dirname "$0")/common.sh"

build=(libxlsxwriter-dev libisal-dev liblz4-dev libzstd-dev libpq-dev libsqlite3-dev libssl-dev pkg-config)
test=(chromium chromium-driver libreoffice-calc-nogui poppler-utils fonts-noto-core python3-venv openssl postgresql-15
    zstd lz4 strace sqlite3)

command -v swift >/dev/null || fail "swift is not on the path: install Swift 6.3 from swift.org"
command -v dpkg-query >/dev/null ||
    fail "this is no Debian: install what gives pkg-config and libxlsxwriter, then use swift build"

missing=()
for set in "$@"; do
    declare -n packages=$set
    for package in "${packages[@]}"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || missing+=("$package")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

command="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" != 0 ]; then
    echo "These Debian packages are missing. Install them, then try again:" >&2
    echo "sudo apt-get update && sudo $command" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
echo "installing ${missing[*]}"
log=.build/logs/packages.log
{ apt-get update && $command; } >"$log" 2>&1 </dev/null || {
    tail -n 40 "$log"
    fail "the packages could not be installed"
}
