"""`quizzes.cohort(folder)`: the files of a class as tables, and every file that does not count by name."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from class_room import BANKS, EXPORTED, FLAGS, SKY, answer, digests, hand_in, result_file

from quizzes.cohorts.cohort import NoCohort, cohort
from quizzes.cohorts.folder import read_folder
from quizzes.cohorts.handed_in import LARGEST
from quizzes.cohorts.question_tables import question_tables

LATER = "2026-02-01T12:00:00.000Z"


@pytest.fixture
def known(someone):
    return digests(someone)


@pytest.fixture
def sky(known):
    """Return the answers of somebody who knows the sky."""
    return {SKY: answer(known[SKY])}


@pytest.fixture
def read(someone):
    return lambda source: cohort(source, bank=BANKS, cite=someone)


def reasons(found) -> dict[str, str]:
    return dict(found.refused.iter_rows())


def test_an_answer_is_a_row_with_all_that_was_kept_of_it(tmp_path, read, known):
    given = answer(known[SKY], ["red"], 0, certainty=3, hints=1, ms=4000, flagged=True)
    hand_in(tmp_path, "kim.json", result_file({SKY: given}))
    assert read(tmp_path).responses.rows(named=True) == [
        {
            "student": "Kim", "item": SKY, "digest": known[SKY], "chosen": ["red"], "checked": True, "score": 0.0,
            "certainty": 3, "hints": 1, "flagged": True, "at": datetime(2026, 1, 31, 11, tzinfo=UTC), "ms": 4000,
            "state": "current",
        }
    ]  # fmt: skip


def test_several_picks_none_and_an_empty_one_come_back_as_they_were(tmp_path, read, known):
    picks = {"a": ["blue", "white"], "b": [], "c": ["12,5", ""]}
    for name, chosen in picks.items():
        hand_in(tmp_path, name, result_file({FLAGS: answer(known[FLAGS], chosen, 0.5)}, name))
    assert dict(read(tmp_path).responses.select("student", "chosen").iter_rows()) == picks


def test_files_are_found_in_the_folders_that_a_learning_platform_makes(tmp_path, read, sky):
    hand_in(tmp_path, "17_Kim/file/results.json", result_file(sky))
    assert read(tmp_path).students["file"].to_list() == [str(Path("17_Kim", "file", "results.json"))]


def test_a_student_without_an_answer_is_a_student(tmp_path, read):
    hand_in(tmp_path, "kim.json", result_file({}))
    found = read(tmp_path)
    assert found.students.row(0, named=True).items() >= {"student": "Kim", "checked": 0}.items()
    assert found.responses.is_empty()


def test_an_empty_folder_is_an_empty_class(tmp_path, read):
    found = read(tmp_path)
    assert (found.students.height, found.responses.height, found.refused.height) == (0, 0, 0)


REFUSED = {
    "an empty file": ("", "is empty"),
    "spaces only": (" \n", "is empty"),
    "cut short": (
        '{"format": "this-course-res',
        "is not JSON: cut short or damaged",
    ),
    "no JSON at all": ("Dear professor,", "is not JSON: cut short or damaged"),
    "other JSON": ('{"name": "package", "version": "1.0.0"}', "is not a result file of this course"),
    "a list": ("[1, 2]", "is not a result file of this course"),
    "a number": ("17", "is not a result file of this course"),
    "Latin-1": ('{"format": "é"}'.encode("latin-1"), "is not UTF-8: byte 13"),
    "other JSON in UTF-16": ('{"format": "e"}'.encode("utf-16"), "is not a result file of this course"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "is not UTF-8: byte 1"),
    "brackets without end": ("[" * 100_000, "is not JSON: cut short or damaged"),
    "another book": (result_file({}, book="other"), "is of another book: “other”"),
    "a newer version": (result_file({}, version=2), "is of version 2; this course reads version 1"),
    "a version that is true": (result_file({}, version=True), "version: is not a version number"),
    "no time of export": (result_file({}, exported="yesterday"), None),
    "a time of export without a zone": (result_file({}, exported="2026-01-31T12:00:00"), None),
    "a name that is no text": (result_file({}, pseudonym=5), None),
    "a name of a thousand letters": (result_file({}, pseudonym="x" * 1000), None),
    "answers in a list": (result_file([]), None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_none_is_named_with_the_reason_and_the_others_count(tmp_path, read, sky, name):
    content, reason = REFUSED[name]
    hand_in(tmp_path, "bad.json", content)
    hand_in(tmp_path, "good.json", result_file(sky))
    found = read(tmp_path)
    assert list(reasons(found)) == ["bad.json"]
    assert reasons(found)["bad.json"].startswith(reason or "")
    assert found.students["file"].to_list() == ["good.json"]


SPOILED: dict[str, list[Any]] = {
    "at": ["now", -1, 1e300, None],
    "score": [2, -0.1, "1", True],
    "certainty": [4, -1, 1.5, "3"],
    "chosen": ["blue", [5], ["x" * 2001], ["x"] * 101],
    "digest": ["", "<script>", "0123456789AB"],
    "checked": ["yes", 1, None],
    "hints": [-1, 2**31],
    "ms": [-5, "long"],
    "flagged": [None],
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field in SPOILED for value in SPOILED[field]]
)
def test_a_value_that_no_browser_wrote_refuses_its_file_and_is_named(tmp_path, read, known, field, value):
    hand_in(tmp_path, "bad.json", result_file({SKY: answer(known[SKY]) | {field: value}}))
    assert f"answers.{SKY}.{field}" in reasons(read(tmp_path))["bad.json"]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_none_here(tmp_path, read, known, word):
    text = json.dumps(result_file({SKY: answer(known[SKY], score=0.123)})).replace("0.123", word)
    hand_in(tmp_path, "bad.json", text)
    assert list(reasons(read(tmp_path))) == ["bad.json"]


@pytest.mark.parametrize("name", ["__proto__", "<img src=x onerror=alert(1)>", "", "a b", "x" * 500])
def test_an_answer_to_what_can_be_no_question_refuses_its_file(tmp_path, read, known, name):
    hand_in(tmp_path, "bad.json", result_file({name: answer(known[SKY])}))
    assert len(reasons(read(tmp_path))["bad.json"]) < 300


INCONSISTENT: dict[str, dict[str, Any]] = {
    "has a score and was never checked": {"checked": False},
    "has a score that its pick does not earn": {"chosen": ["red"]},
    "was answered in the future": {"at": 4_102_444_800_000},
}


@pytest.mark.parametrize("reason", INCONSISTENT)
def test_an_answer_that_contradicts_itself_refuses_its_file(tmp_path, read, known, sky, reason):
    hand_in(tmp_path, "bad.json", result_file({SKY: answer(known[SKY]) | INCONSISTENT[reason]}, "Mallory"))
    hand_in(tmp_path, "good.json", result_file(sky))
    found = read(tmp_path)
    assert reasons(found) == {"bad.json": f"answers.{SKY}: {reason}"}
    assert found.responses["student"].to_list() == ["Kim"]


def test_an_export_from_the_future_would_win_for_ever_and_is_refused(tmp_path, read):
    moment = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    hand_in(tmp_path, "bad.json", result_file({}, exported=moment))
    assert reasons(read(tmp_path)) == {"bad.json": "exported: lies in the future"}


def test_a_gigabyte_is_refused_by_its_size_and_never_read(tmp_path, read):
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(10**9)
    assert reasons(read(tmp_path)) == {"huge.json": "is too large: 1,000.0 MB; 5 MB at most"}


def test_the_largest_file_is_the_same_as_in_the_front_end():
    front_end = Path("quizzes/frontend/record/transfer.js").read_text("utf-8")
    assert f"LARGEST = {LARGEST:_};" in front_end


def test_links_are_named_and_not_followed(tmp_path, read, sky):
    outside = hand_in(tmp_path, "outside/kim.json", result_file(sky))
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "link.json").symlink_to(outside)
    (tmp_path / "class" / "folder").symlink_to(outside.parent)
    (tmp_path / "class" / "loop").symlink_to(tmp_path / "class")
    (tmp_path / "class" / "broken").symlink_to(tmp_path / "nowhere")
    found = read(tmp_path / "class")
    assert reasons(found) == dict.fromkeys(
        ["broken", "folder", "link.json", "loop"], "is a link to another file"
    )
    assert found.students.is_empty()


def test_a_pipe_is_named_and_nobody_waits_for_it(tmp_path, read):
    os.mkfifo(tmp_path / "pipe.json")
    assert reasons(read(tmp_path)) == {"pipe.json": "is not an ordinary file"}


def test_a_file_name_cannot_give_orders_to_a_terminal(tmp_path, read):
    hand_in(tmp_path, "\x1b[2Jbad\n.json", "")
    assert list(reasons(read(tmp_path))) == ["[2Jbad .json"]


def test_the_mark_that_windows_puts_before_a_text_is_no_fault(tmp_path, read, sky):
    hand_in(tmp_path, "kim.json", b"\xef\xbb\xbf" + json.dumps(result_file(sky)).encode())
    assert read(tmp_path).students["student"].to_list() == ["Kim"]


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


@pytest.mark.parametrize("size", [40, LARGEST + 1])
def test_what_is_still_packed_is_to_be_unpacked(tmp_path, read, size):
    hand_in(tmp_path, "rest.ZIP", b"PK\x03\x04" + bytes(size))
    assert reasons(read(tmp_path)) == {
        "rest.ZIP": "is a .zip: unpack it, and keep what was in it in this folder"
    }


# name: what is in it, as systems and programs leave it.
COMPANIONS = {
    ".DS_Store": b"\0\0\0\1Bud1",
    "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "Desktop.ini": "\ufeff[.ShellClassInfo]\r\n".encode("utf-16-le"),
    "Icon\r": b"",
    "._kim.json": b"\0\5\x16\7\0\2\0\0Mac OS X",
    "kim.json:Zone.Identifier": b"[ZoneTransfer]\r\nZoneId=3\r\n",
    "kim.json\uf03aZone.Identifier": b"[ZoneTransfer]\r\nZoneId=3\r\n",
    "~$notes.docx": b"\3Kim",
    "onlinetext.html": b"<p>My file is below.</p>",
    "class-report.html": b"<!doctype html>",
    "this-course-class-report (1).csv": b"item,bank",
}


@pytest.mark.parametrize("name", COMPANIONS)
def test_what_systems_and_programs_leave_in_a_folder_is_counted_apart(tmp_path, read, sky, name):
    hand_in(tmp_path, f"group/{name}", COMPANIONS[name])
    hand_in(tmp_path, "kim.json", result_file(sky))
    found = read(tmp_path)
    assert (found.students.height, reasons(found), found.beside) == (1, {}, 1)


@pytest.mark.parametrize("name", COMPANIONS)
def test_a_student_may_call_a_file_as_systems_call_theirs(tmp_path, read, sky, name):
    hand_in(tmp_path, f"group/{name}", result_file(sky))
    hand_in(tmp_path, f"half/{name}", json.dumps(result_file(sky))[:50])
    found = read(tmp_path)
    assert found.students["student"].to_list() == ["Kim"]
    assert list(reasons(found).values()) == ["is not JSON: cut short or damaged"]
    assert found.beside == 0


def test_a_file_that_has_stayed_in_a_cloud_is_no_companion(tmp_path, read):
    hand_in(tmp_path, ".kim.json.icloud", b"bplist00")
    assert reasons(read(tmp_path)) == {
        ".kim.json.icloud": "is a placeholder for a file that is still in iCloud: open that there, and hand it in"
    }


@pytest.fixture
def as_nobody():
    """Go on without the rights of root, before whom nothing is closed."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_a_folder_that_cannot_be_opened_is_named(tmp_path, someone, sky, monkeypatch, request):
    hand_in(tmp_path, "class/open/kim.json", result_file(sky))
    hand_in(tmp_path, "class/closed/lee.json", result_file(sky, "Lee"))
    known = question_tables(BANKS, cite=someone)
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)  # somebody without rights cannot come here from above
    (tmp_path / "class" / "closed").chmod(0)
    request.getfixturevalue("as_nobody")
    found = read_folder(Path("class"), known, now=datetime.now(UTC))
    assert found.files["student"].to_list() == ["Kim"]
    assert found.refused.rows() == [("closed", "is a folder that cannot be opened: Permission denied")]


