"""The page of downloads: a file for each format, as the page says it is, made once for the same questions."""

import os
import re
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path

import pytest

from build import ROOT
from quizzes.export.register import FORMATS

PAGE = "book/downloads.html"


@pytest.fixture(scope="module")
def page(small_site) -> str:
    return (small_site / PAGE).read_text("utf-8")


def section(page: str, name: str) -> str:
    """What the page says of one format, as text with its tags."""
    return re.search(rf'<section id="download-{name}">.*?</section>', page, re.DOTALL)[0]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_its_file_with_size_day_and_license(small_site, page, name):
    said = section(page, name)
    (href,) = re.findall(r'<a href="(\.\./downloads/[^"]+)" download="">', said)
    file = (small_site / "book" / href).resolve()
    assert file.name == f"marble-thumb-{name}{FORMATS[name].suffix}"
    kilobytes = max(1, round(file.stat().st_size / 1000))
    assert f"{kilobytes} KB" in said
    assert re.search(r'<time datetime="20\d\d-\d\d-\d\d">\d+ \w+ 20\d\d</time>', said)
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in said


@pytest.mark.parametrize("name", FORMATS)
def test_each_kind_is_told_with_what_is_lost_of_it(page, name):
    said = unescape(re.sub("<[^>]*>", " ", section(page, name))).lower()
    for kind, lost in FORMATS[name].kept.items():
        assert kind.replace("-", " ") in said
        assert lost.lower() in said


def test_what_is_left_out_is_named_with_why_and_leads_to_it(page):
    said = section(page, "anki")
    assert "Left out: 7" in said
    assert "Since it is in the pre-test" in said
    assert re.findall(r'<a href="([^"]+)">[^<]*\(\d\)</a>', said) == ["pre-test.html", "final-test.html"]
    case = section(page, "brightspace")
    assert "Since it branches" in case
    assert re.search(r'<a href="[\w-]+\.html#[\w-]+">[\w-]+</a>', case)


def test_each_chapter_leads_to_its_projector_page_and_no_test_does(page):
    links = re.findall(r'href="([^"]+)\?present"', section(page, "projector"))
    assert links == ["marble-thumb.html", "warming-it.html"]


def test_the_package_of_the_book_holds_its_pages_as_they_were_built(small_site):
    with zipfile.ZipFile(small_site / "downloads" / "marble-thumb-scorm.zip") as package:
        names = set(package.namelist())
        built = {
            path.relative_to(small_site).as_posix(): path
            for path in small_site.rglob("*.*")
            if path.is_file()
        }
        # A platform has the pages inside its own, where a worker cannot keep them.
        left_out = ("downloads/", ".", "objects.inv", "sw.js", "offline.json")
        held = {name for name in built if not name.startswith(left_out)}
        assert names == held | {"imsmanifest.xml", "scorm.html", "scorm/shell.js", "scorm/shell.css"}
        others = held - {"_static/first.js", PAGE}
        assert [name for name in others if package.read(name) != built[name].read_bytes()] == []


def test_the_same_questions_are_not_written_again(small_site, page):
    files = {path: path.stat().st_mtime_ns for path in (small_site / "downloads").iterdir()}
    assert len(files) == len(FORMATS)
    ask_again(small_site)
    assert {path: path.stat().st_mtime_ns for path in (small_site / "downloads").iterdir()} == files


def ask_again(site: Path) -> None:
    """Ask for the files of the small book once more, in a process with its own packages."""
    book = site.parents[1]
    code = (
        "from pathlib import Path; from outcomes import cite; from _ext.questions.downloads import made; "
        "from _ext.sources import BANK, banks; from quizzes.export.selection import questions; "
        f"assert made(questions(BANK, cite=cite, banks=banks()), Path({str(site)!r}))"
    )
    own = {**os.environ, "PYTHONPATH": f"{book}{os.pathsep}{book / 'book'}"}
    subprocess.run([sys.executable, "-c", code], cwd=book, env=own, check=True)


def test_a_new_course_has_the_page():
    assert "```{downloads}" in (ROOT / "course" / "template" / "book" / "downloads.md").read_text("utf-8")
    assert "book/downloads" in (ROOT / "course" / "template" / "_toc.yml").read_text("utf-8")
