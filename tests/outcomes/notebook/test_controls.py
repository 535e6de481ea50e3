"""The controls redraw what they say they redraw, and a page gets the figure alone."""

import pytest
from invented import study

from marble_thumb import LEDGER
from outcomes import clopper_pearson, explore, wilson, with_study
from outcomes.chart.choice import METHODS
from outcomes.notebook.controls import ALL, FIGURE, chosen
from small.outcomes.figures.charts.cold_again import cold_again
from small.outcomes.figures.charts.remission import remission
from small.outcomes.figures.endpoints import ENDPOINTS

RATE, AGAIN = "Remission", "Cold again"


@pytest.fixture(autouse=True)
def endpoints(monkeypatch):
    """The controls choose between the endpoints of the small book."""
    monkeypatch.setattr("outcomes.notebook.controls.ENDPOINTS", ENDPOINTS)


@pytest.fixture
def controls():
    return explore(LEDGER, RATE)


def drawn(figure):
    return {
        name: (value, value - down, value + up)
        for trace in figure.data
        if trace.customdata is not None
        for name, value, up, down in zip(
            trace.customdata, trace.x, trace.error_x.array, trace.error_x.arrayminus, strict=True
        )
    }


def test_it_begins_with_the_chart_of_the_chapter(controls):
    assert controls.figure == remission(LEDGER)


def test_what_it_draws_is_what_its_output_shows(controls):
    controls.endpoint.value = AGAIN
    (output,) = controls._output.outputs
    shown = output["data"][FIGURE]["layout"]["meta"]
    assert shown["finding"] == controls.figure.layout.meta["finding"]


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_choice_draws_something_and_together_all(controls, endpoint):
    controls.endpoint.value = endpoint
    everything = set(drawn(controls.figure))
    classes = ENDPOINTS[endpoint].classes.values()
    parts: set[str] = set()
    studies: set[str] = set()
    for choice, _ in controls.shown.options[1:]:
        controls.shown.value = choice
        found = set(drawn(controls.figure))
        assert found
        (parts if choice in classes else studies).update(found)
    assert parts == studies == everything


@pytest.mark.parametrize(("name", "method"), [(name, method) for name, (method, _) in METHODS.items()])
def test_plain_shares_get_the_interval_that_was_chosen(controls, name, method):
    controls.interval.value = name
    for key, (_, low, high) in drawn(controls.figure).items():
        counts = LEDGER.quantities[key].proportion
        if counts is not None:
            assert (low, high) == pytest.approx([100 * end for end in method(*counts)])
    told = controls.figure.layout.meta["table"]["rows"]
    assert {"Clopper-Pearson" in row[-2] for row in told if "computed" in row[-2]} == {
        method is clopper_pearson
    }


def test_no_survival_percentage_and_no_median_gets_a_computed_interval(controls):
    controls.endpoint.value = AGAIN
    before = drawn(controls.figure)
    controls.interval.value = "wilson"
    assert drawn(controls.figure)["moe-pfs24"] == before["moe-pfs24"]
    assert drawn(controls.figure)["poe-relapse"] != before["poe-relapse"]


def test_another_endpoint_keeps_the_study_where_it_has_it(controls):
    controls.shown.value = "Doe 2021"
    controls.endpoint.value = AGAIN
    assert controls.shown.value == ALL
    controls.shown.value = "Poe 2019"
    controls.endpoint.value = RATE
    assert controls.shown.value == "Poe 2019"


def test_an_added_study_can_be_chosen():
    controls = explore(with_study(LEDGER, study()), RATE)
    controls.shown.value = "Added in memory"
    assert set(drawn(controls.figure)) == {"class-2026-orr"}
    controls.interval.value = "wilson"
    low, high = wilson(12, 40)
    assert drawn(controls.figure)["class-2026-orr"] == pytest.approx((30, 100 * low, 100 * high))


def test_too_large_a_smallest_n_leaves_nothing_and_says_so(controls):
    before = controls.figure
    controls.least.value = 10**6
    (output,) = controls._output.outputs
    assert "has no class and no study 'All' that is shown" in output["text"]
    controls.least.value = 0
    assert controls.figure == before


def test_the_order_is_that_of_the_page_within_a_panel(controls):
    controls.order.value = "size"
    sizes = [LEDGER.quantities[name].n for name in drawn(controls.figure)]
    told = [int(row[-4]) for row in controls.figure.layout.meta["table"]["rows"]]
    assert told == sorted(sizes, reverse=True)


def test_a_choice_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="no class and no study 'Nobody 1900'"):
        chosen(LEDGER, RATE, "Nobody 1900")


def test_it_begins_with_the_endpoint_that_is_asked_for():
    assert explore(LEDGER, AGAIN).figure == cold_again(LEDGER)
    with pytest.raises(ValueError, match="not 'Spring'"):
        explore(LEDGER, "Spring")


def test_a_page_without_a_kernel_gets_the_figure_and_who_cannot_draw_it_its_words(controls):
    data, _ = controls._repr_mimebundle_()
    finding = remission(LEDGER).layout.meta["finding"]
    assert data[FIGURE]["layout"]["meta"]["finding"] == finding
    assert finding in data["text/html"]
