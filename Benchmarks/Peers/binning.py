"""Moments, and quantiles from counts in bins, so that no draw is kept: the way of growth, in numpy.

Bins are a four-hundredth of a pilot's standard deviation wide; a quantile is found by linear interpolation inside one, which at
any number of draws that fits here is closer than the error of sampling.
"""

import numpy as np

# Bins over WIDTH standard deviations either side of the centre; the first and last take what lies beyond.
BINS = 8192
WIDTH = 10.0

PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]


def centre_and_scale(count, sums, squares):
    """Means and standard deviations of a pilot; zero for what does not vary."""
    centre = sums / count
    scale = np.sqrt(np.maximum(squares / count - centre * centre, 0))
    scale[scale < 1e-7 * np.abs(centre)] = 0
    return centre, scale


def inverse(scale):
    """One over each scale; zero for zero."""
    return np.divide(1.0, scale, out=np.zeros(len(scale)), where=scale > 0)


def finish(count, centre, scale, sums, squares, counts):
    """Means, standard deviations and quantiles from sums over distances from the centre; quantiles for the rows that have
    counts."""
    distance = sums / count
    deviations = np.sqrt(np.maximum(squares - count * distance * distance, 0) / (count - 1))
    return centre + distance, deviations, [c + s * binned_quantiles(n) for c, s, n in zip(centre, scale, counts)]


def binned_quantiles(counts):
    """Quantiles in units of the scale."""
    cumulative = np.concatenate([[0], np.cumsum(counts)])
    rank = np.array(PROBABILITIES) * cumulative[-1]
    place = np.searchsorted(cumulative, rank) - 1
    inside = (rank - cumulative[place]) / counts[place]
    return (place + inside) * (2 * WIDTH / BINS) - WIDTH


class Tally:
    """Sums and counts of some rows, filled block by block; one for each thread."""

    def __init__(self, centre, scale, kept):
        """`kept` rows, the first ones, are counted in bins."""
        self.centre, self.scale = centre, scale
        self.factor = inverse(scale) * (BINS / (2 * WIDTH))
        self.count = 0
        self.sums, self.squares = np.zeros(len(centre)), np.zeros(len(centre))
        self.counts = np.zeros((kept, BINS), np.int64)

    @staticmethod
    def of_pilot(rows, kept=None):
        """An empty one whose centre and scale are those of some rows."""
        found = centre_and_scale(rows.shape[1], rows.sum(axis=1), np.einsum("ij,ij->i", rows, rows))
        return Tally(*found, len(rows) if kept is None else kept)

    def empty(self):
        return Tally(self.centre, self.scale, len(self.counts))

    def add(self, rows):
        """Takes the centre off the rows, in place, and adds them."""
        rows -= self.centre[:, None]
        self.count += rows.shape[1]
        self.sums += rows.sum(axis=1)
        self.squares += np.einsum("ij,ij->i", rows, rows)
        place, whole = np.empty(rows.shape[1]), np.empty(rows.shape[1], np.intp)
        for row, factor, counts in zip(rows, self.factor, self.counts):
            np.multiply(row, factor, out=place)
            place += BINS / 2
            np.clip(place, 0, BINS - 1, out=place)
            whole[:] = place
            counts += np.bincount(whole, minlength=BINS)

    def merge(self, other):
        self.count += other.count
        self.sums += other.sums
        self.squares += other.squares
        self.counts += other.counts

    def answer(self):
        """Means, standard deviations, and quantiles of the rows that were counted."""
        return finish(self.count, self.centre, self.scale, self.sums, self.squares, self.counts)


def merged(tallies):
    """The first of some, with all others added."""
    first, *others = tallies
    for other in others:
        first.merge(other)
    return first
