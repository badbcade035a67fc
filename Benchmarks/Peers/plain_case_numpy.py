"""The plain case in numpy: what a careful analyst would write.

Draws the correlated normal growth of four sectors in chunks, weights them, and prints for growth and
for each contribution the mean, the standard deviation and seven quantiles, and for the target the
probability: the figures that `growth run` prints.

With `growth-only` behind the number of draws it does less: quantiles of growth alone, and no more than means of
the contributions. The easiest fair opponent.

The numbers are those of Scenarios/son-la-2025-planned-weights.yaml.
"""

import sys

import numpy as np

DRAWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
GROWTH_ONLY = "growth-only" in sys.argv
CHUNK = 100_000
TARGET = 0.08
QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

weights = np.array([0.23, 0.29, 0.42, 0.06])
means = np.array([0.043, 0.024, 0.065, 0.051])
deviations = np.array([0.015, 0.09, 0.023, 0.03])
correlation = np.array(
    [
        [1.00, -0.05, -0.01, -0.20],
        [-0.05, 1.00, 0.06, 0.07],
        [-0.01, 0.06, 1.00, 0.48],
        [-0.20, 0.07, 0.48, 1.00],
    ]
)

generator = np.random.Generator(np.random.SFC64(2025))
factor = np.linalg.cholesky(correlation) * deviations[:, None]
# One row a quantity: growth, then the contributions where they are kept.
values = np.empty((1 if GROWTH_ONLY else 5, DRAWS))
sums = np.zeros(4)
for start in range(0, DRAWS, CHUNK):
    count = min(CHUNK, DRAWS - start)
    growth = generator.standard_normal((count, 4)) @ factor.T + means
    if GROWTH_ONLY:
        sums += growth.sum(axis=0)
        values[0, start : start + count] = growth @ weights
    else:
        contributions = growth * weights
        values[1:, start : start + count] = contributions.T
        values[0, start : start + count] = contributions.sum(axis=1)

print("P(growth >= 8%)", np.count_nonzero(values[0] >= TARGET) / DRAWS)
names = ["growth", "agriculture", "industry-construction", "services", "taxes"]
for name, row in zip(names, values):
    print(name, row.mean(), row.std(ddof=1), *np.quantile(row, QUANTILES))
if GROWTH_ONLY:
    print("mean contributions", *(sums / DRAWS * weights))
