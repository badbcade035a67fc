"""Holds the answer of Examples/Library, read from standard input, against its closed form.

Growth is the mean of the activities' growth, weighted with their base volumes: a normal number, whose variance is w' S w.
"""

import math
import re
import sys

DRAWS = 200_000
THRESHOLD = 0.08
WEIGHTS = [0.23, 0.35, 0.42]
MEANS = [0.04, 0.09, 0.08]
DEVIATIONS = [0.015, 0.04, 0.02]
CORRELATIONS = [[1, -0.2, 0], [-0.2, 1, 0.5], [0, 0.5, 1]]

mean = sum(w * m for w, m in zip(WEIGHTS, MEANS))
loads = [w * d for w, d in zip(WEIGHTS, DEVIATIONS)]
variance = sum(
    a * b * CORRELATIONS[i][j] for i, a in enumerate(loads) for j, b in enumerate(loads)
)
expected = math.erfc((THRESHOLD - mean) / math.sqrt(2 * variance)) / 2
error = math.sqrt(expected * (1 - expected) / DRAWS)

line = sys.stdin.read().strip()
found, low, high = map(float, re.fullmatch(r".*: (\S+), (\S+) to (\S+)", line).groups())
print(f"{line}\nclosed form {expected:.5f}: {(found - expected) / error:+.2f} standard errors away")
# Wilson's 95% interval is nearly symmetric here, 1.96 standard errors to either side.
width = (high - low) / (2 * 1.96 * error)
if abs(found - expected) >= 4 * error or not 0.98 < width < 1.02:
    sys.exit(f"the answer is wrong: interval {width:.3f} times as wide as it should be")
