"""Writes the values of PredictiveDistributionTests.swift and BenchmarkTests.swift, by scipy 1.17 and statsmodels 0.15:
python3 backtest_values.py"""
import numpy as np
import statsmodels.api as sm
from scipy.integrate import quad
from scipy.stats import norm
from statsmodels.tsa.ar_model import AutoReg


def crps_by_integration(mean, sd, y):
    """The definition: the integral of (F(x) - 1{y <= x})^2."""
    below = quad(lambda x: norm.cdf(x, mean, sd) ** 2, mean - 40 * sd, y, limit=500, epsabs=1e-14, points=[mean] if mean < y else None)[0]
    above = quad(lambda x: norm.sf(x, mean, sd) ** 2, y, mean + 40 * sd, limit=500, epsabs=1e-14, points=[mean] if mean > y else None)[0]
    return below + above


for mean, sd, y in [(0, 1, 0), (0, 1, 1.5), (0.05, 0.02, 0.08), (-1, 3, 2.5), (7, 0.5, 4)]:
    print("normal", mean, sd, y, crps_by_integration(mean, sd, y))

values = np.array([1.0, 2, 4, 4, 7])
for y in (-1.0, 2.5, 4, 9):
    print("values", y, np.mean(abs(values - y)) - 0.5 * np.mean(abs(values[:, None] - values[None, :])))

# 30 growth rates by remainders: the same in any language.
x = np.array([0.04 + ((i * i * 7 + 3 * i) % 17) / 400 + (i % 5) / 200 for i in range(30)])
fit = sm.OLS(x[1:], sm.add_constant(x[:-1])).fit()
auto = AutoReg(x, 1).fit()
c, a = fit.params
assert abs(auto.params - fit.params).max() < 1e-12
mean, variance = x[-1], 0.0
for h in range(1, 5):
    mean, variance = c + a * mean, fit.scale + a * a * variance
    assert abs(mean - auto.predict(len(x), len(x) + h - 1)[-1]) < 1e-12
    print("ar1", h, float(mean), float(np.sqrt(variance)))
print("three years", float(x[-12:].mean()), float(x[-12:].std(ddof=1)))
for h in (1, 4):
    d = x[h:] - x[:-h]
    both = np.sort(np.concatenate([x[-1] - d, x[-1] + d]))
    y = 0.07
    print("no change", h, len(both), float(np.mean(abs(both - y)) - 0.5 * np.mean(abs(both[:, None] - both[None, :]))))

# Newey and West's standard error of a mean: lags are the larger of horizon - 1 and the rule.
for h in (1, 4, 8):
    lags = max(h - 1, int(4 * (len(x) / 100) ** (2 / 9)))
    hac = sm.OLS(x, np.ones(len(x))).fit(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True})
    print("hac", h, lags, float(hac.bse[0]))
