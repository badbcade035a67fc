"""Tries each target for a while and says how many inputs that were, how fast, and how much memory it took.

A crash, an input that takes more than a second, or one that takes more than 512 MiB ends its target and the whole
fails; the input is kept in .build-fuzz/found. New inputs are kept in .build-fuzz/corpus and added to the next run.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUZZING = ROOT / "Fuzzing"
FOUND = ROOT / ".build-fuzz/found"
GROWN = ROOT / ".build-fuzz/corpus"
# What a person writes in one go; larger inputs are slower, and the limits of files have tests of their own.
LONGEST = {
    "formula": 600, "figure": 120, "override": 400, "vary": 300, "request": 20_000, "message": 2_000,
    "history": 4_000, "actuals": 4_000, "variants": 4_000, "scenario": 16_000,
}
SECONDS_OF_INPUT, MEBIBYTES = 1, 512


def targets():
    return sorted(path.name for path in (FUZZING / "Corpus").iterdir() if path.is_dir())


def options(name):
    dictionary = FUZZING / "Dictionaries" / f"{name}.dict"
    return [
        f"--target={name}", f"-max_len={LONGEST.get(name, 8_000)}", f"-timeout={SECONDS_OF_INPUT}",
        f"-rss_limit_mb={MEBIBYTES}", f"-malloc_limit_mb={MEBIBYTES}", "-print_final_stats=1", "-verbosity=1",
        f"-artifact_prefix={FOUND}/{name}-",
    ] + ([f"-dict={dictionary}"] if dictionary.exists() else [])


def run(program, name, arguments):
    # The runtime's own account of a crash takes longer than a thousand inputs.
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
    return subprocess.run(
        [program, *options(name), *arguments], env=environment, cwd=ROOT, text=True, errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def statistic(text, name):
    found = re.findall(rf"stat::{name}:\s+(\d+)", text)
    return int(found[-1]) if found else 0


def tried(text):
    """Inputs: of a target that was ended, those up to its last line."""
    counts = [int(n) for n in re.findall(r"^#(\d+)", text, re.MULTILINE)]
    return statistic(text, "number_of_executed_units") or max(counts, default=0)


def fuzz(program, names, seconds, seed):
    print(f"{'target':10} {'inputs':>12} {'inputs/s':>10} {'peak MiB':>9}  finding", flush=True)
    total, failed = 0, False
    for name in names:
        grown = GROWN / name
        grown.mkdir(parents=True, exist_ok=True)
        arguments = [f"-max_total_time={seconds}"] + ([f"-seed={seed}"] if seed else [])
        outcome = run(program, name, arguments + [str(grown), str(FUZZING / "Corpus" / name)])
        count = tried(outcome.stdout)
        kept = re.findall(r"Test unit written to (\S+)", outcome.stdout)
        failed = failed or outcome.returncode != 0
        total += count
        finding = "" if outcome.returncode == 0 else " ".join(kept) or f"status {outcome.returncode}"
        print(
            f"{name:10} {count:12,} {count // max(seconds, 1):10,}"
            f" {statistic(outcome.stdout, 'peak_rss_mb'):9}  {finding}", flush=True)
        if outcome.returncode != 0:
            (FOUND / f"{name}.log").write_text(outcome.stdout)
            print("  " + "\n  ".join(said(outcome.stdout)), flush=True)
    print(f"{'together':10} {total:12,}", flush=True)
    return 1 if failed else 0


def said(text):
    lines = [line for line in text.splitlines() if re.search(r"broken promise|Fatal error|ERROR: libFuzzer|SUMMARY", line)]
    return [line[:300] for line in lines[:4]]


def minimise(program, names):
    """The corpora as few and as short as reach what they reach; those that were once findings stay."""
    for name in names:
        folder, fresh = FUZZING / "Corpus" / name, GROWN / f"{name}.fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        before = sorted(folder.iterdir())
        outcome = run(program, name, ["-merge=1", str(fresh), str(folder), str(GROWN / name)])
        if outcome.returncode != 0:
            sys.exit(outcome.stdout)
        names_of = {path.read_bytes(): path.name for path in before}
        kept = {path.read_bytes(): names_of.get(path.read_bytes(), path.name[:12]) for path in fresh.iterdir()}
        kept |= {path.read_bytes(): path.name for path in before if path.name.startswith("finding-")}
        for path in before:
            path.unlink()
        for content, called in kept.items():
            (folder / called).write_bytes(content)
        print(f"{name:10} {len(before):5} -> {len(kept):5}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=30, help="of each target")
    parser.add_argument("--target", action="append", choices=targets())
    parser.add_argument("--seed", type=int, default=0, help="the same inputs again")
    parser.add_argument("--minimise", action="store_true")
    chosen = parser.parse_args()
    FOUND.mkdir(parents=True, exist_ok=True)
    names = chosen.target or targets()
    if chosen.minimise:
        minimise(chosen.program, names)
        return 0
    return fuzz(chosen.program, names, chosen.seconds, chosen.seed)


if __name__ == "__main__":
    sys.exit(main())
