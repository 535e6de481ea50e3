"""The quantiles from which limits are reckoned are those of scipy."""

import pytest
from scipy import stats

from records.quantiles import beta_quantile, f_quantile, t_quantile

COUNTS = [1, 2, 3, 10, 49, 333, 10_000]
SHARES = [0.0005, 0.005, 0.025, 0.5, 0.975, 0.9995]


@pytest.mark.parametrize("share", SHARES)
def test_of_the_beta_distribution(share):
    for n in COUNTS:
        for events in {1, 2, n // 4, n // 2, n - 1, n} & set(range(1, n + 1)):
            a, b = events, n - events + 1
            assert beta_quantile(share, a, b) == pytest.approx(stats.beta.ppf(share, a, b), rel=1e-9), (a, b)


def test_of_halves_and_of_shapes_below_one():
    for a, b in [(0.5, 0.5), (0.5, 3.5), (0.01, 2), (1e-3, 1e3), (250_000.5, 0.5)]:
        for share in SHARES:
            assert beta_quantile(share, a, b) == pytest.approx(stats.beta.ppf(share, a, b), rel=1e-9), (
                a,
                b,
                share,
            )


def test_of_students_t():
    for freedom in [1, 2, 3, 9, 29, 999, 99_999]:
        for share in [0.6, 0.975, 0.9995]:
            assert t_quantile(share, freedom) == pytest.approx(stats.t.ppf(share, freedom), rel=1e-9), freedom


def test_of_f():
    for students in [2, 3, 30, 300, 100_000]:
        for questions in [2, 10, 240]:
            freedom = (students - 1, (students - 1) * (questions - 1))
            for share in [0.025, 0.975]:
                assert f_quantile(share, *freedom) == pytest.approx(stats.f.ppf(share, *freedom), rel=1e-9), (
                    freedom
                )


@pytest.mark.parametrize("wrong", [(0, 1, 1), (1, 1, 1), (0.5, 0, 1), (0.5, 1, -1), (float("nan"), 1, 1)])
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="needs a probability between 0 and 1 and shapes above 0"):
        beta_quantile(*wrong)


def test_a_t_below_its_middle_is_refused():
    with pytest.raises(ValueError, match="above one half"):
        t_quantile(0.025, 9)
