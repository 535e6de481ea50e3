"""On paper the book is whole: a reader finds a chapter by its page, and an answer only after the questions."""

import platform
import re
import shutil
import sys
import unicodedata

import pytest

from small_book import BOOK

# The pages of tests/small/_toc.yml that its course.yml does not keep for a screen, by their headings.
PAGES = (
    "Pre-test",
    "Marble thumb",
    "Warming it",
    "Final test",
    "References",
    "About this course",
    "Glossary",
)
# Of PDF 2.0, which a reader of PDF 1.7 does not know.
NEWER_TYPES = {"/Em", "/Strong"}


def chapters(paper):
    """Yield the bookmarks that are in no other, but title and contents, each with its page, from 0."""
    for entry in [entry for entry in paper.outline if not isinstance(entry, list)][2:]:
        yield entry.title, paper.get_destination_page_number(entry)


def flat(outline):
    for entry in outline:
        yield from flat(entry) if isinstance(entry, list) else [entry]


def letters(text):
    """Return a text without white space, and with the letters of a ligature apart."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture(scope="module")
def paper(volume):
    return volume.paper


@pytest.fixture(scope="module")
def text(paper):
    return [page.extract_text() for page in paper.pages]


def test_each_page_is_a_bookmark_in_the_order_of_the_book(paper):
    assert [title for title, _ in chapters(paper)] == list(PAGES)


def test_each_bookmark_leads_to_the_page_where_its_heading_stands(paper, text):
    for entry in flat(paper.outline):
        page = text[paper.get_destination_page_number(entry)]
        assert letters(entry.title) in letters(page)


def test_the_contents_say_on_which_page_a_chapter_begins(paper, text):
    contents = next(page for page in text if "Contents" in page)
    for title, page in chapters(paper):
        assert re.search(rf"{re.escape(title)}\s*{page + 1}\b", contents), title


def test_the_head_of_a_page_names_the_course_and_the_chapter(paper, text):
    at = dict(chapters(paper))["Warming it"]
    assert text[at].count("Warming it") >= 2
    assert "Marble thumb: a small course" in text[at]


def test_no_answer_stands_before_the_last_question_of_its_chapter(text):
    whole = "\n".join(text)
    chapter = whole[whole.index("Key points") :]
    questions, answers = chapter.index("Check yourself"), chapter.index("Answer and reasons")
    assert questions < answers
    assert "Right answer" not in chapter[:answers]


def test_every_link_within_leads_somewhere(paper):
    known = set(paper.named_destinations)
    led = [
        str(link.get_object().get("/Dest", link.get_object().get("/A", {}).get("/D")))
        for page in paper.pages
        for link in page.get("/Annots", [])
        if "/URI" not in link.get_object().get("/A", {})
    ]
    assert led
    assert {name for name in led if name not in known} == set()


def test_it_says_its_title_its_language_and_its_moment_and_is_tagged(paper):
    assert paper.metadata.title == "Marble thumb: a small course"
    assert paper.metadata.creation_date.isoformat() == "2025-11-29T00:00:00+00:00"
    root = paper.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_who_hears_it_is_told_what_each_figure_shows_and_where_each_link_leads(paper):
    drawings = [str(tag.get("/Alt", "")) for tag in tags(paper) if tag.get("/S") == "/Figure"]
    assert drawings
    assert "" not in drawings
    links = [link.get_object() for page in paper.pages for link in page.get("/Annots", [])]
    said = {str(link.get("/Contents")) for link in links}
    assert "None" not in said
    assert any(words.startswith("Page ") for words in said)
    kinds = {str(tag["/S"]) for tag in tags(paper) if "/S" in tag}
    assert kinds & NEWER_TYPES <= set(paper.trailer["/Root"]["/StructTreeRoot"]["/RoleMap"])


@pytest.mark.skipif(
    sys.platform == "linux" and platform.machine() != "x86_64", reason="the validator has no wheel for it"
)
@pytest.mark.parametrize("name", ["course.pdf", "handouts.pdf"])
def test_a_validator_finds_no_rule_of_pdf_ua_broken(volume, name):
    from page import ValidationProfile, validate_pdf

    report = validate_pdf(volume.folder / name, profile=ValidationProfile.PDF_UA_1)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.rules.passed > 100


def tags(paper):
    """Yield the tags of a PDF."""
    waiting = [paper.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        here = waiting.pop().get_object()
        if isinstance(here, list):
            waiting.extend(here)
        elif isinstance(here, dict):
            yield here
            waiting += [here["/K"]] if "/K" in here else []


def test_the_first_page_says_edition_license_and_that_it_advises_on_no_patient(text):
    for said in ("November 29, 2025", "CC BY 4.0", "no medical advice"):
        assert said in text[0]


def test_each_chapter_with_key_points_is_one_page_for_the_wall(volume):
    pages = [page.extract_text() for page in volume.handouts.pages]
    assert [page.split("\n")[0] for page in pages] == ["Marble thumb", "Warming it"]
    assert all("Key points" in page for page in pages)


def test_who_names_no_browser_is_told_how(volume, run):
    done = run("paper")
    assert done.returncode == 2
    assert "CHROMIUM" in done.stderr


def test_a_page_that_was_not_built_is_named_with_the_cure(small_site, run, tmp_path):
    # In a copy: the pages themselves are read by others meanwhile.
    book = shutil.copytree(BOOK, tmp_path / "book", symlinks=True)
    (book / small_site.relative_to(BOOK) / "book" / "about.html").unlink()
    done = run("epub", book=book)
    assert done.returncode == 1
    assert done.stderr.strip() == "book/about.html: not built yet; run 'make book'"
