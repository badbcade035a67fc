"""Quantiles from counts in bins, for numba."""

import numba
import numpy as np

# Bins over WIDTH standard deviations either side; the first and last take what lies beyond.
BINS = 8192
WIDTH = 10.0


@numba.njit(cache=True, error_model="numpy")
def count(values, inverse_scale, counts):
    """Adds the values of a row, distances from its centre, to the counts."""
    factor = inverse_scale * (BINS / (2 * WIDTH))
    for i in range(values.size):
        place = values[i] * factor + BINS / 2
        counts[np.int64(min(max(place, 0.0), BINS - 1.0))] += 1


def binned_quantiles(counts, probabilities):
    """Quantiles in units of the scale, by linear interpolation inside a bin."""
    cumulative = np.concatenate([[0], np.cumsum(counts)])
    rank = np.array(probabilities) * cumulative[-1]
    place = np.searchsorted(cumulative, rank) - 1
    inside = (rank - cumulative[place]) / counts[place]
    return (place + inside) * (2 * WIDTH / BINS) - WIDTH
