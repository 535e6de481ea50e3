"""Of the tests only those in tests/content and tests/editions know this course: another one runs the rest unchanged."""

import re

from build import ROOT
from chapters import banks, pages
from marble_thumb import BANKS, LEDGER
from outcomes import Ledger, ledger

TESTS = ROOT / "tests"
OF_THIS_COURSE = ("content", "editions")
READ = {".css", ".js", ".json", ".md", ".py", ".yml"}
WORDS = re.compile("asps|alveolar|atezolizumab|pazopanib|tfe3", re.IGNORECASE)
AN_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)+")
A_PAGE = re.compile(r"""(?:["'`]|book/|bank/)([a-z][a-z-]+)(?:["'`]|\.(?:md|yml|html|ipynb)\b)""")


def ids(records: Ledger, questions) -> set[str]:
    """Return the ids of the evidence and of the questions; one without a hyphen is a word as well."""
    kinds = (records.sources, records.quantities, records.facts, records.claims, records.corrections)
    asked = [item.id for bank in questions.values() for item in bank.items]
    return {name for name in (*(name for kind in kinds for name in kind), *asked) if "-" in name}


# What the small book calls so too is not this course's alone.
IDS = ids(ledger(), banks()) - ids(LEDGER, BANKS)
CHAPTERS = {page.stem for page in pages() if page.stem in banks()} - set(BANKS)


def of_this_course(line: str) -> set[str]:
    """Return what a line names that no other course has."""
    named = {name for name in AN_ID.findall(line) if name in IDS}
    return named | set(WORDS.findall(line)) | {name for name in A_PAGE.findall(line) if name in CHAPTERS}


def test_no_other_test_names_a_chapter_a_record_a_question_or_a_word_of_this_course():
    files = [
        path
        for path in TESTS.rglob("*")
        if path.suffix in READ and path.relative_to(TESTS).parts[0] not in OF_THIS_COURSE
    ]
    assert len(files) > 150
    found = {
        f"{path.relative_to(ROOT)}:{number}": sorted(named)
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if (named := of_this_course(line))
    }
    assert found == {}


def test_each_of_them_is_seen():
    for line in (
        f'cite("{next(iter(IDS))}")',
        f'CHAPTER = "book/{next(iter(CHAPTERS))}.html"',
        "the ASPS course",
    ):
        assert of_this_course(line), line
