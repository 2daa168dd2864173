#!/bin/bash
# install.sh PREFIX: puts the built program, its manual pages and its completions in place.
. "$(dirname "$0")/common.sh"
prefix=${1:?where to install}
program=.build/release/aroundtally
install -D -m 755 "$program" "$prefix/bin/aroundtally"

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$program" manual "$pages"
for page in "$pages"/*.1; do install -D -m 644 "$page" "$prefix/share/man/man1/$(basename "$page")"; done

completion() {
    "$program" --generate-completion-script "$1" >"$pages/completion"
    install -D -m 644 "$pages/completion" "$prefix/share/$2"
}
completion bash bash-completion/completions/aroundtally
completion zsh zsh/site-functions/_aroundtally
completion fish fish/vendor_completions.d/aroundtally.fish
echo "installed $prefix/bin/aroundtally, its manual pages (man aroundtally) and completions for bash, zsh and fish"
