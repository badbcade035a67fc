"""Pages that growth makes, opened in a browser that cannot reach beyond this machine.

Run by `make pages`, which builds growth and installs what is in requirements.txt. Screenshots are
kept in .build-pages/screenshots.
"""

import os
import pathlib
import subprocess

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
GROWTH = pathlib.Path(os.environ.get("GROWTH", ROOT / ".build/release/growth"))
OUTPUT = ROOT / ".build-pages"
SCREENSHOTS = OUTPUT / "screenshots"

LANGUAGES = ["en", "vi"]


def growth(*arguments, **options):
    """Runs growth in the project's folder and gives what it printed."""
    environment = dict(os.environ, LC_ALL="C")
    done = subprocess.run(
        [str(GROWTH), *map(str, arguments)], cwd=ROOT, env=environment, capture_output=True,
        text=True, timeout=300, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def browser():
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        # Inside a container Chromium's own sandbox does not start.
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


class Watch:
    """What a page said on its console, and what it asked the network for."""

    def __init__(self, page, allowed):
        self.errors = []
        self.requests = []
        page.on("console", lambda message: self.note(message))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        self.allowed = allowed

    def note(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def check(self):
        assert not self.errors, self.errors
        foreign = [
            url for url in self.requests if not url.startswith((self.allowed, "data:", "blob:"))]
        assert not foreign, foreign


@pytest.fixture
def watched(browser):
    """Makes pages: `watched(allowed, width=..., scheme=...)` gives a page and its watch."""
    contexts = []

    def make(allowed, width=1280, height=900, scheme="light", **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        return page, Watch(page, allowed)

    yield make
    for context in contexts:
        context.close()
