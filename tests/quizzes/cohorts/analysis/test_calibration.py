"""Certainty beside what was right: counts, intervals, and a verdict that waits for enough."""

import polars as pl
import pytest
from class_room import scored

from quizzes.cohorts.analysis.calibration import calibration


def sure(rows: list[tuple[str, int, float]]) -> pl.DataFrame:
    """Return scores of (student, certainty, score)."""
    table = scored({f"{at}": [score] for at, (_, _, score) in enumerate(rows)})
    students, levels = ([row[column] for row in rows] for column in (0, 1))
    return table.with_columns(
        student=pl.Series(students).cast(pl.Categorical()), certainty=pl.Series(levels, dtype=pl.Int8)
    )


def test_calibration_counts_what_was_right_at_each_certainty_and_what_it_brought():
    found = calibration(sure([("A", 3, 1), ("B", 3, 0), ("C", 1, 1), ("D", 0, 1), ("E", 3, 0.5)]))
    assert found.select("certainty", "n", "right", "mark").rows() == [
        (1, 1, 1, 1.0),
        (3, 3, 1, pytest.approx(-3.0)),
    ]


def test_with_one_answer_a_student_the_interval_is_wilsons():
    found = calibration(sure([(f"s{at}", 2, int(at < 15)) for at in range(148)])).row(0, named=True)
    # Newcombe 1998 for 15 of 148; a variance over n - 1 instead of n widens it in the third digit
    assert (found["low"], found["high"]) == pytest.approx((0.0624, 0.1605), abs=5e-4)


def test_a_class_of_seventy_thousand_narrows_the_interval_as_wilsons():
    found = calibration(sure([(f"s{at}", 2, at % 2) for at in range(70_000)])).row(0, named=True)
    # Wilson's limits of 35,000 of 70,000; their square does not fit into 32 bits.
    assert (found["low"], found["high"]) == pytest.approx((0.496296, 0.503704), abs=1e-6)


def test_answers_of_one_student_are_not_independent():
    spread = calibration(sure([(f"s{at}", 2, at % 2) for at in range(100)])).row(0, named=True)
    alike = calibration(sure([(f"s{at // 10}", 2, at // 10 % 2) for at in range(100)])).row(0, named=True)
    assert alike["high"] - alike["low"] > 2.5 * (spread["high"] - spread["low"])


@pytest.mark.parametrize(("right", "verdict"), [(50, "too sure"), (74, "open"), (95, "too careful")])
def test_the_verdict_waits_until_the_interval_leaves_or_fills_the_band(right, verdict):
    table = sure([(f"s{at}", 2, int(at < right)) for at in range(100)])
    assert calibration(table)["verdict"].to_list() == [verdict]


@pytest.mark.parametrize(("students", "verdict"), [(1, "open"), (2, "open"), (9, "open"), (10, "too sure")])
def test_no_verdict_on_certainty_rests_on_fewer_than_ten(students, verdict):
    table = sure([(f"s{at}", 3, 0.0) for at in range(students) for _ in range(40)])
    assert calibration(table)["verdict"].to_list() == [verdict]
