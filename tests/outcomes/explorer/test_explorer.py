"""The interval explorer: its counts are the ledger's, its words follow from them, and no count is impossible."""

import json
import re
from html.parser import HTMLParser

import pytest
from every_kind import EVIDENCE
from interval_table import TABLE, rows
from traitlets import TraitError

from marble_thumb import LEDGER
from outcomes import clopper_pearson, interval_explorer, load_ledger, rule_of_three, wilson
from outcomes.explorer.html import described, explorer_html
from small.outcomes.figures import presets


@pytest.fixture(autouse=True)
def small_presets(monkeypatch):
    """The explorer begins with the counts of the small book."""
    for name in ("PRESETS", "START", "METHODS"):
        monkeypatch.setattr(f"outcomes.figures.presets.{name}", getattr(presets, name))


@pytest.fixture
def explorer():
    return interval_explorer(LEDGER)


def preset(**changes):
    usual = {"id": "a", "group": "G", "label": "L", "title": "T", "source": "S", "address": None}
    return {**usual, "events": 1, "n": 4, **changes}


class Names(HTMLParser):
    """Every element of a markup, and the text outside scripts."""

    def __init__(self, markup):
        super().__init__()
        self.found, self.text = [], ""
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)

    def handle_data(self, data):
        self.text += data if self.found[-1] != "script" else ""


def test_the_front_ends_table_is_scipys_and_says_these_words():
    kept, made = json.loads(TABLE.read_text("utf-8")), rows()
    without_ends = [[{**row, "exact": None, "wilson": None} for row in table] for table in (kept, made)]
    assert without_ends[0] == without_ends[1], "out of date: python tests/outcomes/interval_table.py"
    for old, new in zip(kept, made, strict=True):
        # The twelfth digit is another on another machine.
        assert old["exact"] == pytest.approx(new["exact"], abs=1e-11)
        assert old["wilson"] == pytest.approx(new["wilson"], abs=1e-11)


def test_the_tables_intervals_are_those_of_this_package():
    for row in json.loads(TABLE.read_text("utf-8")):
        assert clopper_pearson(row["events"], row["n"]) == pytest.approx(row["exact"], abs=1e-11)
        assert wilson(row["events"], row["n"]) == pytest.approx(row["wilson"], abs=1e-11)


def test_each_choice_is_a_count_of_the_ledger_with_its_study(explorer):
    names = [name for group in presets.PRESETS.values() for name in group]
    assert [each["id"] for each in explorer._presets] == names
    for each in explorer._presets:
        estimate = LEDGER.estimates[each["id"]]
        assert (each["events"], each["n"]) == estimate.proportion
        assert estimate.off_charts is None
        assert LEDGER.sources[estimate.source].short in each["source"]
        assert estimate.source in explorer.source_keys


def test_without_the_preset_to_begin_with_the_first_one_is_drawn(monkeypatch):
    monkeypatch.setattr(
        "outcomes.figures.presets.PRESETS", {"Lung": {"roe-lung": "A registry"}, "All": {"roe-m1": "Both"}}
    )
    assert repr(interval_explorer(load_ledger(EVIDENCE))) == "27 of 30, with its intervals"


def test_without_presets_and_facts_on_methods_it_begins_with_plain_counts(monkeypatch):
    monkeypatch.setattr("outcomes.figures.presets.PRESETS", {})
    explorer = interval_explorer(load_ledger(EVIDENCE))
    assert (explorer.events, explorer.n, explorer.source_keys) == (1, 10, [])
    assert "1 of 10 is 10.0%" in explorer.markup


def test_a_notebook_gets_the_figure_and_a_page_the_data_for_its_own(explorer):
    data, _ = explorer._repr_mimebundle_()
    assert data["application/vnd.course.explorer+json"]["counts"] == [12, 49]
    assert data["text/plain"] == "12 of 49, with its intervals"
    assert "24.5%" in explorer.markup


class TestCounts:
    def test_python_sets_them(self):
        explorer = interval_explorer(LEDGER)
        explorer.n, explorer.events = 100, 25
        assert (explorer.events, explorer.n) == (25, 100)

    def test_fewer_patients_take_their_events_with_them(self):
        explorer = interval_explorer(LEDGER)
        explorer.n = 5
        assert (explorer.events, explorer.n) == (5, 5)

    @pytest.mark.parametrize(("name", "value"), [("n", 0), ("n", 501), ("events", -1), ("events", 50)])
    def test_impossible_ones_are_refused_with_what_is_possible(self, name, value):
        explorer = interval_explorer(LEDGER)
        with pytest.raises(TraitError, match=r"to 500, not|to n, which is 49, not"):
            setattr(explorer, name, value)
        assert (explorer.events, explorer.n) == (12, 49)


class TestWords:
    def test_none_of_52_says_the_rule_of_three(self):
        assert described(0, 52)["three"][0] == (0, rule_of_three(52))
        assert "here 5.8%" in described(0, 52)["said"]

    @pytest.mark.parametrize("n", [1, 2, 3])
    def test_of_three_patients_the_rule_says_nothing(self, n):
        assert rule_of_three(n) is None
        assert described(0, n)["three"] is None

    def test_nobody_is_refused(self):
        with pytest.raises(ValueError, match="got 0"):
            rule_of_three(0)

    def test_the_exact_one_sided_limit_is_near_the_rule_from_30_patients_on(self):
        for n in range(30, 501):
            assert clopper_pearson(0, n, level=90).high == pytest.approx(rule_of_three(n), rel=0.06)


class TestMarkup:
    def test_texts_are_text_whatever_they_hold(self):
        bad = '</script><img src=x onerror="1">&'
        each = preset(label=bad, title=bad, source=bad, group=bad, address='"><b>')
        markup = explorer_html([each], "a", sources=bad)
        names = Names(markup)
        assert "img" not in names.found
        assert "b" not in names.found
        assert bad in names.text
        kept = json.loads(re.search(r"<script[^>]*>(.*?)</script>", markup)[1])
        assert kept[0]["title"] == bad

    def test_counts_of_ones_own_are_shown_as_such(self):
        markup = explorer_html([preset()], "a", sources="S", counts=(2, 4))
        assert '<option value="">Your own numbers</option>' in markup
        assert "selected" not in markup
        assert "2 of 4 is 50.0%" in markup