def test_folders_without_end_are_told_where_they_can_be_opened_no_more(tmp_path, read, sky, monkeypatch):
    hand_in(tmp_path, "class/kim.json", result_file(sky))
    monkeypatch.chdir(tmp_path / "class")
    for _ in range(50):
        Path("x" * 200).mkdir()
        os.chdir("x" * 200)
    Path("link").symlink_to("nowhere")
    found = read(tmp_path / "class")
    assert found.students["student"].to_list() == ["Kim"]
    assert list(reasons(found).values()) == ["is a folder that cannot be opened: File name too long"]


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


def test_answers_to_questions_that_changed_or_are_gone_are_counted_and_left_out(tmp_path, read, known):
    answers = {SKY: answer("0" * 12), FLAGS: answer(known[FLAGS]), "example-chapter-old": answer("0" * 12)}
    hand_in(tmp_path, "kim.json", result_file(answers))
    found = read(tmp_path)
    assert found.unusable().rows() == [("example-chapter-old", "gone", 1), (SKY, "changed", 1)]
    assert found.scored["item"].to_list() == [FLAGS]
    assert found.students.select("checked", "changed", "gone").row(0) == (3, 1, 1)


@pytest.mark.parametrize("more", [{"checked": False, "score": None}, {"score": None}])
def test_an_answer_without_a_mark_is_a_row_and_no_score(tmp_path, read, known, more):
    hand_in(tmp_path, "kim.json", result_file({SKY: answer(known[SKY]) | more}))
    found = read(tmp_path)
    assert (found.responses.height, found.scored.height) == (1, 0)


