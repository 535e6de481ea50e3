"""Whether the questions of a bank, taken together, measure one thing: KR-20 or Cronbach's alpha."""

import math

import polars as pl

from quizzes.cohorts.analysis.intervals import ALIKE, FEW, LEVEL
from quizzes.strings import say
from records.quantiles import f_quantile

SCHEMA = {
    "bank": pl.String, "method": pl.String, "questions": pl.Int64, "students": pl.Int64, "left_out_questions": pl.Int64,
    "left_out_students": pl.Int64, "mean": pl.Float64, "sd": pl.Float64, "value": pl.Float64, "low": pl.Float64,
    "high": pl.Float64, "warning": pl.String,
}  # fmt: skip


def reliability(scored: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each bank that was answered.

    Alpha = k/(k - 1) * (1 - sum of the variances of the questions / variance of the sum), which is KR-20 where
    every answer is right or wrong. It needs the same questions from all: a question that fewer than half of
    the students of a bank answered is left out, and so is each student who did not answer all the others.

    Parameters
    ----------
    scored : polars.DataFrame
        `Cohort.scored`.

    Returns
    -------
    polars.DataFrame
        `bank`, `method` (`KR-20` or `alpha`), `questions` and `students` that it rests on, how many of each were
        left out, `mean` and `sd` of the sums [points], `value` with `low` and `high` (95%), and `warning`.

    References
    ----------
    Kuder and Richardson 1937, Psychometrika 2:151; Cronbach 1951, Psychometrika 16:297.
    """
    lazy = scored.lazy()
    takers = lazy.group_by("bank").agg(
        takers=pl.col("student").n_unique(), all_items=pl.col("item").n_unique()
    )
    kept = (
        lazy.group_by("bank", "item").agg(n=pl.len()).join(takers, on="bank")
        .filter(2 * pl.col("n") >= pl.col("takers"))
        .with_columns(k=pl.len().over("bank"))
        .select("item", "k")
    )  # fmt: skip
    core = lazy.join(kept, on="item")
    sums = core.group_by("bank", "student").agg(
        points=pl.col("score").sum(), n=pl.len(), k=pl.col("k").first()
    )
    complete = sums.filter(pl.col("n") == pl.col("k"))
    of_items = (
        core.join(complete.select("bank", "student"), on=["bank", "student"])
        .group_by("bank", "item")
        .agg(variance=pl.col("score").var(), whole=((pl.col("score") == 0) | (pl.col("score") == 1)).all())
        .group_by("bank")
        .agg(of_items=pl.col("variance").sum(), whole=pl.col("whole").all())
    )
    of_sums = complete.group_by("bank").agg(
        students=pl.len(),
        questions=pl.col("k").first(),
        mean=pl.col("points").mean(),
        of_sum=pl.col("points").var(),
    )
    found = (
        takers.join(of_sums, on="bank", how="left").join(of_items, on="bank", how="left")
        .with_columns(pl.col("bank").cast(pl.String)).sort("bank").collect()
    )  # fmt: skip
    return pl.DataFrame([_row(**row) for row in found.iter_rows(named=True)], schema=SCHEMA, orient="row")


def _row(
    bank: str, takers: int, all_items: int, students: int | None, questions: int | None, mean: float | None,
    of_sum: float | None, of_items: float | None, whole: bool | None,
) -> tuple[object, ...]:  # fmt: skip
    """Return the row of a bank."""
    n, k = students or 0, questions or 0
    value: float | None = None
    low: float | None = None
    high: float | None = None
    warning: str | None = None
    if k < 2:
        warning = "needs two questions that at least half of the students answered"
    elif n < 2:
        warning = "needs two students who answered all of them"
    elif of_sum is None or of_items is None or of_sum < 1e-12:
        warning = "all sums are the same: nothing to tell apart"
    else:
        value = alpha(k, of_items, of_sum)
        warning = say("class_few", n=n) if n < FEW else None
        if value < 1 - ALIKE:
            low, high = feldt(value, students=n, questions=k)
        else:
            # Nothing varies within a student, so nothing says how far the next class may differ.
            warning = "; ".join(filter(None, (warning, "all questions agree on every student: no interval")))
    sd = None if of_sum is None else math.sqrt(of_sum)
    method = "KR-20" if whole else "alpha"
    return bank, method, k, n, all_items - k, takers - n, mean, sd, value, low, high, warning


def alpha(questions: int, of_items: float, of_sum: float) -> float:
    """Return alpha from the sum of the variances of the questions and the variance of their sum.

    >>> round(alpha(10, 2.18, 5.84), 3)
    0.696
    """
    return questions / (questions - 1) * (1 - of_items / of_sum)


def feldt(value: float, *, students: int, questions: int) -> tuple[float, float]:
    """Return the limits of alpha [95%].

    1 - (1 - alpha) * F, with F the 97.5th and the 2.5th percentile of the F distribution with n - 1 and
    (n - 1)(k - 1) degrees of freedom.

    References
    ----------
    Feldt 1965, Psychometrika 30:357; Feldt, Woodruff and Salih 1987, Appl Psychol Meas 11:93, formulas 6 and 7.
    """
    freedom = (students - 1, (students - 1) * (questions - 1))
    most, least = (f_quantile(0.5 + side * LEVEL / 2, *freedom) for side in (1, -1))
    return 1 - (1 - value) * most, 1 - (1 - value) * least
