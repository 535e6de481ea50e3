"""Charts say what the ledger says, in trace types that the page's bundle can draw."""

import re
from pathlib import Path

import pytest

from outcomes import clopper_pearson, ledger, metastatic_at_presentation, metastatic_sites, survival_by_stage

ROOT = Path(__file__).parents[2]
CHARTS = pytest.mark.parametrize("chart", [metastatic_at_presentation, survival_by_stage, metastatic_sites])
BASIC_BUNDLE = {
    "scatter",
    "bar",
    "pie",
}  # the distribution's own README; anything else is drawn as scatter in silence


def _bars(trace):
    return zip(trace.error_x.array, trace.error_x.arrayminus, strict=True)


@CHARTS
class TestEveryChart:
    def test_uses_only_traces_of_the_basic_bundle(self, chart):
        assert {trace.type for trace in chart(ledger()).data} <= BASIC_BUNDLE

    def test_draws_each_estimate_at_its_value_and_no_other(self, chart):
        figure = chart(ledger())
        drawn = sorted(value for trace in figure.data for value in trace.x)
        told = sorted(
            float(re.match(r"[\d.]+", row[-6])[0]) for row in figure.layout.meta["table"]["rows"]
        )  # Value is the sixth column from the end
        assert drawn == told

    def test_draws_an_interval_only_where_it_tells_one(self, chart):
        figure = chart(ledger())
        bars = [bar for trace in figure.data for bar in _bars(trace)]
        lines = sum(up > 0 or down > 0 for up, down in bars)
        told = [row for row in figure.layout.meta["table"]["rows"] if row[-3] != "–"]
        assert lines == len(told)

    def test_never_cuts_the_axis_of_a_proportion(self, chart):
        for name, axis in chart(ledger()).to_dict()["layout"].items():
            if name.startswith("xaxis"):
                assert axis["range"][0] == 0
                assert axis["range"][1] >= 100

    def test_keeps_what_the_ledger_keeps_off_charts_off(self, chart):
        keys = chart(ledger()).layout.meta["source_keys"]
        assert "sarcoma-2012-907179" not in keys

    def test_has_a_finding_a_summary_and_a_caption_with_its_sources(self, chart):
        meta = chart(ledger()).layout.meta
        assert all(meta[part] for part in ("finding", "summary", "caption"))
        for key in meta["source_keys"]:
            assert ledger().sources[key].short in meta["caption"]


def test_ten_series_tell_how_many_are_metastatic_at_presentation():
    assert len(metastatic_at_presentation(ledger()).layout.meta["source_keys"]) == 10


def test_a_survival_percentage_gets_no_interval_from_its_n():
    figure = survival_by_stage(ledger())
    with_interval = [row[1] for row in figure.layout.meta["table"]["rows"] if row[-3] != "–"]
    assert with_interval == ["Metastatic, US registry 2000-2020"]


def test_each_endpoint_has_an_axis_of_its_own():
    layout = survival_by_stage(ledger()).to_dict()["layout"]
    titles = [axis["title"]["text"] for name, axis in layout.items() if name.startswith("xaxis")]
    assert len(titles) == len(set(titles)) == 4


def test_an_interval_computed_from_counts_is_the_exact_one():
    low, high = clopper_pearson(86, 120)
    row = next(
        r for r in metastatic_at_presentation(ledger()).layout.meta["table"]["rows"] if "Fujiwara" in r[-1]
    )
    assert row[-3] == f"{100 * low:.0f}-{100 * high:.0f}%" == "63-80%"


def test_no_chart_writes_a_colour_of_its_own():
    for path in (ROOT / "outcomes" / "charts").glob("*.py"):
        if path.name != "theme.py":
            assert not re.findall(r"#[0-9A-Fa-f]{6}|rgba?\(", path.read_text()), path.name
