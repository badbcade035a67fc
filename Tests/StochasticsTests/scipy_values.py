"""Writes ScipyValues.swift: every distribution that scipy knows, by scipy.

    python3 -m venv .build-peers && .build-peers/bin/pip install scipy==1.17.1
    .build-peers/bin/python3 Tests/StochasticsTests/scipy_values.py > Tests/StochasticsTests/ScipyValues.swift

The quantile distribution, which scipy has not, is put together of its cubic Hermite interpolator and
its normal distribution.
"""

import numpy as np
import scipy
from scipy import integrate, interpolate, special, stats

# Beside a bound that cuts a distribution off, and in the short tail of a skew normal distribution, scipy's own
# digits are fewer than ten: those rows begin later.
PROBABILITIES = [1e-9, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999]


class Through:
    """The distribution through quantiles, on the scale of its bounds."""

    def __init__(self, probabilities, values, low=-np.inf, high=np.inf):
        self.low, self.high = low, high
        self.z = special.ndtri(probabilities)
        y = self.scale(np.array(values))
        steps, secants = np.diff(self.z), np.diff(y) / np.diff(self.z)
        inner = interpolate.PchipInterpolator(self.z, y).derivative()(self.z)[1:-1]
        first = (3 * secants[0] - inner[0]) / 2
        last = (3 * secants[-1] - inner[-1]) / 2
        self.slopes = np.array([first, *inner, last])
        self.y = y
        self.curve = interpolate.CubicHermiteSpline(self.z, y, self.slopes)

    def scale(self, x):
        if np.isfinite(self.low) and np.isfinite(self.high):
            return special.logit((x - self.low) / (self.high - self.low))
        if np.isfinite(self.low):
            return np.log(x - self.low)
        return -np.log(self.high - x) if np.isfinite(self.high) else x

    def unscale(self, y):
        if np.isfinite(self.low) and np.isfinite(self.high):
            return self.low + (self.high - self.low) * special.expit(y)
        if np.isfinite(self.low):
            return self.low + np.exp(y)
        return self.high - np.exp(-y) if np.isfinite(self.high) else y

    def at(self, z):
        if z < self.z[0]:
            return self.unscale(self.y[0] + self.slopes[0] * (z - self.z[0]))
        if z > self.z[-1]:
            return self.unscale(self.y[-1] + self.slopes[-1] * (z - self.z[-1]))
        return self.unscale(self.curve(z))

    def ppf(self, p):
        return self.at(special.ndtri(p))

    def score(self, x):
        return scipy.optimize.brentq(lambda z: self.at(z) - x, -12, 12, xtol=1e-15, rtol=1e-14)

    def cdf(self, x):
        return special.ndtr(self.score(x))

    def sf(self, x):
        return special.ndtr(-self.score(x))

    def pdf(self, x):
        z, y = self.score(x), self.scale(x)
        inside = self.z[0] <= z <= self.z[-1]
        slope = self.curve.derivative()(z) if inside else self.slopes[0 if z < 0 else -1]
        step = 1e-4 * min(1, abs(x - self.low), abs(self.high - x))
        across = (
            self.scale(x - 2 * step) - 8 * self.scale(x - step)
            + 8 * self.scale(x + step) - self.scale(x + 2 * step)
        ) / (12 * step)
        return stats.norm.pdf(z) * across / slope

    def moment(self, function):
        ends = [-14, *self.z, 14]
        return sum(
            integrate.quad(
                lambda z: function(self.at(z)) * stats.norm.pdf(z), a, b, epsabs=0, epsrel=1e-13)[0]
            for a, b in zip(ends, ends[1:]))

    def mean(self):
        return self.moment(lambda x: x)

    def var(self):
        mean = self.mean()
        return self.moment(lambda x: (x - mean) ** 2)


def pert(low, mode, high, shape=4.0):
    a = 1 + shape * (mode - low) / (high - low)
    b = 1 + shape * (high - mode) / (high - low)
    return stats.beta(a, b, low, high - low)


def lognormal(mean, sd):
    s = np.sqrt(np.log1p((sd / mean) ** 2))
    return stats.lognorm(s, scale=mean * np.exp(-s * s / 2))


