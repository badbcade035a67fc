"""Sơn La 2025 in numpy: two threads, chunks that stay in the second-level cache, all rows kept, quantiles by selection.

Generator and selection are those of `plain_numpy.py`. A chunk is long enough that the interpreter's lock, which the two
threads share, is held for a small part of the time.

    son_la_numpy.py DRAWS
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # the threads are ours

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import plain_case
import son_la
import son_la_answer

CHUNK = 8192
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


def fill(model, generator, values):
    """Draws into the columns of `values`, a quantity a row; names and counts of targets."""
    ops = Operations(model.tables)
    v = Variables(model, CHUNK)
    counts = None
    for start in range(0, values.shape[1], CHUNK):
        count = min(CHUNK, values.shape[1] - start)
        if count < CHUNK:
            v = Variables(model, count)
        generator.standard_normal(out=v.z)
        generator.random(out=v.u)
        result = model.evaluate(ops, v)
        block = values[:, start : start + count]
        for row, amount in zip(block, result.values()):
            row[:] = amount
        if counts is None:
            names = list(result)
            counts = son_la_answer.TargetCounts(model.targets, {name: k for k, name in enumerate(names)})
        counts.add(block)
    return names, counts


def summary(row):
    """Mean, standard deviation and quantiles of a row, which is reordered."""
    mean = row.mean()
    row -= mean
    return mean, np.sqrt(row @ row / (row.size - 1)), plain_case.quantiles(row) + mean


def main():
    draws = int(sys.argv[1])
    start = time.perf_counter()
    model = son_la.Model()
    generators = [np.random.Generator(np.random.SFC64(s)) for s in np.random.SeedSequence(SEED).spawn(THREADS)]
    values = np.empty((quantity_count(model), draws))
    parts = np.array_split(values, THREADS, axis=1)
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(lambda generator, part: fill(model, generator, part), generators, parts))
        means, deviations, quantiles = zip(*pool.map(summary, values))
    counts = [item[1] for item in found]
    son_la_answer.report(
        start, draws, found[0][0], means, deviations, quantiles, model.targets,
        sum(c.misses for c in counts), sum(c.sums for c in counts), sum(c.all_met for c in counts),
    )


def quantity_count(model):
    """How many quantities the model has, by a draw of one."""
    v = Variables(model, 1)
    v.z[:], v.u[:] = 0, 0.5
    return len(model.evaluate(Operations(model.tables), v))


if __name__ == "__main__":
    main()
