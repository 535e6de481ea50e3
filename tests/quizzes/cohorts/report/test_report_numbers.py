"""A report speaks as its readers do: titles instead of names of files, and every word of a table explained."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import polars as pl
import pytest
from class_files import write_banks
from class_room import BANKS, FLAGS, SKY, answer, cite, digests, hand_in, result_file

from quizzes.authoring.load import BANK
from quizzes.cohorts.cohort import cohort
from quizzes.cohorts.question_tables import question_tables
from quizzes.cohorts.report import report
from quizzes.cohorts.report.numbers import bank_title

PAGES = sorted(path.stem for path in BANK.glob("*.yml"))


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> str:
    """The report of a class that all knew one of two questions, and said how certain they were."""
    folder, known = tmp_path_factory.mktemp("class"), digests(cite)
    for at in range(6):
        answers = {
            SKY: answer(known[SKY], certainty=2),
            FLAGS: answer(known[FLAGS], ["blue"], at % 2, certainty=1),
        }
        hand_in(folder, f"{at}.json", result_file(answers, f"Student {at}"))
    return report(cohort(folder, bank=BANKS, cite=cite).findings(), now=datetime(2026, 2, 1, tzinfo=UTC))


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


@pytest.mark.parametrize("name", PAGES)
def test_a_bank_has_the_title_of_its_page(name):
    heading = re.search(r"^# (.+)$", Path("book", f"{name}.md").read_text("utf-8"), re.MULTILINE)
    assert bank_title(name) == heading[1]


def test_headings_of_banks_are_titles(page):
    assert "<h3>Example chapter</h3>" in page


@pytest.mark.parametrize(
    "term", ["Mind", "Verdict", "Facility", "Discrimination", "Reliability", "Gain", "Certainty"]
)
def test_every_word_that_heads_a_column_is_explained(page, term):
    assert f"<dt><strong>{term}</strong></dt>" in page


def test_every_verdict_is_explained(page):
    assert all(f"{verdict}: " in words(page) for verdict in ("Too sure", "Too careful", "Fits", "Open"))


def test_questions_that_the_picture_cannot_show_are_counted_below_it(tmp_path):
    write_banks(tmp_path / "banks")
    items = question_tables(tmp_path / "banks", cite=cite).items
    known = dict(zip(items["item"].cast(pl.String), items["digest"].cast(pl.String), strict=True))
    for student, marks in enumerate(["111", "110", "101", "100", "111"]):
        answers = {
            f"chapter-one-question-{at}": answer(
                known[f"chapter-one-question-{at}"], ["alpha" if mark == "1" else "beta"], int(mark)
            )
            for at, mark in enumerate(marks)
        }
        hand_in(tmp_path / "class", f"{student}.json", result_file(answers, f"Student {student}"))
    page = cohort(tmp_path / "class", bank=tmp_path / "banks", cite=cite).report()
    assert page.count(": facility ") == 2
    assert "Without discrimination: 1 of 3 questions. They are not in the picture" in page
