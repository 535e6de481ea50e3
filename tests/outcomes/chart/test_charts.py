"""The charts of the small book, and how any book offers its own."""

import re
from pathlib import Path

import pytest
from every_chart import EveryChart

import outcomes
from marble_thumb import LEDGER
from small.outcomes.figures.charts.cold_again import cold_again
from small.outcomes.figures.charts.remission import remission

ROOT = Path(__file__).parents[3]


class TestEveryChartOfTheSmallBook(EveryChart):
    @pytest.fixture(params=[remission, cold_again], ids=lambda chart: chart.__name__)
    def figure(self, request):
        return request.param(LEDGER)

    @pytest.fixture
    def form(self):
        return "rows"

    @pytest.fixture
    def records(self):
        return LEDGER

    @pytest.fixture
    def names(self):
        return re.compile(r"(?!)")  # none


def test_every_chart_is_offered_under_its_name():
    assert {*outcomes.CHARTS} <= {*dir(outcomes)}
    assert all(getattr(outcomes, name).__name__ == name for name in outcomes.CHARTS)


def test_no_chart_writes_a_color_of_its_own():
    for path in [
        *(ROOT / "outcomes" / "chart").glob("*.py"),
        *(ROOT / "outcomes" / "figures" / "charts").glob("*.py"),
    ]:
        if path.name != "theme.py":
            assert not re.findall(r"#[0-9A-Fa-f]{6}|rgba?\(", path.read_text()), path.name
