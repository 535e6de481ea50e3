"""The quantiles from which limits are computed: of the beta distribution, and from it of Student's t and of F.

Written out, because the library that has them takes a quarter of a live environment and cannot be had for a kernel in
a browser. The tests hold them against that library.
"""

import math

_CLOSE = 1e-15
_TINY = 1e-300  # stands in for a zero that would be divided by
_MOST_TERMS = 100_000
_MOST_STEPS = 200


def beta_quantile(share: float, a: float, b: float) -> float:
    """Return what a beta-distributed quantity [0..1] stays below with the probability `share`.

    Parameters
    ----------
    share : float
        A probability, above 0 and below 1.
    a, b : float
        The shapes of the distribution, above 0.

    Raises
    ------
    ValueError
        If the probability or a shape is impossible.

    References
    ----------
    NIST Digital Library of Mathematical Functions, 8.17.

    Examples
    --------
    >>> round(beta_quantile(0.5, 2, 1) ** 2, 12)
    0.5
    """
    if not 0 < share < 1 or not a > 0 or not b > 0:
        raise ValueError(f"needs a probability between 0 and 1 and shapes above 0: got {share}, {a}, {b}")
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    low, high, at = 0.0, 1.0, a / (a + b)
    for _ in range(_MOST_STEPS):
        beyond = _below(at, a, b, scale) - share
        low, high = (low, at) if beyond > 0 else (at, high)
        density = math.exp(scale + (a - 1) * math.log(at) + (b - 1) * math.log1p(-at))
        # Newton's step, or half of what is left where that would lead out of it.
        following = at - beyond / density if density else low
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - at) <= 10 * _CLOSE * following or following in (low, high):
            return following
        at = following
    return at


def t_quantile(share: float, freedom: float) -> float:
    """Return what Student's t stays below with the probability `share`, which is above one half.

    Raises
    ------
    ValueError
        If the probability or the degrees of freedom are impossible.

    References
    ----------
    NIST Digital Library of Mathematical Functions, 8.17; Abramowitz and Stegun, 26.7.1.

    Examples
    --------
    >>> round(t_quantile(0.975, 10), 3)
    2.228
    """
    if not 0.5 < share < 1:
        raise ValueError(f"the probability must be above one half and below 1: got {share}")
    # What freedom / (freedom + t * t) stays above: near 0 where t is large, and so exact there.
    part = beta_quantile(2 * (1 - share), freedom / 2, 0.5)
    return math.sqrt(freedom * (1 - part) / part)


def f_quantile(share: float, above: float, below: float) -> float:
    """Return what F with `above` and `below` degrees of freedom stays below with the probability `share`.

    Raises
    ------
    ValueError
        If the probability or the degrees of freedom are impossible.

    References
    ----------
    Abramowitz and Stegun, 26.6.2.

    Examples
    --------
    >>> round(f_quantile(0.95, 3, 10), 2)
    3.71
    """
    part = beta_quantile(share, above / 2, below / 2)
    return below * part / (above * (1 - part))


def _below(x: float, a: float, b: float, scale: float) -> float:
    """Return the probability of less than `x`, the regularized incomplete beta function (8.17.22)."""
    if x * (a + b + 2) > a + 1:  # on this side the fraction converges slowly, and on the other fast
        return 1 - _below(1 - x, b, a, scale)
    before = math.exp(scale + a * math.log(x) + b * math.log1p(-x)) / a
    return before / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of 8.17.22, by the method of Lentz."""
    value, upper, lower = 1.0, 1.0, 0.0
    for term in range(1, _MOST_TERMS):
        m = term // 2
        coefficient = (
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            if term % 2
            else m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        )
        upper = 1 + coefficient / upper or _TINY
        lower = 1 / (1 + coefficient * lower or _TINY)
        value *= upper * lower
        if abs(upper * lower - 1) < _CLOSE:
            break
    return value
