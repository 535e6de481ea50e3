"""A class whose files lie in a folder."""

import pytest
from class_room import BANKS, SKY, answer, digests

from quizzes.cohorts.cohort import cohort


@pytest.fixture
def known(someone):
    return digests(someone)


@pytest.fixture
def sky(known):
    """Return the answers of somebody who knows the sky."""
    return {SKY: answer(known[SKY])}


@pytest.fixture
def read(someone):
    return lambda source: cohort(source, bank=BANKS, cite=someone)
