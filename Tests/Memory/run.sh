#!/usr/bin/env bash
# run.sh PROGRAM: whole commands under valgrind, which finds memory that is read or written and is not theirs: what goes by
# unsafe pointers, through LAPACK and through libxlsxwriter. PROGRAM is one for every processor: valgrind knows no AVX-512.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$1
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sonla=Scenarios/son-la-2025.yaml

# Uninitialised values are not asked for: compiled Swift looks at the payload of an enum before it knows the case.
checked() {
  local start=$SECONDS
  valgrind -q --undef-value-errors=no --error-exitcode=99 --num-callers=20 "$program" "$@" > "$work/output" 2> "$work/errors" \
    || { cat "$work/errors"; echo "failed under valgrind: growth $*"; exit 1; }
  echo "$((SECONDS - start)) s: growth $*"
}

# The processor that valgrind plays has other instructions than this one: the answers are the same.
checked run $sonla --draws 3k --threads 2 --format json --no-progress
"$program" run $sonla --draws 3k --threads 2 --format json --no-progress 2> /dev/null | cmp - "$work/output"
checked run $sonla --draws 2k --sampling sobol --threads 2 --no-progress
checked run Scenarios/miller-blair.yaml --draws 2k --no-progress
checked reconcile $sonla
checked explain $sonla --target growth --draws 2k --no-progress
checked update Scenarios/son-la-2025-h1.yaml --draws 2k --no-progress
checked report Scenarios/miller-blair.yaml --draws 1k -o "$work/report.html"
if ldd "$program" | grep -q xlsxwriter; then
  checked report Scenarios/miller-blair.yaml --draws 1k -o "$work/report.xlsx"
fi
