"""The plain case in numba: compiled loops over draws, on all threads, compiled beforehand (`cache=True`).

Chunks that stay in the first-level cache; scores of `scores.py`, which the compiler vectorises; everything else in one
pass over a chunk. Quantiles come from counts in the bins of `binning.py`, so that no draw is kept.

    plain_numba.py DRAWS [growth-only]

`growth-only` does less: quantiles of growth alone, and of the contributions means and deviations.
"""

import os

os.environ.setdefault("NUMBA_THREADING_LAYER", "workqueue")

import time

import numba
import numpy as np

import plain_case as case
import scores
from binning import BINS, centre_and_scale, finish, inverse
from binning_numba import count

CHUNK = 2048
PILOT = 8  # chunks


@numba.njit(cache=True, fastmath={"reassoc", "contract", "nsz"}, error_model="numpy")
def chunk(state, bits, z, rows, factor, sums, squares):
    """Fills the five rows with growth and contributions, less their means, and adds to the sums."""
    for k in range(4):
        scores.fill(state, bits, z[k])
    for k in range(4):
        row, f0, f1, f2, f3 = rows[k + 1], factor[k, 0], factor[k, 1], factor[k, 2], factor[k, 3]
        total, square = 0.0, 0.0
        for i in range(CHUNK):
            x = f0 * z[0, i] + f1 * z[1, i] + f2 * z[2, i] + f3 * z[3, i]
            row[i] = x
            total += x
            square += x * x
        sums[k + 1] += total
        squares[k + 1] += square
    total, square = 0.0, 0.0
    for i in range(CHUNK):
        x = rows[1, i] + rows[2, i] + rows[3, i] + rows[4, i]
        rows[0, i] = x
        total += x
        square += x * x
    sums[0] += total
    squares[0] += square


@numba.njit(cache=True, parallel=True, error_model="numpy")
def simulate(states, chunks, factor, scale, threshold, kept):
    """Sums, sums of squares, counts in bins and hits of a thread each; `kept` rows are counted in bins."""
    threads = states.shape[0]
    sums, squares = np.zeros((threads, 5)), np.zeros((threads, 5))
    counts, hits = np.zeros((threads, 5, BINS), np.int64), np.zeros(threads, np.int64)
    for t in numba.prange(threads):
        bits, z, rows = np.empty(CHUNK, np.uint64), np.empty((4, CHUNK)), np.empty((5, CHUNK))
        found = 0
        for _ in range(chunks[t]):
            chunk(states[t], bits, z, rows, factor, sums[t], squares[t])
            for i in range(CHUNK):
                found += rows[0, i] >= threshold
            for k in range(kept):
                count(rows[k], scale[k], counts[t, k])
        hits[t] = found
    return sums, squares, counts, hits


def main():
    draws, variant = case.arguments()
    kept = 1 if variant == "growth-only" else 5
    numba.set_num_threads(case.THREADS)
    start = time.perf_counter()
    factor, means = case.factor()[1:], case.means()
    threshold = case.TARGET - means[0]
    states = scores.states(case.SEED, case.THREADS + 1)
    sums, squares, _, _ = simulate(states[-1:], np.array([PILOT]), factor, np.ones(5), threshold, 0)
    _, scale = centre_and_scale(PILOT * CHUNK, sums[0], squares[0])
    # Whole chunks, so a few more draws than were asked for.
    total = -(-draws // CHUNK)
    chunks = np.array([total // case.THREADS + (t < total % case.THREADS) for t in range(case.THREADS)])
    found = simulate(states[:-1], chunks, factor, inverse(scale), threshold, kept)
    sums, squares, counts, hits = (part.sum(axis=0) for part in found)
    count = total * CHUNK
    case.report(start, hits / count, *finish(count, means, scale, sums, squares, counts[:kept]))


if __name__ == "__main__":
    main()
