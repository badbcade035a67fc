"""Is an answer the same to the last bit, however the program was built and however the work was shared out?

    matrix.py                 all builds, all scenarios; then other libraries of linear algebra
    matrix.py --draws 50k     another number of draws (20k without it)
    matrix.py --only release  only builds whose name begins so
    matrix.py --quick         parts on changing numbers of threads, and in debug builds no 64 of them
    matrix.py FILE...         these scenarios instead of all

Builds of {debug, release} x {portable, native}, each in .build-matrix. Of each scenario the answers (JSON of
`growth run`) of the whole, and of 7 and 64 parts that `growth merge` puts together, each from 1, 2 and 5 threads; all
have to have one digest. A debug build takes up to a second to read a scenario, which 64 parts do 64 times.

Then the answers of every kind of command, made with the library of linear algebra that is installed, are made again by
`growth verify` with others, which are fetched from Debian and not installed. Where they differ, the table says by how
much; that is no failure, for those libraries round in other orders.

Exit code 1 where digests differ.
"""

import argparse
import concurrent.futures
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, ".build-matrix")
THREADS = [1, 2, 5]
PARTS = [7, 64]
WORKERS = os.cpu_count() or 1


def flags():
    """Of the compiler, for the processor at hand, as the Makefile gives them."""
    return os.environ.get("FLAGS", "").split()


def builds(only):
    kinds = [(f"{mode}-{name}", mode, extra)
             for mode in ("release", "debug")
             for name, extra in (("portable", []), ("native", flags()))]
    for name, mode, extra in kinds:
        if name.startswith(only):
            yield name, ["swift", "build", "-c", mode, *extra, "--product", "growth",
                         "--scratch-path", os.path.join(FOLDER, name)]


def build(name, command):
    """Builds one variant, and returns its program."""
    start = time.monotonic()
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if found.returncode != 0:
        sys.exit(f"{name} cannot be built:\n{found.stdout}{found.stderr}")
    print(f"built {name} in {time.monotonic() - start:.0f} s", flush=True)
    return os.path.join(FOLDER, name, "debug" if name.startswith("debug") else "release", "growth")


def output(program, *arguments, environment=None):
    found = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True,
                           env={**os.environ, "LC_ALL": "C", **(environment or {})})
    if found.returncode != 0:
        raise RuntimeError(f"{program} {' '.join(arguments)}: {found.stderr.decode()}")
    return found.stdout


def digest(answer):
    return hashlib.sha256(answer).hexdigest()


def whole(program, scenario, draws, threads):
    return digest(output(program, "run", scenario, "--draws", draws, "--format", "json", "--quiet",
                         "--threads", str(threads)))


def shared(program, scenario, draws, parts, threads, pool):
    """The digest of an answer that is put together from parts, each on one of these numbers of threads."""
    with tempfile.TemporaryDirectory() as folder:
        states = [os.path.join(folder, str(part)) for part in range(1, parts + 1)]

        def work(part):
            output(program, "run", scenario, "--draws", draws, "--quiet",
                   "--threads", str(threads[part % len(threads)]),
                   "--shard", f"{part}/{parts}", "--state", states[part - 1])

        list(pool.map(work, range(1, parts + 1)))
        # The order in which states are named does not matter either.
        return digest(output(program, "merge", *reversed(states), "--format", "json"))


def ways(name, quick):
    """How a build is to share out the work of a scenario: counts of parts, each with the threads of its parts."""
    for parts in PARTS:
        if not quick:
            yield from ((parts, [count]) for count in THREADS)
        elif parts == PARTS[0] or not name.startswith("debug"):
            yield parts, THREADS


def compare(programs, scenarios, draws, quick):
    """Prints a line a scenario, and returns how many have more than one digest."""
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        for scenario in scenarios:
            start = time.monotonic()
            found = {}

            def add(way, value):
                found.setdefault(value, []).append(way)

            for name, program in programs.items():
                for threads in THREADS:
                    add(f"{name}, {threads} threads", whole(program, scenario, draws, threads))
                for parts, threads in ways(name, quick):
                    add(f"{name}, {parts} parts of {' or '.join(map(str, threads))} threads",
                        shared(program, scenario, draws, parts, threads, pool))
            count = sum(len(of) for of in found.values())
            text = next(iter(found))[:16] if len(found) == 1 else f"{len(found)} DIGESTS"
            print(f"{scenario:48} {text}  {count:3} ways  {time.monotonic() - start:5.1f} s", flush=True)
            if len(found) > 1:
                wrong += 1
                for value, of in found.items():
                    print(f"    {value[:16]}: {'; '.join(of)}")
    return wrong


