"""Counting in the bins of `binning.py`, compiled."""

import numba
import numpy as np

from binning import BINS, WIDTH


@numba.njit(cache=True, error_model="numpy")
def count(values, inverse_scale, counts):
    """Adds the values of a row, distances from its centre, to the counts."""
    factor = inverse_scale * (BINS / (2 * WIDTH))
    for i in range(values.size):
        place = values[i] * factor + BINS / 2
        counts[np.int64(min(max(place, 0.0), BINS - 1.0))] += 1
