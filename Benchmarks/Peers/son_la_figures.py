"""The resolved figures of Scenarios/son-la-2025.yaml, as `growth show FILE --format json` prints them.

`whole_process.py` keeps that answer in .build-peers/son-la-2025.json, so that no peer repeats a figure.
"""

import calendar
import datetime
import json
import os

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".build-peers", "son-la-2025.json")

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


def number(text):
    """A figure in the units of the model: fractions, billions of VND, years, single persons and visits."""
    words = text.split()
    if text.endswith("%"):
        return float(text[:-1]) / 100
    if len(words) == 1:
        return date(text) if text.count("-") == 2 else float(text)
    if words[-1] == "months":
        return float(words[0]) / 12
    if words[-1] == "pp":
        return float(words[0]) / 100
    amount = float(words[0]) * SCALES.get(words[1], 1)
    return amount / 1e9 if "VND" in words else amount


def date(text):
    """A day as a year and the part of it that has passed."""
    day = datetime.date.fromisoformat(text)
    return day.year + (day.timetuple().tm_yday - 1) / (366 if calendar.isleap(day.year) else 365)


class Figures:
    """Figures by their path; a path below which there are others is a section."""

    def __init__(self, values, prefix=""):
        self.values = values
        self.prefix = prefix

    @staticmethod
    def read():
        with open(os.path.normpath(PATH)) as file:
            return Figures({item["path"]: item["value"] for item in json.load(file)["values"]})

    def text(self, key):
        return self.values[self.prefix + key]

    def __contains__(self, key):
        return self.prefix + key in self.values

    def number(self, key):
        return number(self.text(key))

    def numbers(self, key):
        return [number(part.strip()) for part in self.text(key).split(",")]

    def names(self, key):
        return [part.strip() for part in self.text(key).split(",")]

    def quarters(self, key, otherwise=None):
        """A figure for each quarter of the year."""
        return [
            self.number(f"{key}.2025Q{q}") if f"{key}.2025Q{q}" in self or otherwise is None else otherwise
            for q in range(1, 5)
        ]

    def section(self, key):
        return Figures(self.values, f"{self.prefix}{key}.")

    def keys(self):
        """The names directly below this section, in the order of the file."""
        found = [path[len(self.prefix) :].split(".")[0] for path in self.values if path.startswith(self.prefix)]
        return list(dict.fromkeys(found))
