# What stands around the kernel of Sơn La 2025: moments, targets and counts of each chunk, on all threads. `son_la_numba.py` puts
# this text behind the kernel that `tracing.py` makes, in one module, so that numba keeps both, compiled, for the next run.

import numba
import numpy as np

import scores
from binning import BINS
from binning_numba import count


@numba.njit(cache=True, error_model="numpy", fastmath={"reassoc", "contract", "nsz"})
def add_moments(row, centre, sums, squares, k):
    """Takes the centre off a row and adds to its sums."""
    total, square = 0.0, 0.0
    for i in range(row.size):
        x = row[i] - centre
        row[i] = x
        total += x
        square += x * x
    sums[k] += total
    squares[k] += square


@numba.njit(cache=True, error_model="numpy")
def add_targets(rows, places, thresholds, tolerances, misses, amounts):
    """Counts the misses of each target and adds up by how much; returns the draws that meet all."""
    missed_any = np.zeros(CHUNK, np.bool_)
    for k in range(places.size):
        row, threshold, tolerance = rows[places[k]], thresholds[k], tolerances[k]
        dust = 2.0**-46 * max(abs(threshold), 1.0)
        found, amount = 0, 0.0
        for i in range(CHUNK):
            distance = threshold - row[i]
            if tolerance > 0:
                distance = abs(distance) - tolerance
            missed = distance > dust
            found += missed
            amount += distance if missed else 0.0
            missed_any[i] |= missed
        misses[k] += found
        amounts[k] += amount
    return CHUNK - np.count_nonzero(missed_any)


@numba.njit(cache=True, parallel=True, error_model="numpy")
def simulate(states, chunks, normals, uniforms, tables, centre, inverse_scale, targets):
    """What each thread found: sums, sums of squares, counts in bins, misses, amounts, draws that meet all."""
    places, thresholds, tolerances = targets
    threads, size = states.shape[0], centre.size
    sums, squares = np.zeros((threads, size)), np.zeros((threads, size))
    counts = np.zeros((threads, size, BINS), np.int32)
    misses, amounts = np.zeros((threads, places.size), np.int64), np.zeros((threads, places.size))
    all_met = np.zeros(threads, np.int64)
    for t in numba.prange(threads):
        bits = np.empty(max(normals, uniforms) * CHUNK, np.uint64)
        z, u = np.empty(normals * CHUNK), np.empty(uniforms * CHUNK)
        rows = np.empty((size, CHUNK))
        met = 0
        for _ in range(chunks[t]):
            scores.fill(states[t], bits[: z.size], z)
            scores.fill_uniform(states[t], bits[: u.size], u)
            kernel(z, u, tables, rows.reshape(size * CHUNK))
            met += add_targets(rows, places, thresholds, tolerances, misses[t], amounts[t])
            for k in range(size):
                add_moments(rows[k], centre[k], sums[t], squares[t], k)
                count(rows[k], inverse_scale[k], counts[t, k])
        all_met[t] = met
    return sums, squares, counts, misses, amounts, all_met
