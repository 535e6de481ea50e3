"""`course.yml` says what a course is; what is wrong with it is told at once, with field and cure."""

import shutil
import subprocess
import sys

import pytest

from build import ROOT
from course import CourseFault, course, load_course
from course.pages import names

SOUND = """title: "Marble thumb: a course"
description: A disease that nobody has.
authors: Jo Doe
year: "2026"
disease: marble thumb
words: [thumb]
identity: marble-thumb
pre_test: index
"""
TOC = """format: jb-book
root: book/index
parts:
- caption: Chapters
  chapters:
  - file: book/marble-thumb
    sections:
    - file: book/nails
"""


@pytest.fixture
def folder(tmp_path):
    """A course of three pages, a bank for the first of them."""
    (tmp_path / "quizzes" / "bank").mkdir(parents=True)
    (tmp_path / "quizzes" / "bank" / "index.yml").touch()
    (tmp_path / "_toc.yml").write_text(TOC, "utf-8")
    return tmp_path


def faults(folder, text):
    (folder / "course.yml").write_text(text, "utf-8")
    with pytest.raises(CourseFault) as fault:
        load_course(folder)
    return fault.value.faults


def test_a_sound_file_is_read(folder):
    (folder / "course.yml").write_text(SOUND, "utf-8")
    read = load_course(folder)
    assert (read.title, read.words, read.pre_test) == ("Marble thumb: a course", ("thumb",), "index")
    assert (read.repository, read.final_test, read.documents, read.every_verdict) == (None, None, (), None)


def test_every_fault_is_told_at_once_with_field_and_cure(folder):
    told = faults(
        folder,
        SOUND.replace('"2026"', "2026").replace("identity: marble-thumb", "identity: Marble Thumb")
        + "athors: Jo\nfinal_test: marbel-thumb\nrepository: github.com/a/b\n",
    )
    assert told == [
        'course.yml: year: line 4: YAML reads this as the number 2026: put it in quotes, "2026"',
        "course.yml: identity: must be lower-case words and digits joined by hyphens, is 'Marble Thumb'",
        "course.yml: repository: must be an address such as https://github.com/owner/name, no / at its end,"
        " is 'github.com/a/b'",
        "course.yml: athors: is not a field (did you mean authors?)",
        "course.yml: final_test: _toc.yml names no page 'marbel-thumb' (did you mean marble-thumb?)",
    ]


def test_a_file_that_is_not_there_says_so(folder):
    with pytest.raises(CourseFault, match=r"course\.yml: cannot be read: No such file or directory"):
        load_course(folder)


def test_a_test_without_questions_and_one_that_is_both_are_told(folder):
    assert faults(folder, SOUND + "final_test: marble-thumb\n") == [
        "course.yml: final_test: has no questions: write quizzes/bank/marble-thumb.yml"
    ]
    assert faults(folder, SOUND + "final_test: index\n") == [
        "course.yml: final_test: is the pre-test: name another page, or leave the field out"
    ]


def test_two_documents_of_one_id_are_told(folder):
    one = "- {id: leaflet, name: Leaflet, introduced: A leaflet}\n"
    assert faults(folder, f"{SOUND}documents:\n{one}{one}") == [
        "course.yml: leaflet: id: is that of another document already"
    ]


def test_the_pages_are_those_of_the_table_of_contents_sections_too(folder):
    assert names(folder) == ["index", "marble-thumb", "nails"]


def test_the_command_lists_the_faults(tmp_path):
    for package in ("course", "records"):
        shutil.copytree(ROOT / package, tmp_path / package)
    (tmp_path / "course.yml").write_text("title: Marble thumb\n", "utf-8")
    command = [sys.executable, "-m", "course", "check"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert "course.yml: identity: is missing" in said.stderr
    assert "course.yml: disease: is missing" in said.stderr


def test_this_course_is_sound():
    assert course().title


def test_a_drawing_that_is_not_there_is_told(folder):
    (folder / "book").mkdir()
    (folder / "book" / "mark.svg").touch()
    assert faults(folder, SOUND + "mark: mark.svg\ncover: cover.svg\n") == [
        "course.yml: cover: there is no file book/cover.svg"
    ]
    assert faults(folder, SOUND + "mark: ../mark.png\n") == [
        "course.yml: mark: must be the name of an SVG in book/, such as mark.svg, is '../mark.png'",
        "course.yml: mark: there is no file book/../mark.png",
    ]
