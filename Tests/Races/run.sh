#!/usr/bin/env bash
# run.sh PROGRAM: whole commands on several threads, by a program that was built with the sanitizer of threads, which
# finds memory that two of them use at the same time without an order between them.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=$1
export LC_ALL=C.UTF-8 TSAN_OPTIONS="halt_on_error=1:exitcode=66:suppressions=$PWD/Tests/Races/suppressions"
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2> /dev/null; rm -rf "$work"' EXIT
sonla=Scenarios/son-la-2025.yaml
weights=Scenarios/son-la-2025-planned-weights.yaml

failed() {
  cat "$work/errors"
  echo "failed under the sanitizer of threads: growth $*"
  exit 1
}

checked() {
  local start=$SECONDS
  "$program" "$@" --threads 3 --quiet > "$work/output" 2> "$work/errors" || failed "$@"
  echo "$((SECONDS - start)) s: growth $*"
}

# The answer does not depend on threads.
checked run $sonla --draws 20k --format json
"$program" run $sonla --draws 20k --format json --threads 1 --quiet | cmp - "$work/output"
checked run $weights --precision 0.5pp --checkpoint "$work/checkpoint" --checkpoint-interval 1
checked run $weights --draws 300k --sampling sobol --set targets.growth.at-least=11%
for part in 1 2; do checked run $sonla --draws 20k --shard $part/2 --state "$work/$part.state"; done
"$program" merge "$work"/*.state > /dev/null
checked sweep $weights --vary services.growth.mean=4%..8%:4 --draws 20k --format csv
checked compare $sonla Scenarios/son-la-2025-full-disbursement.yaml --draws 10k
checked sensitivity $weights --draws 10k
checked reach $sonla --probability 18% --draws 5k
checked explain $sonla --draws 10k
checked update Scenarios/son-la-2025-h1.yaml --draws 5k
checked report $sonla --draws 10k -o "$work/report.html"

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
