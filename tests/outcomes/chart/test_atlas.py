"""All estimates of a ledger as one forest: none is missing, and none shares an axis with what it may not."""

import pytest
from forests import on_the_page

import outcomes
from marble_thumb import LEDGER
from outcomes.atlas import atlas
from outcomes.chart.forest import rows_of
from small.outcomes.figures.endpoints import ENDPOINTS

LEDGERS = {"small": LEDGER, "course": outcomes.ledger()}


@pytest.fixture(params=LEDGERS)
def ledger(request, monkeypatch):
    """Either ledger, with the charts that place its estimates in groups."""
    if request.param == "small":
        monkeypatch.setattr("outcomes.atlas.ENDPOINTS", ENDPOINTS)
    return LEDGERS[request.param]


def axes_with_rows(found):
    return [(axis, list(rows_of({"axes": [axis]}))) for axis in found["axes"]]


def test_every_estimate_is_drawn_or_left_out_with_a_reason(ledger):
    found = atlas(ledger)
    drawn = [row["id"] for row in rows_of(found)]
    left = [each["id"] for some in found["left_out"].values() for each in some]
    assert sorted(drawn + left) == sorted(ledger.estimates)
    for name in left:
        estimate = ledger.estimates[name]
        assert estimate.value is None or estimate.off_charts is not None
    assert all(each["why"] for some in found["left_out"].values() for each in some)


def test_each_is_drawn_at_its_value_and_no_n_nor_interval_is_drawn_that_nobody_gave(ledger):
    for row in rows_of(atlas(ledger)):
        estimate = ledger.estimates[row["id"]]
        assert (row["value"], row["n"], row["events"]) == (estimate.value, estimate.n, estimate.events)
        if estimate.interval is None and estimate.proportion is None and estimate.observed is None:
            assert (row["low"], row["high"], row["bounds"]) == (None, None, "–")


UNITS = {"y": ("months", 12), "months": ("months", 1)}
"""Of which a time is a whole number of months; weeks and days are none."""


def when(estimate):
    """Return a time in months where it is a whole number of them."""
    number, _, unit = (estimate.timepoint or "").partition(" ")
    if unit not in UNITS or not number.isdigit():
        return estimate.timepoint
    name, times = UNITS[unit]
    return f"{int(number) * times} {name}"


def test_the_same_outcome_at_the_same_time_has_one_axis_however_the_time_is_written(ledger):
    found = atlas(ledger)
    drawn = {row["id"]: at for at, axis in enumerate(found["axes"]) for row in rows_of({"axes": [axis]})}
    axes: dict[object, set[int]] = {}
    for name, at in drawn.items():
        estimate = ledger.estimates[name]
        axes.setdefault((estimate.endpoint or estimate.measure, when(estimate), estimate.unit), set()).add(at)
    assert {key: some for key, some in axes.items() if len(some) > 1} == {}


def test_an_axis_has_one_outcome_one_time_and_one_unit_and_room_for_all(ledger):
    for axis, rows in axes_with_rows(atlas(ledger)):
        scale = axis["scale"]
        estimates = [ledger.estimates[row["id"]] for row in rows]
        assert len({(each.endpoint or each.measure, when(each), each.unit) for each in estimates}) == 1
        for row in rows:
            for end in (row["value"], row["low"], row["high"]):
                assert end is None or scale["low"] <= end <= scale["high"], row["id"]


def test_what_a_rule_of_comparison_names_stands_with_others_only_where_a_chart_put_it(ledger):
    for axis in atlas(ledger)["axes"]:
        for group in axis["groups"]:
            rows = list(rows_of({"axes": [{"groups": [group]}]}))
            if "kept apart" in group["name"]:
                assert len(rows) == 1
                assert rows[0]["rules"]


def test_the_page_draws_one_outcome_at_a_time_and_the_one_with_most_results_first(ledger):
    found = atlas(ledger)
    second = found["axes"][1]["measure"]
    first, other = on_the_page([(found, {}), (found, {"endpoint": second})])
    assert [axis["measure"] for axis in first["chosen"]["axes"]] == [found["axes"][0]["measure"]]
    assert [axis["measure"] for axis in other["chosen"]["axes"]] == [second]
