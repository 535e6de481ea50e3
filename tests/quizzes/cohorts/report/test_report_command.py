"""`python -m quizzes report FOLDER`: one page, every file that does not count by name, and an exit code."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from class_room import SKY, answer, hand_in, result_file

from quizzes import cohort
from quizzes.__main__ import main

ROOT = Path(__file__).parents[4]


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(monkeypatch, capsys) -> Callable[..., Done]:
    """Give the command in this process: the libraries take seconds to load in each new one."""

    def give(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["quizzes", "report", *map(str, arguments)])
        code = main()
        return Done(code, *capsys.readouterr())

    return give


def test_as_it_is_documented_it_ends_with_0_and_says_what_it_wrote(folder, tmp_path):
    command = [sys.executable, "-m", "quizzes", "report", str(folder), "-o", str(tmp_path / "report.html")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0
    assert f"written to {tmp_path / 'report.html'}" in done.stdout


@pytest.fixture
def folder(tmp_path) -> Path:
    """A class of two, one of them with two exports, and a file that is none."""
    place = tmp_path / "class"
    hand_in(place, "kim.json", result_file({SKY: answer("0" * 12)}))
    hand_in(place, "kim-old.json", result_file({}, exported="2025-01-31T12:00:00.000Z"))
    hand_in(place, "lee.json", result_file({}, "Lee"))
    hand_in(place, "notes.txt", "Dear professor,")
    return place


def test_it_writes_the_page_and_names_what_does_not_count(run, folder, tmp_path):
    done = run(folder, "-o", tmp_path / "report.html")
    assert done.returncode == 0
    assert "students 2, answers 0, files refused 1, older exports 1" in done.stdout
    assert done.stderr.splitlines() == [
        "file 1: kim-old.json: is older than kim.json",
        "file 2: kim.json: counts",
        "file 3: notes.txt: is not JSON: cut short or damaged",
    ]
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<bdi>file 1</bdi>" in page
    assert "<bdi>is older than file 2</bdi>" in page
    assert "<bdi>file 3</bdi>" in page


def test_the_page_holds_no_name_that_a_student_did_not_choose(run, tmp_path):
    for at, person in enumerate(("Ada Byron_1_file", "Ada Byron_1_file", "Kim Lee")):
        made = f"2026-01-0{at + 1}T12:00:00Z"
        hand_in(tmp_path / "class", f"{person}/Byron {at}.json", result_file({}, "owl", exported=made))
    hand_in(tmp_path / "class", "Grace Hopper_2/cut.json", "{")
    run(tmp_path / "class", "-o", tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "owl" in page
    assert not [name for name in ("Ada", "Byron", "Kim", "Lee", "Grace", "Hopper", ".json") if name in page]


def test_the_page_names_its_students_and_who_may_be_one_of_them(run, folder, tmp_path):
    hand_in(folder, "kim-capital.json", result_file({}, "KIM"))
    run(folder, "-o", tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<summary>3 students</summary>" in page
    assert [f"<li><bdi>{name}</bdi></li>" in page for name in ("KIM", "Kim", "Lee")] == [True] * 3
    assert "<li><bdi>“KIM”</bdi>, <bdi>“Kim”</bdi></li>" in page


def test_a_folder_without_a_single_good_file_makes_no_page(run, tmp_path):
    hand_in(tmp_path, "class/bad.json", "")
    done = run(tmp_path / "class", "-o", tmp_path / "report.html")
    assert (done.returncode, (tmp_path / "report.html").exists()) == (1, False)
    assert "bad.json: is empty" in done.stderr


def test_a_folder_that_is_not_there_is_named(run, tmp_path):
    done = run(tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip().endswith("nowhere: is not there")


def test_a_page_in_a_folder_that_is_not_there_is_refused_before_the_class_is_read(run, folder, tmp_path):
    missing = tmp_path / "missing" / "dir"
    done = run(folder, "-o", missing / "x.html")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"quizzes: {missing}: there is no such folder to write x.html in\n"
    assert not missing.parent.exists()


@pytest.mark.parametrize("name", ["kim.json", "notes.txt"])
def test_what_is_no_report_is_never_written_over(run, folder, name):
    before = (folder / name).read_bytes()
    done = run(folder, "-o", folder / name)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"quizzes: {folder / name}: is there already and is no class report, so it is left as it is: "
        "name another file\n"
    )
    assert (folder / name).read_bytes() == before


def test_a_report_takes_the_place_of_an_older_one_which_is_no_file_of_the_class(run, folder):
    page = folder / "class-report.html"
    page.touch()
    for _ in range(2):
        done = run(folder, "-o", page)
        assert "students 2, answers 0, files refused 1, older exports 1" in done.stdout
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_a_page_that_cannot_be_written_is_named(run, folder, tmp_path):
    done = run(folder, "-o", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == f"quizzes: {tmp_path}: cannot be written: Is a directory"


def test_thousands_of_files_are_read_by_two_processes_and_come_out_in_order(tmp_path):
    for at in range(5200):
        good = at % 100 > 0
        content = result_file({SKY: answer("0" * 12)}, f"Student {at:04}") if good else "{"
        hand_in(tmp_path, f"{at:04}.json", content)
    found = cohort(tmp_path)
    names = [f"Student {at:04}" for at in range(5200) if at % 100]
    assert found.students["student"].to_list() == names
    assert found.responses["student"].to_list() == names
    assert found.refused["file"].to_list() == [f"{at:04}.json" for at in range(0, 5200, 100)]


def test_a_script_without_a_guard_is_run_once_however_many_files_it_reads(tmp_path):
    for at in range(5001):
        hand_in(tmp_path / "class", f"{at}.json", result_file({}, f"Student {at}"))
    script = hand_in(
        tmp_path, "read.py", "import quizzes, sys\nprint(quizzes.cohort(sys.argv[1]).students.height)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, script, tmp_path / "class"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert done.stdout == "5001\n"


def test_pictures_are_shown_by_a_notebook(folder):
    found = cohort(folder)
    for name in ("questions", "gain", "reliability", "calibration"):
        assert found.picture(name)._repr_html_().count("<svg") == 1
