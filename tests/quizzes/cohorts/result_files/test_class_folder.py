"""What else lies in the folder of a class: links, pipes, what systems leave there, folders that stay closed."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from class_room import BANKS, hand_in, reasons, result_file

from quizzes.cohorts.question_tables import question_tables
from quizzes.cohorts.result_files.folder import read_folder
from quizzes.cohorts.result_files.handed_in import LARGEST


def test_files_are_found_in_the_folders_that_a_learning_platform_makes(tmp_path, read, sky):
    hand_in(tmp_path, "17_Kim/file/results.json", result_file(sky))
    assert read(tmp_path).students["file"].to_list() == [str(Path("17_Kim", "file", "results.json"))]


def test_an_empty_folder_is_an_empty_class(tmp_path, read):
    found = read(tmp_path)
    assert (found.students.height, found.responses.height, found.refused.height) == (0, 0, 0)


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
