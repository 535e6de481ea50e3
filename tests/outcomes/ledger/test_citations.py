"""A number reads in a sentence as a reader expects it, and its card says what it counts."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marble_thumb import LEDGER, cite

TEXTS = {
    "roe-remission": "62%",
    "roe-remission n": "50",
    "moe-weeks": "8 weeks (95% CI 6-11)",
    "doe-remission": "75% (30/40)",
    "doe-remission value": "75%",
    "doe-remission counts": "30 of 40",
    "doe-remission events": "30",
    # 12 of 49: an FDA label prints 13 to 39%; Wilson as in the doctest of `outcomes.intervals.wilson`.
    "poe-remission exact": "13-39%",
    "poe-remission wilson": "15-38%",
    # 0 of 12: the upper end solves (1 - p) ** 12 = 0.025.
    "poe-relapse": "0% (0/12)",
    "poe-relapse exact-low": "0%",
    "poe-relapse exact-high": "26%",
    "moe-hr": "0.58 (90% CI 0.33-1.03)",
    "moe-hr interval": "0.33-1.03",
    "moe-girth": "-8.3%",
    "numbers.range": "20-58%",
    "numbers.range value": "20-58%",
    "numbers.from": "6.9 months (95% CI from 5)",
    "numbers.many n": "35,987",
    "numbers.counts": "1 of 14",
    "numbers.one": "1 month",
    "numbers.patients": "3018 patients",
    "numbers.observed": "3.6 months (range 2.1-19.1)",
    "numbers.span": "4-6 weeks",
    "numbers.spread": "70.2% (SD 9)",
    "numbers.category": "pale",
}


@pytest.mark.parametrize(("reference", "text"), TEXTS.items())
def test_a_number_is_printed_as_a_reader_expects_it(reference, text):
    assert cite(reference).text == text


def test_a_card_tells_what_was_counted_in_whom_and_where_it_was_read():
    card = cite("moe-pfs24")
    assert card.title == "Progression-free survival at 2 years: 71%"
    assert card.detail == "Patients with a mitten, n = 30. Interval not reported."
    assert card.source == "Moe 2022, Annals of Examples; invented"
    assert card.source_key == "moe-2022"


def test_a_card_says_whether_an_interval_is_reported_or_computed():
    assert "95% CI 6-11 weeks (reported)" in cite("moe-weeks").detail
    # 5 of 5: the lower end solves p ** 5 = 0.025
    assert "95% CI 48-100% (computed, Clopper-Pearson)" in cite("numbers.whole").detail


def test_a_survival_percentage_gets_no_interval_from_its_n():
    assert "Clopper-Pearson" not in cite("moe-pfs24").detail
    with pytest.raises(KeyError, match="has no exact"):
        cite("moe-pfs24 exact")


def test_a_number_of_a_fact_names_the_fact_and_its_source():
    card = cite("numbers.whole")
    assert card.title == "Thumbs that were cool: 100% (5/5)"
    assert "almanac of thumbs" in card.detail
    assert card.source.startswith("van der Zoe 2018, ")


def test_the_card_of_a_number_among_others_leaves_the_statement_of_its_fact_to_the_row():
    detail, source, more = cite("numbers.whole").card
    assert detail == "n = 5. 95% CI 48-100% (computed, Clopper-Pearson)."
    assert source.startswith("van der Zoe 2018, ")
    assert more


def test_the_card_of_a_number_alone_says_the_first_sentence_of_its_fact_whole_or_not_at_all():
    for number in LEDGER.facts.values():
        if len(number.numbers) == 1:
            detail, _, more = cite(f"{number.id}.{number.numbers[0].id}").card
            first = number.statement.partition(". ")[0].removesuffix(".")
            assert detail.startswith(first) or more


def test_a_source_without_known_authors_goes_by_its_journal():
    assert cite("sheet.hours").source.startswith("Sheets of Examples 2017; ")


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("moe-pfs42", "no number has the id 'moe-pfs42'; near it: moe-pfs24"),
        ("", "no number has the id ''"),
        ("moe-pfs24 counts", "'moe-pfs24' has no counts; it has value, n"),
        ("moe-pfs24 mean", "after the id comes one of value, counts, n, events, interval"),
    ],
)
def test_a_reference_that_leads_nowhere_says_what_there_is(reference, message):
    with pytest.raises(KeyError) as caught:
        cite(reference)
    assert message in caught.value.args[0]


@given(st.text())
def test_no_reference_whatever_raises_anything_but_a_key_error(reference):
    with contextlib.suppress(KeyError):
        assert cite(reference).text