# Libraries of linear algebra: Debian's packages, and what of them a program is to find.
LIBRARIES = {
    "reference": (["libblas3", "liblapack3"], ["blas", "lapack"]),
    "OpenBLAS": (["libopenblas0-pthread"], ["openblas-pthread"]),
    "BLIS and reference": (["libblis4-pthread", "liblapack3"], ["blis-pthread", "lapack"]),
}
# What one library needs of another package.
BESIDE = ["libgfortran5", "libquadmath0"]

PAST = "Scenarios/data/viet-nam-quarterly-industries.csv"
COMMANDS = [
    ["run", "Scenarios/son-la-2025.yaml"], ["run", "Scenarios/viet-nam-2025.yaml"],
    ["run", "Scenarios/son-la-2025-9m.yaml"],
    ["run", "Scenarios/miller-blair.yaml"],
    ["run", "Scenarios/bac-giang-2025.yaml", "--control-variates"],
    ["show", "Scenarios/son-la-2025.yaml"], ["reconcile", "Scenarios/son-la-2025.yaml"],
    ["reach", "Scenarios/son-la-2025.yaml", "--probability", "18%", "--cheapest"],
    ["explain", "Scenarios/son-la-2025.yaml"],
    ["sensitivity", "Scenarios/son-la-2025-planned-weights.yaml"],
    ["compare", "Scenarios/son-la-2025.yaml", "Scenarios/son-la-2025-full-disbursement.yaml"],
    ["update", "Scenarios/viet-nam-2025-h1.yaml"],
    ["calibrate", PAST, "--exclude", "2020-2022"],
    ["backtest", "Scenarios/viet-nam-2025.yaml", "--history", PAST, "--draws", "1k"],
]
WITHOUT_DRAWS = ["show", "reconcile", "calibrate", "backtest"]


def fetched(packages):
    """A folder with the libraries of some packages."""
    folder = os.path.join(FOLDER, "libraries", "-".join(packages))
    if not os.path.isdir(os.path.join(folder, "usr")):
        os.makedirs(folder, exist_ok=True)
        subprocess.run(["apt-get", "download", "-qq", *packages], cwd=folder, check=True,
                       capture_output=True)
        for package in glob.glob(os.path.join(folder, "*.deb")):
            subprocess.run(["dpkg", "-x", package, folder], check=True)
    return folder


def library_path(packages, names):
    folders = [os.path.join(fetched(packages), "usr/lib/x86_64-linux-gnu", name) for name in names]
    absent = [folder for folder in folders if not os.path.isdir(folder)]
    if absent:
        raise RuntimeError(f"{' '.join(packages)} do not have {' '.join(absent)}")
    return ":".join(folders + [os.path.join(fetched(BESIDE), "usr/lib/x86_64-linux-gnu")])


def libraries(program, draws):
    """Prints by how much answers differ between libraries of linear algebra."""
    paths = {}
    for name, (packages, names) in LIBRARIES.items():
        try:
            paths[name] = library_path(packages, names)
        except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
            print(f"no {name}: {error}")
    if len(paths) < 2:
        return
    first, *others = paths
    print(f"\n{'made with ' + first + ', again with':60}" + "".join(f"{name:>22}" for name in others))
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "answer.json")
        for command in COMMANDS:
            count = [] if command[0] in WITHOUT_DRAWS else ["--draws", draws]
            output(program, *command, *count, "--format", "json", "--quiet", "-o", file,
                   environment={"LD_LIBRARY_PATH": paths[first]})
            cells = []
            for other in others:
                found = subprocess.run(
                    [program, "verify", file, "--format", "json", "--quiet"], capture_output=True,
                    env={**os.environ, "LC_ALL": "C", "LD_LIBRARY_PATH": paths[other]})
                report = json.loads(found.stdout)
                compared = report["comparison"]
                if report["verdict"] == "same":
                    cells.append("same bits")
                elif compared is None:
                    cells.append("no answer")
                else:
                    count = compared["changedFigures"]
                    words = f", {compared['otherChanges']} words" if compared["otherChanges"] else ""
                    cells.append(f"{count} by {compared['largest']:.0e}{words}")
            print(f"{' '.join(command)[:58]:60}" + "".join(f"{cell:>22}" for cell in cells), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--draws", default="20k")
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    names = options.scenarios or sorted(
        os.path.relpath(path, ROOT) for path in glob.glob(os.path.join(ROOT, "Scenarios/*.yaml")))
    programs = {name: build(name, command) for name, command in builds(options.only)}
    wrong = compare(programs, names, options.draws, options.quick)
    if programs:
        libraries(next(iter(programs.values())), options.draws)
    if wrong:
        sys.exit(f"{wrong} of {len(names)} scenarios have more than one digest")
    print(f"\none digest for each of {len(names)} scenarios")


if __name__ == "__main__":
    main()
