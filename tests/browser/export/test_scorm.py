"""A package of SCORM 1.2 in an LMS: scorm-again's runtime, in Chromium, under the policy of the course's own pages."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from engine_copy import python
from playwright.sync_api import FrameLocator, Page, expect

from build import ROOT
from marble_thumb import BANKS, KEY, NAME
from small_book import BOOK, small_site

RUNTIME = ROOT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
PLATFORM = """<!doctype html><meta charset="utf-8"><title>Platform</title>
<script src="runtime.js"></script><script src="lms.js"></script>
<body style="margin:0">
<iframe id="package" title="Package" style="border:0;width:100%;height:98vh" src="{package}/scorm.html"></iframe>
"""
QUESTIONS = BANKS[NAME].items
SINGLES = [item for item in QUESTIONS if item.kind == "single-best-answer"]
START = "Start, and report to the platform"


def export(target: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return python(BOOK, "-m", "quizzes", "export", "scorm", *arguments, "-o", str(target))


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the platform's page for the whole book and one for a chapter, both unpacked beside it."""
    small_site()
    folder = tmp_path_factory.mktemp("lms")
    for name, chapters in (("whole", []), ("chapter", ["--chapter", NAME])):
        written = export(folder / f"{name}.zip", *chapters)
        assert written.returncode == 0, written.stderr
        zipfile.ZipFile(folder / f"{name}.zip").extractall(folder / name)
        (folder / f"{name}.html").write_text(PLATFORM.format(package=name), "utf-8")
    shutil.copy2(RUNTIME, folder / "runtime.js")
    shutil.copy2(Path(__file__).with_name("lms.js"), folder)
    return folder


@pytest.fixture(scope="session")
def site(packages: Path) -> Path:
    return packages


@pytest.fixture(scope="session")
def address(site: Path):
    from _ext.site.serve import running

    with running(site) as address:
        yield address


def started(page: Page) -> FrameLocator:
    """Agree to reporting; return the book's frame."""
    page.frame_locator("#package").get_by_role("button", name=START).click()
    return book_of(page)


def book_of(page: Page) -> FrameLocator:
    return page.frame_locator("#package").frame_locator("iframe.scorm-book")


def said(page: Page):
    return page.frame_locator("#package").locator(".scorm-said")


def answer(book: FrameLocator, item, *, right: bool = True) -> None:
    card = book.locator(f"#{item.id}")
    for option in item.options:
        if option.correct == right:
            card.get_by_text(option.text, exact=True).click()
            if item.kind == "single-best-answer":
                break
    card.get_by_role("button", name="Check").click()
    expect(card.get_by_role("button", name="Try again")).to_be_visible()


def show_all(book: FrameLocator) -> None:
    """Have the questions one under the other, as whoever answers them all may."""
    book.locator("body").evaluate("() => location.assign('?questions=all')")
    expect(book.locator(".item")).to_have_count(len(QUESTIONS))
    expect(book.locator(f"#{QUESTIONS[-1].id}").get_by_role("button", name="Check")).to_be_visible()


def committed(page: Page) -> dict:
    return json.loads(page.evaluate("sessionStorage.getItem('lms')"))


def interactions(page: Page) -> dict[str, dict]:
    return {row["id"]: row for row in committed(page)["interactions"].values()}


def test_what_the_platform_will_see_is_said_before_a_word_is_sent(reader):
    page = reader.open("chapter.html")
    package = page.frame_locator("#package")
    expect(package.get_by_role("button", name=START)).to_be_visible()
    expect(package.get_by_text("Your learning platform will see")).to_be_visible()
    expect(
        package.get_by_text("what you answered, when, how long it took, and whether it was right")
    ).to_be_visible()
    assert page.evaluate("calls") == []
    package.get_by_role("button", name="Read without reporting").click()
    show_all(book_of(page))
    answer(book_of(page), SINGLES[0])
    expect(said(page)).to_contain_text("Nothing is sent.")
    assert page.evaluate("calls") == []


def test_each_answer_is_reported_with_a_score_over_all_questions(reader):
    page = reader.open("chapter.html")
    book = started(page)
    show_all(book)
    answer(book, SINGLES[0])
    answer(book, SINGLES[1], right=False)
    several = next(item for item in QUESTIONS if item.kind == "multiple-response")
    answer(book, several)
    expect(said(page)).to_contain_text(f"3 of {len(QUESTIONS)} questions")
    core = committed(page)["core"]
    assert float(core["score"]["raw"]) == pytest.approx(100 * 2 / len(QUESTIONS), abs=0.01)
    assert (core["score"]["min"], core["score"]["max"]) == ("0", "100")
    assert (core["lesson_status"], core["exit"]) == ("incomplete", "suspend")
    rows = interactions(page)
    key = next(option.id for option in SINGLES[0].options if option.correct)
    assert (rows[SINGLES[0].id]["result"], rows[SINGLES[0].id]["student_response"]) == ("correct", key)
    assert rows[SINGLES[1].id]["result"] == "wrong"
    assert rows[several.id]["student_response"].split(",") == [o.id for o in several.options if o.correct]
    assert page.evaluate("refused") == []
    assert page.evaluate("Object.keys(localStorage)") == []


