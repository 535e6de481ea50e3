"""95% intervals as polars expressions, for whole columns at once."""

from statistics import NormalDist

import polars as pl

LEVEL = 0.95
Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)

FEW = 30
"""A figure from fewer students than this gets a warning.

A discrimination of 0 among 30 students has an interval from -0.36 to 0.36, and a facility of one half
one from 0.33 to 0.67: an apparent difference may be chance.
"""

FEWEST = 10
"""No verdict is given from fewer students than this, whatever the interval says.

Wilson's interval of two students who were both wrong ends at 0.66; that of one, at 0.79.
"""

ALIKE = 1e-9
"""Scores closer than this count as equal: sums of thirds differ in the last digit."""


def share_interval(share: pl.Expr, variance: pl.Expr, n: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Return the limits of a share of points [0..1], which stay within 0..1.

    Wilson's interval for the number of yes-or-no answers that would vary as much as these do. If answers are
    right or wrong, each from a different student, that is their number, and the interval is Wilson's own.

    Parameters
    ----------
    share : polars.Expr
        The mean [0..1].
    variance : polars.Expr
        The variance of that mean.
    n : polars.Expr
        The number of independent answers, used where nothing varied.

    References
    ----------
    Wilson 1927, J Am Stat Assoc 22:209; in the form of Newcombe 1998, Stat Med 17:857, method 3.
    Effective number of answers: Korn and Graubard 1998, Surv Methodol 24:193.
    """
    effective = (
        pl.when(variance > ALIKE**2).then(share * (1 - share) / variance).otherwise(n.cast(pl.Float64))
    )
    center = share + Z**2 / (2 * effective)
    spread = Z * (share * (1 - share) / effective + (Z / (2 * effective)) ** 2).sqrt()
    below = 1 + Z**2 / effective
    return ((center - spread) / below).clip(0, 1), ((center + spread) / below).clip(0, 1)


def paired_interval(
    before: pl.Expr, after: pl.Expr, covariance: pl.Expr, n: pl.Expr
) -> tuple[pl.Expr, pl.Expr]:
    """Return the limits of `after - before`, two shares of the same n students; they stay within -1..1.

    Wilson's limits of each share are joined as the sides of a triangle are, by the correlation phi of the two.
    A phi above 0 is shrunk toward 0 by a continuity correction.

    Parameters
    ----------
    before, after : polars.Expr
        The shares of students who were right.
    covariance : polars.Expr
        The covariance of a student's two answers, divided by n.
    n : polars.Expr
        How many students.

    References
    ----------
    Newcombe 1998, Stat Med 17:2635, method 10.
    """
    (low_b, high_b), (low_a, high_a) = (
        share_interval(share, share * (1 - share) / n, n) for share in (before, after)
    )
    joint = pl.when(covariance > 0).then((covariance - 1 / (2 * n)).clip(0)).otherwise(covariance)
    apart = (before * (1 - before) * after * (1 - after)).sqrt()
    phi = pl.when(apart > 0).then(joint / apart).otherwise(0.0)

    def side(one: pl.Expr, other: pl.Expr) -> pl.Expr:
        return (one**2 - 2 * phi * one * other + other**2).clip(0).sqrt()

    gain = after - before
    return gain - side(after - low_a, high_b - before), gain + side(high_a - after, before - low_b)


def correlation_interval(r: pl.Expr, n: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Return the limits of a correlation, null for fewer than four pairs, and where all pairs lie on a line.

    There the transformation has no end, and the interval no width, however few the pairs are.

    References
    ----------
    Fisher 1921, Metron 1:3: the inverse hyperbolic tangent of `r` has a standard error of 1/sqrt(n - 3).
    """
    half = pl.when((n > 3) & (r.abs() < 1 - ALIKE)).then(Z / (n.cast(pl.Float64) - 3).sqrt())
    z = r.clip(-1, 1).arctanh()
    return (z - half).tanh(), (z + half).tanh()


def correlation(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    """Return Pearson's correlation, null if either variable is constant."""
    varied = ((one.max() - one.min()) > ALIKE) & ((other.max() - other.min()) > ALIKE)
    return pl.when(varied).then(pl.corr(one, other)).fill_nan(None)
