"""`growth serve`: the page with sliders."""

import os
import re
import signal
import subprocess
import time

import pytest

from conftest import GROWTH, LANGUAGES, ROOT, SCREENSHOTS
from looking import check_accessible, check_charts, check_focus, check_width, check_words

SCENARIO = "Scenarios/son-la-2025.yaml"

# Moves a slider as a hand does and waits for the picture: how long each took, in milliseconds.
MOVES = """async ([selector, count]) => {
  const slider = document.querySelector(selector);
  const low = Number(slider.min), high = Number(slider.max);
  const root = document.documentElement;
  const times = [];
  for (let i = 0; i < count; i++) {
    const before = root.dataset.answer;
    const begun = performance.now();
    slider.value = low + (high - low) * ((i * 0.6180339887) % 1);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(done => {
      new MutationObserver((_, observer) => { observer.disconnect(); done(); })
        .observe(root, { attributes: true, attributeFilter: ['data-answer'] });
      if (root.dataset.answer !== before) done();
    });
    times.push(performance.now() - begun);
  }
  return times;
}"""


class Server:
    def __init__(self, language="en", draws=None):
        arguments = [str(GROWTH), "serve", SCENARIO, "--no-open", "--lang", language]
        if draws:
            arguments += ["--draws", str(draws)]
        self.process = subprocess.Popen(
            arguments, cwd=ROOT, env=dict(os.environ, LC_ALL="C"), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        self.url = None
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+/\?token=[0-9a-f]+", line)
            if found:
                self.url = found.group()
                break
        assert self.url, "the server said no address"
        self.origin = re.match(r"http://[^/]*", self.url).group()

    def memory(self):
        """Resident memory, in MiB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            for line in status:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@pytest.fixture(scope="module", params=LANGUAGES)
def server(request):
    server = Server(request.param)
    server.language = request.param
    yield server
    assert server.stop() in (0, 130)


def wait(page, expression, argument=None, seconds=20):
    """Asks again and again: the page lets nothing in that waits inside of it."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, expression
        time.sleep(0.02)


def opened(watched, server, **options):
    page, watch = watched(server.origin, **options)
    page.goto(server.url)
    wait(page, "() => document.documentElement.dataset.answer >= 1")
    return page, watch


@pytest.mark.parametrize("width,scheme", [(360, "light"), (1280, "light"), (1280, "dark")])
def test_screen(server, watched, width, scheme):
    page, watch = opened(watched, server, width=width, scheme=scheme)
    page.screenshot(
        path=SCREENSHOTS / f"page-{server.language}-{width}-{scheme}.png", full_page=True)
    check_charts(page, 3)
    check_width(page)
    check_words(page)
    check_accessible(page)
    watch.check()


def test_keyboard(server, watched):
    """A lever is found and moved, and the verdict changes, without a mouse."""
    page, watch = opened(watched, server)
    check_focus(page, most=60)
    slider = page.locator("[data-lever] input[type=range], input[type=range][data-lever]").first
    verdict = page.locator("#verdict").inner_text()
    slider.focus()
    page.keyboard.press("End")
    wait(page, "text => document.querySelector('#verdict').innerText !== text", verdict)
    watch.check()


def test_moves(server, watched):
    """Below 60 ms from the hand to the picture, 19 times in 20, for every lever; 1,000 moves take no memory."""
    if server.language != "en":
        pytest.skip("measured once")
    page, watch = opened(watched, server)
    levers = page.evaluate(
        "() => [...document.querySelectorAll('input[type=range][data-lever]')].map(s => s.dataset.lever)")
    # A machine that does other things is slower; the figure for an idle one stands in the documentation.
    limit = float(os.environ.get("GROWTH_MOVE_LIMIT", "60"))
    moves = int(os.environ.get("GROWTH_MOVES", "1000"))
    assert len(levers) > 1
    slow, before = {}, None
    print()
    for lever in levers:
        selector = f"input[data-lever='{lever}']"
        page.evaluate(MOVES, [selector, min(moves, 50)])
        before = before or server.memory()
        times = []
        for _ in range(max(moves // 100, 1)):
            times += page.evaluate(MOVES, [selector, min(moves, 100)])
        times.sort()
        median, late = times[len(times) // 2], times[int(0.95 * len(times))]
        print(f"{lever}: {len(times)} moves, median {median:.1f} ms, 95th percentile {late:.1f} ms")
        if late >= limit:
            slow[lever] = late
    grown = server.memory() - before
    print(f"memory {before:.0f} MiB {grown:+.1f} MiB")
    assert grown < 16, (before, grown)
    assert not slow, slow
    watch.check()


def test_other_sites(server, watched):
    """A page from elsewhere gets no answer."""
    page, _ = watched("")
    page.goto("data:text/html,<title>elsewhere</title>")
    outcome = page.evaluate(
        "url => fetch(url, {mode: 'no-cors'}).then(r => r.type + r.status, () => 'refused')", server.url)
    assert outcome in ("refused", "opaque0"), outcome
    stolen = page.evaluate("url => fetch(url).then(r => r.text(), () => 'refused')", server.url)
    assert stolen == "refused"


def test_end():
    """Ctrl-C ends it at once."""
    server = Server(draws=2000)
    begun = time.monotonic()
    assert server.stop() in (0, 130)
    assert time.monotonic() - begun < 5
