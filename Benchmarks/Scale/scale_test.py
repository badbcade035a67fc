"""A sweep over the provinces as a Slurm job array, on a private cluster: a node is lost in the middle, and the answer is
that of one sweep to the byte. Then what a second processor is worth.

    make scale-test

Ends with status 0 where all holds, 1 where something does not.
"""

import argparse
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter

from cluster import Cluster, ClusterError

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SCRIPT = os.path.join(HERE, "growth-array.sbatch")
LASTING = ("0.25", "0.5", "0.75")
TABLE = "Scenarios/data/viet-nam-provinces.csv"
SWEEP = (
    "sweep", "Scenarios/provinces-2026-2030.yaml", "--variants", TABLE,
    "--vary", f"lasting={','.join(LASTING)}",
)
RUN = ("run", "Scenarios/son-la-2025.yaml", "--format", "json")
FORMATS = ("csv", "json")
# Seconds after which something has gone wrong.
PATIENCE = 300


class Failure(Exception):
    """Something that does not hold."""


def expect(holds, what):
    """Prints what holds; ends with it where it does not."""
    if not holds:
        raise Failure(what)
    print(f"  {what}", flush=True)


def growth(program, *arguments):
    """The bytes that growth prints."""
    done = subprocess.run(
        [program, *arguments, "--quiet"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        raise Failure(f"growth {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout


# A state, read without growth: see "The file" in BeyondOneMachine.md.

SIGNATURE = b"\x89growth\n"


def crc_table():
    """For CRC-64/XZ, a byte at a time."""
    table = []
    for number in range(256):
        for _ in range(8):
            number = number >> 1 ^ (0xC96C5795D7870F42 if number & 1 else 0)
        table.append(number)
    return table


CRC = crc_table()


def is_whole(path):
    """Whether a state has all of its bytes, and the checksum of them."""
    with open(path, "rb") as file:
        content = file.read()
    if len(content) < 36 or not content.startswith(SIGNATURE):
        return False
    heading, body = struct.unpack_from("<QQ", content, 12)
    if len(content) != 28 + heading + body + 8:
        return False
    checksum = 0xFFFFFFFFFFFFFFFF
    for byte in content[:-8]:
        checksum = CRC[(checksum ^ byte) & 0xFF] ^ checksum >> 8
    return checksum ^ 0xFFFFFFFFFFFFFFFF == struct.unpack("<Q", content[-8:])[0]


def states(folder):
    """The parts whose states are there, by their names."""
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return {int(name[:-6]): os.path.join(folder, name) for name in names if name.endswith(".state")}


class Bench:
    """The cluster, the program, and a folder that all nodes see."""

    def __init__(self, cluster, program, folder):
        self.cluster, self.program, self.folder = cluster, program, folder

    def submit(self, name, parts, command):
        """Begins an array; returns its number and the folder of its states."""
        folder = os.path.join(self.folder, name)
        job = self.cluster.submit(
            SCRIPT, parts, folder, *command, directory=ROOT, GROWTH=self.program)
        return job, folder

    def await_end(self, job, parts):
        """Waits until no task is left; all must have ended well."""
        self.cluster.until(lambda: self.cluster.is_over(job), PATIENCE, "the array did not end")
        ends = self.cluster.tasks(job)
        bad = {part: end for part, (end, _) in ends.items() if end != "COMPLETED"}
        if bad or len(ends) != parts:
            part = min(bad, default=1)
            raise Failure(f"of {len(ends)} tasks these ended badly: {bad}\n"
                          f"{self.cluster.log(job, part)}")

    def seconds(self, name, parts, command):
        """How long an array takes from its submission, and the folder of its states."""
        start = time.monotonic()
        job, folder = self.submit(name, parts, command)
        self.await_end(job, parts)
        return time.monotonic() - start, folder

    def merged(self, folder, *options):
        """What the parts of a folder make."""
        return growth(self.program, "merge", *states(folder).values(), *options)


def lose_a_node(bench, name, parts, command, node, is_time):
    """Runs an array and kills a node in the middle.

    `is_time` says when, from the folder of the states and the part that the node works on. Returns the folder.
    """
    cluster = bench.cluster
    job, folder = bench.submit(name, parts, command)

    def of_node():
        return [part for part, where in cluster.running(job).items() if where == node]

    cluster.until(
        lambda: any(is_time(folder, part) for part in of_node()) or cluster.is_over(job),
        PATIENCE, f"{node} had no task")
    processes = cluster.kill(node)
    lost, done = of_node(), states(folder)
    kept = [entry.path for entry in os.scandir(folder) if entry.name.endswith(".checkpoint")]
    if not lost:
        raise Failure(f"{name}: the tasks were over before {node} was lost; more draws are needed")
    expect(len(lost) == 1, f"{node} killed, {processes} processes, amid part {lost[0]} of {parts}; "
                           f"{len(done)} states are there")
    expect(all(map(is_whole, [*done.values(), *kept])),
           f"each of them is whole{', and each checkpoint' if kept else ''}")
    bench.await_end(job, parts)
    again = [part for part, (_, restarts) in cluster.tasks(job).items() if restarts]
    expect(again == lost, f"part {lost[0]} alone was begun again")
    nodes = [line.split()[5].rstrip(",") for line in cluster.log(job, lost[0]).splitlines()
             if line.startswith("part ")]
    expect(len(nodes) == 2 and nodes[0] == node != nodes[1], f"... on {nodes[-1]}")
    expect(sorted(states(folder)) == list(range(1, parts + 1)),
           f"states 1 to {parts} are there, each once")
    expect(all(map(is_whole, states(folder).values())), "each of them is whole")
    return folder


def expect_each_variant_once(table):
    """The rows of a table of the sweep are those of the provinces with each value of `lasting`."""
    with open(os.path.join(ROOT, TABLE), encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    provinces = [line.split(",")[0] for line in lines[1:]]
    titles, *rows = [line.split(",") for line in table.decode().splitlines()]
    name, lasting = titles.index("name"), titles.index("lasting")
    found = Counter((row[name], row[lasting]) for row in rows)
    wanted = Counter((province, value) for province in provinces for value in LASTING)
    expect(len(provinces) == 34 and found == wanted,
           f"{len(rows)} rows: {len(provinces)} provinces, {len(LASTING)} each, none twice")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--growth", default=os.path.join(ROOT, ".build", "release", "growth"))
    parser.add_argument("--draws", default="8M", help="of each variant")
    parser.add_argument("--run-draws", default="10M", help="of the run that is shared out")
    options = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("a private cluster needs root: slurmd starts tasks under the user who sent them")
    program = os.path.abspath(options.growth)
    sweep, run = (*SWEEP, "--draws", options.draws), (*RUN, "--draws", options.run_draws)
    shared = tempfile.mkdtemp(prefix="growth-shared-")
    try:
        whole = {kind: growth(program, *sweep, "--format", kind) for kind in FORMATS}
        with Cluster(nodes=4) as cluster:
            check(Bench(cluster, program, shared), sweep, whole, run)
    finally:
        shutil.rmtree(shared, ignore_errors=True)


def check(bench, sweep, whole, run):
    """All that is tested, in turn, on one cluster of four nodes."""
    print("a sweep in 64 parts on 4 nodes, of which one is lost:")
    folder = lose_a_node(
        bench, "lost", 64, (*sweep, "--format", "csv"), "node2",
        lambda folder, _: len(states(folder)) >= 16)
    for kind in FORMATS:
        expect(bench.merged(folder, "--format", kind) == whole[kind],
               f"merged, as {kind}: the bytes of one sweep")
    expect_each_variant_once(bench.merged(folder))

    print("a run in 3 parts on 3 nodes, of which one is lost:")
    folder = lose_a_node(
        bench, "run", 3, (*run, "--checkpoint-interval", "0.5"), "node3",
        lambda folder, part: os.path.exists(os.path.join(folder, f"{part}.checkpoint")))
    expect(bench.merged(folder) == growth(bench.program, *run), "merged: the bytes of one run")
    expect(len(os.listdir(folder)) == 3, "no checkpoint is left")

    processors = len(os.sched_getaffinity(0))
    print(f"the sweep in 16 parts, on a machine of {processors} processors:")
    took = {}
    for nodes in (2, 1):
        if nodes == 1:
            bench.cluster.set_aside(["node4"])
        took[nodes], folder = bench.seconds(f"on-{nodes}", 16, (*sweep, "--format", "csv"))
        expect(bench.merged(folder) == whole["csv"],
               f"nodes of one processor: {nodes}, {took[nodes]:.1f} s, the bytes of one sweep")
    print(f"  one node takes {took[1] / took[2]:.2f} times as long as two")


def stop(*_):
    """Ends as an error does, so that the cluster ends too."""
    sys.exit(143)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    try:
        main()
    except (Failure, ClusterError) as error:
        print(f"failed: {error}", file=sys.stderr)
        sys.exit(1)
