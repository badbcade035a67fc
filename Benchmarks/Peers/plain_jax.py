"""The plain case in JAX: one compiled step a chunk, in 64 bits, on two threads.

Two Python threads call the step, which lets go of the interpreter's lock. Generator: JAX's own, Threefry, on a processor the
fastest of those it has. What is compiled is kept in .build-peers/jax-cache. Moments and quantiles by the bins of `binning.py`,
in numpy: `jnp.quantile` sorts.

    plain_jax.py DRAWS
"""

import time
from concurrent.futures import ThreadPoolExecutor

import jax
import jax.numpy as jnp
import numpy as np

import jax_setup
import plain_case as case
from binning import Tally, merged

CHUNK = 65_536


@jax.jit
def step(key, place):
    """Growth and contributions of a chunk, all from one product: the compiler would draw the scores again for each use of them
    that it fuses."""
    scores = jax.random.normal(jax.random.fold_in(key, place), (4, CHUNK))
    return jnp.asarray(case.factor()) @ scores + jnp.asarray(case.means())[:, None]


def tallied(key, places, pilot):
    """Draws the chunks of these places into a tally; returns it and the draws that meet the target."""
    tally, hits = pilot.empty(), 0
    for place in places:
        block = np.array(step(key, place))
        hits += np.count_nonzero(block[0] >= case.TARGET)
        tally.add(block)
    return tally, hits


def main():
    draws, _ = case.arguments()
    jax_setup.prepare()
    start = time.perf_counter()
    key = jax.random.key(case.SEED)
    chunks = -(-draws // CHUNK)
    pilot = Tally.of_pilot(np.asarray(step(key, chunks)))
    with ThreadPoolExecutor(case.THREADS) as pool:
        shares = [range(first, chunks, case.THREADS) for first in range(case.THREADS)]
        found = list(pool.map(lambda places: tallied(key, places, pilot), shares))
    hits = sum(hits for _, hits in found)
    case.report(start, hits / (chunks * CHUNK), *merged([tally for tally, _ in found]).answer())


if __name__ == "__main__":
    main()
