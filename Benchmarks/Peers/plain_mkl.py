"""The plain case with the generators of Intel's MKL (mkl_random), all else as in `plain_numpy.py`.

Each thread has a stream of SFMT19937, seeded apart; normals by inversion, of MKL's methods and generators the fastest
pair here by a factor of three over its Box-Muller.

    plain_mkl.py DRAWS
"""

import os

os.environ["MKL_NUM_THREADS"] = "1"  # the threads are ours

import mkl_random

import plain_case as case
import plain_numpy


class Stream:
    """A stream of MKL with the one method of numpy's generators that is needed."""

    def __init__(self, place):
        self.state = mkl_random.MKLRandomState((case.SEED, place), brng="SFMT19937")

    def standard_normal(self, out):
        out[...] = self.state.standard_normal(out.shape, method="ICDF")


if __name__ == "__main__":
    draws, _ = case.arguments()
    plain_numpy.run(draws, [Stream(k) for k in range(case.THREADS + 1)])
