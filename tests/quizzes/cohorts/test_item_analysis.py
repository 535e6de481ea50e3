"""Item analysis gives what books print, and what a second implementation gives."""

import math
import random
import statistics
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import pytest
from class_room import BANKS, SKY, scored
from scipy import stats

from quizzes.cohorts.calibration import calibration
from quizzes.cohorts.gain import gain
from quizzes.cohorts.intervals import correlation_interval, paired_interval, share_interval
from quizzes.cohorts.item_analysis import items, options
from quizzes.cohorts.question_tables import QuestionTables, question_tables
from quizzes.cohorts.reliability import feldt, reliability

# Ten students and ten questions: K. L. Wuensch, "The Kuder-Richardson 20", East Carolina University,
# https://core.ecu.edu/wuenschk/StatHelp/KR20.txt
WUENSCH = {
    "A": "1111110110", "B": "1011011101", "C": "1111011001", "D": "0010001000", "E": "0000010010",
    "F": "1110111111", "G": "1101110111", "H": "1111111101", "I": "0101111101", "J": "1101101110",
}  # fmt: skip
Scores = Mapping[str, Sequence[float | None]]
MATRIX = {student: [int(mark) for mark in marks] for student, marks in WUENSCH.items()}


def made_up(
    students: int, questions: int, *, partial: bool = False, gaps: float = 0
) -> dict[str, list[float | None]]:
    """Return scores with a fixed seed, in which who knows more does better."""
    chance = random.Random(7)
    worth = [0, 1 / 3, 2 / 3, 1] if partial else [0, 1]
    rows: dict[str, list[float | None]] = {}
    for student in range(students):
        able = chance.random()
        rows[f"s{student}"] = [
            None
            if chance.random() < gaps
            else worth[min(len(worth) - 1, int((able + chance.random()) / 2 * len(worth)))]
            for _ in range(questions)
        ]
    return rows


def asked_of(table: pl.DataFrame):
    """Return the questions of a table as if they stood in a bank."""
    rows = table.select("bank", "item", "objective").unique(maintain_order=True)
    text = pl.lit("text")
    made = rows.with_columns(
        place=pl.int_range(pl.len(), dtype=pl.Int32), digest=text, objective_text=text, kind=text, bloom=text,
        question=text, key=text,
    )  # fmt: skip
    empty: dict[str, Any] = {
        "item": pl.Categorical(),
        "order": pl.Int32,
        "option": pl.Categorical(),
        "text": pl.String,
        "correct": pl.Boolean,
    }
    return QuestionTables(made, pl.DataFrame(schema=empty))


def analyzed(table: pl.DataFrame) -> dict[str, dict[str, Any]]:
    return {row["item"]: row for row in items(table, asked_of(table)).iter_rows(named=True)}


def test_facility_is_the_share_of_right_answers_as_printed():
    printed = [0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6]
    found = analyzed(scored(MATRIX))
    assert [found[f"test-{at}"]["facility"] for at in range(1, 11)] == pytest.approx(printed)


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


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    # Newcombe 1998, Stat Med 17:857, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_a_share_is_wilsons_as_published(right, n, low, high):
    share = right / n
    limits = share_interval(pl.lit(share), pl.lit(share * (1 - share) / n), pl.lit(n))
    assert pl.select(low=limits[0], high=limits[1]).row(0) == pytest.approx((low, high), abs=5e-5)


def test_the_interval_of_a_correlation_needs_four_pairs():
    limits = correlation_interval(pl.lit(0.5), pl.lit(3))
    assert pl.select(low=limits[0], high=limits[1]).row(0) == (None, None)


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


@pytest.mark.parametrize(
    ("both", "only_after", "only_before", "neither", "low", "high"),
    [
        # Newcombe 1998, Stat Med 17:2635, tables of method 10, as R's `propint` tests itself by them
        (36, 12, 2, 0, 0.0569, 0.3404),
        (18, 12, 2, 18, 0.0562, 0.3290),
        (53, 0, 0, 1, -0.0729, 0.0729),
        (0, 30, 0, 0, 0.8395, 1.0),
        # R's `contingencytables` tests itself by this one
        (59, 6, 16, 80, -0.1186, -0.0046),
    ],
)
def test_the_interval_of_paired_shares_is_newcombes_as_published(
    both, only_after, only_before, neither, low, high
):
    n = both + only_after + only_before + neither
    before, after = (both + only_before) / n, (both + only_after) / n
    limits = paired_interval(pl.lit(before), pl.lit(after), pl.lit(both / n - before * after), pl.lit(n))
    assert pl.select(low=limits[0], high=limits[1]).row(0) == pytest.approx((low, high), abs=1e-4)


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


