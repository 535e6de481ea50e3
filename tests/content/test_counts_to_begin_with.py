"""What the interval explorer of this course begins with."""

import pytest

from outcomes import interval_explorer, ledger
from outcomes.figures.presets import PRESETS


@pytest.fixture(scope="module")
def explorer():
    return interval_explorer(ledger())


def test_each_choice_is_a_count_of_the_ledger(explorer):
    assert [each["id"] for each in explorer._presets] == [
        name for group in PRESETS.values() for name in group
    ]
    for each in explorer._presets:
        assert (each["events"], each["n"]) == ledger().estimates[each["id"]].proportion


def test_there_is_a_small_series_in_which_nobody_had_the_event(explorer):
    assert any(each["events"] == 0 and each["n"] < 30 for each in explorer._presets)


def test_its_page_begins_with_the_label_of_atezolizumab_and_names_the_sources_of_its_methods(site):
    page = (site / "book" / "reading-the-evidence.html").read_text("utf-8")
    assert page.count(' data-events="12" data-n="49">') == 1
    assert "jupyter.widget" not in page
    assert "Jovanovic BD, Levy PS" in page
    for asset in ("_static/explorer.js", "_static/explorer.css"):
        assert f"../{asset}" in page
        assert asset not in (site / "book" / "about.html").read_text("utf-8")
