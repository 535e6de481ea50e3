"""What students who took both tests learned between the first and the second."""

import polars as pl

from quizzes.cohorts.analysis.intervals import FEW, LEVEL, paired_interval
from quizzes.cohorts.question_tables import QuestionTables
from quizzes.strings import say
from records.quantiles import t_quantile

SCHEMA = {
    "objective": pl.String, "text": pl.String, "students": pl.Int64, "before": pl.Float64, "after": pl.Float64,
    "gain": pl.Float64, "low": pl.Float64, "high": pl.Float64, "normalized": pl.Float64, "warning": pl.String,
}  # fmt: skip


def gain(scored: pl.DataFrame, questions: QuestionTables, *, before: str, after: str) -> pl.DataFrame:
    """Return the gain over all objectives that both tests ask (first row, `objective` null) and for each.

    A student's share is the mean score on the questions answered; students who answered fewer than half of a
    test's questions on the shared objectives are left out of the first row, and of an objective if they answered none.
    The tests ask different questions: part of a gain may only mean that the second test is easier.

    Parameters
    ----------
    scored : polars.DataFrame
        `Cohort.scored`.
    questions : QuestionTables
        The questions.
    before, after : str
        Names of two banks that borrow the same objectives.

    Returns
    -------
    polars.DataFrame
        `objective`, its `text`, `students` who took both, mean shares `before` and `after` [0..1], their
        difference `gain` with `low` and `high` (95%), `normalized`: the gain as a share of what was left to gain,
        and `warning`. Empty if nobody took both.

    Notes
    -----
    Where all shares are 0 or 1, as with one question in each test, the interval is Newcombe's for paired shares.
    Otherwise it is that of the paired t test, clipped at -1 and 1, which no gain can exceed. There is none if all
    differences are equal, or with one student.

    References
    ----------
    Newcombe 1998, Stat Med 17:2635, method 10 (`intervals.paired_interval`).
    Hake 1998, Am J Phys 66:64: normalized gain = (after - before) / (1 - before), of the class's means.
    """
    tests = scored.lazy().filter(pl.col("bank").cast(pl.String).is_in([before, after])).select(
        "student", "objective", "score", "item", after=pl.col("bank").cast(pl.String) == after
    )  # fmt: skip
    both = (
        tests.group_by("objective")
        .agg(n=pl.col("after").n_unique())
        .filter(pl.col("n") == 2)
        .select("objective")
    )
    shared = tests.join(both, on="objective")
    sizes = shared.group_by("after").agg(size=pl.col("item").n_unique())
    mean = {"share": pl.col("score").mean(), "n": pl.len()}
    over_all = (
        shared.group_by("student", "after").agg(**mean).join(sizes, on="after")
        .filter(2 * pl.col("n") >= pl.col("size"))
        .select("student", "after", "share", objective=pl.lit(None, pl.String))
    )  # fmt: skip
    each = shared.group_by("student", "after", "objective").agg(**mean).select(
        "student", "after", "share", pl.col("objective").cast(pl.String)
    )  # fmt: skip
    found = (
        pl.concat([over_all, each])
        .group_by("student", "objective")
        .agg(
            before=pl.col("share").filter(~pl.col("after")).first(),
            after=pl.col("share").filter(pl.col("after")).first(),
        )
        .drop_nulls(["before", "after"])
        .group_by("objective")
        .agg(
            pl.len().alias("n"), pl.col("before", "after").mean(),
            spread=(pl.col("after") - pl.col("before")).std(),
            covariance=pl.cov("before", "after", ddof=0),
            whole=(pl.col("before").is_in([0.0, 1.0]) & pl.col("after").is_in([0.0, 1.0])).all(),
        )
        .sort("objective", nulls_last=False)
        .collect()
    )  # fmt: skip
    texts = questions.items.select(pl.col("objective").cast(pl.String), text="objective_text").unique(
        "objective"
    )
    low, high = _interval()
    left = 1 - pl.col("before")
    return (
        found.with_columns(gain=pl.col("after") - pl.col("before"), half=_half(found))
        .join(texts, on="objective", how="left", maintain_order="left")
        .with_columns(
            low=low,
            high=high,
            # A class that knew everything has nothing to gain; less than 1e-9 is rounding.
            normalized=pl.col("gain") / pl.when(left > 1e-9).then(left),
            warning=pl.when(pl.col("n") < FEW).then(pl.format(say("class_few", n="{}"), "n")),
        )
        .rename({"n": "students"})
        .select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
    )


def _half(found: pl.DataFrame) -> pl.Series:
    """Return half the width of the interval of the paired t test."""
    widest = {n: t_quantile(0.5 + LEVEL / 2, max(n - 1, 1)) for n in found["n"].unique()}
    return found["n"].replace_strict(widest, return_dtype=pl.Float64) * found["spread"] / found["n"].sqrt()


def _interval() -> tuple[pl.Expr, pl.Expr]:
    """Return the limits of the gain."""
    gain, half, several = pl.col("gain"), pl.col("half"), pl.col("n") > 1
    exact = paired_interval(pl.col("before"), pl.col("after"), pl.col("covariance"), pl.col("n"))
    limits = ((gain - half).clip(-1, 1), (gain + half).clip(-1, 1))
    low, high = (
        pl.when(several & pl.col("whole")).then(one).when(half > 1e-9).then(other)
        for one, other in zip(exact, limits, strict=True)
    )
    return low, high
