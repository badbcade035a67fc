"""Whether a peer gives growth's answer: means, standard deviations, quantiles and probabilities within standard errors.

Both are samples of the same distributions with independent seeds, so differences are held against the errors of both.
"""

import json
import math
import statistics

# Differences allowed, in standard errors of a difference. Of some 600 figures one in a million is past five by chance.
ERRORS = 5.0

# Growth's quantiles come from bins; the width of one in standard deviations, and of the constants' dust.
BIN = 0.003
DUST = 1e-9

MONEY = 1e9  # growth writes VND, the peers billions of it


def peer_answer(text):
    """What a peer printed, line by line: quantities, targets and its own seconds."""
    quantities, targets, seconds = {}, {}, None
    for line in text.splitlines():
        item = json.loads(line)
        if "quantity" in item:
            quantities[item["quantity"]] = item
        elif "target" in item:
            targets[item["target"]] = item
        elif "seconds" in item:
            seconds = item["seconds"]
    return quantities, targets, seconds


def quantile_error(q, k, probabilities, values, deviation, draws):
    """The standard error of a quantile: by the density between its neighbours, at least that of a normal."""
    spread = math.sqrt(q * (1 - q) / draws)
    normal = statistics.NormalDist()
    error = deviation * spread / normal.pdf(normal.inv_cdf(q))
    for a, b in ((k - 1, k), (k, k + 1)):
        if 0 <= a and b < len(values):
            width = (values[b] - values[a]) / (probabilities[b] - probabilities[a])
            # The outer side of the outer quantiles is not seen, and the thinner one.
            error = max(error, spread * width * (2 if k in (0, len(values) - 1) else 1))
    return error


def differences(ours, text, draws):
    """What a peer gives that growth does not: a sentence each. `ours` is growth's JSON, as read."""
    quantities, targets, _ = peer_answer(text)
    if not quantities or not targets:
        return ["no answer"]
    found = []

    def hold(what, theirs, own, error, slack=0.0):
        if not abs(theirs - own) <= ERRORS * math.sqrt(2) * error + slack:
            found.append(f"{what}: {theirs:.9g}, growth {own:.9g}, standard error {error:.2g}")

    for name, item in quantities.items():
        own = ours["quantities"].get(name)
        if own is None:
            found.append(f"{name}: growth has no such quantity")
            continue
        scale = MONEY if own["unit"].startswith("VND") else 1.0
        deviation, mean = own["standardDeviation"] / scale, own["mean"] / scale
        slack = DUST * max(abs(mean), 1e-3)
        hold(f"{name}, mean", item["mean"], mean, deviation / math.sqrt(draws), slack)
        own_quantiles = [(float(q), x / scale) for q, x in own["quantiles"].items()]
        probabilities, values = zip(*sorted(own_quantiles))
        # The fourth moment is not known. Where the middle 90% is narrow (for a normal it is 3.3 deviations wide), the
        # deviation is the work of a few draws, and its error ten times that of a normal.
        error = deviation / math.sqrt(2 * draws) * (10 if values[-1] - values[0] < 2.5 * deviation else 1.5)
        hold(f"{name}, sd", item["standardDeviation"], deviation, error, slack)
        for k, theirs in enumerate(item.get("quantiles", [])):
            error = quantile_error(probabilities[k], k, probabilities, values, deviation, draws)
            hold(f"{name}, {probabilities[k]}", theirs, values[k], error, slack + BIN * deviation)
    for own in ours["targets"]:
        item = targets.get(own["id"])
        if item is None:
            found.append(f"target {own['id']}: not answered")
            continue
        p = own["probability"]
        # A probability far below one in the number of draws is a count of a few.
        hold(f"target {own['id']}", item["probability"], p, math.sqrt(p * (1 - p) / draws), 3 / draws)
        shortfall = item.get("meanShortfall")
        if shortfall is not None:
            own_quantity = ours["quantities"].get(own["quantity"], {})
            scale = MONEY if own["unit"].startswith("VND") else 1.0
            error = own_quantity.get("standardDeviation", 0) / scale / math.sqrt(max((1 - p) * draws, 1))
            hold(f"target {own['id']}, shortfall", shortfall, own["meanShortfall"] / scale, error)
    return found
