"""How questions did: how easy they were, how well they discriminate, and which wrong options tempt."""

import polars as pl

from quizzes.cohorts.analysis.intervals import (
    FEW,
    FEWEST,
    Z,
    correlation,
    correlation_interval,
    share_interval,
)
from quizzes.cohorts.question_tables import QuestionTables
from quizzes.strings import say

MISTAKES = 5
"""How many wrong answers are listed for each question without options."""

RARE = 0.05
"""An option surely below this share distracts nobody (Haladyna and Downing 1993, Educ Psychol Meas 53:999)."""

EASY, HARD = 0.95, 0.2
"""A facility surely above or below these tells little about who knows more."""


def items(scored: pl.DataFrame, questions: QuestionTables) -> pl.DataFrame:
    """Return one row for each question that was answered, in the order of the banks.

    Facility is the mean score, that is the share of right answers where there is no partial credit.
    Discrimination is the corrected point-biserial (item-rest) correlation: of the score with the share of points
    that the same student has on the *other* questions of the bank. The question itself stays out, since it
    would correlate with itself. Students who answered fewer than half of the others are left out of it.

    Parameters
    ----------
    scored : polars.DataFrame
        `Cohort.scored`.
    questions : QuestionTables
        The questions.

    Returns
    -------
    polars.DataFrame
        The columns a terminal has room for come first: `item`, `n` answers, `facility` and `discrimination`. Then
        `facility_low` and `facility_high`, `discrimination_low` and `discrimination_high` (95%), `n_rest` students
        behind the discrimination, `bank`, `place`, `objective`, `kind`, `bloom`, `question`, and `warning`, null
        if there is none.

    References
    ----------
    Henrysson 1963, Psychometrika 28:211 (correction for overlap); Crocker and Algina 1986, chapter 14.
    """
    rest, enough = pl.col("rest").filter(pl.col("enough")), pl.col("enough").sum()
    facility, n = pl.col("facility"), pl.col("n")
    found = (
        _with_rest(scored.lazy())
        .group_by("item")
        .agg(
            n=pl.len(),
            facility=pl.col("score").mean(),
            # The variance of the mean as for a share, with n rather than n - 1.
            variance=pl.col("score").var(ddof=0) / pl.len(),
            n_rest=enough,
            discrimination=correlation(pl.col("score").filter(pl.col("enough")), rest),
        )
    )
    low, high = share_interval(facility, pl.col("variance"), n)
    least, most = correlation_interval(pl.col("discrimination"), pl.col("n_rest"))
    return (
        questions.items.lazy()
        .join(found, on="item")
        .with_columns(
            facility_low=low, facility_high=high, discrimination_low=least, discrimination_high=most
        )
        .select(
            pl.col("item").cast(pl.String), "n", "facility", "discrimination", "facility_low", "facility_high",
            "discrimination_low", "discrimination_high", "n_rest", pl.col("bank").cast(pl.String), "place",
            pl.col("objective").cast(pl.String), "kind", "bloom", "question", warning=_warning(),
        )
        .sort("bank", "place")
        .collect()
    )  # fmt: skip


def _with_rest(scored: pl.LazyFrame) -> pl.LazyFrame:
    """Add `rest`, the share of points on the other questions of the bank, and whether there are `enough` of them."""
    totals = scored.group_by("student", "bank").agg(points=pl.col("score").sum(), answered=pl.len())
    sizes = scored.group_by("bank").agg(size=pl.col("item").n_unique())
    others = pl.col("answered") - 1
    return (
        scored.join(totals, on=["student", "bank"])
        .join(sizes, on="bank")
        .with_columns(
            rest=(pl.col("points") - pl.col("score")) / others,
            enough=(others > 0) & (2 * others >= pl.col("size") - 1),
        )
    )


def _warning() -> pl.Expr:
    """Return the warnings of a row, null if there are none: each only where the whole interval says so."""
    doubted = (pl.col("discrimination_high") < 0) & (pl.col("n_rest") >= FEW)
    return _joined(
        pl.when(pl.col("n") < FEW).then(pl.format(say("class_few", n="{}"), "n")),
        pl.when(doubted).then(pl.lit(say("class_check_key"))),
        pl.when(pl.col("facility_low") > EASY).then(pl.lit(say("class_easy"))),
        pl.when(pl.col("facility_high") < HARD).then(pl.lit(say("class_hard"))),
    )


