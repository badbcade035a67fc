"""Fails, by name, when a row takes more than 5% more instructions than its threshold.

    check.py              count every row and compare with thresholds.json
    check.py --record     count every row and write thresholds.json
    check.py --self-test  show that the comparison fails when it should
"""

import json
import os
import subprocess
import sys

import counts

THRESHOLDS = os.path.join(counts.HERE, "thresholds.json")
ALLOWED = 1.05
# Rows whose instructions are those of the library behind LAPACK.
OF_BLAS = "linear algebra"


def compiler():
    text = subprocess.run(["swift", "--version"], check=True, capture_output=True, text=True).stdout
    return text.splitlines()[0]


def load():
    with open(THRESHOLDS) as file:
        return json.load(file)


def compare(found, blas, thresholds, layers):
    """Holds counts against thresholds.

    Returns a line for each failure, each beginning with the name of the row, and remarks.
    """
    failures, remarks = [], []
    limits = thresholds["rows"]
    for name, count in found.items():
        if name not in limits:
            failures.append(f"{name}: has no threshold; `make bench-thresholds` records one")
            continue
        if layers.get(name) == OF_BLAS and blas != thresholds["blas"]:
            remarks.append(f"{name}: not compared, since the threshold is of another BLAS")
            continue
        ratio = count / limits[name]
        change = f"{count:.2f} instructions a unit against {limits[name]:.2f} ({ratio - 1:+.1%})"
        if ratio > ALLOWED:
            failures.append(f"{name}: {change}")
        elif ratio < 1 / ALLOWED:
            remarks.append(f"{name}: {change}; `make bench-thresholds` holds on to the gain")
    for name in limits:
        if name not in found:
            failures.append(f"{name}: has a threshold, but there is no such row")
    return failures, remarks


def check():
    thresholds = load()
    layers = {name: layer for name, layer, _ in counts.rows()}
    found, blas = counts.measure()
    print(f"{'row':<36} {'instructions':>14} {'threshold':>14} {'change':>8}")
    for name, count in found.items():
        limit = thresholds["rows"].get(name)
        shown = f"{limit:>14,.2f} {count / limit - 1:>+8.2%}" if limit else f"{'none':>14}"
        print(f"{name:<36} {count:>14,.2f} {shown}")
    failures, remarks = compare(found, blas, thresholds, layers)
    used = compiler()
    if used != thresholds["compiler"]:
        remarks.append(f"the thresholds are of {thresholds['compiler']}, the counts of {used}")
    for remark in remarks:
        print("note: " + remark)
    for failure in failures:
        print("error: " + failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


def record():
    found, blas = counts.measure()
    thresholds = {
        "about": "instructions a unit of work, code for x86-64-v3; `make bench-thresholds` writes this",
        "compiler": compiler(), "blas": blas,
        "rows": {name: round(count, 4) for name, count in found.items()},
    }
    with open(THRESHOLDS, "w") as file:
        json.dump(thresholds, file, indent=2, ensure_ascii=False)
        file.write("\n")
    print(f"{os.path.relpath(THRESHOLDS)}: {len(found)} rows")


def self_test():
    """Each row's threshold lowered by 6% must fail, that row alone; lowered by 4% nothing may."""
    thresholds = load()
    found, blas = dict(thresholds["rows"]), thresholds["blas"]

    def failures(rows=found, blas=blas, layers={}, **changed):
        return compare(rows, blas, thresholds | {"rows": found | changed}, layers)[0]

    def expect(condition, what):
        if not condition:
            sys.exit("check.py --self-test: " + what)

    expect(found, "there are no thresholds")
    expect(failures() == [], "counts at their thresholds do not pass")
    for name, limit in found.items():
        named = failures(**{name: 0.94 * limit})
        expect(
            len(named) == 1 and named[0].startswith(name + ": "),
            f"'{name}' does not fail alone when its threshold is lowered by 6%: {named}")
        expect(failures(**{name: 0.96 * limit}) == [], f"'{name}' fails within 5%")
        expect(failures(**{name: 1.2 * limit}) == [], f"'{name}' fails when it takes less")
    first = next(iter(found))
    tight = {first: 0.94 * found[first]}
    expect(
        failures(layers={first: OF_BLAS}, blas="another", **tight) == [],
        "counts of another BLAS are compared")
    expect(
        len(failures(layers={first: OF_BLAS}, **tight)) == 1, "counts of the same BLAS are not compared")
    expect(
        [line.split(":")[0] for line in failures(rows=found | {"new row": 1.0})] == ["new row"],
        "a row without a threshold passes")
    rest = {name: count for name, count in found.items() if name != first}
    expect(
        [line.split(": ")[0] for line in failures(rows=rest)] == [first],
        "a threshold without a row passes")
    print(f"check.py --self-test: the comparison fails by name, for each of {len(found)} rows")


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            check()
        case ["--record"]:
            record()
        case ["--self-test"]:
            self_test()
        case _:
            sys.exit(__doc__)
