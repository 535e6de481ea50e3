"""The table says what the ledger says, of every estimate, and what each column means."""

import re
import sys

import polars as pl
import pytest
from invented import study

from marble_thumb import LEDGER, cite
from outcomes import clopper_pearson, table, wilson, with_study
from outcomes.model import Estimate
from outcomes.notebook.data_frame import COLUMNS


@pytest.fixture(scope="module")
def frame():
    return table(LEDGER)


def test_has_every_estimate_once_in_the_order_of_the_ledger(frame):
    assert frame["id"].to_list() == list(LEDGER.estimates)


def test_without_polars_the_same_cells_come_as_rows(frame, monkeypatch):
    cells = frame.to_dicts()  # for which polars itself asks for polars
    monkeypatch.setitem(sys.modules, "polars", None)  # as where it is not installed
    assert table(LEDGER) == cells


def test_says_of_each_column_what_it_means():
    assert set(COLUMNS) <= set(re.findall(r"`([a-z_]+)`", table.__doc__))


def test_leaves_out_no_field_of_an_estimate():
    nested = {"interval", "observed", "range"}
    assert set(Estimate.model_fields) - nested <= set(COLUMNS)
    assert all({f"{name}_low", f"{name}_high"} <= set(COLUMNS) for name in nested)


def test_values_and_intervals_are_those_of_the_records(frame):
    for row in frame.iter_rows(named=True):
        estimate = LEDGER.estimates[row["id"]]
        for name in ("value", "events", "n", "unit", "population", "source"):
            assert row[name] == getattr(estimate, name)
        interval = estimate.interval
        assert (row["interval_low"], row["interval_high"], row["interval_level"]) == (
            (None, None, None) if interval is None else (interval.low, interval.high, interval.level)
        )


def test_nought_is_a_finding_and_null_is_none(frame):
    none_responded = frame.filter(pl.col("events") == 0)
    assert none_responded.height > 0
    assert none_responded["value"].to_list() == [0.0] * none_responded.height
    assert frame["events"].null_count() > 0


def test_computed_intervals_are_there_for_plain_shares_only(frame):
    shares = {name for name, estimate in LEDGER.estimates.items() if estimate.proportion is not None}
    assert set(frame.filter(pl.col("exact_low").is_not_null())["id"]) == shares
    row = frame.row(by_predicate=pl.col("id") == "poe-remission", named=True)
    assert (row["exact_low"], row["exact_high"]) == pytest.approx(
        [100 * end for end in clopper_pearson(12, 49)]
    )
    assert (row["wilson_low"], row["wilson_high"]) == pytest.approx([100 * end for end in wilson(12, 49)])


def test_names_the_study_as_a_sentence_does(frame):
    for row in frame.head(20).iter_rows(named=True):
        assert cite(row["id"]).source.startswith(row["study"])


def test_an_added_study_is_in_its_own_table_and_marked(frame):
    mine = table(with_study(LEDGER, study()))
    assert mine.filter(pl.col("added"))["id"].to_list() == ["class-2026-orr"]
    assert mine.height == frame.height + 1
    assert "class-2026-orr" not in table(LEDGER)["id"].to_list()
