"""A report calls a bank what its page is called."""

import re
from html import unescape

import polars as pl

from quizzes.cohorts.report.pictures import reliabilities
from quizzes.cohorts.report.tables import reliabilities as reliability_table


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_tables_and_pictures_of_banks_say_the_titles():
    row = {
        "bank": "pre-test", "questions": 10, "left_out_questions": 0, "students": 40, "left_out_students": 0,
        "mean": 5.0, "sd": 1.0, "value": 0.5, "low": 0.3, "high": 0.7, "method": "KR-20", "warning": None,
    }  # fmt: skip
    for drawn in (reliabilities(pl.DataFrame([row])), reliability_table(pl.DataFrame([row]))):
        assert "Pre-test" in drawn
        assert "pre-test" not in words(drawn)
