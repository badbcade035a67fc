"""Turns the model of `son_la.py` into a straight-line loop for numba.

The model is evaluated once on symbols; each operation becomes a line of Python, the same operation on the same operands only
once. The loop runs over a chunk of draws whose length is a constant of the text, so that the compiler sees how far rows are
apart and vectorises it.
"""

import re

import son_la


class Symbol:
    """A number that the loop will know by a name."""

    def __init__(self, trace, name):
        self.trace = trace
        self.name = name

    def binary(self, sign, other, reverse=False):
        a, b = (other, self) if reverse else (self, other)
        return self.trace.line(f"{text(a)} {sign} {text(b)}")

    def __add__(self, other):
        return self.binary("+", other)

    def __radd__(self, other):
        return self.binary("+", other, True)

    def __sub__(self, other):
        return self.binary("-", other)

    def __rsub__(self, other):
        return self.binary("-", other, True)

    def __mul__(self, other):
        return self.binary("*", other)

    def __rmul__(self, other):
        return self.binary("*", other, True)

    def __truediv__(self, other):
        return self.binary("/", other)

    def __neg__(self):
        return self.trace.line(f"-{self.name}")

    def __lt__(self, other):
        return self.binary("<", other)


def text(x):
    return x.name if isinstance(x, Symbol) else repr(float(x))


class Trace:
    """The operations that the model asks for, each a line."""

    def __init__(self, chunk):
        self.chunk = chunk
        self.known = {}
        self.tables = []

    def line(self, expression):
        if expression not in self.known:
            self.known[expression] = f"t{len(self.known)}"
        return Symbol(self, self.known[expression])

    def where(self, condition, a, b):
        return self.line(f"{text(a)} if {text(condition)} else {text(b)}")

    def minimum(self, a, b):
        return self.line(f"min({text(a)}, {text(b)})")

    def maximum(self, a, b):
        return self.line(f"max({text(a)}, {text(b)})")

    def sqrt(self, a):
        return a**0.5 if isinstance(a, float) else self.line(f"sqrt({text(a)})")

    def table(self, place, z):
        """Linear interpolation, in a loop of its own before the others: look-ups keep a loop from being vectorised."""
        row = len(self.tables)
        self.tables.append((place, text(z)))
        return self.line(f"w[{row * self.chunk} + i]")

    def behind(self, name):
        """The lines that a name needs, itself last."""
        expressions = {name: expression for expression, name in self.known.items()}
        needed, waiting = set(), [name]
        while waiting:
            item = waiting.pop()
            if item not in needed:
                needed.add(item)
                waiting += re.findall(r"\bt\d+\b", expressions[item])
        return [f"{item} = {expression}" for item, expression in expressions.items() if item in needed]


class Rows:
    """The variables of the loop: row k of an array of rows."""

    def __init__(self, trace, array, chunk):
        self.trace, self.array, self.chunk = trace, array, chunk

    def __getitem__(self, k):
        return self.trace.line(f"{self.array}[{k * self.chunk} + i]")


class Variables:
    def __init__(self, trace, chunk):
        self.z = Rows(trace, "z", chunk)
        self.u = Rows(trace, "u", chunk)


def loop(model, chunk):
    """The names of the quantities, and the text of a module with `kernel(z, u, tables, rows)`."""
    trace = Trace(chunk)
    result = model.evaluate(trace, Variables(trace, chunk))
    lines = [f"{name} = {expression}" for expression, name in trace.known.items()]
    lines += [f"rows[{k * chunk} + i] = {text(x)}" for k, x in enumerate(result.values())]
    loops = [look_up(trace, row, place, z) for row, (place, z) in enumerate(trace.tables)] + [lines]
    head = f'''"""Made by tracing.py from the model of son_la.py; loops over {chunk} draws."""

from math import sqrt

import numba
import numpy as np
from numpy import int64

CHUNK = {chunk}


@numba.njit(cache=True, error_model="numpy", fastmath={{"contract", "nsz", "nnan"}})
def kernel(z, u, tables, rows):
    w = np.empty({len(trace.tables) * chunk})
'''
    body = [line for lines in loops for line in ["    for i in range(CHUNK):"] + ["        " + line for line in lines]]
    return list(result), head + "\n".join(body) + "\n"


def look_up(trace, row, place, z):
    """The lines of a loop that interpolates in a table; the tables stand one behind the other."""
    last = len(son_la.SCORES) - 1
    return trace.behind(z) + [
        f"at = min(max(({z} + {son_la.TABLE_END}) * {son_la.TABLE_STEPS}.0, 0.0), {last - 1e-9})",
        "knot = int64(at)",
        f"low = tables[{place * len(son_la.SCORES)} + knot]",
        f"high = tables[{place * len(son_la.SCORES) + 1} + knot]",
        f"w[{row * trace.chunk} + i] = low + (at - knot) * (high - low)",
    ]