class Truncated:
    """Any distribution between two bounds, by scipy's truncation."""

    def __init__(self, base, low, high):
        self.base, self.low, self.high = base, low, high
        self.below, self.above = base.cdf(low), base.sf(high)
        self.inside = 1 - self.below - self.above

    def pdf(self, x):
        return self.base.pdf(x) / self.inside

    def cdf(self, x):
        return (self.base.cdf(x) - self.below) / self.inside

    def sf(self, x):
        return (self.base.sf(x) - self.above) / self.inside

    def ppf(self, p):
        if self.below + p * self.inside < 0.5:
            return self.base.ppf(self.below + p * self.inside)
        return self.base.isf(self.above + (1 - p) * self.inside)

    def moment(self, function):
        low = max(self.low, self.base.support()[0])
        high = min(self.high, self.base.support()[1])
        low = self.base.ppf(1e-20) if low == -np.inf else low
        high = self.base.isf(1e-25) if high == np.inf else high
        middle = self.ppf(0.5)
        return sum(
            integrate.quad(
                lambda x: function(x) * self.pdf(x), a, b, epsabs=0, epsrel=1e-13, limit=200)[0]
            for a, b in [(low, middle), (middle, high)])

    def mean(self):
        return self.moment(lambda x: x)

    def var(self):
        mean = self.mean()
        return self.moment(lambda x: (x - mean) ** 2)


ROWS = [
    ("NormalDistribution(mean: 5.5, standardDeviation: 1.25)", stats.norm(5.5, 1.25)),
    ("UniformDistribution(lower: -1, upper: 3)", stats.uniform(-1, 4)),
    ("TriangularDistribution(lower: -1, mode: 0.5, upper: 3)", stats.triang(0.375, -1, 4)),
    ("TriangularDistribution(lower: 0, mode: 0, upper: 2)", stats.triang(0, 0, 2)),
    ("PERTDistribution(lower: -1, mode: 0.5, upper: 3)", pert(-1, 0.5, 3)),
    ("PERTDistribution(lower: 0, mode: 6, upper: 8, shape: 50)", pert(0, 6, 8, 50)),
    ("PERTDistribution(lower: 0, mode: 1, upper: 4, shape: 0.5)", pert(0, 1, 4, 0.5)),
    ("StudentTDistribution(location: 5.5, scale: 1.25, degreesOfFreedom: 4)", stats.t(4, 5.5, 1.25)),
    ("StudentTDistribution(location: -2, scale: 0.5, degreesOfFreedom: 7.25)", stats.t(7.25, -2, 0.5)),
    ("LognormalDistribution(mean: 100, standardDeviation: 35)", lognormal(100, 35)),
    ("BetaDistribution(lower: -1, upper: 3, alpha: 2, beta: 5)", stats.beta(2, 5, -1, 4)),
    ("BetaDistribution(lower: 0, upper: 1, alpha: 0.5, beta: 0.5)", stats.beta(0.5, 0.5)),
    ("BetaDistribution(lower: 0, upper: 10, alpha: 30, beta: 12)", stats.beta(30, 12, 0, 10)),
    ("GammaDistribution(shape: 2.5, scale: 1.25, location: -1)", stats.gamma(2.5, -1, 1.25)),
    ("GammaDistribution(shape: 0.375, scale: 2)", stats.gamma(0.375, 0, 2)),
    ("GammaDistribution(shape: 400, scale: 0.5)", stats.gamma(400, 0, 0.5)),
    ("SkewNormalDistribution(location: 5.5, scale: 1.25, shape: 4)", stats.skewnorm(4, 5.5, 1.25)),
    ("SkewNormalDistribution(location: 0, scale: 2, shape: -1.5)", stats.skewnorm(-1.5, 0, 2)),
    ("SkewNormalDistribution(location: 0, scale: 1, shape: 0.125)", stats.skewnorm(0.125)),
    ("QuantileDistribution.through([(0.1, 2), (0.5, 4), (0.9, 5)])", Through([0.1, 0.5, 0.9], [2, 4, 5])),
    ("QuantileDistribution.through([(0.1, 2), (0.5, 4), (0.9, 9)], lower: 0)",
     Through([0.1, 0.5, 0.9], [2, 4, 9], low=0)),
    ("QuantileDistribution.through([(0.05, 2), (0.25, 3), (0.5, 4), (0.9, 5)], lower: 1, upper: 8)",
     Through([0.05, 0.25, 0.5, 0.9], [2, 3, 4, 5], low=1, high=8)),
    ("TruncatedDistribution(NormalDistribution(mean: 4, standardDeviation: 2), atLeast: 1, atMost: 5)",
     stats.truncnorm(-1.5, 0.5, 4, 2)),
    ("TruncatedDistribution(StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: 5), atLeast: -1, atMost: 4)",
     Truncated(stats.t(5), -1, 4)),
    ("TruncatedDistribution(PERTDistribution(lower: -1, mode: 0.5, upper: 3), atLeast: -0.5, atMost: 2)",
     Truncated(pert(-1, 0.5, 3), -0.5, 2)),
    ("TruncatedDistribution(BetaDistribution(lower: -1, upper: 3, alpha: 2, beta: 5), atMost: 1)",
     Truncated(stats.beta(2, 5, -1, 4), -1, 1)),
    ("TruncatedDistribution(GammaDistribution(shape: 2.5, scale: 1.25, location: -1), atLeast: 1, atMost: 6)",
     Truncated(stats.gamma(2.5, -1, 1.25), 1, 6)),
    ("TruncatedDistribution(LognormalDistribution(mean: 100, standardDeviation: 35), atLeast: 60)",
     Truncated(lognormal(100, 35), 60, np.inf)),
    ("TruncatedDistribution(SkewNormalDistribution(location: 5.5, scale: 1.25, shape: 4), atLeast: 6, atMost: 8)",
     Truncated(stats.skewnorm(4, 5.5, 1.25), 6, 8)),
]

