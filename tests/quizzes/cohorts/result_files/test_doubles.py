"""One student with several files, several students with one name: what counts, and what is asked about."""

import polars as pl
import pytest
from class_room import EXPORTED, FLAGS, LATER, SKY, answer, hand_in, result_file


def test_the_newest_export_of_a_student_counts_and_the_others_are_named(tmp_path, read, known):
    hand_in(tmp_path, "a.json", result_file({SKY: answer(known[SKY])}, exported=LATER))
    hand_in(tmp_path, "b.json", result_file({}, exported=EXPORTED))
    found = read(tmp_path)
    assert found.set_aside.select("file", "reason").rows() == [("b.json", "is older than a.json")]
    assert found.responses["score"].to_list() == [1.0]


def test_a_copy_of_an_export_is_called_the_same_and_not_older(tmp_path, read, sky):
    hand_in(tmp_path, "a.json", result_file(sky))
    hand_in(tmp_path, "a (1).json", result_file(sky))
    assert read(tmp_path).set_aside.select("file", "reason").rows() == [
        ("a.json", "was exported at the same moment as a (1).json")
    ]


@pytest.mark.parametrize("other", ["Zoé", " Zoé ", "Zoe\u0301", "Zoé\u200b"])
def test_a_name_is_the_same_however_its_spaces_and_letters_are_coded(tmp_path, read, sky, other):
    hand_in(tmp_path, "a.json", result_file(sky, "Zoé"))
    hand_in(tmp_path, "b.json", result_file(sky, other))
    assert read(tmp_path).students.height == 1


ALIKE = {
    "capitals and spaces": ["Ada L", "AdaL", "ada l"],
    "a letter with two spellings": ["STRASSE", "Straße"],
    "two hyphens": ["Anna-1", "Anna\u20101"],
    "letters of two alphabets": ["Eva", "\u0415va"],
    "a joiner": ["Kim\u200d", "Kim"],
}


@pytest.mark.parametrize("case", ALIKE)
def test_names_that_look_the_same_are_told_and_not_merged(tmp_path, read, sky, case):
    for at, name in enumerate([*ALIKE[case], "Bo", "Bo2"]):
        hand_in(tmp_path, f"{at}.json", result_file(sky, name))
    found = read(tmp_path)
    assert found.students.height == len(ALIKE[case]) + 2
    assert found.alike().to_list() == [sorted(ALIKE[case])]


def given(known, *moments: int, item=SKY, chosen=("blue",)):
    """Return answers given at these milliseconds, each to a question of its own."""
    names = [item, FLAGS, *(f"example-chapter-{at}" for at in range(20))]
    at = answer(known[SKY])["at"]
    return {
        name: answer(known.get(name, "0" * 12), chosen) | {"at": at + moment}
        for name, moment in zip(names, moments, strict=False)
    }


def test_two_files_of_one_name_that_share_no_answer_are_asked_about(tmp_path, read, known):
    for at, person in enumerate(("Person A_1_file", "Person B_2_file")):
        answers = given(known, at, at + 10)
        hand_in(tmp_path, f"{person}/owl.json", result_file(answers, "owl", exported=(EXPORTED, LATER)[at]))
    found = read(tmp_path)
    (row,) = found.set_aside.rows(named=True)
    assert (row["student"], row["stranger"]) == ("owl", True)
    assert row["reason"].endswith("which is newer: may be another person’s")
    assert (
        "May be two people under one pseudonym: 1</h3>"
        in found.report().partition("Look at these first</h2>")[0]
    )


def test_a_later_export_of_one_record_shares_an_answer_and_is_asked_about_by_nobody(tmp_path, read, known):
    hand_in(tmp_path, "a.json", result_file(given(known, 1, 2, 3), "owl"))
    # The first answer was given anew, and more came.
    hand_in(tmp_path, "b.json", result_file(given(known, 90, 2, 3, 50), "owl", exported=LATER))
    found = read(tmp_path)
    assert found.set_aside["stranger"].to_list() == [False]
    assert "Ask before you read on" not in found.report()


@pytest.mark.parametrize("names", [(None, None), ("", None), ("owl", "eagle")])
def test_two_exports_of_one_record_under_two_names_or_none_are_asked_about(tmp_path, read, known, names):
    hand_in(tmp_path, "monday.json", result_file(given(known, 1, 2), names[0]))
    hand_in(tmp_path, "friday.json", result_file(given(known, 1, 2, 3, 4), names[1], exported=LATER))
    hand_in(tmp_path, "other.json", result_file(given(known, 1, 2, chosen=["red"], item="a-b"), "Lee"))
    found = read(tmp_path)
    (together,) = found.one_record().to_list()
    assert together == sorted(found.students.filter(pl.col("file") != "other.json")["student"])
    assert "May be one person under several names: 1</h3>" in found.report()


def test_students_without_a_name_are_told_apart_and_copies_of_one_file_are_not(tmp_path, read, known, sky):
    hand_in(tmp_path, "a.json", result_file(sky, None))
    hand_in(tmp_path, "a (1).json", result_file(sky, None))
    hand_in(tmp_path, "b.json", result_file({SKY: answer(known[SKY], ["red"], 0)}, ""))
    found = read(tmp_path)
    assert (found.students.height, found.set_aside["file"].to_list()) == (2, ["a.json"])