def test_when_all_is_answered_it_is_completed_and_what_a_teacher_set_is_passed(reader):
    page = reader.open("chapter.html")
    page.context.add_init_script("window.given = {student_data: {mastery_score: '80'}}")
    page.reload()
    book = started(page)
    show_all(book)
    for item in QUESTIONS:
        answer(book, item)
    expect(said(page)).to_contain_text(f"all {len(QUESTIONS)} questions, score 100 of 100")
    core = committed(page)["core"]
    assert (core["lesson_status"], core["exit"], core["score"]["raw"]) == ("passed", "", "100")


def test_who_comes_back_finds_the_answers_and_with_a_state_that_was_cut_those_before_the_cut(reader):
    page = reader.open("chapter.html")
    book = started(page)
    show_all(book)
    for item in SINGLES[:3]:
        answer(book, item)
    expect(said(page)).to_contain_text("3 of")
    state = committed(page)["suspend_data"]
    assert len(state) < 40
    page.reload()
    book = started(page)
    show_all(book)
    expect(said(page)).to_contain_text(f"3 of {len(QUESTIONS)} questions")
    for item in SINGLES[:3]:
        expect(book.locator(f"#{item.id}").get_by_role("button", name="Try again")).to_be_visible()
    assert len(interactions(page)) == 3

    # A platform that keeps no more than it must, of a state that filled it: the last answer is lost, and no other.
    cut = {**committed(page), "suspend_data": state[:-2]}
    page.locator("#package").evaluate("frame => frame.remove()")
    page.evaluate("kept => sessionStorage.setItem('lms', kept)", json.dumps(cut))
    page.reload()
    book = started(page)
    show_all(book)
    expect(said(page)).to_contain_text(f"2 of {len(QUESTIONS)} questions")
    lost = max(SINGLES[:3], key=QUESTIONS.index)
    expect(book.locator(f"#{lost.id}").get_by_role("button", name="Check")).to_be_visible()


def test_the_connection_outlives_a_page_and_one_comes_back_to_where_one_was(reader):
    page = reader.open("whole.html")
    book = started(page)
    book.get_by_role("navigation", name="Course").get_by_role("link", name="Warming it").first.click()
    expect(book.get_by_role("heading", level=1)).to_have_text(re.compile("Warming it"))
    book.locator("body").evaluate("() => location.assign('marble-thumb.html')")
    expect(book.locator(f"#{QUESTIONS[0].id}")).to_be_attached()
    show_all(book)
    answer(book, SINGLES[0])
    counted = sum(len(bank.items) for name, bank in BANKS.items() if name not in ("pre-test", "final-test"))
    expect(said(page)).to_contain_text(f"1 of {counted} questions")
    assert [name for name, *_ in page.evaluate("calls")].count("LMSInitialize") == 1
    assert committed(page)["core"]["lesson_location"] == f"book/{NAME}.html"
    page.reload()
    expect(started(page).locator(f"#{QUESTIONS[0].id}")).to_be_attached()


def test_a_page_that_is_not_in_the_package_is_said_to_be_elsewhere(reader):
    page = reader.open("chapter.html")
    book = started(page)
    book.locator("nav.pages").get_by_role("link", name="Warming it").first.evaluate("link => link.click()")
    expect(said(page)).to_have_text("“Warming it” is not in this package.")
    expect(book.locator(f"#{QUESTIONS[0].id}")).to_be_attached()


def test_without_a_platform_it_runs_on_alone(reader):
    page = reader.open("chapter/scorm.html")
    expect(page.locator(".scorm-said")).to_contain_text("nothing is sent")
    book = page.frame_locator("iframe.scorm-book")
    show_all(book)
    answer(book, SINGLES[0])
    assert SINGLES[0].id in page.evaluate("key => localStorage.getItem(key)", KEY)


def test_without_scripts_it_leads_to_the_page(new_reader):
    page = new_reader(java_script_enabled=False).open("chapter/scorm.html")
    page.get_by_role("link", name="Open the course without reporting").click()
    expect(page.locator(f"#{QUESTIONS[0].id}")).to_be_visible()