def test_answers_of_one_student_are_not_independent():
    spread = calibration(sure([(f"s{at}", 2, at % 2) for at in range(100)])).row(0, named=True)
    alike = calibration(sure([(f"s{at // 10}", 2, at // 10 % 2) for at in range(100)])).row(0, named=True)
    assert alike["high"] - alike["low"] > 2.5 * (spread["high"] - spread["low"])


@pytest.mark.parametrize(("right", "verdict"), [(50, "too sure"), (74, "open"), (95, "too careful")])
def test_the_verdict_waits_until_the_interval_leaves_or_fills_the_band(right, verdict):
    table = sure([(f"s{at}", 2, int(at < right)) for at in range(100)])
    assert calibration(table)["verdict"].to_list() == [verdict]


def picked(someone, *counts: int) -> pl.DataFrame:
    """Return the options of the question on the sky when so many picked blue, which is right, green and red."""
    chosen = [name for name, many in zip(("blue", "green", "red"), counts, strict=True) for _ in range(many)]
    answers = pl.DataFrame(
        {
            "item": [SKY] * len(chosen),
            "chosen": [[pick] for pick in chosen],
            "score": [float(pick == "blue") for pick in chosen],
        }
    ).with_columns(
        pl.col("item").cast(pl.Categorical()), pl.col("chosen").cast(pl.List(pl.Categorical())),
        checked=True, state=pl.lit("current"),
    )  # fmt: skip
    return options(answers, question_tables(BANKS, cite=someone))


def test_every_option_is_counted_also_one_that_nobody_picked(someone):
    found = picked(someone, 20, 0, 60)
    assert found.select("option", "picked", "share", "correct").rows() == [
        ("blue", 20, 0.25, True), ("green", 0, 0.0, False), ("red", 60, 0.75, False),
    ]  # fmt: skip
    assert found["warning"].to_list() == [None, "distracts nobody", "picked more often than a right one"]


@pytest.mark.parametrize(
    ("counts", "warning"),
    [
        # Two-sided exact binomial: 5 to 15 p = 0.041, 6 to 14 p = 0.115; of nine it is not said whatever they picked.
        ((5, 0, 15), "only 20 answered: may be chance; picked more often than a right one"),
        ((6, 0, 14), "only 20 answered: may be chance"),
        ((0, 0, 9), "only 9 answered: may be chance"),
        ((3, 0, 4), "only 7 answered: may be chance"),
        ((40, 0, 41), None),
    ],
)
def test_an_option_is_tempting_only_where_its_lead_is_no_chance(someone, counts, warning):
    assert picked(someone, *counts)["warning"][2] == warning


@pytest.mark.parametrize(("many", "warning"), [(72, None), (73, "distracts nobody")])
def test_an_option_that_nobody_picked_is_idle_only_where_its_interval_says_so(someone, many, warning):
    # The upper limit of Wilson's interval of 0 is z^2 / (n + z^2): 5.06% for 72, 4.999% for 73.
    assert picked(someone, many, 0, 0)["warning"][1] == warning


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
        (73, 73, "nearly everybody knows it"),
        (0, 15, "only 15 answered: may be chance"),
        (0, 16, "only 16 answered: may be chance; hardly anybody knows it"),
    ],
)
def test_easy_and_hard_are_said_only_where_the_whole_interval_is(right, n, warning):
    rows: Scores = {f"s{at}": [int(at < right)] for at in range(n)}
    assert analyzed(scored(rows))["test-1"]["warning"] == warning


@pytest.mark.parametrize(("students", "verdict"), [(1, "open"), (2, "open"), (9, "open"), (10, "too sure")])
def test_no_verdict_on_certainty_rests_on_fewer_than_ten(students, verdict):
    table = sure([(f"s{at}", 3, 0.0) for at in range(students) for _ in range(40)])
    assert calibration(table)["verdict"].to_list() == [verdict]


@pytest.mark.parametrize("students", [2, 40])
def test_a_reliability_of_one_has_no_interval(students):
    (row,) = reliability(scored({f"s{at}": [at % 2] * 3 for at in range(students)})).iter_rows(named=True)
    assert (row["value"], row["low"], row["high"]) == (pytest.approx(1), None, None)
    assert row["warning"].endswith("all questions agree on every student: no interval")
