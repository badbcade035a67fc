"""`growth report`: one file that a meeting looks at, on a telephone, on a screen and on paper."""

import html.parser

import pytest

from conftest import LANGUAGES, OUTPUT, SCREENSHOTS, growth
from looking import check_accessible, check_charts, check_focus, check_width, check_words

REPORTS = {
    "plan": ["Scenarios/son-la-2025.yaml", "--compare", "Scenarios/son-la-2025-low-water.yaml"],
    "years": ["Scenarios/son-la-2026-2030.yaml"],
    "published": ["Scenarios/son-la-2025-9m.yaml"],
    "plain": ["Scenarios/bac-giang-2025.yaml"],
}
LEAST_CHARTS = {"plan": 6, "years": 5, "published": 4, "plain": 4}


@pytest.fixture(scope="session")
def reports():
    """Every report in every language, made once."""
    made = {}
    for name, arguments in REPORTS.items():
        for language in LANGUAGES:
            path = OUTPUT / f"{name}-{language}.html"
            growth("report", *arguments, "--draws", 20000, "--lang", language, "-o", path, "--quiet")
            made[name, language] = path
    return made


def opened(watched, path, **options):
    url = path.as_uri()
    page, watch = watched(url, **options)
    page.goto(url)
    return page, watch


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width,scheme", [(360, "light"), (1280, "light"), (1280, "dark")])
def test_screen(reports, watched, name, language, width, scheme):
    page, watch = opened(watched, reports[name, language], width=width, scheme=scheme)
    page.screenshot(
        path=SCREENSHOTS / f"report-{name}-{language}-{width}-{scheme}.png", full_page=True)
    check_charts(page, LEAST_CHARTS[name])
    check_width(page)
    check_words(page)
    check_accessible(page)
    watch.check()
    assert page.evaluate("document.documentElement.lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_paper(reports, watched, name, language):
    """A4 at 96 dots an inch, less margins of 15 mm."""
    page, watch = opened(watched, reports[name, language], width=680, height=1010)
    page.emulate_media(media="print")
    check_charts(page, LEAST_CHARTS[name])
    check_width(page)
    check_words(page)
    page.pdf(path=OUTPUT / f"report-{name}-{language}.pdf", format="A4", print_background=False)
    watch.check()


@pytest.mark.parametrize("language", LANGUAGES)
def test_keyboard(reports, watched, language):
    page, _ = opened(watched, reports["plan", language])
    assert check_focus(page)


class Verdict(html.parser.HTMLParser):
    """The words of a page in order."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        if data.strip():
            self.words.append(data.strip())


@pytest.mark.parametrize("language", LANGUAGES)
def test_size_and_verdict(reports, language):
    path = reports["plan", language]
    assert path.stat().st_size < 2_000_000
    reader = Verdict()
    reader.feed(path.read_text(encoding="utf-8").split("<body", 1)[1])
    probability = {"en": "probability", "vi": "xác suất"}[language]
    assert any(probability in words.lower() for words in reader.words[:20]), reader.words[:20]
