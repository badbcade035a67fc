#!/usr/bin/env bash
# run.sh [LEVEL]: random numbers, and what is made of them, have the same bits on arm64 as on x86-64, plain and of a
# LEVEL such as x86-64-v3.
# Arm64 is played by qemu. No library of Swift's is at hand there, so that the program is Embedded Swift, which needs
# none. What calls LAPACK is left out, and `Sampling`, which only chooses among the sequences.
set -euo pipefail
shopt -s extglob
cd "$(dirname "$0")/../.."

level=${1:-}
expected=198
work=.build-arm64
start=$SECONDS
sources=$(ls Sources/Stochastics/{Distributions,Engines,Functions,Lanes,Statistics}/*.swift \
  Sources/Stochastics/Sequences/!(Sampling).swift \
  Sources/Stochastics/Dependence/{StudentTScores,StudentTSpearman,TriangularJoin}.swift \
  Sources/MonteCarlo/Accumulators/{ColumnRecord,ExactSum,Moments,Sketch}.swift)

for file in Sources/Stochastics/Distributions/*Distribution.swift; do
  name=$(basename "$file" .swift)
  grep -q "\"$name\"" Tests/Arm64/Distributions.swift || { echo "Tests/Arm64 leaves out $name"; exit 1; }
done

# compiled NAME SOURCES FLAG...: the program's object files, in a folder of that name. `Languages`, which errors import,
# is a module of its own with nothing but their phrases; `Stochastics`, an empty one: what it has is in the program.
compiled() {
  local folder=$work/$1 sources=$2
  shift 2
  mkdir "$folder"
  local compiler=(swiftc -O -wmo -package-name growth "$@")
  "${compiler[@]}" -parse-as-library -module-name Languages \
    -emit-module -emit-module-path "$folder/Languages.swiftmodule" -c -o "$folder/Languages.o" \
    Sources/Languages/Phrase.swift Tests/Arm64/Language.swift
  : > "$folder/Stochastics.swift"
  "${compiler[@]}" -parse-as-library -module-name Stochastics \
    -emit-module -emit-module-path "$folder/Stochastics.swiftmodule" -c -o "$folder/Stochastics.o" \
    "$folder/Stochastics.swift"
  # shellcheck disable=SC2086
  "${compiler[@]}" -I "$folder" -I Sources/CLanes -c -o "$folder/main.o" \
    $sources Tests/Arm64/{AnyMarginal,Distributions,main}.swift
}

# written NAME COMMAND...: what the program prints, in a file.
written() {
  local file=$work/$1/digests count
  shift
  "$@" > "$file" || { echo "failed: $*"; exit 1; }
  count=$(wc -l < "$file")
  [ "$count" -ge $expected ] || { echo "$count digests in $file, not $expected"; exit 1; }
}

# x86-64 LEVEL: the sources as they stand.
x86_64() {
  compiled "$1" "$sources" -Xcc -march="$1"
  swiftc "$work/$1"/*.o -o "$work/$1/program" -lm
  written "$1" "$work/$1/program"
}

# Embedded Swift has no key paths and no values of protocol types: copies of the sources have what stands for the same.
arm64() {
  mkdir $work/sources
  # shellcheck disable=SC2086
  cp $sources $work/sources
  sed -Ei 's/\(\\\.([a-zA-Z]+)\)/({ $0.\1 })/; s/\bany Marginal\b/AnyMarginal/' $work/sources/*.swift
  compiled arm64 "$(ls $work/sources/*.swift)" -target aarch64-none-none-elf \
    -enable-experimental-feature Embedded -Xcc --target=aarch64-linux-gnu
  # Strings know Unicode by a table of the compiler's.
  local resources
  resources=$(swiftc -print-target-info | sed -nE 's/.*"runtimeResourcePath": "(.*)".*/\1/p')
  aarch64-linux-gnu-gcc -static-pie $work/arm64/*.o -o $work/arm64/program \
    "$resources/embedded/aarch64-none-none-elf/libswiftUnicodeDataTables.a" -lm
  written arm64 qemu-aarch64-static $work/arm64/program
}

rm -rf $work
mkdir $work
echo "building for x86-64"
x86_64 x86-64
status=0
for other in arm64 $level; do
  echo "building for $other"
  case $other in
    arm64) arm64 ;;
    *) x86_64 "$other" ;;
  esac
  # Lines that differ, and such as only one of them has.
  differing=$(diff "$work/x86-64/digests" "$work/$other/digests" \
    | sed -nE 's/^[<>] (.*) [0-9a-f]+$/\1/p' | sort -u) || true
  if [ -n "$differing" ]; then
    sed "s/^/$other differs: /" <<< "$differing"
    status=1
  fi
done
count=$(wc -l < $work/x86-64/digests)
[ $status = 0 ] || { echo "arm64: $count digests, not all of them the same"; exit 1; }
echo "arm64: $count digests, the same as on x86-64${level:+ and $level}; $((SECONDS - start)) s"
