"""A picture of a chart is made from what plotly draws, or refused: nothing of a figure is left out in silence."""

import json
import re

import pytest

from marble_thumb import LEDGER
from outcomes.chart import theme
from outcomes.chart.panels import draw
from outcomes.chart.picture import panel, picture
from outcomes.chart.rows import Panel, Row

WORDS = theme.Words(
    finding="Thumbs", summary="Four.", columns=("Row",), rows=[("A",)], caption="", source_keys=[]
)


@pytest.fixture
def figure():
    rows = [Row.of(LEDGER, name, theme.LOCALIZED) for name in ("doe-remission", "roe-remission")]
    return json.loads(draw([Panel("Remission", rows)], WORDS).to_json())


def test_each_layout_has_the_height_that_is_kept_free_for_it(figure):
    heights = figure["layout"]["meta"]["heights"]
    for layout in ("wide", "narrow"):
        assert f'height="{heights[layout]}"' in picture(figure, layout)


def test_a_narrow_page_has_the_labels_from_the_left_edge_and_a_wide_one_before_its_rows(figure):
    label = figure["layout"]["annotations"][0]["text"]
    for layout, anchor in (("wide", "end"), ("narrow", "start")):
        text = next(text for text in re.findall("<text.*?</text>", picture(figure, layout)) if label in text)
        assert f'text-anchor="{anchor}"' in text


def test_what_a_label_says_is_text(figure):
    figure["layout"]["annotations"][0]["text"] = "<script>alert(1)</script> & <b>"
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;" in picture(figure, "wide")


def test_a_trace_of_another_type_and_an_unknown_mark_are_refused(figure):
    figure["data"][0]["type"] = "bar"
    with pytest.raises(ValueError, match="no way to draw a trace of type 'bar'"):
        picture(figure, "wide")
    figure["data"][0] |= {"type": "scatter", "marker": {**figure["data"][0]["marker"], "symbol": "hexagon"}}
    with pytest.raises(ValueError, match="no way to draw the mark 'hexagon'"):
        picture(figure, "wide")


def test_a_panel_alone_is_a_square_with_its_own_marks_and_no_others():
    panels = [
        Panel("Remission", [Row.of(LEDGER, name, theme.LOCALIZED) for name in names])
        for names in (["doe-remission"], ["roe-remission", "poe-remission"])
    ]
    drawn = json.loads(draw(panels, WORDS).to_json())
    for number, marks in ((1, 1), (2, 2)):
        alone = panel(drawn, number, 230)
        assert alone.count("<circle") == marks
        assert 'height="230"' in alone
        assert "<text" not in alone
