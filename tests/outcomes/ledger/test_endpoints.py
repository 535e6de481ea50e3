"""The words of a measure allow only the endpoints that they name."""

import pytest

from outcomes.endpoints import endpoints_allowed


@pytest.mark.parametrize(
    ("measure", "allowed"),
    [
        ("5-year OS, surgery", {"overall survival"}),
        ("bleeding from the os sacrum", set()),
        ("median survival after a cold spring", {"survival (endpoint not named)"}),
        ("cause-specific survival", {"cancer-specific survival"}),
        ("disease-free", set()),
    ],
)
def test_words_allow_only_what_they_say(measure, allowed):
    assert endpoints_allowed(measure) == allowed
