"""Whole-process times of the plain case at 10 million draws: growth against numpy, in one run.

The two take turns, so that a machine that slows down slows both; the ratio is taken pair by pair and
its median is the figure to quote. Peak memory is the operating system's own count.
"""

import os
import re
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DRAWS = 10_000_000
PAIRS = 7

GROWTH = [
    os.path.join(ROOT, ".build", "release", "growth"),
    "run",
    os.path.join(ROOT, "Scenarios", "son-la-2025-planned-weights.yaml"),
    "--draws", str(DRAWS), "--seed", "2025", "--no-progress",
]
NUMPY = [sys.executable, os.path.join(HERE, "Peers", "plain_case_numpy.py"), str(DRAWS)]
NUMPY_GROWTH_ONLY = NUMPY + ["growth-only"]


def measure(command):
    """Runs a command; returns wall seconds, processor seconds, peak MiB and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command[0]} ended with status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def row(name, runs):
    walls = [run[0] for run in runs]
    print(
        f"{name:<34} {min(walls):7.3f} {statistics.median(walls):7.3f} {max(walls):7.3f}"
        f" {statistics.median(run[1] for run in runs):9.3f} {max(run[2] for run in runs):9.1f}"
    )


def main():
    commands = {
        "growth": GROWTH,
        "numpy": NUMPY,
        "numpy, quantiles of growth alone": NUMPY_GROWTH_ONLY,
    }
    runs = {name: [] for name in commands}
    for name, command in commands.items():  # warm the disk cache; not counted
        measure(command)
    for _ in range(PAIRS):
        for name, command in commands.items():
            runs[name].append(measure(command))
    print(f"the plain case, {DRAWS:,} draws, {os.cpu_count()} processors, {PAIRS} turns each\n")
    print(f"{'whole process':<34} {'wall s':>7} {'':>7} {'':>7} {'processor':>9} {'peak':>9}")
    print(f"{'':<34} {'least':>7} {'median':>7} {'most':>7} {'s, median':>9} {'MiB':>9}")
    for name in commands:
        row(name, runs[name])
    print()
    for name in list(commands)[1:]:
        ratios = [theirs[0] / ours[0] for ours, theirs in zip(runs["growth"], runs[name])]
        print(
            f"{name} takes {statistics.median(ratios):.1f} times as long as growth"
            f" ({min(ratios):.1f} to {max(ratios):.1f})"
        )
    ours = re.search(r"probability ([0-9.]+)%", runs["growth"][0][3]).group(1)
    theirs = float(re.search(r"P\(growth >= 8%\) ([0-9.]+)", runs["numpy"][0][3]).group(1))
    print(f"probability of the target: growth {ours}%, numpy {100 * theirs:.2f}%")


main()
