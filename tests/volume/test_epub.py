"""In an e-reader the book is whole: it opens without a complaint, a number leads to its source, and no script runs."""

import subprocess
import zipfile

import pytest
from bs4 import BeautifulSoup

import machine

CHAPTER = "book/marble-thumb.xhtml"


@pytest.fixture(scope="module")
def files(volume):
    with zipfile.ZipFile(volume.epub) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def chapter(files):
    return BeautifulSoup(files[CHAPTER], "html.parser")


def test_epubcheck_finds_neither_an_error_nor_a_warning(volume):
    # For a few seconds of work the better compiler costs more than it gains.
    java = [machine.java(), "-XX:TieredStopAtLevel=1", "-jar", machine.epubcheck()]
    command = [*java, "--failonwarnings", volume.epub]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_number_leads_to_what_it_measures_and_its_study_in_the_same_file(chapter):
    numbers = chapter.select("a.ev")
    assert numbers
    for number in numbers:
        assert number["epub:type"] == "noteref"
        note = chapter.find(id=number["href"].partition("#")[2])
        assert note.find_parent("section")["epub:type"] == "endnotes"
        assert note.find(class_="ev-source").get_text(strip=True)


def test_what_a_part_is_can_be_heard(files):
    pages = (BeautifulSoup(text, "html.parser") for name, text in files.items() if name.endswith(".xhtml"))
    parts = [part for page in pages for part in page.find_all(True) if "epub:type" in part.attrs]
    assert {part["epub:type"] for part in parts} == {"noteref", "endnotes", "toc"}
    assert [part for part in parts if part.get("role") != f"doc-{part['epub:type']}"] == []


def test_a_question_leads_to_its_answer_and_back(chapter):
    for question in chapter.select("section.item"):
        answer = chapter.find(id=question.find("a", string="Answer")["href"].partition("#")[2])
        assert answer.select(".reasons, .summary-of")
        assert answer.h3.a["href"].partition("#")[2] == question["id"]


def test_a_question_says_nothing_of_its_answer(chapter):
    questions = chapter.select("section.item")
    assert questions
    assert not [mark for question in questions for mark in question.select(".mark, .why, .point")]


def test_every_figure_has_a_drawing_or_says_in_words_what_it_shows(files):
    figures = [
        figure
        for name, text in files.items()
        if name.endswith(".xhtml")
        for figure in BeautifulSoup(text, "html.parser").select("figure.chart")
    ]
    assert figures
    for figure in figures:
        assert figure.find("svg") is not None
        assert figure.select_one(".data, desc, figcaption, .one p").get_text(strip=True)


def test_no_script_and_nothing_to_fill_in_is_in_it(files):
    for name, text in files.items():
        if name.endswith(".xhtml"):
            soup = BeautifulSoup(text, "html.parser")
            assert not soup.find_all(["script", "input", "button", "select", "iframe"]), name
            assert not [tag for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]
