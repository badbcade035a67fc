"""`growth report -o plan.xlsx`: read back by openpyxl, held against `growth run --format json`, and opened by
LibreOffice, whose pictures of the pages are kept beside the screenshots."""

import json
import math
import shutil
import subprocess

import openpyxl
import pytest

from conftest import LANGUAGES, OUTPUT, SCREENSHOTS, growth

SCENARIOS = {
    "plan": "Scenarios/son-la-2025.yaml",
    "years": "Scenarios/son-la-2026-2030.yaml",
    "published": "Scenarios/son-la-2025-9m.yaml",
    "country": "Scenarios/viet-nam-2025.yaml",
}
OPTIONS = ["--draws", 20000, "--seed", 7, "--quiet"]


class Sheets:
    """A spreadsheet whose columns are found by the names that the file gives them."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def cells(self, name):
        """The cells of a named column, from top to bottom."""
        (sheet, area), = self.book.defined_names[name].destinations
        found = self.book[sheet][area.replace("$", "")]
        return [row[0] for row in found] if isinstance(found, tuple) else [found]

    def column(self, topic, key):
        """Values of a column by the ids of the rows."""
        ids = self.cells(f"{topic}.id")
        values = self.cells(f"{topic}.{key}")
        return {i.value: v for i, v in zip(ids, values, strict=True)}


@pytest.fixture(scope="session")
def made():
    """Every spreadsheet in every language, and what `run` says of the same draws."""
    OUTPUT.mkdir(exist_ok=True)
    made = {}
    for name, file in SCENARIOS.items():
        run = json.loads(growth("run", file, "--format", "json", *OPTIONS))
        for language in LANGUAGES:
            path = OUTPUT / f"{name}-{language}.xlsx"
            growth("report", file, "-o", path, "--lang", language, *OPTIONS)
            made[name, language] = Sheets(path), run
    return made


def equal(cell, wanted, points=False):
    """A cell has the number with sixteen digits; percentage points are stored as points."""
    if wanted is None:
        assert not isinstance(cell.value, (int, float)), (cell.coordinate, cell.value)
        return
    assert isinstance(cell.value, (int, float)), (cell.coordinate, cell.value)
    expected = wanted * 100 if points else wanted
    assert math.isclose(cell.value, expected, rel_tol=1e-15, abs_tol=0), (
        cell.coordinate, cell.value, expected)
    assert cell.number_format != "General", cell.coordinate


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_cells(made, name, language):
    sheets, run = made[name, language]
    for key, of in {
        "threshold": lambda t: t["threshold"], "probability": lambda t: t["probability"],
        "low": lambda t: t["interval"][0], "high": lambda t: t["interval"][1],
        "shortfall": lambda t: t["meanShortfall"], "missed_alone": lambda t: t["missedAlone"],
    }.items():
        column = sheets.column("targets", key)
        for target in run["targets"]:
            points = key == "shortfall" and target["unit"] == "fraction"
            equal(column[target["id"]], of(target), points)
    quantities = run["quantities"]
    for key, quantile in {"p5": "0.05", "p50": "0.5", "p95": "0.95"}.items():
        column = sheets.column("targets", key)
        for target in run["targets"]:
            if target["quantity"] in quantities:
                equal(column[target["id"]], quantities[target["quantity"]]["quantiles"][quantile])
    for key, of, points in [
        ("mean", lambda c: c["mean"], True), ("growth", lambda c: c["meanGrowth"], False),
        ("weight", lambda c: c["weight"], False), ("p5", lambda c: c["quantiles"]["0.05"], True),
    ]:
        column = sheets.column("contributions", key)
        assert set(column) == set(run["contributions"]) | {"grdp"}
        for id, part in run["contributions"].items():
            equal(column[id], of(part), points)
    if len(run["drivers"]) > 1:
        column = sheets.column("drivers", "mean")
        for id, driver in run["drivers"].items():
            equal(column[id], driver["mean"], True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_sheets(made, name, language):
    sheets, run = made[name, language]
    book = sheets.book
    assert not book.properties.creator
    assert all(len(title.encode("utf-16-le")) <= 62 for title in book.sheetnames)
    words = " ".join(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
        if isinstance(cell.value, str))
    for known in [run["scenario"]["digest"], str(run["seed"]), run["version"]]:
        assert known in words
    for sheet in book:
        assert sheet.page_setup.paperSize in (9, "9"), sheet.title
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert sum(bool(sheet.freeze_panes) for sheet in book) >= 6
    assert sum(len(sheet._charts) for sheet in book) >= 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_libreoffice(made, name, language, tmp_path):
    """LibreOffice opens it without complaint, prints it, and reads the same numbers."""
    sheets, _ = made[name, language]
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(sheets.path)],
        capture_output=True, text=True, timeout=300)
    assert done.returncode == 0 and "Error" not in done.stderr, done.stderr
    printed = tmp_path / (sheets.path.stem + ".pdf")
    assert printed.read_bytes().startswith(b"%PDF")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    shutil.copy(printed, SCREENSHOTS / f"spreadsheet-{name}-{language}.pdf")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "again"),
         str(sheets.path)], check=True, capture_output=True, timeout=300)
    again = Sheets(tmp_path / "again" / sheets.path.name)
    assert again.book.sheetnames == sheets.book.sheetnames
    for key in ["probability", "threshold"]:
        before = [cell.value for cell in sheets.cells("targets." + key)]
        after = [cell.value for cell in again.cells("targets." + key)]
        for x, y in zip(before, after, strict=True):
            if isinstance(x, (int, float)):
                assert math.isclose(x, y, rel_tol=1e-14), (key, x, y)


@pytest.mark.parametrize("name", ["plan"])
def test_same_bytes(made, name):
    sheets, _ = made[name, "en"]
    again = OUTPUT / "again.xlsx"
    growth("report", SCENARIOS[name], "-o", again, "--lang", "en", *OPTIONS)
    assert again.read_bytes() == sheets.path.read_bytes()
