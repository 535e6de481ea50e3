"""What the charts of this course have to show, and what they must not set side by side."""

import math
import re

import pytest
from charts import axes, chart, headings
from every_chart import EveryChart

import outcomes
from outcomes import ledger, metastatic_at_presentation, of_one_hundred, survival_by_stage

FORMS = {
    "answer_beside_studies": "without bars",
    "of_one_hundred": "icons",
    "patients_of_one_trial": "people",
    "long_curve": "curves",
    "left_at_five_years": "curves",
}


class TestEveryChartOfThisCourse(EveryChart):
    @pytest.fixture(params=outcomes.CHARTS)
    def name(self, request):
        return request.param

    @pytest.fixture
    def figure(self, name):
        return chart(name)

    @pytest.fixture
    def form(self, name):
        return FORMS.get(name, "rows")

    @pytest.fixture
    def records(self):
        return ledger()

    @pytest.fixture
    def names(self):
        return re.compile(r"\b(PD-L?1|TQB2450|ALTER0203|CD8|clone 73-10|T1|[IVX]+|R[012])\b")


def test_every_series_that_tells_how_many_are_metastatic_at_presentation_is_drawn():
    figure = metastatic_at_presentation(ledger())
    drawn = {key for trace in figure.data for key in trace.customdata or ()}
    assert drawn == {key for key in ledger().estimates if key.startswith("m1-")}
    assert len(figure.layout.meta["source_keys"]) == 18


def test_a_survival_percentage_gets_no_interval_from_its_n():
    figure = survival_by_stage(ledger())
    with_interval = [row[1] for row in figure.layout.meta["table"]["rows"] if row[-3] != "–"]
    assert with_interval == ["Registry, US 2000-2020"]


def test_each_endpoint_has_an_axis_of_its_own():
    layout = survival_by_stage(ledger()).to_dict()["layout"]
    titles = [axis["title"]["text"] for name, axis in layout.items() if name.startswith("xaxis")]
    assert len(titles) == len(set(titles)) == 7
    assert all(axis["showticklabels"] for name, axis in layout.items() if name.startswith("xaxis"))


def test_whose_primary_was_resected_is_never_drawn_among_all_with_metastases():
    figure = survival_by_stage(ledger())
    measured = headings(figure)
    for trace in figure.data:
        for key in trace.customdata or ():
            estimate = ledger().estimates[key]
            apart = "resection" in measured["xaxis" + trace.xaxis.removeprefix("x")]
            assert apart == ("primary" in f"{estimate.measure} {estimate.population}"), key


def test_local_relapse_by_margin_gives_every_margin_that_was_counted():
    figure = outcomes.local_relapse_by_margin(ledger())
    drawn = {key for trace in figure.data for key in trace.customdata or ()}
    assert {key for key in ledger().estimates if key.startswith("ogose-lr-")} <= drawn


def test_pd_l1_is_drawn_from_both_laboratories_and_never_pooled():
    figure = outcomes.pd_l1_by_assay(ledger())
    by_color = {trace.marker.color: set(trace.customdata) for trace in figure.data if trace.customdata}
    assert len(by_color) == 2
    rows = [row for row in figure.layout.meta["table"]["rows"] if row[0].startswith("PD-L1")]
    assert [row[3] for row in rows] == ["10 of 47", "9 of 10", "6 of 6"]


def test_times_in_months_and_in_years_stand_under_each_other():
    scales = list(axes(outcomes.time_to_metastasis(ledger())).values())[:3]
    months, _, years = scales
    assert months["ticktext"] == years["ticktext"]
    assert [tick / 12 for tick in months["tickvals"]] == list(years["tickvals"])
    assert [end / 12 for end in months["range"]] == list(years["range"])


def test_a_hundred_people_are_a_hundred_in_every_series():
    figure = of_one_hundred(ledger())
    people = [len(trace.x) for trace in figure.data]
    assert [filled + hollow for filled, hollow in zip(people[::2], people[1::2], strict=True)] == [100] * 6
    for filled in figure.data[
        ::2
    ]:  # from the top left on, never scattered: scattering makes a risk look larger
        assert [10 * y + x for x, y in zip(filled.x, filled.y, strict=True)] == list(range(len(filled.x)))


def test_points_are_joined_within_one_series_only():
    figure = outcomes.long_curve(ledger())
    for trace in figure.data:
        assert trace.line.shape == "linear"
        assert len({ledger().quantities[key].source for key in trace.customdata}) == 1
        assert list(trace.x) == sorted(trace.x)
        for key, year in zip(trace.customdata, trace.x, strict=True):
            assert ledger().quantities[key].measure.startswith(f"{year}-year")


def test_each_patient_of_the_trial_is_drawn_once():
    trial = outcomes.patients_of_one_trial(ledger())
    counts = {trace.name: len(trace.x) for trace in trial.data}
    assert counts == {key: ledger().estimates[key].events for key in counts}
    assert sum(counts.values()) == ledger().estimates["atezo-orr"].n


def test_who_was_left_is_the_number_of_the_ledger_or_said_not_to_be_printed():
    notes = outcomes.left_at_five_years(ledger()).layout.annotations
    left: dict[float, list[str]] = {}
    for note in notes:
        if note.yref == "y domain" and note.y == 0 and note.xref == "x":
            left.setdefault(note.yshift, []).append(note.text)
    localized, metastatic = left.values()
    # Seven were at risk at the death, before the fifth year: how many were left at five years nobody knows.
    assert localized == [str(ledger().quantities["fuji-left5-loc"].n), *"–––––"]
    assert metastatic == [str(ledger().quantities["fuji-dss5-met"].n), *"–––––"]


def test_a_hazard_ratio_stands_where_its_logarithm_says():
    axis = outcomes.randomized_contrasts(ledger()).layout.xaxis2
    assert axis.type == "log"
    assert list(axis.range) == pytest.approx([math.log10(0.09), math.log10(11)])
