"""Overall, disease-specific and progression-free survival are never confused."""

import re

import pytest

from outcomes import ledger
from outcomes.endpoints import Endpoint, endpoints_allowed

# Written down apart from the package's own table: what a word in a measure obliges the endpoint to be.
WORDS = {
    r"overall survival|\bOS\b": "overall survival",
    r"disease-specific survival|\bDSS\b": "disease-specific survival",
    r"cancer-specific survival|\bCSS\b": "cancer-specific survival",
    r"progression-free|\bPFS\b": "progression-free survival",
    r"disease-free survival|\bDFS\b": "disease-free survival",
    r"event-free": "event-free survival",
    r"local-recurrence-free|\bLRFS\b": "local-recurrence-free survival",
    r"distant-recurrence-free": "distant-recurrence-free survival",
    r"metastasis-free|\bMFS\b": "metastasis-free survival",
    r"objective response|\bORR\b": "objective response rate",
    r"duration[- ]of[- ]response|\bDOR\b": "duration of response",
    r"time to response": "time to response",
    r"disease control": "disease control rate",
}


@pytest.mark.parametrize("words", WORDS)
def test_the_words_of_a_measure_and_its_endpoint_agree(words):
    named = [q for q in ledger().quantities.values() if re.search(words, q.measure)]
    assert named, "no measure says so: the test would pass for nothing"
    assert {q.endpoint for q in named} == {WORDS[words]}


@pytest.mark.parametrize("words", WORDS)
def test_an_endpoint_is_given_only_where_the_words_say_so(words):
    by_hand = {"gap-ev-bicr": "objective response rate"}  # the fact speaks of ORR, its numbers of odds
    for name, quantity in ledger().quantities.items():
        if quantity.endpoint == WORDS[words] and by_hand.get(name.partition(".")[0]) != WORDS[words]:
            assert re.search(words, quantity.measure, re.IGNORECASE), name


def test_a_survival_or_response_never_goes_without_an_endpoint():
    silent = [
        n for n, q in ledger().quantities.items() if endpoints_allowed(q.measure) and q.endpoint is None
    ]
    assert silent == []


@pytest.mark.parametrize("source", ["lieberman-1989", "casanova-2000"])
def test_survival_that_its_authors_did_not_name_stays_unnamed(source):
    survival = [e for e in ledger().estimates.values() if e.source == source and "survival" in e.measure]
    assert survival
    assert {e.endpoint for e in survival} == {Endpoint.SURVIVAL_NOT_NAMED}


def test_every_survival_of_the_japanese_registry_is_disease_specific():
    at_five_years = [
        e
        for e in ledger().estimates.values()
        if e.source == "fujiwara-2022" and e.measure.startswith(("3-year ", "5-year ")) and "mfs" not in e.id
    ]
    assert len(at_five_years) >= 20
    assert {e.endpoint for e in at_five_years} == {Endpoint.DISEASE_SPECIFIC_SURVIVAL}
