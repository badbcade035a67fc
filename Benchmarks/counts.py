"""Instructions that a unit of each row's work takes, counted by callgrind."""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BUILD = os.path.join(ROOT, ".build-bench")
# Built for x86-64-v3: valgrind does not know AVX-512.
COUNTED = os.path.join(BUILD, "rows-v3", "release", "layer-rows")

# Layers whose rows build up and take down much memory.
ALONE = ("model", "accumulators", "simulation", "sensitivity")


def rows(program=COUNTED):
    """Name, layer and unit of every row, in order."""
    text = subprocess.run([program, "list"], check=True, capture_output=True, text=True).stdout
    return [line.split("\t") for line in text.splitlines()]


def measure(names=None):
    """Returns instructions a unit by row, and what stands behind LAPACK.

    What allocates much runs in a process of its own, where the memory that others left behind does not move its
    count; the rest share one for each processor.
    """
    require()
    layers = {name: layer for name, layer, _ in rows()}
    names = names or list(layers)
    together = [name for name in names if layers[name] not in ALONE]
    processors = os.cpu_count() or 1
    groups = [[name] for name in names if layers[name] in ALONE]
    groups += [group for group in (together[part::processors] for part in range(processors)) if group]
    counts, blas = {}, None
    with ThreadPoolExecutor(processors) as pool:
        for found, blas in pool.map(count, groups):
            counts |= found
    return {name: counts[name] for name in names}, blas


def require():
    """Ends with a clear message where counting cannot work."""
    if shutil.which("valgrind") is None:
        sys.exit("instruction counts need valgrind: apt-get install valgrind")
    with open("/proc/cpuinfo") as file:
        if not re.search(r"^flags\b.*\bavx2\b", file.read(), re.MULTILINE):
            sys.exit("instruction counts are those of code for AVX2, which this processor does not have")


def fixed_addresses():
    """What to put before a command so that memory lies at the same addresses each time, where that is allowed."""
    command = ["setarch", "-R"]
    try:
        return command if subprocess.run(command + ["true"], capture_output=True).returncode == 0 else []
    except FileNotFoundError:
        return []


def count(names):
    """Runs these rows under callgrind, in one process."""
    with tempfile.TemporaryDirectory() as folder:
        command = fixed_addresses() + [
            "valgrind", "--tool=callgrind", "--dump-line=no",
            "--callgrind-out-file=" + os.path.join(folder, "counts"), COUNTED, "count", *names,
        ]
        # The order of a hashed collection, the threads of OpenBLAS, what the allocator keeps for later and the size
        # of the environment would move the counts.
        environment = {
            "SWIFT_DETERMINISTIC_HASHING": "1", "OPENBLAS_NUM_THREADS": "1",
            "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0",
        }
        environment |= {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stderr[-3000:]}")
        totals = {}
        for path in glob.glob(os.path.join(folder, "counts.*")):
            label, instructions = read(path)
            if "\t" in label:
                name, units = label.split("\t")
                totals.setdefault(name, []).append((int(units), instructions))
    counts = {}
    for name, pair in totals.items():
        (few, less), (many, more) = sorted(pair)
        counts[name] = (more - less) / (many - few)
    return counts, done.stdout.strip()


def read(path):
    """The label and the instructions of one of callgrind's files."""
    label, instructions = "", 0
    with open(path) as file:
        for line in file:
            if line.startswith("desc: Trigger: Client Request: "):
                label = line.split(": ", 3)[3].rstrip("\n")
            elif line.startswith("summary: "):
                instructions = int(line.split()[1])
                break
    return label, instructions
