"""The plain case in OpenTURNS: its multivariate normal distribution, its samples and its estimators, which use its threads.

The contributions are drawn as one normal vector, growth is a linear function of them, and everything is asked of the
samples. Quantiles are computed for all seven probabilities at once, so that each column is sorted once.

    plain_openturns.py DRAWS
"""

import time

import openturns as ot

import plain_case as case


def main():
    draws, _ = case.arguments()
    ot.RandomGenerator.SetSeed(case.SEED)
    start = time.perf_counter()
    correlation = ot.CorrelationMatrix(case.CORRELATION.tolist())
    distribution = ot.Normal(
        (case.WEIGHTS * case.MEANS).tolist(), (case.WEIGHTS * case.DEVIATIONS).tolist(), correlation
    )
    contributions = distribution.getSample(draws)
    growth = ot.LinearFunction([0.0] * 4, [0.0], ot.Matrix([[1.0] * 4]))(contributions)
    probability = 1 - growth.computeEmpiricalCDF([case.TARGET])
    means, deviations, rows = [], [], []
    for sample in (growth, contributions):
        means += list(sample.computeMean())
        deviations += list(sample.computeStandardDeviation())
        found = sample.computeQuantilePerComponent(case.PROBABILITIES)
        rows += [[found[p, k] for p in range(len(case.PROBABILITIES))] for k in range(sample.getDimension())]
    case.report(start, probability, means, deviations, rows)


if __name__ == "__main__":
    main()
