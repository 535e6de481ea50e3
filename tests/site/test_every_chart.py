"""Every chart of the book is read at every width: letters of 12 pixels or more, none cut off, none over another."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

import outcomes
from _ext.cells.figure import figure_html
from build import ROOT
from chapters import toc
from figures import POINTS, texts
from outcomes.chart.theme import NOTEBOOK_ONLY


@pytest.fixture(scope="module")
def page(site) -> str:
    """A page with a chart, as it is addressed."""
    names = [f"{name}.html" for name in toc()]
    return next(name for name in names if 'class="chart' in (site / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def charts() -> dict[str, dict[str, Any]]:
    """Every chart there is, by its name."""
    return {
        name: json.loads(getattr(outcomes, name)(outcomes.ledger()).to_json()) for name in outcomes.CHARTS
    }


@pytest.fixture(scope="module")
def in_words(charts) -> list[str]:
    """The charts with words in their picture; panels that are seen one at a time have theirs beside it."""
    return [name for name, chart in charts.items() if not chart["layout"]["meta"]["one_at_a_time"]]


@pytest.fixture(scope="module")
def every_chart(site, page, charts) -> str:
    """That page with every chart in place of its text, under the sheets that stand in it."""
    text = (site / page).read_text("utf-8")
    figures = [figure_html(chart, name) for name, chart in charts.items()]
    start, end = re.search(r"<main[^>]*>", text).end(), text.index("</main>")
    sheets = re.findall(r'<link rel="stylesheet"[^>]*>', text[start:end])
    return text[:start] + "".join([*sheets, *figures]) + text[end:]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_words_of_every_chart_are_read_at_every_width(new_reader, page, every_chart, in_words, width):
    reader = new_reader(viewport={"width": width, "height": 800})
    reader.context.route(
        "**/" + page,
        lambda route: route.fulfill(body=every_chart, content_type="text/html; charset=utf-8"),
    )
    opened = reader.open(page)
    for name, chart in zip(in_words, opened.locator("figure.chart:has(.drawing)").all(), strict=True):
        found = texts(chart)
        for text in found:
            assert text["size"] >= 12, (name, text["words"])
            assert text["left"] >= -1, (name, text["words"])
            assert text["top"] >= -1, (name, text["words"])
            assert text["right"] <= text["wide"] + 1, (name, text["words"])
            assert text["bottom"] <= text["high"] + 1, (name, text["words"])
        for place, one in enumerate(found):
            for other in found[place + 1 :]:
                across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                assert across <= 1 or down <= 3, (name, one["words"], other["words"])


def test_of_the_panels_that_are_seen_one_at_a_time_a_reader_sees_the_one_that_is_chosen(
    new_reader, page, every_chart, charts
):
    reader = new_reader(java_script_enabled=False, viewport={"width": 360, "height": 800})
    reader.context.route(
        "**/" + page,
        lambda route: route.fulfill(body=every_chart, content_type="text/html; charset=utf-8"),
    )
    opened = reader.open(page)
    name, panels = next(
        (name, chart["layout"]["meta"]["one_at_a_time"])
        for name, chart in charts.items()
        if chart["layout"]["meta"]["one_at_a_time"]
    )
    figure = opened.locator(f"#{name}")
    for label, said in panels:
        figure.get_by_label(label).check()
        expect(figure.locator(".one:visible")).to_have_text(f"{label}: {said}")
        filled = figure.locator(".one:visible .picture :is(path, circle):not(.hollow *, .hollow)")
        assert filled.count() == int(said.partition(" of 100")[0])
    opened.emulate_media(media="print")
    expect(figure.locator(".one:visible")).to_have_count(len(panels))


# Where the marks are, and where each text begins and ends, within the drawing [px].
PLACES = r"""drawing => {
  const frame = drawing.getBoundingClientRect();
  const middle = (one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return [(left + right) / 2 - frame.left, (top + bottom) / 2 - frame.top];
  };
  const seen = (where) => [...drawing.querySelectorAll(where)].filter((one) => one.checkVisibility());
  const said = (one) => one.textContent.replace(/\s+/g, ' ').trim();
  return {
    marks: seen('.picture :is(circle, path), .by-plotly .point').map(middle),
    texts: seen('.picture text, .by-plotly .main-svg text').filter(said).map((one) => [said(one), ...middle(one)]),
  };
}"""


def unmatched(ours: list[list], theirs: list[list], *, within: float) -> list[list]:
    """Return what only one of two drawings has, or has elsewhere [px]: a mark, or a text with its middle."""
    left = list(theirs)
    alone = []
    for one in ours:
        same = (
            each for each in left if each == [*one[:-2], *(pytest.approx(at, abs=within) for at in one[-2:])]
        )
        found = next(same, None)
        if found is None:
            alone.append(one)
        else:
            left.remove(found)
    return alone + left


PLOTLY = ROOT / "node_modules" / "plotly.js-basic-dist-min" / "plotly-basic.min.js"
# plotly draws a chart in the place of its picture, without what the page says around it.
BY_PLOTLY = """async (drawing, { data, layout }) => {
  drawing.querySelectorAll('.picture').forEach((one) => one.remove());
  const { clientWidth: width, clientHeight: height } = drawing;
  if (getComputedStyle(drawing).getPropertyValue('--layout').trim() === 'narrow') {
    for (const [path, value] of Object.entries(layout.meta.narrow)) {
      const keys = path.split(/[.[\\]]+/).filter(Boolean);
      const last = keys.pop();
      keys.reduce((part, key) => part[key], layout)[last] = value;
    }
  }
  const place = drawing.appendChild(document.createElement('div'));
  place.className = 'by-plotly';
  await Plotly.newPlot(place, data, { ...layout, width, height }, { displayModeBar: false });
}"""


def without_words(chart: dict[str, Any]) -> dict[str, Any]:
    """Return what plotly draws of a chart inside its frame on a page."""
    layout = {
        name: part for name, part in chart["layout"].items() if name not in ("title", "height", "modebar")
    }
    notes = [note for note in layout.get("annotations", ()) if note.get("name") != NOTEBOOK_ONLY]
    return {
        "data": chart["data"],
        "layout": json.loads(
            json.dumps({**layout, "annotations": notes, "margin": layout["meta"]["margin"]})
        ),
    }


@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_shows_each_mark_and_word_where_plotly_draws_it(
    new_reader, page, every_chart, charts, width
):
    reader = new_reader(viewport={"width": width, "height": 800}, bypass_csp=True)
    reader.context.route(
        "**/" + page,
        lambda route: route.fulfill(body=every_chart, content_type="text/html; charset=utf-8"),
    )
    opened = reader.open(page)
    opened.add_script_tag(path=PLOTLY)
    drawings = opened.locator(f"{POINTS} > .drawing").all()
    assert drawings
    for drawing in drawings:
        name = drawing.evaluate("one => one.parentElement.id")
        ours = drawing.evaluate(PLACES)
        drawing.evaluate(BY_PLOTLY, without_words(charts[name]))
        theirs = drawing.evaluate(PLACES)
        assert unmatched(ours["marks"], theirs["marks"], within=1.5) == [], name
        assert unmatched(ours["texts"], theirs["texts"], within=4) == [], name
