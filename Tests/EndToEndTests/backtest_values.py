"""Writes the values of BacktestTests.swift: the country's backtest with 2020-2022 left out, in closed form, by numpy and scipy, from
the folder of the package: python3 Tests/EndToEndTests/backtest_values.py"""
import csv

import numpy as np
from scipy.stats import norm

with open("Scenarios/data/viet-nam-quarterly-industries.csv") as file:
    rows = [row for row in csv.reader(file) if not row[0].startswith("#")]
names = [title.split(" (")[0] for title in rows[0][1:24]]
periods = [row[0] for row in rows[1:]]
levels = np.array([[float(cell) for cell in row[1:24]] for row in rows[1:]])
excluded = {f"{year}Q{quarter}" for year in (2020, 2021, 2022) for quarter in range(1, 5)}
growth = np.full_like(levels, np.nan)
growth[4:] = levels[4:] / levels[:-4] - 1
total = np.full(len(levels), np.nan)
total[4:] = levels[4:].sum(1) / levels[:-4].sum(1) - 1


def intensity(sample):
    """Schaefer and Strimmer's shrinkage intensity of the correlations."""
    n = len(sample)
    scores = (sample - sample.mean(0)) / sample.std(0, ddof=1)
    products = scores[:, :, None] * scores[:, None, :]
    correlation = n / (n - 1) * products.mean(0)
    variance = n / (n - 1) ** 3 * ((products - products.mean(0)) ** 2).sum(0)
    pairs = ~np.eye(sample.shape[1], dtype=bool)
    return min(1, max(0, variance[pairs].sum() / (correlation[pairs] ** 2).sum()))


def estimate(origin):
    """Means, persistence and the covariance of what is new, from growth up to a place."""
    runs = [[]]
    for place in range(4, origin + 1):
        if periods[place] not in excluded:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    runs = [run for run in runs if run]
    used = sum(runs, [])
    means = growth[used].mean(0)
    deviations = growth - means
    last = [place for run in runs for place in run[:-1]]
    following = [place for run in runs for place in run[1:]]
    keeps = (deviations[last] * deviations[following]).sum(0) / (deviations[last] ** 2).sum(0)
    new = deviations[following] - keeps * deviations[last]
    covariance = new.T @ new / (len(used) - len(runs) - 2)
    own = np.eye(len(names), dtype=bool)
    return means, keeps, np.where(own, covariance, (1 - intensity(new)) * covariance)


forecasts = []
for origin in range(15, len(levels) - 1):
    means, keeps, new = estimate(origin)
    if max(abs(keeps)) > 1:
        print("not stable", periods[origin], names[int(np.argmax(abs(keeps)))], max(abs(keeps)))
    deviation = growth[origin] - means
    covariance = np.zeros_like(new)
    for horizon in range(1, 5):
        place = origin + horizon
        if place >= len(levels):
            break
        deviation = keeps * deviation
        covariance = np.outer(keeps, keeps) * covariance + new
        weights = levels[place - 4] / levels[place - 4].sum()
        mean, sd = weights @ (means + deviation), np.sqrt(weights @ covariance @ weights)
        z = (total[place] - mean) / sd
        score = sd * (z * (2 * norm.cdf(z) - 1) + 2 * norm.pdf(z) - 1 / np.sqrt(np.pi))
        exceptional = not excluded.isdisjoint({periods[origin], periods[place]})
        forecasts.append((horizon, exceptional, total[place] - mean, score))
for horizon in range(1, 5):
    for scope in ("all", "ordinary"):
        chosen = np.array([f[2:] for f in forecasts if f[0] == horizon and (scope == "all" or not f[1])])
        print(horizon, scope, len(chosen), "crps", 100 * chosen[:, 1].mean(), "rmse", 100 * np.sqrt((chosen[:, 0] ** 2).mean()),
              "mean error", 100 * chosen[:, 0].mean())
