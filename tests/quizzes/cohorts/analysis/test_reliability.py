"""Reliability is what books print, and what plain arithmetic and a second implementation give."""

import statistics

import pytest
from class_room import scored
from score_tables import MATRIX, made_up

from quizzes.cohorts.analysis.reliability import feldt, reliability


def test_kr20_is_that_of_the_printed_variances():
    # Printed: the sum of pq is 2.18, the variance of the sums 5.84.
    (row,) = reliability(scored(MATRIX)).iter_rows(named=True)
    assert (row["method"], row["questions"], row["students"]) == ("KR-20", 10, 10)
    assert row["value"] == pytest.approx(10 / 9 * (1 - 2.18 / 5.84))
    # `pingouin` 0.7.0, `cronbach_alpha`: 0.6963470319634703, 95% interval 0.309 to 0.911
    assert row["value"] == pytest.approx(0.6963470319634703, abs=1e-12)
    assert (round(row["low"], 3), round(row["high"], 3)) == (0.309, 0.911)


@pytest.mark.parametrize(
    ("value", "questions", "students", "low", "high"),
    [
        # D. G. Bonett, `statpsych` for R, `ci.cronbach(.05, .85, 7, 89)`, which differs in the fourth digit
        (0.85, 7, 89, 0.7971254, 0.8931436),
        # C. Evans, MRC Cognition and Brain Sciences Unit, `imaging.mrc-cbu.cam.ac.uk/statswiki/FAQ/cafun`
        (0.913, 20, 873, 0.9044024, 0.9211588),
    ],
)
def test_the_interval_of_alpha_is_feldts_as_published(value, questions, students, low, high):
    assert feldt(value, students=students, questions=questions) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize("partial", [False, True])
def test_alpha_is_what_plain_arithmetic_gives(partial):
    rows = made_up(60, 8, partial=partial)
    columns = list(zip(*rows.values(), strict=True))
    sums = [sum(row) for row in rows.values()]
    by_hand = 8 / 7 * (1 - sum(map(statistics.variance, columns)) / statistics.variance(sums))
    (row,) = reliability(scored(rows)).iter_rows(named=True)
    assert (row["method"], row["value"]) == ("alpha" if partial else "KR-20", pytest.approx(by_hand))


def test_alpha_leaves_out_what_few_answered_and_who_answered_not_all_and_says_how_many():
    rows = {student: [*marks, 1 if student == "A" else None] for student, marks in MATRIX.items()}
    rows["K"] = [1] * 9 + [None, None]
    (row,) = reliability(scored(rows)).iter_rows(named=True)
    assert (row["questions"], row["left_out_questions"]) == (10, 1)
    assert (row["students"], row["left_out_students"]) == (10, 1)
    assert row["value"] == pytest.approx(0.6963470319634703)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ({"A": [1]}, "needs two questions that at least half of the students answered"),
        ({"A": [1, 0]}, "needs two students who answered all of them"),
        ({"A": [1, 0], "B": [0, 1], "C": [1, 0]}, "all sums are the same: nothing to tell apart"),
        ({"A": [1 / 3] * 3, "B": [1, 0, 0]}, "all sums are the same: nothing to tell apart"),
    ],
)
def test_alpha_that_cannot_be_worked_out_is_unknown_and_says_why(rows, why):
    (row,) = reliability(scored(rows)).iter_rows(named=True)
    assert (row["value"], row["low"], row["high"], row["warning"]) == (None, None, None, why)


@pytest.mark.parametrize("students", [2, 40])
def test_a_reliability_of_one_has_no_interval(students):
    (row,) = reliability(scored({f"s{at}": [at % 2] * 3 for at in range(students)})).iter_rows(named=True)
    assert (row["value"], row["low"], row["high"]) == (pytest.approx(1), None, None)
    assert row["warning"].endswith("all questions agree on every student: no interval")
