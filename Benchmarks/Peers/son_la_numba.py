"""Sơn La 2025 in numba: the model as one compiled loop over draws (see `tracing.py`), on all threads, compiled beforehand.

Random numbers are those of `scores.py`; moments, targets and counts in bins are taken from a chunk while it is in the cache, so
that no draw is kept. The centre and scale of the bins come from a pilot.

    son_la_numba.py DRAWS
"""

import importlib.util
import os
import sys
import time

os.environ.setdefault("NUMBA_THREADING_LAYER", "workqueue")

import numba
import numpy as np

import scores
import son_la
import son_la_answer
import tracing
from binning import centre_and_scale, finish, inverse

CHUNK = 512
SEED = 2025
THREADS = 2
PILOT = 32  # chunks
HERE = os.path.dirname(os.path.abspath(__file__))
LOOP = os.path.join(HERE, "son_la_loop.py")
KERNEL = os.path.normpath(os.path.join(HERE, "..", "..", ".build-peers", "son_la_kernel.py"))


def kernel_of(model):
    """The names of the quantities and the module with the compiled loop, written only when its text changes."""
    names, kernel = tracing.loop(model, CHUNK)
    with open(LOOP) as file:
        source = kernel + "\n\n" + file.read()
    if not os.path.exists(KERNEL) or open(KERNEL).read() != source:
        with open(KERNEL, "w") as file:
            file.write(source)
    spec = importlib.util.spec_from_file_location("son_la_kernel", KERNEL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["son_la_kernel"] = module
    spec.loader.exec_module(module)
    return names, module.simulate


def main():
    draws = int(sys.argv[1])
    numba.set_num_threads(THREADS)
    start = time.perf_counter()
    model = son_la.Model()
    names, simulate = kernel_of(model)
    place = {name: k for k, name in enumerate(names)}
    targets = (
        np.array([place[quantity] for quantity, _, _ in model.targets.values()]),
        np.array([threshold for _, threshold, _ in model.targets.values()]),
        np.array([within or 0.0 for _, _, within in model.targets.values()]),
    )
    states = scores.states(SEED, THREADS + 1)
    size = len(names)
    tables = np.concatenate(model.tables)
    numbers = (len(model.normals), len(model.uniforms))

    def run(states, chunks, centre, inverse_scale):
        found = simulate(states, chunks, *numbers, tables, centre, inverse_scale, targets)
        return [part.sum(axis=0) for part in found]

    sums, squares, *_ = run(states[-1:], np.array([PILOT]), np.zeros(size), np.ones(size))
    centre, scale = centre_and_scale(PILOT * CHUNK, sums, squares)
    # Whole chunks, so a few more draws than were asked for.
    total = -(-draws // CHUNK)
    chunks = np.array([total // THREADS + (t < total % THREADS) for t in range(THREADS)])
    sums, squares, counts, *found = run(states[:-1], chunks, centre, inverse(scale))
    count = total * CHUNK
    summary = finish(count, centre, scale, sums, squares, counts)
    son_la_answer.report(start, count, names, *summary, model.targets, *found)


if __name__ == "__main__":
    main()
