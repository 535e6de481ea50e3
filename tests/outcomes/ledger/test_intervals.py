"""Intervals of a proportion agree with what others printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes import clopper_pearson, wilson

# Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-872, Table I.
NEWCOMBE = [
    (81, 263, (0.2527, 0.3676), (0.2553, 0.3662)),
    (15, 148, (0.0578, 0.1617), (0.0624, 0.1605)),
    (0, 20, (0.0000, 0.1684), (0.0000, 0.1611)),
    (1, 29, (0.0009, 0.1776), (0.0061, 0.1718)),
]
counts = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
intervals = pytest.mark.parametrize("interval", [clopper_pearson, wilson])


@pytest.mark.parametrize(("events", "n", "exact", "score"), NEWCOMBE)
def test_the_published_worked_examples_come_out(events, n, exact, score):
    assert clopper_pearson(events, n) == pytest.approx(exact, abs=0.00005)
    assert wilson(events, n) == pytest.approx(score, abs=0.00005)


def test_a_one_sided_limit_is_that_of_a_two_sided_90_percent_interval():
    # None of 7 lost the response: 1 - 0.05 ** (1 / 7) = 34.8%
    assert clopper_pearson(0, 7, level=90).high == pytest.approx(0.348, abs=0.0005)


@intervals
@given(counted=counts)
def test_an_interval_holds_the_proportion_and_stays_within_0_and_1(interval, counted):
    events, n = counted
    low, high = interval(events, n)
    assert 0 <= low <= events / n + 1e-12
    assert events / n - 1e-12 <= high <= 1


@intervals
@given(counted=counts)
def test_the_interval_of_those_without_the_event_is_its_mirror(interval, counted):
    events, n = counted
    low, high = interval(events, n)
    assert interval(n - events, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@intervals
@given(counted=counts)
def test_more_confidence_is_never_a_narrower_interval(interval, counted):
    narrow, wide = interval(*counted, level=90), interval(*counted, level=99)
    assert wide.low <= narrow.low + 1e-12
    assert narrow.high <= wide.high + 1e-12


@intervals
@pytest.mark.parametrize(("events", "n"), [(-1, 5), (6, 5), (0, 0)])
def test_impossible_counts_are_refused(interval, events, n):
    with pytest.raises(ValueError, match=f"got {events} of {n}"):
        interval(events, n)


@intervals
@pytest.mark.parametrize("level", [0, 100, -95])
def test_an_impossible_level_is_refused(interval, level):
    with pytest.raises(ValueError, match="percentage between 0 and 100"):
        interval(1, 2, level=level)
