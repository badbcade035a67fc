"""The scenario Sơn La 2025, once, in array code that numpy, JAX and (traced) numba evaluate.

`Model` reads the resolved figures and works out what does not vary. `evaluate` takes independent standard normal and uniform
variables, one array each, and returns the quantities that `growth run` shows: the targets' quantities, growth by period, what
moves growth, contributions. The equations are those of `Sources/GrowthModel/Building`; what the scenario does not contain
(persistence of effects, several years, growth that differs by quarter) is left out.
"""

import numpy as np
from scipy.special import betaincinv, ndtr, ndtri

from son_la_figures import Figures

QUARTERS = range(4)

# Quantiles as a function of the score, by linear interpolation between knots this far apart.
TABLE_END = 8.5
TABLE_STEPS = 512
SCORES = np.arange(-TABLE_END, TABLE_END + 0.5 / TABLE_STEPS, 1 / TABLE_STEPS)

# The end of each quarter of 2025, in years.
TIMES = [2025 + days / 365 for days in (0, 90, 181, 273, 365)]


def two_piece_table(figure):
    """Quantiles of a two-piece normal distribution, cut at `at-most` where there is one."""
    mode, below, above = figure.number("mode"), figure.number("sd-below"), figure.number("sd-above")
    part = below / (below + above)
    kept = 1.0
    if "at-most" in figure:
        kept = 1 - 2 * (1 - part) * ndtr((mode - figure.number("at-most")) / above)
    # Both tails, so that neither loses digits.
    lower = kept * ndtr(SCORES)
    upper = kept * ndtr(-SCORES) + (1 - kept)
    left = mode + below * ndtri(np.minimum(lower / (2 * part), 0.5))
    right = mode - above * ndtri(np.minimum(upper / (2 * (1 - part)), 0.5))
    return np.where(lower <= part, left, right)


def pert_table(figure):
    """Quantiles of a PERT distribution."""
    low, mode, high = figure.number("low"), figure.number("mode"), figure.number("high")
    shape = figure.number("shape")
    a, b = 1 + shape * (mode - low) / (high - low), 1 + shape * (high - mode) / (high - low)
    return low + (high - low) * betaincinv(a, b, ndtr(SCORES))


