"""Arithmetic on counts: intervals of a proportion, and the limit when none of n had the event.

Pure functions, units and sources in the docstrings.
"""

import math
from statistics import NormalDist
from typing import NamedTuple

from records.quantiles import beta_quantile


class Bounds(NamedTuple):
    """Lower and upper end of an interval of a proportion [1], each within 0..1."""

    low: float
    high: float


def clopper_pearson(events: int, n: int, *, level: float = 95.0) -> Bounds:
    """Return the exact (Clopper-Pearson) interval of a proportion.

    Its coverage is never below the level; with few patients it is wider than necessary. It only fits plain
    counts: a percentage read off a survival curve gets none from its n.

    Parameters
    ----------
    events : int
        Patients with the event, 0 to `n`.
    n : int
        Patients observed, 1 or more.
    level : float
        Confidence level [%], above 0 and below 100.

    Returns
    -------
    Bounds
        Lower and upper end of the proportion [1], each within 0..1.

    Raises
    ------
    ValueError
        If the counts or the level are impossible.

    References
    ----------
    Clopper CJ, Pearson ES. Biometrika 1934;26:404-413.

    Examples
    --------
    Twelve responses among 49 patients:

    >>> low, high = clopper_pearson(12, 49)
    >>> f"{low:.1%} to {high:.1%}"
    '13.3% to 38.9%'
    """
    _check(events, n, level)
    tail = (1 - level / 100) / 2
    low = beta_quantile(tail, events, n - events + 1) if events > 0 else 0.0
    high = beta_quantile(1 - tail, events + 1, n - events) if events < n else 1.0
    return Bounds(low, high)


def wilson(events: int, n: int, *, level: float = 95.0) -> Bounds:
    """Return the Wilson score interval of a proportion, without continuity correction.

    On average its coverage is nearer to the level than that of the exact interval, and it is narrower.

    Parameters
    ----------
    events : int
        Patients with the event, 0 to `n`.
    n : int
        Patients observed, 1 or more.
    level : float
        Confidence level [%], above 0 and below 100.

    Returns
    -------
    Bounds
        Lower and upper end of the proportion [1], each within 0..1.

    Raises
    ------
    ValueError
        If the counts or the level are impossible.

    References
    ----------
    Wilson EB. J Am Stat Assoc 1927;22:209-212. Compared with others in Newcombe RG. Stat Med 1998;17:857-872.

    Examples
    --------
    >>> low, high = wilson(12, 49)
    >>> f"{low:.1%} to {high:.1%}"
    '14.6% to 38.1%'
    """
    _check(events, n, level)
    square = NormalDist().inv_cdf(0.5 + level / 200) ** 2
    middle = (events + square / 2) / (n + square)
    half = math.sqrt(square * (events * (n - events) / n + square / 4)) / (n + square)
    # At none and at all the two are equal, but for the last digit.
    return Bounds(middle - half if events > 0 else 0.0, middle + half if events < n else 1.0)


def rule_of_three(n: int) -> float | None:
    """Return the one-sided upper 95% limit of a proportion when none of `n` had the event, roughly 3/n.

    A good approximation above about 30 patients; below, it is too high.

    Parameters
    ----------
    n : int
        Patients observed, 1 or more, none of them with the event.

    Returns
    -------
    float or None
        The limit of the proportion [1]; `None` with 3 patients or fewer, for whom the rule does not hold.

    Raises
    ------
    ValueError
        If `n` is less than 1.

    References
    ----------
    Jovanovic BD, Levy PS. Am Stat 1997;51:137-139.

    Examples
    --------
    None of 52 with a reaction of grade 4 or 5:

    >>> f"{rule_of_three(52):.1%}"
    '5.8%'
    """
    if n < 1:
        raise ValueError(f"n must be 1 or more: got {n}")
    return 3 / n if n > 3 else None


def _check(events: int, n: int, level: float) -> None:
    if n < 1 or not 0 <= events <= n:
        raise ValueError(f"events must be 0 to n, and n 1 or more: got {events} of {n}")
    if not 0 < level < 100:
        raise ValueError(f"level is a percentage between 0 and 100, e.g. 95: got {level}")
