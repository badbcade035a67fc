"""What is looked at on every page."""

from axe_playwright_python.sync_playwright import Axe

# Parts of pictures: where they are, and whether they can be seen.
CHARTS = """() => [...document.querySelectorAll('svg[role=img]')].map(svg => {
  const box = svg.getBoundingClientRect();
  return {
    width: box.width, height: box.height, left: box.left, right: box.right,
    marks: svg.querySelectorAll('rect, path, polyline, polygon, circle, line').length,
    name: svg.querySelector('title')?.textContent ?? svg.getAttribute('aria-label') ?? '',
    description: svg.querySelector('desc')?.textContent ?? '',
    visible: svg.checkVisibility(),
  };
})"""

# Words of pictures that stand out of their picture, or across one another.
COLLISIONS = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
  const name = svg.querySelector('title')?.textContent ?? '';
  const frame = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    return { text: text.textContent, box };
  }).filter(({ box }) => box.width > 0);
  const found = [];
  for (const { text, box } of words) {
    if (box.left < frame.left - 1 || box.right > frame.right + 1
        || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
      found.push(`${name}: "${text}" is cut`);
    }
  }
  for (let i = 0; i < words.length; i++) for (let j = 0; j < i; j++) {
    const [a, b] = [words[i].box, words[j].box];
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 2 && down > 0.35 * Math.min(a.height, b.height)) {
      found.push(`${name}: "${words[i].text}" lies on "${words[j].text}"`);
    }
  }
  return found;
})"""


def check_charts(page, least):
    """At least so many pictures are there, within the width of the page, with their meaning in words."""
    charts = [chart for chart in page.evaluate(CHARTS) if chart["visible"]]
    assert len(charts) >= least, [chart["name"] for chart in charts]
    width = page.evaluate("document.documentElement.clientWidth")
    for chart in charts:
        assert chart["width"] > 100 and chart["height"] > 20 and chart["marks"] > 1, chart
        assert chart["left"] >= -1 and chart["right"] <= width + 1, chart
        assert chart["name"] and chart["description"], chart


def check_words(page):
    """No words of a picture are cut or lie on others."""
    collisions = page.evaluate(COLLISIONS)
    assert not collisions, "\n".join(collisions)


def check_width(page):
    """Nothing makes the reader scroll sideways."""
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")


def check_accessible(page):
    """The rules of axe: contrast, names, labels, landmarks, the order of headings."""
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def check_focus(page, most=400):
    """The tabulator key goes through the page from top to bottom, and shows where it is."""
    reachable = page.evaluate("""() => {
      const all = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]')];
      return all.filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility()).length;
    }""")
    page.evaluate("document.activeElement?.blur(); window.scrollTo(0, 0)")
    seen = []
    for _ in range(min(reachable, most)):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("""() => {
          const e = document.activeElement, style = getComputedStyle(e);
          const all = [...document.querySelectorAll('*')];
          return {
            index: all.indexOf(e), name: e.tagName + '#' + e.id,
            shown: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
          };
        }"""))
    order = [step["index"] for step in seen]
    assert order == sorted(order), seen
    hidden = [step["name"] for step in seen if not step["shown"]]
    assert not hidden, hidden
    return seen
