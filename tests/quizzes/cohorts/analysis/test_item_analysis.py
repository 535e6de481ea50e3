"""Facility and discrimination of questions give what books print, and what a second implementation gives."""

import math
import statistics
from typing import Any

import polars as pl
import pytest
from class_room import scored
from scipy import stats
from score_tables import MATRIX, Scores, asked_of, made_up

from quizzes.cohorts.analysis.item_analysis import items


def analyzed(table: pl.DataFrame) -> dict[str, dict[str, Any]]:
    return {row["item"]: row for row in items(table, asked_of(table)).iter_rows(named=True)}


def test_facility_is_the_share_of_right_answers_as_printed():
    printed = [0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6]
    found = analyzed(scored(MATRIX))
    assert [found[f"test-{at}"]["facility"] for at in range(1, 11)] == pytest.approx(printed)


@pytest.mark.parametrize(
    "rows", [MATRIX, made_up(50, 6), made_up(50, 6, partial=True)], ids=["printed", "0/1", "partial"]
)
def test_discrimination_is_the_correlation_with_the_other_questions(rows):
    found = analyzed(scored(rows))
    for at in range(len(next(iter(rows.values())))):
        own = [row[at] for row in rows.values()]
        rest = [sum(row) - row[at] for row in rows.values()]
        second = stats.pearsonr(own, rest)
        row = found[f"test-{at + 1}"]
        assert row["discrimination"] == pytest.approx(second.statistic)
        limits = second.confidence_interval(0.95)
        assert (row["discrimination_low"], row["discrimination_high"]) == pytest.approx(
            (limits.low, limits.high)
        )


def test_discrimination_of_right_and_wrong_is_the_point_biserial_correlation():
    own = [row[0] for row in MATRIX.values()]
    rest = [sum(row) - row[0] for row in MATRIX.values()]
    expected = stats.pointbiserialr(own, rest).statistic
    assert analyzed(scored(MATRIX))["test-1"]["discrimination"] == pytest.approx(expected)


def test_discrimination_fits_the_formula_that_takes_the_overlap_out_of_the_item_total_correlation():
    # Henrysson 1963: (r s_t - s_i) / sqrt(s_t^2 + s_i^2 - 2 r s_t s_i)
    own = [row[3] for row in MATRIX.values()]
    sums = [sum(row) for row in MATRIX.values()]
    r, s_i, s_t = statistics.correlation(own, sums), statistics.stdev(own), statistics.stdev(sums)
    expected = (r * s_t - s_i) / math.sqrt(s_t**2 + s_i**2 - 2 * r * s_t * s_i)
    assert analyzed(scored(MATRIX))["test-4"]["discrimination"] == pytest.approx(expected)


def test_with_gaps_the_rest_is_a_share_and_who_answered_less_than_half_stays_out():
    rows = made_up(80, 9, gaps=0.4)
    found = analyzed(scored(rows))
    for at in range(9):
        pairs = []
        for row in rows.values():
            others = [score for place, score in enumerate(row) if place != at and score is not None]
            if row[at] is not None and len(others) >= 4:
                pairs.append((row[at], statistics.fmean(others)))
        assert found[f"test-{at + 1}"]["n_rest"] == len(pairs)
        assert found[f"test-{at + 1}"]["discrimination"] == pytest.approx(
            statistics.correlation(*zip(*pairs, strict=True))
        )


@pytest.mark.parametrize("rows", [{"A": [1, 1], "B": [1, 0]}, {"A": [1]}, {"A": [1, 0]}])
def test_where_nothing_varies_there_is_no_discrimination(rows):
    assert analyzed(scored(rows))["test-1"]["discrimination"] is None


def test_a_terminal_has_room_for_the_figures_of_a_question_and_its_warning():
    table = scored(MATRIX)
    heads = str(items(table, asked_of(table))).splitlines()[2]
    assert [head.strip(" │") for head in heads.split("┆")] == [
        "item", "n", "facility", "discrimination", "…", "kind", "bloom", "question", "warning",
    ]  # fmt: skip


def test_few_students_are_a_warning_and_many_are_none():
    assert "only 10 answered" in analyzed(scored(MATRIX))["test-1"]["warning"]
    assert analyzed(scored(made_up(30, 6)))["test-1"]["warning"] is None


def test_a_question_that_better_students_miss_asks_for_a_look_at_its_key():
    rows = {f"s{at}": [int(at % 2 == 0), *[int(at % 2 == 1)] * 4] for at in range(40)}
    rows |= {f"t{at}": [int(at % 4 == 0), *[int(at % 2 == 1)] * 4] for at in range(40)}
    assert "check the key" in analyzed(scored(rows))["test-1"]["warning"]


def test_four_students_who_cross_over_accuse_no_key():
    rows = {"A": [1, 0], "B": [1, 0], "C": [0, 1], "D": [0, 1]}
    for row in analyzed(scored(rows)).values():
        assert row["discrimination"] == pytest.approx(-1)
        assert (row["discrimination_low"], row["discrimination_high"]) == (None, None)
        assert row["warning"] == "only 4 answered: may be chance"


def test_a_key_is_in_doubt_from_thirty_students_on():
    rows = {f"s{at}": [at % 2, *[1 - at % 2] * 3, at % 3 // 2] for at in range(30)}
    assert "check the key" in analyzed(scored(rows))["test-1"]["warning"]
    del rows["s0"]
    assert analyzed(scored(rows))["test-1"]["warning"] == "only 29 answered: may be chance"


# 72 of 72 has a lower limit of 94.94%, 73 of 73 one of 95.001%; 0 of 15 an upper of 20.4%, 0 of 16 one of 19.4%.
@pytest.mark.parametrize(
    ("right", "n", "warning"),
    [
        (72, 72, None),
        (73, 73, "nearly everyone knows it"),
        (0, 15, "only 15 answered: may be chance"),
        (0, 16, "only 16 answered: may be chance; hardly anyone knows it"),
    ],
)
def test_easy_and_hard_are_said_only_where_the_whole_interval_is(right, n, warning):
    rows: Scores = {f"s{at}": [int(at < right)] for at in range(n)}
    assert analyzed(scored(rows))["test-1"]["warning"] == warning
