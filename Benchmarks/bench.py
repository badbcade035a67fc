"""One table of all rows, and a record of it that a machine can read.

Each row's time is that of a unit of its work in processor time, taken in turn with the yardstick: yardstick, row,
yardstick, row. The ratio is taken turn by turn, so that a machine that slows down slows both; its median is the
figure to quote. Instructions are counted by callgrind in code for x86-64-v3.

    bench.py [--turns N] [--rows "NAME[;NAME...]"] [--no-counts] [--no-peers] [--no-record]
"""

import argparse
import datetime
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile

import check
import counts

TIMED = os.path.join(counts.BUILD, "rows", "release", "layer-rows")
YARDSTICK = os.path.join(counts.BUILD, "yardstick")
WIDE_YARDSTICK = os.path.join(counts.BUILD, "yardstick8")
RECORDS = os.path.join(counts.HERE, "Records")
PEERS_PYTHON = os.path.join(counts.ROOT, ".build-peers", "bin", "python3")
WHOLE_PROCESS = os.path.join(counts.HERE, "whole_process.py")


class Timed:
    """A program that takes a time, in nanoseconds a unit, whenever it is asked to."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        if self.process.wait() != 0:
            sys.exit(f"{' '.join(self.process.args)} ended with status {self.process.returncode}")

    def nanoseconds(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{' '.join(self.process.args)} gave no time")
        return float(line)


def spread(values):
    """Median, and the quartiles about it."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return {"median": middle, "lowerQuartile": low, "upperQuartile": high}


def time_row(yardstick, command, turns):
    """Times of a row and of the yardstick in turn, and their ratios."""
    with Timed(*command) as row:
        pairs = [(yardstick.nanoseconds(), row.nanoseconds()) for _ in range(turns)]
    return {
        "nanoseconds": spread([own for _, own in pairs]),
        "yardstickNanoseconds": statistics.median(yard for yard, _ in pairs),
        "ratio": spread([own / yard for yard, own in pairs]),
    }


def layers(arguments):
    """Every row: printed as it is measured, and returned."""
    known = counts.rows(TIMED)
    if arguments.rows:
        wanted = arguments.rows.split(";")
        for name in wanted:
            if name not in [row[0] for row in known]:
                sys.exit(f"there is no row '{name}'; {TIMED} list has them all")
        known = [row for row in known if row[0] in wanted]
    found, blas = {}, None
    if not arguments.no_counts:
        print("counting instructions", file=sys.stderr)
        found, blas = counts.measure([name for name, _, _ in known])
    print(f"{'row':<34} {'unit':<13} {'ns a unit':>14} {'times the yardstick':>30} {'instructions':>14}")
    results = []
    with Timed(YARDSTICK, "time") as yardstick:
        yardstick.nanoseconds()
        rows = [(row, [TIMED, "time", row[0]]) for row in known]
        if os.path.exists(WIDE_YARDSTICK) and not arguments.rows:
            rows.insert(0, (["yardstick, 8 lanes", "yardstick", "normal"], [WIDE_YARDSTICK, "time"]))
        for (name, layer, unit), command in rows:
            row = {"name": name, "layer": layer, "unit": unit} | time_row(yardstick, command, arguments.turns)
            row["instructions"] = found.get(name)
            results.append(row)
            ratio = row["ratio"]
            shown = f"{ratio['median']:,.3f} ({ratio['lowerQuartile']:,.3f} to {ratio['upperQuartile']:,.3f})"
            count = f"{row['instructions']:,.2f}" if row["instructions"] else ""
            print(
                f"{name:<34} {unit:<13} {row['nanoseconds']['median']:>14,.3f} {shown:>30} {count:>14}",
                flush=True)
    own = statistics.median(row["yardstickNanoseconds"] for row in results)
    print(f"{'yardstick, 4 lanes':<34} {'normal':<13} {own:>14,.3f} {'1':>30}")
    return results, own, blas


def peers():
    """What whole_process.py finds, or nothing where the other tools are not installed."""
    if not os.path.exists(PEERS_PYTHON):
        print("\nwhole processes against other tools: not measured; `make peers` installs the tools")
        return None
    print()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "peers.json")
        done = subprocess.run([PEERS_PYTHON, WHOLE_PROCESS, "--json", path])
        if done.returncode != 0:
            sys.exit(f"{WHOLE_PROCESS} ended with status {done.returncode}")
        if not os.path.exists(path):
            print("whole_process.py wrote no record; its table is not kept")
            return None
        with open(path) as file:
            return json.load(file)


def git(*arguments):
    return subprocess.run(
        ["git", "-C", counts.ROOT, *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


def processor():
    with open("/proc/cpuinfo") as file:
        match = re.search(r"^model name\s*: (.*)$", file.read(), re.MULTILINE)
    return match[1] if match else platform.machine()


def first_line(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]


def surroundings():
    """Where and of what a record is."""
    now = datetime.datetime.now(datetime.timezone.utc)
    # Records of other runs do not change what was measured.
    changed = git("status", "--porcelain", "--", ".", ":!Benchmarks/Records")
    return {
        "format": "growth.benchmark/1",
        "date": now.strftime("%Y-%m-%d"),
        "time": now.strftime("%H:%M:%SZ"),
        "commit": git("rev-parse", "--short=10", "HEAD"),
        "dirty": bool(changed),
        "processor": processor(),
        "processors": os.cpu_count(),
        "level": os.environ.get("LEVEL", ""),
        "system": platform.platform(),
        "swift": check.compiler(),
        "cc": first_line(os.environ.get("CC", "gcc"), "--version"),
    }


def main():
    parser = argparse.ArgumentParser(description="All rows, timed against the yardstick.")
    parser.add_argument("--turns", type=int, default=9)
    parser.add_argument("--rows", help="the rows to measure, with semicolons between")
    parser.add_argument("--no-counts", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--no-record", action="store_true")
    arguments = parser.parse_args()
    if arguments.turns < 2:
        parser.error("a spread needs two turns or more")
    record = surroundings()
    rows, own, blas = layers(arguments)
    record |= {"blas": blas, "turns": arguments.turns, "yardstick": {"unit": "normal", "nanoseconds": own}}
    record["rows"] = rows
    record["peers"] = None if arguments.no_peers else peers()
    if arguments.no_record or arguments.rows:
        return
    path = os.path.join(RECORDS, f"{record['date']}-{record['commit']}.json")
    os.makedirs(RECORDS, exist_ok=True)
    with open(path, "w") as file:
        json.dump(record, file, indent=1, ensure_ascii=False)
        file.write("\n")
    print(f"\n{os.path.relpath(path, counts.ROOT)}" + (", of changed files" if record["dirty"] else ""))


if __name__ == "__main__":
    main()
