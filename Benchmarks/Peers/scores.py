"""Uniform and standard normal variables for numba, in loops without branches that the compiler vectorises.

Generator: SplitMix64 (Steele, Lea and Flood, doi:10.1145/2714064.2660195), a counter through a mixing function, with a
start and an odd step for each stream. Normals: Box and Muller's
pairs (doi:10.1214/aoms/1177706645), the angle as one of eight sectors and a place in it, so that sine and cosine are
polynomials on a short range; the logarithm from exponent and mantissa by a series in (m - 1) / (m + 1).
"""

import numba
import numpy as np

# The bits of 1 / sqrt 2.
ROOT_HALF = np.uint64(0x3FE6A09E667F3BCD)

FAST = {"reassoc", "contract", "nsz", "arcp"}


def states(seed, streams):
    """A counter and its step for each stream."""
    words = np.random.SeedSequence(seed).generate_state(2 * streams, np.uint64).reshape(streams, 2)
    words[:, 1] |= np.uint64(1)
    return words


@numba.njit(cache=True, error_model="numpy")
def fill_bits(state, bits):
    """Fills an array with random words of 64 bits."""
    start, step = state[0], state[1]
    for i in range(bits.size):
        word = start + step * np.uint64(i)
        word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        bits[i] = word ^ (word >> np.uint64(31))
    state[0] = start + step * np.uint64(bits.size)


@numba.njit(cache=True, error_model="numpy")
def fill_uniform(state, bits, values):
    """Uniform variables on the open unit interval, of 52 bits."""
    fill_bits(state, bits)
    for i in range(values.size):
        values[i] = (np.float64(np.int64(bits[i] >> np.uint64(12))) + 0.5) * 2.0**-52


@numba.njit(cache=True, error_model="numpy", fastmath=FAST)
def fill(state, bits, values):
    """Standard normal variables; `bits` is room for as many words."""
    fill_bits(state, bits)
    half = values.size // 2
    words = values.view(np.uint64)
    # The radius: sqrt(-2 log u) with u of 52 bits, m 2^e with m in [1/sqrt 2, sqrt 2).
    for i in range(half):
        values[i] = np.float64(np.int64(bits[i] >> np.uint64(12))) + 0.5
    for i in range(half):
        word = words[i] - ROOT_HALF
        exponent = np.float64(np.int64(word) >> np.int64(52)) - 52.0
        words[half + i] = (word & np.uint64(0x000FFFFFFFFFFFFF)) + ROOT_HALF
        values[i] = exponent
    for i in range(half):
        m = values[half + i]
        s = (m - 1.0) / (m + 1.0)
        w = s * s
        series = 2.0 / 19
        series = series * w + 2.0 / 17
        series = series * w + 2.0 / 15
        series = series * w + 2.0 / 13
        series = series * w + 2.0 / 11
        series = series * w + 2.0 / 9
        series = series * w + 2.0 / 7
        series = series * w + 2.0 / 5
        series = series * w + 2.0 / 3
        series = series * w + 2.0
        values[i] = np.sqrt(-2.0 * (values[i] * 0.6931471805599453 + s * series))
    # The angle: t in (-pi/4, pi/4), then perhaps exchanged, each with a sign of its own.
    for i in range(half):
        word = bits[half + i]
        t = (np.float64(np.int64(word) >> np.int64(12)) + 0.5) * (2.0**-51 * 0.7853981633974483)
        w = t * t
        sine = -1.0 / 1307674368000
        sine = sine * w + 1.0 / 6227020800
        sine = sine * w - 1.0 / 39916800
        sine = sine * w + 1.0 / 362880
        sine = sine * w - 1.0 / 5040
        sine = sine * w + 1.0 / 120
        sine = sine * w - 1.0 / 6
        sine = (sine * w + 1.0) * t
        cosine = 1.0 / 20922789888000
        cosine = cosine * w - 1.0 / 87178291200
        cosine = cosine * w + 1.0 / 479001600
        cosine = cosine * w - 1.0 / 3628800
        cosine = cosine * w + 1.0 / 40320
        cosine = cosine * w - 1.0 / 720
        cosine = cosine * w + 1.0 / 24
        cosine = cosine * w - 0.5
        cosine = cosine * w + 1.0
        # The lowest bits of the first word are not in u.
        exchange = np.float64(np.int64(bits[i] & np.uint64(1)))
        first = 1.0 - 2.0 * np.float64(np.int64((bits[i] >> np.uint64(1)) & np.uint64(1)))
        second = 1.0 - 2.0 * np.float64(np.int64((bits[i] >> np.uint64(2)) & np.uint64(1)))
        r = values[i]
        x = cosine + exchange * (sine - cosine)
        y = sine + exchange * (cosine - sine)
        values[i] = r * x * first
        values[half + i] = r * y * second
