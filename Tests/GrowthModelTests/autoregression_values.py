"""Writes the values of AutoregressionFitTests.swift, by statsmodels 0.15.0: python3 autoregression_values.py"""
import warnings

import numpy as np
from statsmodels.tsa.api import VAR

warnings.filterwarnings("ignore")
# 40 rows of 3 variables, by remainders: reproducible to the last digit in any language.
X = np.array([[((i * i * 7 + j * j * 3 + i * j * 11 + 5 * i) % 17) / 4 + (i % (3 + j)) for j in range(3)] for i in range(40)])
for p in (0, 1, 2):
    fit = VAR(X).fit(p, trend="c")
    print("lags", p)
    print("params", [list(map(float, row)) for row in fit.params])
    print("stderr", [list(map(float, row)) for row in fit.stderr])
    print("sigma", [list(map(float, row)) for row in fit.sigma_u])
    print("aic", float(fit.aic), "hqic", float(fit.hqic), "bic", float(fit.bic))
orders = VAR(X).select_order(4)
for name, values in orders.ics.items():
    print(name, list(map(float, values)))
