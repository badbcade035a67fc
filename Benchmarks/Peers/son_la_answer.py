"""The answer to Sơn La 2025, from rows of draws or from sums and counts, as lines of JSON."""

import json
import time

import numpy as np

from binning import merged


def shortfall(values, threshold, tolerance):
    """How far each value misses a target: zero or less where it is met, but for the dust of arithmetic."""
    distance = threshold - values if tolerance is None else np.abs(values - threshold) - tolerance
    return np.where(distance > 2.0**-46 * max(abs(threshold), 1), distance, 0.0)


class TargetCounts:
    """Draws that meet each target and all of them, and by how much the others miss."""

    def __init__(self, targets, place):
        self.targets = [(place[quantity], threshold, within) for quantity, threshold, within in targets.values()]
        self.misses = np.zeros(len(targets), np.int64)
        self.sums = np.zeros(len(targets))
        self.all_met = 0

    def add(self, rows):
        """Counts a block, one quantity a row."""
        all_met = np.ones(rows.shape[1], bool)
        for k, (place, threshold, within) in enumerate(self.targets):
            missed_by = shortfall(rows[place], threshold, within)
            self.misses[k] += np.count_nonzero(missed_by)
            self.sums[k] += missed_by.sum()
            all_met &= missed_by == 0
        self.all_met += np.count_nonzero(all_met)


def report(start, draws, names, means, deviations, quantiles, targets, misses, sums, all_met):
    """Prints everything; `start` is `time.perf_counter()` before the first draw."""
    seconds = time.perf_counter() - start
    for name, missed, amount in zip(targets, misses, sums):
        line = {"target": name, "probability": 1 - missed / draws, "meanShortfall": amount / missed if missed else None}
        print(json.dumps(line))
    print(json.dumps({"allTargets": all_met / draws}))
    for name, mean, deviation, row in zip(names, means, deviations, quantiles):
        line = {"quantity": name, "mean": float(mean), "standardDeviation": float(deviation)}
        print(json.dumps(line | {"quantiles": [float(q) for q in row]}))
    print(json.dumps({"seconds": seconds}))


def report_tallies(start, draws, names, model, found):
    """Prints what some threads found: a tally and target counts each."""
    counts = [item[1] for item in found]
    report(
        start, draws, names, *merged([item[0] for item in found]).answer(), model.targets,
        sum(c.misses for c in counts), sum(c.sums for c in counts), sum(c.all_met for c in counts),
    )
