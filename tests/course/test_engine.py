"""The engine knows nothing of the course that stands on it: no id, no name of a page, no word of the disease."""

import re

import pytest

from build import ROOT
from chapters import banks
from course import course
from course.engine import engine_files
from course.pages import names
from outcomes import ledger

CODE = (".css", ".html", ".js", ".json", ".py")
# The pages that the engine itself knows by name.
OF_THE_ENGINE = {
    "index",
    "evidence",
    "about",
    "downloads",
    "explore",
    "glossary",
    "progress",
    "references",
    "review",
}


def ids() -> set[str]:
    """Every id of the evidence and of the questions; one without a hyphen is a word as well."""
    records = ledger()
    kinds = (
        records.sources,
        records.quantities,
        records.facts,
        records.claims,
        records.corrections,
        records.conflicts,
        records.comparability,
    )
    asked = banks().values()
    of_questions = [*(item.id for bank in asked for item in bank.items)]
    of_questions += [aim.id for bank in asked for aim in bank.objectives]
    return {name for name in (*(name for kind in kinds for name in kind), *of_questions) if "-" in name}


IDS = ids()
AN_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)+")
STUDIES = {work.short for work in ledger().sources.values() if work.short.endswith(str(work.year))}
A_STUDY = re.compile("|".join(map(re.escape, sorted(STUDIES))))
# A page is named between quotes, as a path or with its ending: a word in a sentence is English.
PAGES = [name for name in names(ROOT) if name not in OF_THE_ENGINE]
A_PAGE = re.compile(
    rf"""(?:["'`]|book/|bank/)({"|".join(map(re.escape, PAGES))})(?:["'`]|\.(?:md|yml|html|ipynb)\b)"""
)
WORDS = re.compile("|".join(map(re.escape, [course().disease, *course().words])), re.IGNORECASE)


def of_the_course(text: str) -> list[str]:
    """Return `line: what` for all that only the course may know."""
    return [
        f"line {number}: {found}"
        for number, line in enumerate(text.splitlines(), start=1)
        for found in (
            *(name for name in AN_ID.findall(line) if name in IDS),
            *A_PAGE.findall(line),
            *A_STUDY.findall(line),
            *WORDS.findall(line),
        )
    ]


def test_no_file_of_the_engine_knows_the_course():
    files = [file for file in engine_files(ROOT) if file.endswith(CODE) and not file.startswith("tests/")]
    assert len(files) > 100
    found = {file: said for file in files if (said := of_the_course((ROOT / file).read_text("utf-8")))}
    assert found == {}


@pytest.mark.parametrize(
    "named",
    [next(iter(ledger().estimates)), next(iter(banks().values())).items[0].id, course().words[0]],
)
def test_an_id_and_a_word_are_seen_in_code_and_in_an_example(named):
    assert of_the_course(f'    >>> cite("{named}").text') == [f"line 1: {named}"]


def test_a_page_is_seen_by_its_name_and_not_as_a_word():
    name = PAGES[0]
    assert of_the_course(f'quiz("{name}")') == [f"line 1: {name}"]
    assert of_the_course(f"ROOT / 'book/{name}.md'") == [f"line 1: {name}"]
    assert of_the_course(f"what {name} means") == []
