"""The plain case, as every Python peer takes it: figures, and the form of the answer.

The figures are those of Scenarios/son-la-2025-planned-weights.yaml; `whole_process.py` holds each peer's answer
against that of growth, which reads the file, so that a figure that differs does not pass.

A contribution is a weight times the growth of a sector; the weights go into the means and the factor beforehand.
"""

import json
import sys
import time

import numpy as np

from binning import PROBABILITIES

NAMES = ["agriculture", "industry-construction", "services", "taxes"]
TARGET = 0.08
SEED = 2025
THREADS = 2

WEIGHTS = np.array([0.23, 0.29, 0.42, 0.06])
MEANS = np.array([0.043, 0.024, 0.065, 0.051])
DEVIATIONS = np.array([0.015, 0.09, 0.023, 0.03])
CORRELATION = np.array(
    [
        [1.00, -0.05, -0.01, -0.20],
        [-0.05, 1.00, 0.06, 0.07],
        [-0.01, 0.06, 1.00, 0.48],
        [-0.20, 0.07, 0.48, 1.00],
    ]
)


def means():
    """The means of growth and of the contributions."""
    contributions = WEIGHTS * MEANS
    return np.concatenate([[contributions.sum()], contributions])


def factor():
    """What turns four independent scores into growth and the four contributions, less their means: 5 rows."""
    contributions = (WEIGHTS * DEVIATIONS)[:, None] * np.linalg.cholesky(CORRELATION)
    return np.vstack([contributions.sum(axis=0), contributions])


def order_statistics(draws):
    """The places, counted from zero, of the values on either side of each quantile, and the part of the way."""
    position = np.array(PROBABILITIES) * (draws - 1)
    below = np.floor(position).astype(np.int64)
    return below, np.minimum(below + 1, draws - 1), position - below


def quantiles(values):
    """The seven quantiles of a row, which is reordered: selection, not a sort."""
    below, above, part = order_statistics(values.size)
    values.partition(np.union1d(below, above))
    return values[below] + part * (values[above] - values[below])


def arguments():
    """The number of draws, and a variant of the peer, if one is asked for."""
    return int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None


def report(start, probability, means, deviations, rows):
    """Prints the answer as lines of JSON: growth first, then the contributions; quantiles where a row is given.

    `start` is `time.perf_counter()` before the first draw.
    """
    seconds = time.perf_counter() - start
    print(json.dumps({"target": "growth", "probability": float(probability)}))
    for k, name in enumerate(["growth"] + [n + ".contribution" for n in NAMES]):
        line = {"quantity": name, "mean": float(means[k]), "standardDeviation": float(deviations[k])}
        if k < len(rows):
            line["quantiles"] = [float(q) for q in rows[k]]
        print(json.dumps(line))
    print(json.dumps({"seconds": seconds}))
