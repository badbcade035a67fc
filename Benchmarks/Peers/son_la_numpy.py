"""Sơn La 2025 in numpy: two threads, chunks that stay near the second-level cache, moments and counts in bins
of a chunk while it is there.

Generator and bins are those of `plain_numpy.py`. A chunk is long enough that the interpreter's lock, which the two
threads share, is held for a small part of the time.

    son_la_numpy.py DRAWS
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # the threads are ours

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import son_la
import son_la_answer
from binning import Tally

CHUNK = 16_384
SEED = 2025
THREADS = 2


class Operations:
    """What the model asks for, on arrays."""

    where = staticmethod(np.where)
    minimum = staticmethod(np.minimum)
    maximum = staticmethod(np.maximum)
    sqrt = staticmethod(np.sqrt)

    def __init__(self, tables):
        self.values = tables
        self.steps = [np.diff(table, append=table[-1]) for table in tables]

    def table(self, place, z):
        at = np.clip((z + son_la.TABLE_END) * son_la.TABLE_STEPS, 0, len(son_la.SCORES) - 1)
        knot = at.astype(np.int64)
        return self.values[place][knot] + (at - knot) * self.steps[place][knot]


class Variables:
    def __init__(self, model, count):
        self.z = np.empty((len(model.normals), count))
        self.u = np.empty((len(model.uniforms), count))


def blocks(model, generator, draws):
    """Quantities, one a row, chunk by chunk; the array is used again."""
    ops, v, block = Operations(model.tables), Variables(model, CHUNK), None
    for start in range(0, draws, CHUNK):
        count = min(CHUNK, draws - start)
        if count < CHUNK:
            v, block = Variables(model, count), None
        generator.standard_normal(out=v.z)
        generator.random(out=v.u)
        result = model.evaluate(ops, v)
        if block is None:
            block = np.empty((len(result), count))
        for row, amount in zip(block, result.values()):
            row[:] = amount
        yield block


def tallied(model, generator, draws, pilot, place):
    """Draws into a tally and into the targets' counts."""
    tally, counts = pilot.empty(), son_la_answer.TargetCounts(model.targets, place)
    for block in blocks(model, generator, draws):
        counts.add(block)
        tally.add(block)
    return tally, counts


def names_of(model):
    """The quantities, by a draw of one."""
    v = Variables(model, 1)
    v.z[:], v.u[:] = 0, 0.5
    return list(model.evaluate(Operations(model.tables), v))


def main():
    draws = int(sys.argv[1])
    start = time.perf_counter()
    model = son_la.Model()
    seeds = np.random.SeedSequence(SEED).spawn(THREADS + 1)
    generators = [np.random.Generator(np.random.SFC64(seed)) for seed in seeds]
    names = names_of(model)
    place = {name: k for k, name in enumerate(names)}
    pilot = Tally.of_pilot(next(blocks(model, generators[-1], CHUNK)))
    shares = [draws // THREADS + (t < draws % THREADS) for t in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(lambda g, share: tallied(model, g, share, pilot, place), generators, shares))
    son_la_answer.report_tallies(start, draws, names, model, found)


if __name__ == "__main__":
    main()
