"""Every chart of the book is read at every width: letters of 12 pixels or more, none cut off, none over another."""

import json
import re
from typing import Any

import pytest

import outcomes
from _ext.cells.charts import charts_script
from _ext.cells.figure import drawn_from, figure_html
from chapters import toc
from figures import drawn, texts


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
def every_chart(site, page, charts) -> str:
    """That page with every chart in place of its text."""
    text = (site / page).read_text("utf-8")
    figures = [figure_html(chart, name) for name, chart in charts.items()]
    start = re.search(r"<main[^>]*>", text).end()
    return text[:start] + "".join(figures) + text[text.index("</main>") :]


@pytest.mark.parametrize("width", [360, 1280])
def test_every_chart_is_read_at_every_width(new_reader, page, every_chart, charts, width):
    reader = new_reader(viewport={"width": width, "height": 800})
    reader.context.route(
        "**/" + page,
        lambda route: route.fulfill(body=every_chart, content_type="text/html; charset=utf-8"),
    )
    script = charts_script({name: drawn_from(chart) for name, chart in charts.items()})
    reader.context.route(
        "**/_static/charts/*.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    figures = drawn(reader.open(page))
    assert len(figures) == len(outcomes.CHARTS)
    for name, figure in zip(outcomes.CHARTS, figures, strict=True):
        found = texts(figure)
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
