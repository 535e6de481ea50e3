"""A report calls the bank of the first page what the book calls it there: the pre-test."""

import re
from html import unescape
from pathlib import Path

import polars as pl

from quizzes.cohorts.report.pictures import reliabilities
from quizzes.cohorts.report.tables import reliabilities as reliability_table
from quizzes.cohorts.report.words import bank_title


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_the_bank_of_the_first_page_is_the_pre_test_as_in_the_book():
    assert "pre-test" in Path("book", "index.md").read_text("utf-8").lower()
    assert bank_title("index") == "Pre-test"


def test_tables_and_pictures_of_banks_say_the_titles():
    row = {
        "bank": "index", "questions": 10, "left_out_questions": 0, "students": 40, "left_out_students": 0,
        "mean": 5.0, "sd": 1.0, "value": 0.5, "low": 0.3, "high": 0.7, "method": "KR-20", "warning": None,
    }  # fmt: skip
    for drawn in (reliabilities(pl.DataFrame([row])), reliability_table(pl.DataFrame([row]))):
        assert "Pre-test" in drawn
        assert "index" not in words(drawn).replace("tabindex", "")
