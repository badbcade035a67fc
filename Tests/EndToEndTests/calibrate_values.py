"""Writes the values of CalibrateValuesTests.swift: python3 Tests/EndToEndTests/calibrate_values.py

By statsmodels, scikit-learn, scipy and numpy, from Scenarios/data/viet-nam-quarterly-industries.csv: growth on a year earlier of three
industries from 2011Q1 to 2019Q4.
"""
import csv
import warnings
from importlib.metadata import version

import numpy as np
from scipy import optimize, stats
from sklearn.covariance import LedoitWolf
from statsmodels.tsa.api import VAR

warnings.filterwarnings("ignore")
NAMES = ["agriculture", "manufacturing", "trade"]

with open("Scenarios/data/viet-nam-quarterly-industries.csv", encoding="utf-8") as file:
    rows = list(csv.reader(line for line in file if not line.startswith("#")))
titles = [title.split(" (")[0] for title in rows[0]]
columns = [titles.index(name) for name in NAMES]
level = {row[0].replace("-", ""): [float(row[k]) for k in columns] for row in rows[1:]}
quarters = [f"{year}Q{quarter}" for year in range(2011, 2020) for quarter in range(1, 5)]
Y = np.array([np.array(level[q]) / level[f"{int(q[:4]) - 1}{q[4:]}"] - 1 for q in quarters])
E = Y - Y.mean(axis=0)
T = len(Y)


def show(name, value):
    print(name, np.asarray(value).tolist())


for package in ("statsmodels", "scikit-learn", "scipy", "numpy"):
    print(package, version(package))
show("means", Y.mean(axis=0))

# Of deviations from the means, without constants: what calibrate fits.
for p in (1, 2):
    fit = VAR(E).fit(p, trend="n")
    U = fit.resid
    show(f"coefficients of {p} lags", fit.coefs)
    show(f"covariance of {p} lags", U.T @ U / (T - p - len(NAMES) * p - 1))
    show(f"standard errors of {p} lags, with constants", VAR(Y).fit(p, trend="c").stderr[1:].reshape(p, 3, 3).transpose(0, 2, 1))

# Of vector autoregressions with constants, on the same rows.
orders = VAR(Y).select_order(4, trend="c")
for name in ("aic", "hqic", "bic"):
    show(name, orders.ics[name])

# Ledoit and Wolf's, with divisor T, of growth and of what two lags leave.
for name, X in (("growth", Y), ("two lags", VAR(E).fit(2, trend="n").resid)):
    found = LedoitWolf().fit(X)
    show(f"Ledoit-Wolf of {name}: intensity", found.shrinkage_)
    show(f"Ledoit-Wolf of {name}: covariance", found.covariance_)

# Quandt's F for a shift of the mean of each industry, beside its own last quarter.
for name, y in zip(NAMES, Y.T):
    X, z = np.column_stack([np.ones(T - 1), y[:-1]]), y[1:]
    edge = int(np.ceil(0.15 * len(z)))
    rest = lambda X: np.sum((z - X @ np.linalg.lstsq(X, z, rcond=None)[0]) ** 2)
    best = max(
        ((rest(X) / rest(np.column_stack([X, np.arange(len(z)) >= t])) - 1) * (len(z) - 3), quarters[t + 1])
        for t in range(edge, len(z) - edge + 1)
    )
    print("Quandt", name, best)

# Student's t, by its likelihood, for what an industry's own last quarter leaves.
e = E[:, 0]
u = e[1:] - (e[1:] @ e[:-1] / (e[:-1] @ e[:-1])) * e[:-1]


def height(v):
    loss = lambda x: -stats.t.logpdf(u, v, x[0], np.exp(x[1])).sum()
    return optimize.minimize(loss, [u.mean(), np.log(u.std())], method="Nelder-Mead", options={"xatol": 1e-12, "fatol": 1e-13, "maxiter": 10000})


best = optimize.minimize_scalar(lambda w: height(1 / w).fun, bounds=(1e-3, 0.9), method="bounded", options={"xatol": 1e-9})
show("t of agriculture: degrees of freedom", 1 / best.x)
show("t of agriculture: scale", np.exp(height(1 / best.x).x[1]))
show("t of agriculture: gain", -best.fun - stats.norm.logpdf(u, u.mean(), u.std()).sum())
