"""Sobol indices of a function with twenty inputs by SALib: Saltelli's design and estimators, intervals by its bootstrap.

The function is Sobol's G with a[i] = (i - 1) / 2, the product of (|4 x[i] - 2| + a[i]) / (1 + a[i]) over x uniform on [0, 1]; its
indices are known: with V[i] = 1 / (3 (1 + a[i])^2) and V = product of (1 + V[i]) - 1, the first-order index is V[i] / V and
the total one V[i] times the product of (1 + V[j]) over the others, over V (Saltelli et al., doi:10.1016/j.cpc.2009.09.018).

The model is evaluated on whole columns; second-order indices are not asked for, which saves SALib half of the design. Its
bootstrap, 100 resamples, is on by default and on here; it runs in one process, SALib's own `parallel` starts others and is
slower at these sizes.

    sobol_salib.py BASE-SAMPLES
"""

import json
import sys
import time

import numpy as np
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as design

INPUTS = 20
SEED = 2025
A = np.arange(INPUTS) / 2


def g(x):
    """One row a point; in place, input by input."""
    result = np.ones(x.shape[0])
    for i in range(INPUTS):
        factor = np.abs(4 * x[:, i] - 2)
        factor += A[i]
        factor /= 1 + A[i]
        result *= factor
    return result


def exact():
    """First-order and total indices."""
    v = 1 / (3 * (1 + A) ** 2)
    variance = np.prod(1 + v) - 1
    return v / variance, v * np.prod(1 + v) / (1 + v) / variance


def main():
    samples = int(sys.argv[1])
    start = time.perf_counter()
    problem = {"num_vars": INPUTS, "names": [f"x{i + 1}" for i in range(INPUTS)], "bounds": [[0, 1]] * INPUTS}
    points = design.sample(problem, samples, calc_second_order=False, seed=SEED)
    answer = analysis.analyze(problem, g(points), calc_second_order=False, seed=SEED)
    seconds = time.perf_counter() - start
    for i, (name, first, total) in enumerate(zip(problem["names"], *exact())):
        print(
            json.dumps(
                {
                    "input": name, "first": answer["S1"][i], "firstWidth": answer["S1_conf"][i], "firstExact": first,
                    "total": answer["ST"][i], "totalWidth": answer["ST_conf"][i], "totalExact": total,
                }
            )
        )
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()
