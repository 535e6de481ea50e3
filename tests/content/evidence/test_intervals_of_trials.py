"""The intervals that trials of this ledger print are exact ones."""

import pytest

from outcomes import clopper_pearson

# As the trials print them; each source stands in the ledger under the id given.
TRIALS = {
    "atezo-fda-orr, FDA label": (12, 49, "13", "39"),
    "atezo-orr, ASCO Post": (19, 52, "24", "51"),
    "gept-orr, Shi 2020": (14, 37, "22.5", "55.2"),
    "gept-dcr, Shi 2020": (32, 37, "71.2", "95.5"),
    "pembro-acse-wk12, Blay 2023": (6, 97, "2.3", "13.0"),
}


@pytest.mark.parametrize("trial", TRIALS)
def test_the_intervals_that_trials_print_are_exact_ones(trial):
    events, n, low, high = TRIALS[trial]
    places = len(low.partition(".")[2])
    printed = tuple(f"{100 * end:.{places}f}" for end in clopper_pearson(events, n))
    assert printed == (low, high)
