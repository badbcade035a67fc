#!/usr/bin/env bash
# run.sh thread|address: the tests with a sanitizer of the compiler in them and in the program that they run.
# thread: what works on several threads. address: what goes by unsafe memory, or through C.
set -euo pipefail
cd "$(dirname "$0")/../.."

kind=$1
case $kind in
  thread) filter='MonteCarloTests|ServingTests|EndToEndTests' ;;
  address) filter='LinearAlgebraTests|StochasticsTests|MonteCarloTests|ScenarioFilesTests|SpreadsheetsTests' ;;
  *) echo "thread or address?" >&2; exit 64 ;;
esac
# A finding ends the process that has it, so that a test fails where the program is run by one.
export TSAN_OPTIONS="suppressions=$PWD/Tests/Sanitizers/thread.txt halt_on_error=1"
export ASAN_OPTIONS="halt_on_error=1"

options=(-c release --sanitize="$kind" -Xswiftc -enable-testing --scratch-path ".build-sanitize/$kind")
echo "building with the $kind sanitizer (the first time takes ten to fifteen minutes)"
swift build --build-tests "${options[@]}" > .build.log 2>&1 || { cat .build.log; exit 1; }
log=.build-sanitize/$kind.log
swift test --skip-build "${options[@]}" --filter "${2:-$filter}" > "$log" 2>&1 || status=$?
grep -E '^(✘|✔ Test run)|(^|[0-9]: )error: |^SUMMARY: ' "$log" || true
if [ "${status:-0}" != 0 ] || grep -q '^SUMMARY: ' "$log"; then
  echo "failed; the whole output is in $log"
  exit 1
fi
