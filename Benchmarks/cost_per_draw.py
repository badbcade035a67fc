"""Cost of a draw of each scenario against one of the plain case, on one thread, in one run.

A run has a fixed cost (reading, the pilot draws, writing), so the cost of a draw is the difference between a long
and a short run over the difference in draws. Scenarios take turns with the plain case; the ratio is taken turn by turn.
"""

import glob
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
GROWTH = os.path.join(ROOT, ".build", "release", "growth")
PLAIN = os.path.join(ROOT, "Scenarios", "son-la-2025-planned-weights.yaml")
SHORT, LONG = 200_000, 1_400_000
TURNS = 5


def seconds(scenario, draws):
    """Processor seconds of one run."""
    command = [
        GROWTH, "run", scenario, "--draws", str(draws), "--threads", "1", "--seed", "2025",
        "--no-progress", "--quiet",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with status {status}")
    return usage.ru_utime + usage.ru_stime


def nanoseconds(scenario, times=1):
    """The cost of a draw; `times` stretches the runs of cheap scenarios."""
    long, short = LONG * times, SHORT * times
    return (seconds(scenario, long) - seconds(scenario, short)) / (long - short) * 1e9


def main():
    scenarios = sys.argv[1:] or sorted(glob.glob(os.path.join(ROOT, "Scenarios", "*.yaml")))
    print(f"{'one thread, the median of ' + str(TURNS) + ' turns':<38} {'ns a draw':>10} {'times the plain case':>28}")
    for scenario in scenarios:
        costs, ratios = [], []
        for _ in range(TURNS):
            own, plain = nanoseconds(scenario), nanoseconds(PLAIN, times=8)
            costs.append(own)
            ratios.append(own / plain)
        name = os.path.basename(scenario).removesuffix(".yaml")
        spread = f"{statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})"
        print(f"{name:<38} {statistics.median(costs):>10.0f} {spread:>28}")


main()
