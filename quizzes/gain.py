"""What was learned between a test before and a test after, by the students who took both."""

import math

import polars as pl

from quizzes.asked import Asked
from quizzes.intervals import FEW, LEVEL

SCHEMA = {
    "objective": pl.String, "text": pl.String, "students": pl.Int64, "before": pl.Float64, "after": pl.Float64,
    "gain": pl.Float64, "low": pl.Float64, "high": pl.Float64, "normalized": pl.Float64, "warning": pl.String,
}  # fmt: skip


def gain(scored: pl.DataFrame, asked: Asked, *, before: str, after: str) -> pl.DataFrame:
    """Return the gain over all objectives that both tests ask (first row, `objective` null) and for each.

    A student's share is the mean score on the questions answered; who answered fewer than half of a test's
    questions on the shared objectives is left out of the first row, and of an objective who answered none.
    The tests ask different questions: part of a gain may be that the second test is easier.

    Parameters
    ----------
    scored : polars.DataFrame
        `Cohort.scored`.
    asked : Asked
        The questions.
    before, after : str
        Names of two banks that borrow the same objectives.

    Returns
    -------
    polars.DataFrame
        `objective`, its `text`, `students` who took both, mean shares `before` and `after` [0..1], their
        difference `gain` with `low` and `high` (95%, paired t), `normalized`: the gain as a share of what was
        left to gain, and `warning`. Empty where nobody took both.

    References
    ----------
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
        )
        .sort("objective", nulls_last=False)
        .collect()
    )  # fmt: skip
    texts = dict(
        asked.items.select(pl.col("objective").cast(pl.String), "objective_text").unique().iter_rows()
    )
    rows = [_row(name, texts.get(name), *rest) for name, *rest in found.iter_rows()]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _row(
    objective: str | None, text: str | None, n: int, before: float, after: float, spread: float | None
) -> tuple[object, ...]:
    """Return the row of an objective."""
    from scipy.stats import t

    difference = after - before
    low: float | None = None
    high: float | None = None
    if n > 1 and spread is not None:
        half = float(t.ppf(0.5 + LEVEL / 2, n - 1)) * spread / math.sqrt(n)
        low, high = difference - half, difference + half
    # Who knew all before has nothing to gain; one part in a thousand million is rounding.
    normalized = difference / (1 - before) if before < 1 - 1e-9 else None
    warning = f"only {n} students: may be chance" if n < FEW else None
    return objective, text, n, before, after, difference, low, high, normalized, warning
