"""Every chart of the book is read at every width: letters of 12 pixels or more, none cut off, none over another."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

import outcomes
from _ext.cells.charts import charts_script
from _ext.cells.figure import drawn_from, figure_html
from chapters import toc
from figures import PLOTTED, drawn, texts


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
    """That page with every chart in place of its text."""
    text = (site / page).read_text("utf-8")
    figures = [figure_html(chart, name) for name, chart in charts.items()]
    start = re.search(r"<main[^>]*>", text).end()
    return text[:start] + "".join(figures) + text[text.index("</main>") :]


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
    marks: seen('.picture :is(circle, path), .live .point').map(middle),
    texts: seen('.picture text, .live .main-svg text').filter(said).map((one) => [said(one), ...middle(one)]),
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


@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_shows_each_mark_and_word_where_plotly_draws_it(
    new_reader, page, every_chart, charts, width
):
    reader = new_reader(viewport={"width": width, "height": 800})
    reader.context.route(
        "**/" + page,
        lambda route: route.fulfill(body=every_chart, content_type="text/html; charset=utf-8"),
    )
    plotted = [
        name
        for name, chart in charts.items()
        if "forest" not in chart["layout"]["meta"]
        and any(trace.get("hoverinfo") != "skip" for trace in chart["data"])
    ]
    script = charts_script({name: drawn_from(chart) for name, chart in charts.items()})
    reader.context.route(
        "**/_static/charts/*.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    opened = reader.open(page)
    pictures = [one.evaluate(PLACES) for one in opened.locator(f"{PLOTTED} .drawing").all()]
    by_plotly = [chart.locator(".drawing").evaluate(PLACES) for chart in drawn(opened)]
    for name, ours, theirs in zip(plotted, pictures, by_plotly, strict=True):
        assert unmatched(ours["marks"], theirs["marks"], within=1.5) == [], name
        assert unmatched(ours["texts"], theirs["texts"], within=4) == [], name
