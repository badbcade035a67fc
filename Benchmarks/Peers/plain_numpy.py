"""The plain case in numpy.

Two threads, each with a stream of SFC64 (generators and products let go of the interpreter's lock); chunks that stay in the
second-level cache; scores drawn in place and turned into growth and contributions by one product; moments and counts in bins of
a chunk while it is in the cache, so that no draw is kept.

    plain_numpy.py DRAWS [growth-only | selection]

`growth-only` does less: quantiles of growth alone, and of the contributions means and deviations. `selection` keeps all draws and
finds exact quantiles by selection in place, a row a task, as most would.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # the threads are ours

import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import plain_case as case
from binning import Tally, merged

CHUNK = 16_384


def blocks(generator, draws):
    """Growth and contributions, a quantity a row, chunk by chunk; the array is used again."""
    factor, centre = case.factor(), case.means()[:, None]
    scores, block = np.empty((4, CHUNK)), np.empty((5, CHUNK))
    for start in range(0, draws, CHUNK):
        count = min(CHUNK, draws - start)
        if count < CHUNK:
            scores, block = np.empty((4, count)), np.empty((5, count))
        generator.standard_normal(out=scores)
        np.matmul(factor, scores, out=block)
        block += centre
        yield start, block


def tallied(generator, draws, pilot):
    """Draws into a tally; returns it and the draws that meet the target."""
    tally, hits = pilot.empty(), 0
    for _, block in blocks(generator, draws):
        hits += np.count_nonzero(block[0] >= case.TARGET)
        tally.add(block)
    return tally, hits


def run(draws, generators, growth_only=False):
    """Draws with one generator a thread but the last, which serves the pilot, and reports."""
    start = time.perf_counter()
    _, rows = next(blocks(generators[-1], CHUNK))
    pilot = Tally.of_pilot(rows, kept=1 if growth_only else 5)
    shares = [len(part) for part in np.array_split(np.empty(draws, np.int8), case.THREADS)]
    with ThreadPoolExecutor(case.THREADS) as pool:
        found = list(pool.map(lambda generator, share: tallied(generator, share, pilot), generators, shares))
    case.report(start, sum(hits for _, hits in found) / draws, *merged([tally for tally, _ in found]).answer())


def run_keeping(draws, generators):
    """The same with all draws kept and quantiles by selection."""
    start = time.perf_counter()
    values = np.empty((5, draws))

    def fill(generator, part):
        for place, block in blocks(generator, part.shape[1]):
            part[:, place : place + block.shape[1]] = block

    with ThreadPoolExecutor(case.THREADS) as pool:
        list(pool.map(fill, generators, np.array_split(values, case.THREADS, axis=1)))
        hits = np.count_nonzero(values[0] >= case.TARGET)
        found = list(pool.map(lambda row: (row.mean(), row.std(ddof=1), case.quantiles(row)), values))
    case.report(start, hits / draws, *zip(*found))


def main():
    draws, variant = case.arguments()
    seeds = np.random.SeedSequence(case.SEED).spawn(case.THREADS + 1)
    generators = [np.random.Generator(np.random.SFC64(seed)) for seed in seeds]
    if variant == "selection":
        run_keeping(draws, generators)
    else:
        run(draws, generators, growth_only=variant == "growth-only")


if __name__ == "__main__":
    main()
