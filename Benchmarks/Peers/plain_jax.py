"""The plain case in JAX: one compiled step a chunk, in 64 bits, on two threads.

The compiler's own threads leave a loop over draws on one processor, so that two Python threads call the step (it lets go of
the interpreter's lock). Generator: JAX's own, Threefry, on a processor the fastest of those it has. What is compiled is
kept in .build-peers/jax-cache. Quantiles by numpy's selection, since `jnp.quantile` sorts, one value at a time.

    plain_jax.py DRAWS
"""

import time
from concurrent.futures import ThreadPoolExecutor

import jax
import jax.numpy as jnp
import numpy as np

import jax_setup
import plain_case as case

CHUNK = 65_536


# Growth and the contributions, all from one product: the compiler would draw scores again for each use that it fuses.
FACTOR = np.vstack([case.contribution_factor().sum(axis=0), case.contribution_factor()])


@jax.jit
def step(key, place):
    """Growth and contributions of a chunk, less their means, with sums and sums of squares."""
    block = jnp.asarray(FACTOR) @ jax.random.normal(jax.random.fold_in(key, place), (4, CHUNK))
    return block, block.sum(axis=1), (block * block).sum(axis=1)


def main():
    draws, _ = case.arguments()
    jax_setup.prepare()
    start = time.perf_counter()
    key = jax.random.key(case.SEED)
    centre = case.contribution_means()
    centre = np.concatenate([[centre.sum()], centre])
    chunks = -(-draws // CHUNK)
    values = np.empty((5, chunks * CHUNK))

    def fill(place):
        block, sums, squares = step(key, place)
        at = slice(place * CHUNK, (place + 1) * CHUNK)
        np.add(block, centre[:, None], out=values[:, at])
        return np.asarray(sums), np.asarray(squares), np.count_nonzero(values[0, at] >= case.TARGET)

    with ThreadPoolExecutor(case.THREADS) as pool:
        sums, squares, hits = (sum(part) for part in zip(*pool.map(fill, range(chunks))))
        means, deviations = case.moments(chunks * CHUNK, sums, squares, centre)
        rows = list(pool.map(case.quantiles, values))
    case.report(start, hits / (chunks * CHUNK), means, deviations, rows)


if __name__ == "__main__":
    main()
