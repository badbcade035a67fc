#!/usr/bin/env bash
# stamp.sh PROGRAM COPY: a copy of the program, stripped, that knows its commit and the version of Swift.
set -euo pipefail

# An archive of git's has its commit already, and no repository to ask.
commit=$(git describe --always --dirty --abbrev=12 --match '' 2> /dev/null \
  || sed -n 's/.* = "\([0-9a-f]\{40\}\)";$/\1/p' "$(dirname "$0")/../Sources/CBuild/build.c")
swift=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([^ ]*\).*/\1/p')

stamp=$(mktemp)
trap 'rm -f "$stamp" "$2.partial"' EXIT
printf '%s %s' "${commit:-unknown}" "$swift" > "$stamp"
# The section keeps its length.
truncate -s 128 "$stamp"
objcopy --strip-unneeded --update-section .growth.stamp="$stamp" "$1" "$2.partial"
chmod 755 "$2.partial"
mv "$2.partial" "$2"