# Points between the values, so that neither side of a step is meant.
STEPS = [
    ("ConstantDistribution(7.25)", stats.rv_discrete(values=([0], [1.0])), 7.25),
    ("BernoulliDistribution(probability: 0.25)", stats.bernoulli(0.25), 0),
    ("DiscreteDistribution(values: [2, -1, 5], weights: [1, 2, 1])",
     stats.rv_discrete(values=([2, -1, 5], [0.25, 0.5, 0.25])), 0),
    ("EmpiricalDistribution(values: [3, 1, 4, 1, 5, 9, 2, 6])",
     stats.rv_discrete(values=([1, 2, 3, 4, 5, 6, 9], np.array([2, 1, 1, 1, 1, 1, 1]) / 8)), 0),
]


def number(x):
    return repr(float(x))


def triples(lines):
    return "".join(f"        ({', '.join(map(number, line))}),\n" for line in lines)


def continuous(code, d):
    lowest = 0.01 if code.startswith("Truncated") else 1e-4 if code.startswith("Skew") else 0
    chosen = [p for p in PROBABILITIES if p >= lowest]
    lines = [(d.ppf(p), p, d.pdf(d.ppf(p)), d.cdf(d.ppf(p)), d.sf(d.ppf(p))) for p in chosen]
    return (
        f"    ScipyCase(\n      try {code},\n      mean: {number(d.mean())}, variance: {number(d.var())},\n"
        f"      points: [\n{triples(lines)}      ]),\n")


def stepped(code, d, shift):
    xs = [-1.5, 0.5, 2.5, 4.5, 8.5]
    lines = [(x + shift, 0, 0, d.cdf(x), d.sf(x)) for x in xs]
    return (
        f"    ScipyCase(\n      try {code}, isContinuous: false,\n"
        f"      mean: {number(d.mean() + shift)}, variance: {number(d.var())},\n"
        f"      points: [\n{triples(lines)}      ]),\n")


def main():
    print(f"""// Written by scipy_values.py with scipy {scipy.__version__}; not to be edited by hand.
// swift-format-ignore-file

import Stochastics

/// A distribution, and what scipy says about it.
struct ScipyCase: Sendable {{
  typealias Point = (x: Double, p: Double, density: Double, cumulative: Double, complementary: Double)

  let marginal: any Marginal
  let isContinuous: Bool
  let mean: Double
  let variance: Double
  /// Quantiles x at probabilities p, and what belongs to x.
  let points: [Point]

  init(
    _ marginal: any Marginal, isContinuous: Bool = true, mean: Double, variance: Double,
    points: [Point]
  ) {{
    self.marginal = marginal
    self.isContinuous = isContinuous
    self.mean = mean
    self.variance = variance
    self.points = points
  }}

  static func all() throws -> [ScipyCase] {{ [""")
    for row in ROWS:
        print(continuous(*row), end="")
    for row in STEPS:
        print(stepped(*row), end="")
    print("  ] }\n}")


main()
