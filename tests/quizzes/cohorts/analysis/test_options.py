"""Options of a question: how often each was picked, and what is said of it."""

import polars as pl
import pytest
from class_room import BANKS, SKY

from quizzes.cohorts.analysis.item_analysis import options
from quizzes.cohorts.question_tables import question_tables


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
