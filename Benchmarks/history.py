"""Draws all records, a panel a row, and fails by name where the newest lost more than 5% of its instructions.

    history.py [FILE.svg]

Each panel has the ratio to the yardstick (dots, and bars from quartile to quartile) and the instructions of a unit
(squares), each from zero to its own largest value, over the records in the order of their dates.
"""

import glob
import json
import math
import os
import sys
from xml.sax.saxutils import escape

import check
import counts

RECORDS = os.path.join(counts.HERE, "Records")
COLUMNS = 4
WIDTH, HEIGHT = 300, 150
LEFT, RIGHT, TOP, BOTTOM = 12, 12, 38, 18
RATIO, COUNT = "#1f6fb2", "#c2571a"


def load():
    records = []
    for path in glob.glob(os.path.join(RECORDS, "*.json")):
        with open(path) as file:
            records.append(json.load(file))
    return sorted(records, key=lambda record: (record["date"], record["time"]))


def series(records):
    """For each row in the order of the newest record: a list of (record number, row)."""
    found = {row["name"]: [] for row in records[-1]["rows"]} if records else {}
    for number, record in enumerate(records):
        for row in record["rows"]:
            found.setdefault(row["name"], []).append((number, row))
    return found


def figure(value):
    """Three digits, whole numbers with commas, or millions."""
    if value >= 1e6:
        return f"{value / 1e6:.3g} million"
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def panel(name, points, records, x, y):
    """The drawing of one row, its upper left corner at (x, y)."""
    inner_width, inner_height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    base = y + TOP + inner_height

    def across(number):
        return x + LEFT + inner_width * (0.5 if len(records) == 1 else number / (len(records) - 1))

    def up(value, largest):
        return base - inner_height * value / largest

    newest = points[-1][1]
    counted = [(number, row["instructions"]) for number, row in points if row["instructions"]]
    parts = [
        f'<text x="{x + LEFT}" y="{y + 14}" class="name">{escape(name)}'
        f'<tspan class="unit" dx="5">a {escape(newest["unit"])}</tspan></text>',
        f'<text x="{x + LEFT}" y="{y + 29}" fill="{RATIO}">{figure(newest["ratio"]["median"])}</text>',
        f'<path d="M{x + LEFT} {base}h{inner_width}" class="axis"/>',
    ]
    if counted:
        parts.append(
            f'<text x="{x + WIDTH - RIGHT}" y="{y + 29}" fill="{COUNT}" text-anchor="end">'
            f"{figure(counted[-1][1])}</text>")
        largest = max(count for _, count in counted)
        line = " ".join(f"{across(number):.1f},{up(count, largest):.1f}" for number, count in counted)
        parts.append(f'<polyline points="{line}" stroke="{COUNT}" class="line"/>')
        parts += [
            f'<rect x="{across(number) - 2.5:.1f}" y="{up(count, largest) - 2.5:.1f}" width="5" height="5"'
            f' fill="{COUNT}"><title>{escape(title(records[number]))}: {figure(count)}</title></rect>'
            for number, count in counted
        ]
    largest = max(row["ratio"]["upperQuartile"] for _, row in points)
    line = " ".join(f"{across(number):.1f},{up(row['ratio']['median'], largest):.1f}" for number, row in points)
    parts.append(f'<polyline points="{line}" stroke="{RATIO}" class="line"/>')
    for number, row in points:
        ratio, place = row["ratio"], across(number)
        low, high = up(ratio["lowerQuartile"], largest), up(ratio["upperQuartile"], largest)
        parts.append(
            f'<path d="M{place:.1f} {low:.1f}V{high:.1f}" stroke="{RATIO}" stroke-width="2"/>'
            f'<circle cx="{place:.1f}" cy="{up(ratio["median"], largest):.1f}" r="3" fill="{RATIO}">'
            f"<title>{escape(title(records[number]))}: {ratio['median']:.3f}</title></circle>")
    ends = [(0, "start"), (len(records) - 1, "end")] if len(records) > 1 else [(0, "middle")]
    for number, anchor in ends:
        parts.append(
            f'<text x="{across(number):.1f}" y="{base + 13}" text-anchor="{anchor}" class="date">'
            f"{escape(title(records[number]))}</text>")
    return "\n".join(parts)


def title(record):
    return f"{record['date']} {record['commit'][:7]}" + ("+" if record["dirty"] else "")


def drawing(records):
    rows = series(records)
    width, height = COLUMNS * WIDTH, 34 + HEIGHT * math.ceil(len(rows) / COLUMNS)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11">',
        "<style>.name{font-weight:bold;font-size:12px}.unit{font-weight:normal;fill:#777}.date{fill:#777;font-size:10px}"
        ".axis{stroke:#bbb}.line{fill:none;stroke-width:1.5}</style>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="{LEFT}" y="22" font-size="14">Speed over the record: <tspan fill="{RATIO}">time over that of the'
        f' yardstick\'s normal</tspan> and <tspan fill="{COUNT}">instructions</tspan>; the newest as figures, all'
        " of them from zero; + stands for changed files</text>",
    ]
    for place, (name, points) in enumerate(rows.items()):
        x, y = place % COLUMNS * WIDTH, 34 + place // COLUMNS * HEIGHT
        parts.append(panel(name, points, records, x, y))
    return "\n".join(parts + ["</svg>", ""])


def main():
    records = load()
    if not records:
        sys.exit("there are no records yet; `make bench` writes one")
    path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(RECORDS, "history.svg")
    with open(path, "w") as file:
        file.write(drawing(records))
    print(f"{os.path.relpath(path)}: {len(records)} records, {len(series(records))} rows")
    counted = [record for record in records if any(row["instructions"] for row in record["rows"])]
    if not counted:
        return
    newest = counted[-1]
    found = {row["name"]: row["instructions"] for row in newest["rows"] if row["instructions"]}
    layers = {row["name"]: row["layer"] for row in newest["rows"]}
    failures, remarks = check.compare(found, newest["blas"], check.load(), layers)
    for remark in remarks:
        print("note: " + remark)
    for failure in failures:
        print(f"error: {title(newest)}: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
