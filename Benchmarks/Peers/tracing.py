"""Turns the model of `son_la.py` into a straight-line loop for numba.

The model is evaluated once on symbols; each operation becomes a line of Python, the same operation on the same operands only
once. The loop runs over a chunk of draws whose length is a constant of the text, so that the compiler sees how far rows are
apart and vectorises it.
"""

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

    def __init__(self):
        self.known = {}

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
        """Linear interpolation; the tables stand one behind the other."""
        last = len(son_la.SCORES) - 1
        at = self.line(f"min(max(({text(z)} + {son_la.TABLE_END}) * {son_la.TABLE_STEPS}.0, 0.0), {last - 1e-9})")
        knot = self.line(f"int64({text(at)})")
        low = self.line(f"tables[{place * len(son_la.SCORES)} + {knot.name}]")
        high = self.line(f"tables[{place * len(son_la.SCORES) + 1} + {knot.name}]")
        return low + (at - knot) * (high - low)


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
    trace = Trace()
    result = model.evaluate(trace, Variables(trace, chunk))
    lines = [f"        {name} = {expression}" for expression, name in trace.known.items()]
    lines += [f"        rows[{k * chunk} + i] = {text(x)}" for k, x in enumerate(result.values())]
    head = f'''"""Made by tracing.py from the model of son_la.py; a loop over {chunk} draws."""

from math import sqrt

import numba
from numpy import int64

CHUNK = {chunk}


@numba.njit(cache=True, error_model="numpy", fastmath={{"contract", "nsz", "nnan"}})
def kernel(z, u, tables, rows):
    for i in range(CHUNK):
'''
    return list(result), head + "\n".join(lines) + "\n"
