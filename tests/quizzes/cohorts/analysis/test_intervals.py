"""Intervals of shares and correlations are those that were published."""

import polars as pl
import pytest

from quizzes.cohorts.analysis.intervals import correlation_interval, paired_interval, share_interval


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    # Newcombe 1998, Stat Med 17:857, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_a_share_is_wilsons_as_published(right, n, low, high):
    share = right / n
    limits = share_interval(pl.lit(share), pl.lit(share * (1 - share) / n), pl.lit(n))
    assert pl.select(low=limits[0], high=limits[1]).row(0) == pytest.approx((low, high), abs=5e-5)


def test_the_interval_of_a_correlation_needs_four_pairs():
    limits = correlation_interval(pl.lit(0.5), pl.lit(3))
    assert pl.select(low=limits[0], high=limits[1]).row(0) == (None, None)


@pytest.mark.parametrize(
    ("both", "only_after", "only_before", "neither", "low", "high"),
    [
        # Newcombe 1998, Stat Med 17:2635, tables of method 10, as R's `propint` tests itself by them
        (36, 12, 2, 0, 0.0569, 0.3404),
        (18, 12, 2, 18, 0.0562, 0.3290),
        (53, 0, 0, 1, -0.0729, 0.0729),
        (0, 30, 0, 0, 0.8395, 1.0),
        # R's `contingencytables` tests itself by this one
        (59, 6, 16, 80, -0.1186, -0.0046),
    ],
)
def test_the_interval_of_paired_shares_is_newcombes_as_published(
    both, only_after, only_before, neither, low, high
):
    n = both + only_after + only_before + neither
    before, after = (both + only_before) / n, (both + only_after) / n
    limits = paired_interval(pl.lit(before), pl.lit(after), pl.lit(both / n - before * after), pl.lit(n))
    assert pl.select(low=limits[0], high=limits[1]).row(0) == pytest.approx((low, high), abs=1e-4)
