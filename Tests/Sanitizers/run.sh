#!/usr/bin/env bash
# run.sh KIND PROGRAM [brief]: whole commands by a program that was built with a sanitizer; `brief` leaves out what
# takes a program in debug a minute, and does less of the rest.
# The sanitizer of threads (KIND is `thread`) finds memory that two of them use at the same time without an order between
# them. That of addresses (`address`) finds memory that is read or written and is not theirs.
set -euo pipefail
cd "$(dirname "$0")/../.."

kind=$1
program=$2
brief=${3:-}
export LC_ALL=C.UTF-8
options="halt_on_error=1:exitcode=66:detect_leaks=0"
export ASAN_OPTIONS="$options" TSAN_OPTIONS="$options:suppressions=$PWD/Tests/Sanitizers/suppressions"
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2> /dev/null; rm -rf "$work"' EXIT
sonla=Scenarios/son-la-2025.yaml
weights=Scenarios/son-la-2025-planned-weights.yaml
plan=$sonla
many=300k
if test -n "$brief"; then
  plan=$weights
  many=100k
fi

failed() {
  cat "$work/errors"
  echo "failed under the sanitizer of: $kind, growth $*"
  exit 1
}

checked() {
  local start=$SECONDS
  "$program" "$@" --quiet > "$work/output" 2> "$work/errors" || failed "$@"
  echo "$((SECONDS - start)) s: growth $*"
}

lengthy() { test -n "$brief" || checked "$@"; }

# The answer does not depend on threads.
checked run $sonla --draws 20k --threads 3 --format json
test -n "$brief" || "$program" run $sonla --draws 20k --format json --threads 1 --quiet | cmp - "$work/output"
checked run $weights --precision 0.5pp --threads 3 --checkpoint "$work/checkpoint" --checkpoint-interval 1
checked run $weights --draws $many --threads 3 --sampling sobol --set targets.growth.at-least=11%
for part in 1 2; do checked run $plan --draws 20k --threads 3 --shard $part/2 --state "$work/$part.state"; done
checked merge "$work"/*.state
checked sweep $weights --vary services.growth.mean=4%..8%:4 --draws 20k --threads 3 --format csv
checked sensitivity $weights --draws 10k --threads 3
checked report $plan --draws 10k --threads 3 -o "$work/report.html"
lengthy compare $sonla Scenarios/son-la-2025-full-disbursement.yaml --draws 10k --threads 3
lengthy reach $sonla --probability 18% --draws 5k --threads 3
lengthy explain $sonla --draws 10k --threads 3
lengthy update Scenarios/son-la-2025-h1.yaml --draws 5k --threads 3

# What LAPACK works on, and what libxlsxwriter and the library of YAML are given.
checked reconcile $sonla
checked run Scenarios/miller-blair.yaml --draws 5k
checked run Scenarios/bac-giang-2025.yaml --draws 5k --control-variates
checked calibrate Scenarios/data/viet-nam-quarterly-industries.csv --exclude 2020-2022
checked show Scenarios/viet-nam-2025.yaml
if ldd "$program" | grep -q xlsxwriter; then
  checked report Scenarios/miller-blair.yaml --draws 2k -o "$work/report.xlsx"
fi
# Files that are wrong, of which there are hundreds.
for file in $(ls Tests/ScenarioFilesTests/Broken/*.yaml | awk 'NR % 20 == 0'); do
  status=0
  "$program" check "$file" > "$work/output" 2> "$work/errors" || status=$?
  [ "$status" -le 2 ] || failed check "$file"
done

# The live page, asked from several sides at once.
"$program" serve $sonla --draws 50k --threads 2 --no-open > "$work/address" 2> "$work/errors" &
server=$!
for _ in $(seq 300); do grep -qs http "$work/address" "$work/errors" && break; sleep 0.1; done
address=$(cat "$work/address" "$work/errors" | grep -om 1 'http://[^ ]*')
curl -fsS -c "$work/cookies" -L -o /dev/null "$address" || failed serve
origin=${address%%/\?*}
start=$SECONDS
askers=
for lever in 1 2 3; do
  { for k in 1 2 3 4 5; do
      curl -fsS -b "$work/cookies" -H 'Content-Type: application/json' -d '{}' -o /dev/null "$origin/answer"
    done; } &
  askers="$askers $!"
done
for asker in $askers; do wait "$asker" || failed serve; done
kill -INT "$server"
wait "$server" || failed serve
server=
echo "$((SECONDS - start)) s: growth serve $sonla, asked from three sides"