class Model:
    """The scenario, as far as it does not vary."""

    def __init__(self, figures=None):
        figures = figures or Figures.read()
        self.normals = []
        self.uniforms = []
        self.tables = []
        self.draw = {}
        self.correlated(figures)
        self.accounts(figures)
        self.shocks(figures.section("shocks"))
        self.series(figures)
        self.effects(figures.section("effects"))
        self.demand(figures.section("input-output"), figures.section("effects").section("public-works"))
        self.projects(figures.section("projects"))
        self.read_targets(figures.section("targets"))

    # What varies. Each figure becomes a function of the operations and of the variables.

    def score(self, name):
        """The place of a new standard normal variable."""
        self.normals.append(name)
        return len(self.normals) - 1

    def uniform(self, name):
        self.uniforms.append(name)
        return len(self.uniforms) - 1

    def figure(self, section, key):
        """A number, or the function that draws it."""
        if key in section:
            return section.number(key)
        return self.marginal(section.section(key), section.prefix + key)

    def marginal(self, figure, name):
        kind = figure.text("distribution")
        if kind == "normal":
            mean, deviation, z = figure.number("mean"), figure.number("sd"), self.correlated_score(name)
            return lambda ops, v: mean + deviation * z(v)
        if kind in ("two-piece-normal", "pert"):
            table = two_piece_table(figure) if kind == "two-piece-normal" else pert_table(figure)
            self.tables.append(table)
            place, z = len(self.tables) - 1, self.correlated_score(name)
            return lambda ops, v: ops.table(place, z(v))
        u = self.uniform(name)
        if kind == "discrete":
            values, bounds = figure.numbers("values"), np.cumsum(figure.numbers("weights"))

            def discrete(ops, v):
                x = values[-1]
                for value, bound in reversed(list(zip(values[:-1], bounds))):
                    x = ops.where(v.u[u] < bound, value, x)
                return x

            return discrete
        low, high = figure.number("low"), figure.number("high")
        if kind == "uniform":
            return lambda ops, v: low + (high - low) * v.u[u]
        mode = figure.number("mode")
        part = (mode - low) / (high - low)

        def triangular(ops, v):
            x = v.u[u]
            left = low + ops.sqrt(((high - low) * (mode - low)) * x)
            right = high - ops.sqrt(((high - low) * (high - mode)) * (1 - x))
            return ops.where(x < part, left, right)

        return triangular

    def chance(self, probability, name):
        """One with this probability, else zero."""
        if probability >= 1:
            return lambda ops, v: 1.0
        u = self.uniform(name)
        return lambda ops, v: ops.where(v.u[u] < probability, 1.0, 0.0)

    def correlated(self, figures):
        """The group of deflators that move together: its Cholesky factor by rows."""
        pairs = {}
        for path in figures.values:
            if path.startswith("correlation("):
                pairs[tuple(path[len("correlation(") : -1].split(", "))] = float(figures.values[path])
        self.group = list(dict.fromkeys(name for pair in pairs for name in pair))
        matrix = np.eye(len(self.group))
        for (a, b), value in pairs.items():
            i, j = self.group.index(a), self.group.index(b)
            matrix[i, j] = matrix[j, i] = value
        self.factor = np.linalg.cholesky(matrix)
        self.group_places = [self.score(name) for name in self.group]

    def correlated_score(self, path):
        """The score of a variable: one of the group, or one of its own."""
        name = ".".join(path.split(".")[-2:])
        if name in self.group:
            row = self.factor[self.group.index(name)]
            places = self.group_places
            return lambda v: combination((float(f), v.z[k]) for f, k in zip(row, places))
        place = self.score(path)
        return lambda v: v.z[place]

    # The parts of the file.

    def accounts(self, figures):
        """Leaves by group, with base volumes and values by quarter, growth and deflators."""
        total = figures.number("base.value")
        self.groups, self.leaves = {}, {}
        tree = figures.section("activities")
        for group in tree.keys():
            section = tree.section(group)
            names = section.section("activities").keys() or [group]
            self.groups[group] = names
            for name in names:
                leaf = section.section("activities").section(name) if name != group else section
                quarters = (leaf if "quarters" in leaf else section).numbers("quarters")
                self.leaves[name] = {
                    "share": leaf.number("base-value-share"),
                    "volume": [leaf.number("base-volume") * part for part in quarters],
                    "part": [part / sum(quarters) for part in quarters],
                    "growth": self.figure(leaf, "growth"),
                    "deflator": self.figure(leaf, "deflator"),
                }
        shares = sum(leaf["share"] for leaf in self.leaves.values())
        for leaf in self.leaves.values():
            leaf["value"] = [total * leaf["share"] / shares * part for part in leaf["part"]]
        self.base = [sum(leaf["volume"][q] for leaf in self.leaves.values()) for q in QUARTERS]

    def below(self, names):
        """The leaves of activities that may be groups."""
        return [leaf for name in names for leaf in self.groups.get(name, [name])]

    def shocks(self, section):
        """Innovations that move together, and the part of a shock that lasts into the next quarter."""
        self.shocked = section.section("persistence").keys()
        self.persistence = [section.number(f"persistence.{name}") for name in self.shocked]
        deviations = [section.number(f"innovations.{name}.sd") for name in self.shocked]
        size = len(self.shocked)
        matrix = np.eye(size)
        for i in range(size):
            for j in range(i + 1, size):
                value = section.number(f"correlation.{self.shocked[i]}.{self.shocked[j]}")
                matrix[i, j] = matrix[j, i] = value
        self.shock_factor = np.array(deviations)[:, None] * np.linalg.cholesky(matrix)
        self.innovations = [[self.score(f"{name}.{q}") for name in self.shocked] for q in QUARTERS]

    def series(self, figures):
        """Levers, uncertainties and indicators."""
        levers, unknown = figures.section("levers"), figures.section("uncertainties")
        self.plan = [levers.number("investment.plan.value") * p for p in levers.numbers("investment.plan.quarters")]
        self.effort = levers.number("investment.effort.value")
        self.credit = levers.number("credit.growth.value") - levers.number("credit.growth.reference")
        self.campaign = [
            levers.number("tourism.campaign.value") * p for p in levers.numbers("tourism.campaign.quarters")
        ]
        self.reform = levers.number("apparatus.reform.value")
        self.digital = levers.number("digital.budget.value") - levers.number("digital.budget.reference")
        for name in ("water", "investment.execution", "investment.delay", "tourism.spending"):
            self.draw[name] = self.figure(unknown.section(name), "level")
        for name in ("apparatus.loss", "apparatus.gain"):
            self.draw[name] = self.figure(unknown.section(name), "level")
        arrivals = unknown.section("tourism.arrivals")
        self.arrivals = [arrivals.number("base") * p for p in arrivals.numbers("quarters")]
        self.draw["tourism.arrivals.growth"] = self.figure(arrivals, "growth")
        self.draw["population"] = self.marginal(figures.section("population"), "population")
        self.expressway = figures.section("indicators").quarters("investment.expressway.level")

    def effects(self, section):
        """What effects reach, their references and what of them varies."""
        self.reach = {name: self.below(section.names(f"{name}.to")) for name in section.keys() if f"{name}.to" in section}
        self.reference = {
            name: section.quarters(f"{name}.reference")
            for name in ("lodging", "passengers", "shopping", "public-works")
        }
        for name in ("lodging", "passengers", "shopping", "lending", "digitalisation", "water-power"):
            elasticity = self.figure(section.section(name), "elasticity")
            self.draw[name] = elasticity if callable(elasticity) else constant(elasticity)
        self.draw["leakage"] = self.figure(section.section("public-works"), "leakage")
        self.price_level = section.number("public-works.price-level")
        self.events = {}
        for name in ("floods", "frosts"):
            event = section.section(name)
            hazards = event.quarters("hazard", otherwise=0.0)
            self.events[name] = {
                "strikes": [self.chance(p, f"{name}.{q}") if p > 0 else None for q, p in enumerate(hazards)],
                "size": self.figure(event, "size"),
                "left": 1 - event.number("recovery"),
            }

    def demand(self, table, works):
        """The volume that a unit of spending adds to each leaf: v (I - A)^-1 s."""
        sectors = table.section("sectors").keys()
        coefficients = np.array([table.numbers(f"coefficients.{name}") for name in sectors])
        split = np.array([works.number(f"split.{name}") for name in sectors])
        output = np.linalg.solve(np.eye(len(sectors)) - coefficients, split)
        self.weights = {}
        for name, amount in zip(sectors, output):
            leaf = table.text(f"sectors.{name}.activity")
            share = table.number(f"sectors.{name}.value-added")
            self.weights[leaf] = self.weights.get(leaf, 0.0) + float(amount) * share

    def projects(self, section):
        self.project = {}
        for name in section.keys():
            item = section.section(name)
            construction = None
            if "construction.spending" in item:
                construction = {
                    "spending": item.number("construction.spending"),
                    "duration": item.number("construction.duration"),
                    "leaf": item.text("construction.activity") if "construction.activity" in item else None,
                }
                if construction["leaf"]:
                    construction["value added"] = item.number("construction.value-added")
            start = self.figure(item, "start")
            first = item.number("start.low") if "start.low" in item else min(item.numbers("start.values"))
            self.project[name] = {
                "leaf": item.text("activity"),
                "go-ahead": self.chance(item.number("go-ahead"), f"{name}.go-ahead"),
                "start": start,
                # One that cannot open in the year adds nothing by operating.
                "opens": first < TIMES[-1],
                "ramp": item.number("ramp"),
                "capacity": item.number("capacity"),
                "construction": construction,
            }

    def read_targets(self, section):
        """The quantity, the threshold and, for a target to be near, the tolerance."""
        self.targets = {}
        for name in section.keys():
            item = section.section(name)
            near = "near" in item
            self.targets[name] = (
                item.text("quantity"),
                item.number("near" if near else "at-least"),
                item.number("within") if near else None,
            )

    # What a draw is.

    def evaluate(self, ops, v):
        """The quantities by name. `v.z` and `v.u` are the normal and uniform variables in the model's order."""
        draw = {name: function(ops, v) for name, function in self.draw.items()}
        result = {}
        visits = [base * (1 + draw["tourism.arrivals.growth"]) + extra for base, extra in zip(self.arrivals, self.campaign)]
        revenue = [number * draw["tourism.spending"] for number in visits]
        result["tourism.visits"] = total(visits)
        result["tourism.revenue"] = total(revenue)
        opened, built, spending = self.building(ops, v)
        disbursed = self.disbursed(ops, draw, spending)
        result["investment.disbursement"] = total(disbursed) * (1 / sum(self.plan))
        result["investment.disbursement.2025H1"] = total(disbursed[:2]) * (1 / sum(self.plan[:2]))

        # Effects by quarter, fractions; zeros are left out by `combination`.
        on_growth = {
            "water-power": [draw["water"] * draw["water-power"]] * 4,
            "lending": [draw["lending"] * self.credit] * 4,
            "digitalisation": [0.0, 0.0] + [draw["digitalisation"] * self.digital] * 2,
        }
        on_level = {"reform": [0.0] + [-self.reform * draw["apparatus.loss"]] * 2 + [self.reform * draw["apparatus.gain"]]}
        for name in ("lodging", "passengers", "shopping"):
            on_level[name] = [
                (revenue[q] * (1 / self.reference[name][q]) - 1) * draw[name] for q in QUARTERS
            ]
        for name, event in self.events.items():
            on_level[name] = self.losses(ops, v, event)
        shocks = self.shock_paths(v)
        kept = (1 - draw["leakage"]) * (1 / self.price_level)
        gaps = [(disbursed[q] - self.reference["public-works"][q]) * kept for q in QUARTERS]

        volume = sum(self.base)
        drivers = {name: [] for name in ("baseline", "shocks", *on_growth, *on_level)}
        changes = {}
        values = {}
        for name, leaf in self.leaves.items():
            growth = leaf["growth"](ops, v) if callable(leaf["growth"]) else leaf["growth"]
            moved = [effect for effect, leaves in self.reach.items() if name in leaves and effect in on_growth]
            lifted = [effect for effect, leaves in self.reach.items() if name in leaves and effect in on_level]
            jolts = [shocks[k] for k, group in enumerate(self.shocked) if name in self.below([group])]
            steps, amounts = [], []
            drivers["baseline"].append((sum(leaf["volume"]), growth))
            for q in QUARTERS:
                base = leaf["volume"][q]
                rate = total([growth] + [on_growth[e][q] for e in moved] + [path[q] for path in jolts])
                for effect in moved:
                    drivers[effect].append((base, on_growth[effect][q]))
                for path in jolts:
                    drivers["shocks"].append((base, path[q]))
                parts = [base * rate]
                if lifted:
                    ordinary = base + parts[0]
                    for effect in lifted:
                        if not is_zero(on_level[effect][q]):
                            part = ordinary * on_level[effect][q]
                            drivers[effect].append((1.0, part))
                            parts.append(part)
                parts += [opened[p][q] for p, item in self.project.items() if item["leaf"] == name]
                parts += [
                    built[p][q]
                    for p, item in self.project.items()
                    if item["construction"] and item["construction"]["leaf"] == name
                ]
                if name in self.weights:
                    parts.append(self.weights[name] * gaps[q])
                change = total(parts)
                steps.append(change)
                # Value: V' (Q / Q') (1 + p).
                amounts.append((leaf["value"][q] / base, base + change))
            changes[name] = steps
            price = leaf["deflator"](ops, v) if callable(leaf["deflator"]) else leaf["deflator"]
            values[name] = combination(amounts) * (1 + price)

        yearly = {name: total(steps) for name, steps in changes.items()}
        for group, names in self.groups.items():
            result[f"{group}.contribution"] = total([yearly[name] for name in names]) * (1 / volume)
            for name in names:
                result[f"{name}.contribution"] = yearly[name] * (1 / volume)
        result["growth"] = total([result[f"{group}.contribution"] for group in self.groups])
        quarters = [total([steps[q] for steps in changes.values()]) for q in QUARTERS]
        for period, places in {
            "Q1": [0], "Q2": [1], "Q3": [2], "Q4": [3], "H1": [0, 1], "H2": [2, 3], "M9": [0, 1, 2],
        }.items():
            base = sum(self.base[q] for q in places)
            result[f"growth.2025{period}"] = total([quarters[q] for q in places]) * (1 / base)

        for name, terms in drivers.items():
            result[f"{name}.contribution"] = combination((c / volume, x) for c, x in terms)
        result["public-works.contribution"] = total(gaps) * (sum(self.weights.values()) / volume)
        for name in self.project:
            result[f"{name}.contribution"] = total(opened[name] + built[name]) * (1 / volume)

        sums = {group: total([values[name] for name in names]) for group, names in self.groups.items()}
        value = total(list(sums.values()))
        for group, amount in sums.items():
            result[f"{group}.share"] = amount / value
        result["grdp.perPerson"] = value / draw["population"]
        return result

    def building(self, ops, v):
        """By project and quarter: value added by operating and by building, and the expressway's spending."""
        opened, built, spending = {}, {}, {}
        for name, item in self.project.items():
            start, goes = item["start"](ops, v), item["go-ahead"](ops, v)
            opened[name], built[name] = [0.0] * 4, [0.0] * 4
            if item["opens"]:
                opened[name] = differences([self.operated(ops, item, time - start) for time in TIMES], goes)
            construction = item["construction"]
            if construction:
                done = [
                    ops.minimum(ops.maximum((time - start) * (1 / construction["duration"]) + 1, 0.0), 1.0)
                    for time in TIMES
                ]
                spending[name] = [construction["spending"] * x for x in differences(done, goes)]
                if construction["leaf"]:
                    built[name] = [construction["value added"] * x for x in spending[name]]
        return opened, built, spending["expressway"]

    @staticmethod
    def operated(ops, item, since):
        """Value added up to a time: with x the time since opening in ramps, r R(x), R = x^2 / 2 up to one, then x - 1/2."""
        ramp = item["ramp"]
        if ramp == 0:
            return item["capacity"] * ops.maximum(since, 0.0)
        x = ops.maximum(since * (1 / ramp), 0.0)
        rising = ops.minimum(x, 1.0)
        return (item["capacity"] * ramp) * (x - rising + 0.5 * rising * rising)

    def disbursed(self, ops, draw, spending):
        """Public investment by quarter: what of the plan is executed, what of the first half slips, and the expressway."""
        execution = ops.minimum(draw["investment.execution"], 1.0)
        part = execution + self.effort * (1 - execution) if self.effort else execution
        delay = draw["investment.delay"]
        moved = [-self.plan[0], -self.plan[1], 0.0, self.plan[0] + self.plan[1]]
        return [
            part * combination([(1.0, self.plan[q] - self.expressway[q]), (moved[q], delay)]) + spending[q]
            for q in QUARTERS
        ]

    @staticmethod
    def losses(ops, v, event):
        """l[t] = (1 - recovery) l[t - 1] - occurrence size."""
        size = event["size"](ops, v)
        path, before = [], 0.0
        for strikes in event["strikes"]:
            loss = event["left"] * before
            if strikes:
                loss = loss - strikes(ops, v) * size
            path.append(loss)
            before = loss
        return path

    def shock_paths(self, v):
        """By activity and quarter: e[t] = a e[t - 1] + u[t]."""
        paths = [[] for _ in self.shocked]
        for q in QUARTERS:
            for k, row in enumerate(self.shock_factor):
                innovation = combination((float(f), v.z[place]) for f, place in zip(row, self.innovations[q]))
                lasting = self.persistence[k] if q else 0.0
                before = paths[k][-1] if q else 0.0
                paths[k].append(combination([(1.0, innovation), (lasting, before)]))
        return paths


# Arithmetic that leaves out what is zero or one.


def is_zero(x):
    return isinstance(x, float) and x == 0


def constant(value):
    return lambda ops, v: value


def combination(terms):
    """The sum of coefficient times value."""
    found = [x if c == 1 else c * x for c, x in terms if c != 0 and not is_zero(x)]
    return total(found)


def total(parts):
    """The sum; numbers first, so that they become one."""
    numbers = sum(x for x in parts if isinstance(x, float))
    arrays = [x for x in parts if not isinstance(x, float)]
    if not arrays:
        return float(numbers)
    result = arrays[0]
    for x in arrays[1:]:
        result = result + x
    return result + numbers if numbers else result


def differences(levels, factor):
    """What each quarter adds."""
    one = isinstance(factor, float) and factor == 1
    return [b - a if one else (b - a) * factor for a, b in zip(levels, levels[1:])]
