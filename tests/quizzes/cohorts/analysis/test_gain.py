"""Gain from one test to the other, as published, with an interval that claims no more than there is."""

import statistics
from typing import Any

import polars as pl
import pytest
from class_room import scored
from scipy import stats
from score_tables import Scores, asked_of, made_up

from quizzes.cohorts.analysis.gain import gain


def both_tests(before: Scores, after: Scores) -> pl.DataFrame:
    objective = pl.lit("chapter/it").cast(pl.Categorical())
    return pl.concat(
        [scored(before, "index", objective=objective), scored(after, "final-test", objective=objective)]
    )


def test_gain_is_the_paired_difference_with_the_interval_of_the_paired_t_test():
    before, after = made_up(40, 5), {name: row[::-1] for name, row in made_up(40, 4, partial=True).items()}
    table = both_tests(before, after)
    row = gain(table, asked_of(table), before="index", after="final-test").row(0, named=True)
    means = [[statistics.fmean(scores) for scores in test.values()] for test in (after, before)]
    second = stats.ttest_rel(*means).confidence_interval(0.95)
    assert row["objective"] is None
    assert row["students"] == 40
    assert (row["low"], row["high"]) == pytest.approx((second.low, second.high))
    assert row["gain"] == pytest.approx(statistics.fmean(means[0]) - statistics.fmean(means[1]))


def one_question(pairs: str) -> dict[str, Any]:
    """Return the gain of an objective with a question in each test: "01" is wrong before and right after."""
    before, after = (
        {f"s{at}": [int(pair[side])] for at, pair in enumerate(pairs.split())} for side in (0, 1)
    )
    table = both_tests(before, after)
    return gain(table, asked_of(table), before="index", after="final-test").row(-1, named=True)


def test_with_one_question_in_each_test_the_interval_is_newcombes():
    row = one_question("11 " * 18 + "01 " * 12 + "10 " * 2 + "00 " * 18)
    assert (row["gain"], row["low"], row["high"]) == pytest.approx((0.2, 0.0562, 0.3290), abs=5e-5)


@pytest.mark.parametrize(
    ("pairs", "gained"), [("01 " * 7, 1), ("11 " * 7, 0), ("01 " * 6 + "11", 6 / 7), ("10 01", 0)]
)
def test_no_interval_of_a_gain_goes_past_all_there_is_or_says_that_few_are_certain(pairs, gained):
    row = one_question(pairs)
    assert row["gain"] == pytest.approx(gained)
    assert -1 <= row["low"] < row["high"] <= 1
    assert row["high"] - row["low"] > 0.3


def test_with_parts_of_points_the_interval_is_cut_at_what_can_be_gained():
    table = both_tests({"A": [0, 0], "B": [0, 1]}, {"A": [1, 1], "B": [0, 1]})
    row = gain(table, asked_of(table), before="index", after="final-test").row(0, named=True)
    # Gains of 1 and 0: 0.5 with a standard error of 0.5, and t of 1 degree of freedom is 12.7.
    assert (row["gain"], row["low"], row["high"]) == (0.5, -1, 1)


def test_parts_of_points_that_all_gained_alike_have_no_interval():
    table = both_tests({"A": [0, 1], "B": [0, 1]}, {"A": [1, 1], "B": [1, 1]})
    row = gain(table, asked_of(table), before="index", after="final-test").row(0, named=True)
    assert (row["gain"], row["low"], row["high"]) == (0.5, None, None)


def test_normalized_gain_is_the_share_of_what_was_left_to_gain():
    # Class average normalized gain of BMC Med Educ 2021;21:210, table 1: before 4.92 of 20, 11.1 more after: 0.73-0.74
    table = both_tests({"A": [4.92 / 20]}, {"A": [16.02 / 20]})
    row = gain(table, asked_of(table), before="index", after="final-test").row(0, named=True)
    assert row["normalized"] == pytest.approx(11.1 / 15.08)
    assert row["low"] is None


def test_gain_counts_only_students_who_took_both_and_objectives_that_both_ask():
    table = both_tests({"A": [0], "B": [0]}, {"B": [1], "C": [1]})
    other = scored({"B": [0]}, "final-test").with_columns(item=pl.lit("final-test-9").cast(pl.Categorical()))
    table = pl.concat([table, other])
    found = gain(table, asked_of(table), before="index", after="final-test")
    assert found.select("objective", "students", "gain").rows() == [(None, 1, 1.0), ("chapter/it", 1, 1.0)]


def test_nothing_left_to_gain_is_no_division_by_nothing():
    table = both_tests({"A": [1], "B": [1]}, {"A": [1], "B": [0]})
    row = gain(table, asked_of(table), before="index", after="final-test").row(0, named=True)
    assert (row["normalized"], row["gain"]) == (None, -0.5)
