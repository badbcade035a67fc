"""The plain case in numpy.

Two threads, each with a stream of SFC64 (generators, products and selection let go of the interpreter's lock);
chunks that stay in the second-level cache; scores drawn in place and turned into contributions by one product, written
where they are kept; moments of a chunk while it is in the cache; quantiles by selection in place, a row a task.

    plain_numpy.py DRAWS [growth-only]

`growth-only` does less: quantiles of growth alone, and of the contributions means and deviations.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # the threads are ours

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import plain_case as case

CHUNK = 16_384


def fill(generator, values, growth_only):
    """Draws growth and contributions into the columns of `values`; sums, sums of squares, and draws that meet the
    target. With `growth_only` the contributions are not kept."""
    factor = case.contribution_factor()
    centre = case.contribution_means()
    sums, squares, hits = np.zeros(5), np.zeros(5), 0
    scores, block = np.empty((4, CHUNK)), np.empty((5, CHUNK))
    for start in range(0, values.shape[1], CHUNK):
        count = min(CHUNK, values.shape[1] - start)
        if count < CHUNK:
            scores, block = np.empty((4, count)), np.empty((5, count))
        generator.standard_normal(out=scores)
        np.matmul(factor, scores, out=block[1:])
        np.add.reduce(block[1:], axis=0, out=block[0])
        sums += block.sum(axis=1)
        squares += np.einsum("ij,ij->i", block, block)
        np.add(block[0], centre.sum(), out=values[0, start : start + count])
        hits += np.count_nonzero(values[0, start : start + count] >= case.TARGET)
        if not growth_only:
            np.add(block[1:], centre[:, None], out=values[1:, start : start + count])
    return sums, squares, hits


def run(draws, growth_only, generators):
    """Draws with one generator a thread, and reports."""
    start = time.perf_counter()
    values = np.empty((1 if growth_only else 5, draws))
    parts = np.array_split(values, len(generators), axis=1)
    with ThreadPoolExecutor(len(generators)) as pool:
        found = list(pool.map(lambda generator, part: fill(generator, part, growth_only), generators, parts))
        sums, squares, hits = (sum(item) for item in zip(*found))
        centre = case.contribution_means()
        means, deviations = case.moments(draws, sums, squares, np.concatenate([[centre.sum()], centre]))
        rows = list(pool.map(case.quantiles, values))
    case.report(start, hits / draws, means, deviations, rows)


if __name__ == "__main__":
    draws, growth_only = case.arguments()
    seeds = np.random.SeedSequence(case.SEED).spawn(case.THREADS)
    run(draws, growth_only, [np.random.Generator(np.random.SFC64(seed)) for seed in seeds])