def _joined(*parts: pl.Expr) -> pl.Expr:
    """Return warnings as one text, null if there are none."""
    text = pl.concat_str(list(parts), separator="; ", ignore_nulls=True)
    return pl.when(text != "").then(text)


def options(responses: pl.DataFrame, questions: QuestionTables) -> pl.DataFrame:
    """Return one row for each option of the questions that were answered, picked or not.

    Returns
    -------
    polars.DataFrame
        `item`, `order`, `option`, `text`, `correct`, `n` answers to the question, how many `picked` it, their
        `share` of n, and `warning`: a wrong option that is picked more often than a right one, or hardly ever, where
        neither can be chance.

    References
    ----------
    McNemar 1947, Psychometrika 12:153, with the correction of Edwards 1948, Psychometrika 13:185: whether one option
    is picked more often than another.
    """
    answered = _answers(responses)
    counts = answered.group_by("item").agg(n=pl.len())
    picks = (
        answered.with_columns(option=pl.col("chosen").list.unique())
        .explode("option", empty_as_null=False)
        .group_by("item", "option")
        .agg(picked=pl.len())
    )
    share, correct, n = pl.col("share"), pl.col("correct"), pl.col("n")
    pair = pl.col("option").cast(pl.String).str.contains("=", literal=True)
    right = pl.col("picked").filter(correct).min().over("item").cast(pl.Float64)
    lead, both = pl.col("picked") - right, pl.col("picked") + right
    tempting = (lead > 1) & ((lead - 1) ** 2 > Z**2 * both) & (n >= FEWEST)
    _, most = share_interval(share, share * (1 - share) / n, n)
    return (
        questions.options.lazy()
        .join(counts, on="item")
        .join(picks, on=["item", "option"], how="left")
        .with_columns(pl.col("picked").fill_null(0))
        .with_columns(share=pl.col("picked") / pl.col("n"))
        .with_columns(
            warning=_joined(
                pl.when(pl.col("n") < FEW).then(pl.format(say("class_few", n="{}"), "n")),
                pl.when(~correct & tempting).then(pl.lit(say("class_tempting"))),
                # A pair of a matching question is one of many, so few picks mean nothing.
                pl.when(~correct & (most < RARE) & ~pair).then(pl.lit(say("class_idle"))),
            )
        )
        .join(questions.items.lazy().select("item", "bank", "place"), on="item")
        .sort(pl.col("bank").cast(pl.String), "place", "order")
        .select(
            pl.col("item").cast(pl.String), "order", pl.col("option").cast(pl.String), "text", "correct",
            "n", "picked", "share", "warning",
        )
        .collect()
    )  # fmt: skip


def mistakes(responses: pl.DataFrame, questions: QuestionTables) -> pl.DataFrame:
    """Return the commonest answers that were not fully right, of questions without options.

    Returns
    -------
    polars.DataFrame
        `item`, `answer` (its parts with commas between), how many `students` gave it, and their mean `score`.
    """
    typed = (
        questions.items.lazy()
        .join(questions.options.lazy(), on="item", how="anti")
        .select("item", "bank", "place")
    )
    return (
        _answers(responses)
        .join(typed, on="item")
        .filter(pl.col("score") < 1)
        .with_columns(answer=pl.col("chosen").cast(pl.List(pl.String)).list.join(", "))
        .group_by("item", "bank", "place", "answer")
        .agg(students=pl.len(), score=pl.col("score").mean())
        .sort(
            pl.col("bank").cast(pl.String),
            "place",
            "students",
            "answer",
            descending=[False, False, True, False],
        )
        .group_by("item", maintain_order=True)
        .head(MISTAKES)
        .select(pl.col("item").cast(pl.String), "answer", "students", "score")
        .collect()
    )


def _answers(responses: pl.DataFrame) -> pl.LazyFrame:
    """Return the answers that count, as `Cohort.scored` does, with what was picked."""
    return responses.lazy().filter(
        pl.col("checked") & pl.col("score").is_not_null() & (pl.col("state") == "current")
    )
