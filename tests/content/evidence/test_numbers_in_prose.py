"""A clinical number reaches a sentence through the ledger, and no other way."""

import re
from pathlib import Path

import pytest
import yaml

from chapters import pages, prose

ALLOWED = yaml.safe_load((Path(__file__).parent / "allowed_numbers.yml").read_text("utf-8"))
# Digits, and the words that hide a proportion.
NUMBER = re.compile(
    r"\d[\d.,]*|\b(?:percent|per cent|majority|half|one in \w+"
    r"|(?:one|two|a) thirds?(?! part)|(?:one|three|a) quarters?)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')  # a document's words, shown to be corrected


def typed_numbers(text: str) -> list[str]:
    """Return `line: number` for every number that the allow-list does not know."""
    found = []
    for number, line in enumerate(QUOTED.sub("", text).splitlines(), start=1):
        left = line
        for allowed in ALLOWED:
            left = re.sub(allowed["pattern"], "", left)
        found += [f"line {number}: {match[0]}" for match in NUMBER.finditer(left)]
    return found


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_every_number_in_prose_comes_from_the_ledger(page):
    assert typed_numbers(prose(page)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Survival was 62% at five years.",
        "It recurs in two thirds.",
        "Half of them relapse.",
        "One in five dies.",
    ],
)
def test_a_typed_number_is_seen(sentence):
    assert typed_numbers(sentence) != []


@pytest.mark.parametrize(
    "sentence", ["Between 1959 and 1998 T2 N0 M0 was stage II.", "1. Name the endpoint."]
)
def test_years_and_classes_are_not_numbers_of_patients(sentence):
    assert typed_numbers(sentence) == []


def test_every_allowance_says_why():
    assert all(len(allowed["reason"]) > 5 for allowed in ALLOWED)