def test_reviews_exams_and_settings_are_nobodys_business(tmp_path, read, sky):
    hand_in(tmp_path, "kim.json", result_file(sky, reviews=5, exams="x", settings=None))
    assert read(tmp_path).students.height == 1


def test_what_is_written_as_columns_is_read_again_as_the_same_class(tmp_path, read, known):
    answers = {SKY: answer(known[SKY]), FLAGS: answer(known[FLAGS], ["blue", "red"], 2 / 3, certainty=2)}
    hand_in(tmp_path, "class/kim.json", result_file(answers))
    hand_in(tmp_path, "class/lee.json", result_file({SKY: answer("0" * 12)}, "Lee"))
    found = read(tmp_path / "class")
    found.write_parquet(tmp_path / "class.parquet")
    again = read(tmp_path / "class.parquet")
    assert again.responses.equals(found.responses)
    assert again.students.drop("file", "exported").equals(found.students.drop("file", "exported"))


def test_columns_are_plain_ones_that_any_database_reads(tmp_path, read, sky):
    hand_in(tmp_path, "class/kim.json", result_file(sky))
    read(tmp_path / "class").write_parquet(tmp_path / "class.parquet")
    plain = pl.read_parquet_schema(tmp_path / "class.parquet")
    assert list(plain) == [
        "student", "item", "digest", "chosen", "checked", "score", "certainty", "hints", "flagged", "at", "ms",
    ]  # fmt: skip
    table = pl.read_parquet(tmp_path / "class.parquet").cast({"student": pl.String, "item": pl.String})
    table.write_parquet(tmp_path / "other.parquet")  # as a database would, without categories
    assert read(tmp_path / "other.parquet").students["student"].to_list() == ["Kim"]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no table"])
def test_columns_that_are_none_are_refused_with_the_name(tmp_path, read, content):
    (tmp_path / "bad.parquet").write_bytes(content)
    with pytest.raises(NoCohort, match=r"bad\.parquet: cannot be read as a table of responses"):
        read(tmp_path / "bad.parquet")


def test_a_place_where_nothing_is_says_so(tmp_path, read):
    with pytest.raises(NoCohort, match="is not there"):
        read(tmp_path / "nowhere")
    hand_in(tmp_path, "kim.json", "")
    with pytest.raises(NoCohort, match="is a file; name the folder it lies in"):
        read(tmp_path / "kim.json")


def test_nobody_who_reads_no_class_waits_for_polars():
    code = "import quizzes, sys; assert not {'polars', 'scipy', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
