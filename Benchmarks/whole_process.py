"""Whole processes of growth and its peers in turn, in one run: times, peak memory, ratios.

A peer's answer is held against growth's before it is timed; one that differs is named and not timed, and the run ends with status
1. Turns rotate the order, so that a machine that slows down slows all; ratios are taken turn by turn and their median is the
figure to quote. Wall and processor time and peak memory are the operating system's own counts of the process and its
children (wait4). `inside` is what the peer itself measures, after its imports and compilation cache: an expert's other ratio.

    whole_process.py [--case plain|son-la|sobol|all] [--draws N] [--turns N] [--peers a,b] [--json FILE]
"""

import argparse
import datetime
import glob
import hashlib
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
ENVIRONMENT = os.path.join(ROOT, ".build-peers")
PYTHON = os.path.join(ENVIRONMENT, "bin", "python3")
GROWTH = os.path.join(ROOT, ".build", "release", "growth")

sys.path.insert(0, os.path.join(HERE, "Peers"))
import agreement
import installed
from cases import CASES


class Failed(Exception):
    """A process that did not end well."""


def numba_cache():
    """A folder for what numba compiles, another for other texts of the peers: numba itself does not notice that a function it calls
    from another file has changed."""
    digest = hashlib.sha256()
    for path in sorted(glob.glob(os.path.join(HERE, "Peers", "*.py"))):
        with open(path, "rb") as file:
            digest.update(file.read())
    return os.path.join(ENVIRONMENT, "numba-cache", digest.hexdigest()[:16])


ENVIRONMENT_VARIABLES = os.environ | {"NUMBA_CACHE_DIR": numba_cache()}


def run(command):
    """Runs a command; returns what was measured, and what it printed."""
    errors = os.path.join(ENVIRONMENT, "errors.log")
    with open(errors, "w") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=ENVIRONMENT_VARIABLES, cwd=ROOT)
        output = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        with open(errors) as log:
            raise Failed(f"{' '.join(command)} ended with status {process.returncode}: {log.read().strip()[-500:]}")
    found = {"wall": wall, "processor": usage.ru_utime + usage.ru_stime, "MiB": usage.ru_maxrss / 1024}
    return found, output


def commands_of(case, draws, peers, versions):
    """The command of each peer that is there; the others are named."""
    commands = {}
    for name, peer in case.peers.items():
        if peers and name not in peers:
            continue
        if versions[peer.needs] is None:
            print(f"  {name}: MISSING ({peer.needs} is not installed; make peers)")
        else:
            start = ["Rscript"] if peer.script.endswith(".R") else [PYTHON]
            commands[name] = start + [os.path.join(HERE, "Peers", peer.script), str(draws), *peer.arguments]
    return commands


def agreed(case, draws, commands):
    """The commands whose answers agree with growth's; runs each once or twice, which also fills caches."""
    kept, differing = {}, []
    ours = case.own_answer(GROWTH, run, draws)
    for name, command in commands.items():
        try:
            _, output = run(command)
            found = case.differences(ours, output, draws)
        except Failed as failure:
            found = [str(failure)]
        if found:
            differing.append(name)
            print(f"  {name}: DIFFERS, not timed")
            for line in found[:5]:
                print(f"    {line}")
        else:
            kept[name] = command
    if kept:
        print(f"  {case.claim}: {', '.join(kept)}")
    return kept, differing


def own_seconds(output):
    """The seconds that a peer prints."""
    return next((item["seconds"] for line in output.splitlines()[::-1] if "seconds" in (item := json.loads(line))), None)


def measure(commands, turns):
    """Every command once a turn, the order rotated."""
    runs = {name: [] for name in commands}
    names = list(commands)
    for turn in range(turns):
        shift = turn % len(names)
        for name in names[shift:] + names[:shift]:
            found, output = run(commands[name])
            if name != "growth":
                found["inside"] = own_seconds(output)
            runs[name].append(found)
    return runs


def ratios(runs, name, key):
    """Of a peer to growth, turn by turn."""
    own = "wall" if key == "inside" else key
    return [theirs[key] / ours[own] for ours, theirs in zip(runs["growth"], runs[name])]


def spread(values):
    return f"{statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f})"


def table(runs):
    """One row a process; times as long as growth where growth is among them."""
    has_growth = "growth" in runs
    head = f"{'':<26} {'wall s':>7} {'':>7} {'':>7} {'processor':>9} {'peak':>6} {'inside':>7}"
    under = f"{'whole process':<26} {'least':>7} {'median':>7} {'most':>7} {'s':>9} {'MiB':>6} {'s':>7}"
    if has_growth:
        head += f"  {'wall':>21} {'processor':>21} {'inside to wall':>21}"
        under += f"  {'times growth':>21} {'times growth':>21} {'times growth':>21}"
    print(head)
    print(under)
    for name, found in runs.items():
        walls = [item["wall"] for item in found]
        inside = [item["inside"] for item in found if item.get("inside") is not None]
        line = (
            f"{name:<26} {min(walls):7.3f} {statistics.median(walls):7.3f} {max(walls):7.3f}"
            f" {statistics.median(item['processor'] for item in found):9.3f}"
            f" {max(item['MiB'] for item in found):6.0f}"
            f" {f'{statistics.median(inside):7.3f}' if inside else '':>7}"
        )
        if has_growth and name != "growth":
            columns = [spread(ratios(runs, name, key)) for key in ("wall", "processor", "inside")]
            line += "  " + " ".join(f"{column:>21}" for column in columns)
        print(line)


def own_command(case, draws):
    """growth's command, which has run once, so that the disk's cache is warm.

    None, with a line that says why, where it cannot run.
    """
    own = case.own_command(GROWTH, draws)
    try:
        run(own)
    except Failed as failure:
        print(f"  growth: not timed, since {failure}")
        return None
    return own


def compare(case, draws, options, versions):
    """One case: agreement, turns, table. Returns its record and the peers that differ."""
    print(f"\n{case.title}, {draws:,} {case.unit}, {os.cpu_count()} processors, {options.turns} turns each")
    commands = commands_of(case, draws, options.peers, versions)
    commands, differing = agreed(case, draws, commands)
    own = own_command(case, draws)
    if own:
        commands = {"growth": own} | commands
    if not commands:
        return {}, differing
    runs = measure(commands, options.turns)
    print()
    table(runs)
    record = {"draws": draws, "runs": runs}
    if own:
        record["ratios"] = {name: ratios(runs, name, "wall") for name in runs if name != "growth"}
    return record, differing


def processor():
    with open("/proc/cpuinfo") as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), "unknown")


def options():
    parser = argparse.ArgumentParser(description="Whole processes of growth and its peers in turn.")
    parser.add_argument("--case", choices=[*CASES, "all"], default="all")
    parser.add_argument("--draws", type=int, help="instead of each case's own number")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--peers", type=lambda text: text.split(","), default=[], help="only these, by name")
    parser.add_argument("--json", metavar="FILE", help="write what was measured")
    return parser.parse_args()


def main():
    chosen = options()
    versions = installed.versions()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    record = {
        "date": datetime.date.today().isoformat(), "commit": commit.stdout.strip(), "cpu": processor(),
        "processors": os.cpu_count(), "versions": versions, "cases": {},
    }
    print(", ".join(f"{name} {version or 'MISSING'}" for name, version in versions.items()))
    differing = []
    for name, case in CASES.items():
        if chosen.case in (name, "all"):
            record["cases"][name], found = compare(case, chosen.draws or case.draws, chosen, versions)
            differing += found
    if chosen.json:
        with open(chosen.json, "w") as file:
            json.dump(record, file, indent=1)
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
