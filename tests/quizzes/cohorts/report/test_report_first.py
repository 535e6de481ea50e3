"""What a report says first: the few questions that went worst, by their own words."""

import re
from html import unescape
from typing import Any

import polars as pl
import pytest

from quizzes.cohorts.report.first import look_first

NO_CERTAINTY = pl.DataFrame(schema={"certainty": pl.Int8, "share": pl.Float64, "verdict": pl.String})


ITEMS = {
    "bank": pl.String, "place": pl.Int32, "item": pl.String, "question": pl.String, "n": pl.Int64,
    "warning": pl.String,
}  # fmt: skip
OPTIONS = {
    "item": pl.String, "order": pl.Int32, "text": pl.String, "correct": pl.Boolean,
    "n": pl.Int64, "picked": pl.Int64, "share": pl.Float64, "warning": pl.String,
}  # fmt: skip


def class_of(*questions: dict[str, Any]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return items and options: each question has a right option, a wrong one, and how many picked them."""
    items: list[tuple[Any, ...]] = []
    options: list[tuple[Any, ...]] = []
    for at, asked in enumerate(questions, start=1):
        one: dict[str, Any] = {
            "question": f"Which is number {at}?",
            "n": 40,
            "right": 40,
            "wrong": 0,
            "key": False,
        } | asked
        item, n, right, wrong = f"it-{at}", one["n"], one["right"], one["wrong"]
        key = "those who know more do worse: check the key" if one["key"] else None
        few = f"only {n} answered: may be chance; " if n < 30 else ""
        tempting = f"{few}picked more often than a right one" if wrong > right else None
        items.append(("sky", at, item, one["question"], n, key))
        options.append((item, 1, "Blue", True, n, right, right / n, None))
        options.append((item, 2, "Red", False, n, wrong, wrong / n, tempting))
    return pl.DataFrame(items, ITEMS, orient="row"), pl.DataFrame(options, OPTIONS, orient="row")


def said(*questions: dict[str, Any], sure: pl.DataFrame = NO_CERTAINTY) -> str:
    return look_first(*class_of(*questions), sure)


def text(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def bullets(markup: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'<li><strong dir="auto">(.*?)</strong>', markup)]


def test_a_tempting_wrong_option_is_said_in_students_and_plain_words():
    found = text(said({"n": 7, "right": 1, "wrong": 5}))
    assert "Which is number 1?Sky, question 1" in found
    assert "5 of 7 students picked “Red”, which is wrong; 1 picked “Blue”, which is right." in found


def test_where_nobody_was_right_it_says_nobody():
    assert "6 of 7 students picked “Red”, which is wrong; nobody picked" in text(
        said({"n": 7, "right": 0, "wrong": 6})
    )


def test_doubtful_keys_come_first_and_then_the_largest_lead_of_a_wrong_option():
    found = said(
        {"right": 10, "wrong": 20}, {"right": 5, "wrong": 35}, {}, {"key": True}, {"right": 14, "wrong": 15}
    )
    assert bullets(found) == [f"Which is number {at}?" for at in (4, 2, 1, 5)]
    assert "Students who know more do worse on it: check its key." in text(found)
    assert "first where the key is in doubt, then by the lead of a wrong option" in text(found)


def test_no_more_than_eight_are_listed_and_how_many_there_are_is_said():
    found = said(*({"right": at, "wrong": 30} for at in range(20)))
    assert bullets(found) == [f"Which is number {at}?" for at in range(1, 9)]
    assert "The worst 8 of 20 questions that stand out" in text(found)


def test_a_long_question_is_cut_to_eighty_letters():
    (words,) = bullets(said({"question": "Why? " * 40, "right": 1, "wrong": 30}))
    assert len(words) <= 80
    assert words.endswith("…")


def test_a_question_is_one_bullet_with_its_options_folded_into_it():
    found = said({"right": 10, "wrong": 20})
    assert found.count("<details>") == 1
    assert "Blue (right): 10, 25%" in text(found)
    assert "Red: 20, 50%" in text(found)


@pytest.mark.parametrize(("students", "warnings"), [(29, 1), (30, 0)])
def test_a_small_class_is_warned_of_once_above_the_list(students, warnings):
    found = said(*[{"n": students, "right": 1, "wrong": 20}] * 3)
    assert text(found).count("may be chance") == warnings
    assert text(found).startswith("Fewer than 30 students") == bool(warnings)


def test_certainties_that_were_too_high_are_said_as_well():
    sure = pl.DataFrame({"certainty": [3], "share": [0.4], "verdict": ["too sure"]})
    assert "Too sure: answers given with certainty 3 were right in 40%." in text(said({}, sure=sure))


def test_where_nothing_stands_out_it_says_so():
    assert text(said({})) == "Nothing stands out."
