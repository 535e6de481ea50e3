"""What an educator should look at before anything else: a short list, the worst first."""

from typing import Any

import polars as pl

from quizzes.cohorts.analysis.intervals import FEW
from quizzes.cohorts.report.numbers import bank_title, count, cut, percent
from quizzes.cohorts.report.tables import picks
from quizzes.strings import say
from records.markup import Markup, join, tag

MOST = 8
"""How many questions are listed; nobody reads a longer list."""


def look_first(items: pl.DataFrame, options: pl.DataFrame, calibration: pl.DataFrame) -> Markup:
    """Return the questions that went worst, and the certainties that were too high.

    Parameters
    ----------
    items, options, calibration : polars.DataFrame
        What `Cohort` returns under these names.
    """
    found = worst(items, options)
    sure = calibration.filter(pl.col("verdict") == "too sure")
    lines = [
        f"Too sure: answers given with certainty {row['certainty']} were right in {percent(row['share'])}."
        for row in sure.iter_rows(named=True)
    ]
    if found.is_empty() and not lines:
        return tag("p", "Nothing stands out.")
    return join(_list(found, options) if found.height else None, *(tag("p", line) for line in lines))


def worst(items: pl.DataFrame, options: pl.DataFrame) -> pl.DataFrame:
    """Return the questions that stand out, the worst first.

    First come those that stronger students miss, since their key may be wrong; then those with a wrong option
    picked more often than a right one, by the difference of the two shares.
    """
    wrong = (
        options.filter(pl.col("warning").str.contains(say("class_tempting"), literal=True))
        .sort("picked", "order", descending=[True, False])
        .unique("item", keep="first", maintain_order=True)
        .select("item", wrong="text", wrong_picked="picked")
    )
    right = (
        options.filter("correct")
        .sort("picked", "order")
        .unique("item", keep="first", maintain_order=True)
        .select("item", right="text", right_picked="picked")
    )
    key = pl.col("warning").str.contains(say("class_check_key"), literal=True).fill_null(False)
    return (
        items.with_columns(key=key)
        .join(wrong, on="item", how="left")
        .join(right, on="item", how="left")
        .filter(pl.col("key") | pl.col("wrong").is_not_null())
        .with_columns(lead=(pl.col("wrong_picked") - pl.col("right_picked")) / pl.col("n"))
        .sort("key", "lead", "bank", "place", descending=[True, True, False, False], nulls_last=True)
    )


def _list(found: pl.DataFrame, options: pl.DataFrame) -> Markup:
    """Return the list, with its rule, and with one warning for all of it where few answered."""
    shown = found.head(MOST)
    few = f"Fewer than {FEW} students answered: what stands out here may be chance."
    many = f"The worst {MOST} of {found.height:,} questions that stand out"
    what = many if found.height > MOST else count(found.height, "question")
    return join(
        tag("p", few, class_="note") if (shown["n"] < FEW).any() else None,
        tag("p", f"{what}: first where the key is in doubt, then by the lead of a wrong option."),
        tag("ul", *(_question(row, options) for row in shown.iter_rows(named=True)), class_="first"),
    )


def _question(row: dict[str, Any], options: pl.DataFrame) -> Markup:
    """Return a question in its own words, what is odd about it, and what was picked, folded up."""
    odd = "Students who know more do worse on it: check its key." if row["key"] else None
    picked = options.filter(pl.col("item") == row["item"]).with_columns(warning=pl.lit(None, pl.String))
    return tag(
        "li",
        tag("strong", cut(row["question"], 80), dir="auto"),
        tag("small", f"{bank_title(row['bank'])}, question {row['place']}"),
        tag("div", odd) if odd else None,
        _tempted(row) if row["wrong"] is not None else None,
        picks(picked) if picked.height else None,
    )


def _tempted(row: dict[str, Any]) -> Markup:
    """Return which wrong option drew more students than a right one."""
    return tag(
        "div",
        f"{row['wrong_picked']:,} of {count(row['n'], 'student')} picked “",
        tag("bdi", row["wrong"]),
        f"”, which is wrong; {row['right_picked'] or 'nobody'} picked “",
        tag("bdi", row["right"]),
        "”, which is right.",
    )
