"""Sơn La 2025 in JAX: the model compiled for a chunk of draws, in 64 bits, on two threads.

All as in `plain_jax.py`: JAX's own generator, two Python threads that call the compiled step, what is compiled kept in
.build-peers/jax-cache, moments and quantiles by the bins of `binning.py`, in numpy.

    son_la_jax.py DRAWS
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import jax
import jax.numpy as jnp
import numpy as np

import jax_setup
import son_la
import son_la_answer
from binning import Tally

CHUNK = 8192
SEED = 2025
THREADS = 2


class Operations:
    """What the model asks for, on traced arrays."""

    where = staticmethod(jnp.where)
    minimum = staticmethod(jnp.minimum)
    maximum = staticmethod(jnp.maximum)
    sqrt = staticmethod(jnp.sqrt)

    def __init__(self, tables):
        self.tables = tables

    def table(self, place, z):
        at = jnp.clip((z + son_la.TABLE_END) * son_la.TABLE_STEPS, 0, len(son_la.SCORES) - 1 - 1e-9)
        knot = at.astype(jnp.int32)
        values = jnp.asarray(self.tables[place])
        low = values[knot]
        return low + (at - knot) * (values[knot + 1] - low)


class Variables:
    def __init__(self, z, u):
        self.z = z
        self.u = u


def compiled(model):
    """A step that draws the variables of a chunk, and one that makes rows of quantities of them; two, so that the compiler
    does not draw again what it uses twice."""

    @jax.jit
    def variables(key, place):
        normal, uniform = jax.random.split(jax.random.fold_in(key, place))
        z = jax.random.normal(normal, (len(model.normals), CHUNK))
        return z, jax.random.uniform(uniform, (len(model.uniforms), CHUNK))

    @jax.jit
    def quantities(z, u):
        result = model.evaluate(Operations(model.tables), Variables(z, u))
        return {name: jnp.broadcast_to(row, (CHUNK,)) for name, row in result.items()}

    return variables, quantities


def main():
    draws = int(sys.argv[1])
    jax_setup.prepare()
    start = time.perf_counter()
    model = son_la.Model()
    variables, quantities = compiled(model)
    key = jax.random.key(SEED)
    chunks = -(-draws // CHUNK)

    def block(chunk):
        return np.stack(list(quantities(*variables(key, chunk)).values()))

    names = list(quantities(*variables(key, chunks)))
    place = {name: k for k, name in enumerate(names)}
    pilot = Tally.of_pilot(block(chunks))

    def tallied(places):
        tally, counts = pilot.empty(), son_la_answer.TargetCounts(model.targets, place)
        for chunk in places:
            rows = block(chunk)
            counts.add(rows)
            tally.add(rows)
        return tally, counts

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(tallied, [range(first, chunks, THREADS) for first in range(THREADS)]))
    son_la_answer.report_tallies(start, chunks * CHUNK, names, model, found)


if __name__ == "__main__":
    main()
