#!/usr/bin/env bash
# Builds and runs the example of the libraries as somebody else's package would: beside this one, and by version from a
# repository that has a tag. Both answers are held against the closed form.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$PWD/.build-example

built() { swift build "$@" > .build.log 2>&1 || { cat .build.log; exit 1; }; }

echo "beside this folder"
built --package-path Examples/Library --scratch-path "$scratch/path"
"$scratch/path/debug/library-example" | tee "$scratch/path.txt" | python3 Examples/closed_form.py

# What is committed, under a tag, as if it were published.
echo "by version"
rm -rf "$scratch/published" "$scratch/consumer"
git clone -q --no-local . "$scratch/published"
git -C "$scratch/published" tag 0.1.0
cp -r Examples/Library "$scratch/consumer"
sed -i "s|.package(name: \"growth\", path: \"../..\")|.package(url: \"file://$scratch/published\", from: \"0.1.0\")|;
  s|package: \"growth\"|package: \"published\"|" "$scratch/consumer/Package.swift"
grep -q 'from: "0.1.0")\]' "$scratch/consumer/Package.swift"
built --package-path "$scratch/consumer" --scratch-path "$scratch/tag"
"$scratch/tag/debug/library-example" | tee "$scratch/tag.txt" | python3 Examples/closed_form.py
cmp "$scratch/path.txt" "$scratch/tag.txt"
