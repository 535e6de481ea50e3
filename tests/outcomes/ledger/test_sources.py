"""A source is cited by what a public record shows, and says what none showed."""

import pytest

from _ext.ledger.references import bibtex_entry, reference_line
from outcomes.model import Source
from records.wording import taken

FULL = {
    "key": "roe-2020",
    "authors": "van der Roe AB, Doe C, et al",
    "title": "A series of twelve",
    "journal": "Journal of Series",
    "year": 2020,
    "volume_pages": "1(2):3-4",
    "doi": "10.1000/roe.2020",
    "design": "series",
    "level_seen": "abstract",
}


def source(**changes):
    return Source.model_validate(
        {name: value for name, value in {**FULL, **changes}.items() if value is not None}
    )


@pytest.mark.parametrize(
    ("changes", "short", "cited_as", "unconfirmed"),
    [
        ({}, "van der Roe 2020", "van der Roe 2020, Journal of Series", ()),
        ({"authors": "Roe, et al"}, "Roe 2020", "Roe 2020, Journal of Series", ()),
        ({"authors": None}, "Journal of Series 2020", "Journal of Series 2020", ("authors",)),
        (
            {"journal": None, "title": "[Twelve patients]"},
            "van der Roe 2020",
            "van der Roe 2020",
            ("title", "journal"),
        ),
        (
            {"authors": None, "journal": None, "pmcid": "PMC1"},
            "PMC1 2020",
            "PMC1 2020",
            ("authors", "journal"),
        ),
        (
            {"authors": None, "journal": None, "pmid": "12345", "year": None},
            "PubMed 12345",
            "PubMed 12345",
            ("authors", "journal"),
        ),
        (
            {"authors": None, "journal": None, "found_at": "index.example", "year": None},
            "index.example",
            "index.example",
            ("authors", "journal"),
        ),
    ],
)
def test_the_journal_or_the_record_stands_for_authors_whom_no_record_names(
    changes, short, cited_as, unconfirmed
):
    record = source(**changes)
    assert (record.short, record.cited_as, record.unconfirmed) == (short, cited_as, unconfirmed)


def test_a_source_that_nothing_could_cite_is_a_fault():
    bare = {name: value for name, value in FULL.items() if name not in ("authors", "journal")}
    assert taken(Source, bare) == (
        None,
        ["authors: is missing, and so are journal, pmcid, pmid and found_at: nothing to cite it by"],
    )


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "https://doi.org/10.1000/roe.2020"),
        ({"doi": None, "pmid": "12345", "pmcid": "PMC1"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC1/"),
        ({"doi": None, "pmid": "12345"}, "https://pubmed.ncbi.nlm.nih.gov/12345/"),
        ({"doi": None}, None),
    ],
)
def test_a_reference_leads_to_the_work(changes, address):
    record = source(**changes)
    assert record.address == address
    assert ("<a href=" in reference_line(record)) == (address is not None)
    assert (f"  url = {{{address}}}" in bibtex_entry(record)) == (address is not None)


def test_a_reference_says_what_is_open_and_how_much_was_read():
    line = reference_line(source(authors=None, note="The end was cut off.", note_internal="Ask the library."))
    assert line == (
        "Journal of Series (2020). A series of twelve. 1(2):3-4."
        ' <a href="https://doi.org/10.1000/roe.2020">doi:10.1000/roe.2020</a>.'
        ' <span class="seen">Not confirmed in a public record: authors. Read: abstract. The end was cut off.</span>'
    )


def test_a_note_among_authors_is_shown_nowhere():
    record = source(note_internal="Ask the library.")
    assert "library" not in reference_line(record) + bibtex_entry(record)
