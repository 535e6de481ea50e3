"""A study added in memory stands in the forest of responses, apart, and in no other chart of this course."""

import pytest
from charts import chart
from invented import study

import outcomes
from outcomes import ledger, response_by_class, with_study


def test_the_forest_is_redrawn_with_it_in_a_panel_of_its_own():
    figure = response_by_class(with_study(ledger(), study()))
    assert figure.data[0].customdata == ("class-2026-orr",)
    assert figure.data[0].x == (30.0,)
    meta = figure.layout.meta
    assert meta["table"]["rows"][0][1:4] == ["Invented drug", "30%", "12 of 40"]
    assert meta["table"]["rows"][0][5] == "17-47%"  # Clopper-Pearson: 16.56 to 46.53
    assert ["orange", "diamond", "Added in memory, not of the ledger"] in meta["legend"]
    assert "The class 2026" in meta["sources"]
    titles = [axis.title.text for axis in figure.select_xaxes()]
    assert "Added in memory" in titles[0]
    assert "Checkpoint inhibitor, independent review" in titles[1].replace("</b><br><b>", " ")


def test_what_is_no_response_rate_is_not_drawn_among_them():
    other = study(
        id="class-2026-os", measure="overall survival", endpoint="overall survival", events=None, n=None
    )
    del other["estimates"][0]["events"], other["estimates"][0]["n"]
    with_it = response_by_class(with_study(ledger(), other))
    assert with_it.data == response_by_class(ledger()).data


@pytest.mark.parametrize("name", sorted({*outcomes.CHARTS} - {"response_by_class"}))
def test_every_other_chart_is_as_before(name):
    assert getattr(outcomes, name)(with_study(ledger(), study())) == chart(name)
