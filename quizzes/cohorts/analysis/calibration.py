"""Whether students know what they know: how often they were right at each certainty."""

import polars as pl

from quizzes.cohorts.analysis.intervals import FEW, FEWEST, share_interval
from quizzes.strings import say

BANDS = {1: (0.0, 2 / 3), 2: (2 / 3, 4 / 5), 3: (4 / 5, 1.0)}
"""The shares right at which each certainty pays best, as in the front end (`frontend/record/certainty.js`)."""

RIGHT = {1: 1, 2: 2, 3: 3}
WRONG = {1: 0, 2: -2, 3: -6}
"""The marks for an answer, by certainty."""


def calibration(scored: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each certainty, 1 to 3, that was chosen.

    Answers without a certainty are left out, and a partly right answer counts as wrong: certainty is about
    all of it. Answers of one student are alike, so the interval takes students, not answers, as independent.

    Parameters
    ----------
    scored : polars.DataFrame
        `Cohort.scored`.

    Returns
    -------
    polars.DataFrame
        `certainty`, `n` answers of so many `students`, `right` of them, their `share` with `low` and `high` (95%),
        the mean `mark`, the band of shares that fits (`fits_from`, `fits_to`), the `verdict` (`too sure`,
        `too careful`, `fits` or `open`), and `warning`.

    References
    ----------
    Gardner-Medwin 1995, Assoc Learn Technol J 3:80 (marks by certainty).
    Variance of a ratio over clusters: Cochran 1977, Sampling Techniques, 3rd edition, section 6.3.
    """
    by_student = (
        scored.lazy()
        .filter(pl.col("certainty") > 0)
        .group_by("certainty", "student")
        .agg(n=pl.len(), right=(pl.col("score") == 1).sum())
    )
    n, share = pl.col("n"), pl.col("right").sum() / pl.col("n").sum()
    residue = (pl.col("right") - share * n) ** 2
    low, high = share_interval(pl.col("share"), pl.col("variance"), pl.col("students"))
    level = pl.col("certainty")
    first, last = (
        level.replace_strict({at: band[end] for at, band in BANDS.items()}, return_dtype=pl.Float64)
        for end in (0, 1)
    )
    brings = [level.replace_strict(marks, return_dtype=pl.Float64) for marks in (RIGHT, WRONG)]
    return (
        by_student.group_by("certainty")
        .agg(
            students=pl.len(),
            share=share,
            # A single student shows no variance. The square of a count may not fit into its 32 bits.
            variance=pl.len() / (pl.len() - 1).replace(0, None) * residue.sum() / n.sum() / n.sum(),
            n=n.sum(),
            right=pl.col("right").sum(),
        )
        .with_columns(low=low, high=high, fits_from=first, fits_to=last)
        .select(
            "certainty", "n", "students", "right", "share", "low", "high",
            (pl.col("share") * brings[0] + (1 - pl.col("share")) * brings[1]).alias("mark"),
            "fits_from", "fits_to",
            pl.when(pl.col("students") < FEWEST).then(pl.lit("open"))
            .when(pl.col("high") < pl.col("fits_from")).then(pl.lit("too sure"))
            .when(pl.col("low") > pl.col("fits_to")).then(pl.lit("too careful"))
            .when((pl.col("low") >= pl.col("fits_from")) & (pl.col("high") <= pl.col("fits_to"))).then(pl.lit("fits"))
            .otherwise(pl.lit("open")).alias("verdict"),
            pl.when(pl.col("students") < FEW)
            .then(pl.format(say("class_few", n="{}"), "students")).alias("warning"),
        )
        .sort("certainty")
        .collect()
    )  # fmt: skip
