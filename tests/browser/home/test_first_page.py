"""The first page offers one way on, which fits what the reader's device keeps; what is gone is as if it were not."""

import json
import time

import pytest
from playwright.sync_api import Page, expect
from shifting import SHIFT

import device
from axe import axe_in_every_view
from marble_thumb import ASKED, BANKS, CHAPTER, NAME

FIRST = "book/index.html"
TELEPHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}
START = "Start in 10 minutes In plain words"
TEST = "Take the 3-question pre-test"
PLACE, PATH = f"{NAME}.place", f"{NAME}.path"


def put(page: Page, key: str, value: object) -> None:
    text = value if isinstance(value, str) else json.dumps(value)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def offers(page: Page, on: str, also: str = TEST) -> None:
    """See what the two links say, and that nothing was pushed by it."""
    expect(page.locator(".go-on")).to_have_accessible_name(on)
    expect(page.locator(".go-also")).to_have_text(also)
    assert page.evaluate(SHIFT) == 0


def place(section: str, *, at: int = 2, mark: str | None = None) -> dict[str, object]:
    return {"id": mark or section, "into": 0.2, "section": section, "at": at}


def due(page: Page) -> None:
    """Let every question of the pre-test be due for review."""
    asked = json.loads(page.locator(".opening-data").text_content())["test"]
    known = {one: digest for one, digest, _ in asked}
    card = {
        "due": 1000, "stability": 1, "difficulty": 5, "scheduled_days": 1, "learning_steps": 0,
        "reps": 1, "lapses": 0, "state": 2, "last_review": 500,
    }  # fmt: skip
    reviews = {one: {**card, "digest": known[one]} for one in known}
    device.keep(page, settings={}, reviews=reviews)


@pytest.fixture
def page(new_reader):
    return new_reader(**TELEPHONE).open(FIRST)


def test_on_a_first_visit_it_offers_the_shortest_path_and_the_pre_test(page):
    offers(page, START)
    page.locator(".go-on").click()
    page.wait_for_url(f"**/{CHAPTER}#in-plain-words")


def test_it_counts_chapters_questions_and_cases(page):
    kinds = [item.kind for bank in BANKS.values() for item in bank.items]
    cases = kinds.count("case")
    expect(page.locator(".kicker")).to_have_text(
        f"Open course · 2 chapters · {len(kinds)} questions, {cases} of them a case"
    )


def test_the_way_on_is_above_the_fold_of_a_telephone_and_the_page_is_short(page):
    box = page.locator(".go-on").bounding_box()
    assert box["y"] + box["height"] < 500
    assert page.evaluate("document.documentElement.scrollHeight") < 4500


def test_who_has_begun_a_chapter_is_led_back_to_the_line(page):
    put(page, PLACE, {NAME: place("how-it-runs"), "warming-it": place("how-to-count", at=1)})
    page.reload()
    offers(page, "Continue: Marble thumb How it runs")
    page.locator(".go-on").click()
    page.wait_for_url(f"**/{CHAPTER}?continue**")
    assert page.evaluate("scrollY") > 300
    expect(page.locator(".resume")).to_be_hidden()
    expect(page.locator(".here-section")).to_have_text("How it runs")


def test_where_a_figure_is_gone_its_section_is_still_there(page):
    put(page, PLACE, {NAME: place("how-it-runs", mark="a-figure-that-is-gone")})
    page.reload()
    offers(page, "Continue: Marble thumb How it runs")
    page.locator(".go-on").click()
    expect(page.locator(".here-section")).to_have_text("How it runs")


def test_reading_in_a_chapter_is_what_it_remembers(new_reader):
    reader = new_reader(**TELEPHONE)
    chapter = reader.open(CHAPTER)
    chapter.evaluate("document.querySelector('#how-it-runs').scrollIntoView({ behavior: 'instant' })")
    chapter.wait_for_function("() => location.hash === '#how-it-runs'")
    offers(reader.open(FIRST), "Continue: Marble thumb How it runs")


def test_what_is_due_comes_before_a_new_start_and_beside_a_begun_chapter(page):
    due(page)
    page.reload()
    offers(page, "Review 3 questions due today, before they are forgotten")
    put(page, PLACE, {NAME: place("how-it-runs")})
    page.reload()
    offers(page, "Continue: Marble thumb How it runs", "Due for review: 3 questions")
    page.locator(".go-also").click()
    page.wait_for_url("**/review.html")


def test_who_starts_the_app_is_at_the_review_when_something_is_due(page):
    page.goto(f"{page.url}?start")
    offers(page, START)
    due(page)
    page.reload()
    page.wait_for_url("**/book/review.html")


def test_a_path_that_is_half_walked_goes_on(page):
    put(page, PATH, {"on": "ten", "step": 1, "done": [f"{NAME}#in-plain-words"]})
    put(page, PLACE, {NAME: place("how-it-shows")})
    page.reload()
    offers(page, "Go on with the 10-minute path Step 2 of 3: How it runs")
    ticked = page.locator(".path-card li.done")
    expect(ticked).to_have_count(1)
    expect(ticked.get_by_role("link")).to_have_accessible_name("In plain words (done)")


def test_the_pre_test_is_not_offered_again(page):
    items = json.loads(page.locator(".opening-data").text_content())["test"]
    usual = {"chosen": ["a"], "checked": True, "certainty": 0, "hints": 0, "ms": 0, "flagged": False}
    answers = {name: {**usual, "digest": digest, "at": 1000, "score": 1} for name, digest, _ in items}
    device.keep(page, settings={}, answers=answers)
    page.reload()
    offers(page, START, "My progress")


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        (PLACE, {"a-chapter-that-is-gone": place("how-it-runs")}),
        (PLACE, {NAME: place("a-section-that-is-gone")}),
        (PLACE, {NAME: {"id": 3, "section": None, "at": "now"}}),
        (PLACE, {"__proto__": place("title"), "constructor": place("name")}),
        (PLACE, "no record"),
        (PLACE, "[]"),
        (PATH, {"on": "a-path-that-is-gone", "step": 0}),
        (PATH, {"on": "ten", "step": 3}),
        (PATH, {"on": "ten", "step": -1}),
        (PATH, {"on": ["ten"], "step": "1", "done": 5}),
        (PATH, "null"),
    ],
)
def test_what_is_kept_of_something_gone_is_as_if_it_were_not(page, key, kept):
    put(page, key, kept)
    page.reload()
    offers(page, START)
    expect(page.locator(".walk")).to_be_hidden()
    expect(page.locator(".path-card li.done")).to_have_count(0)


def test_where_storage_is_refused_it_is_as_on_a_first_visit(new_reader):
    reader = new_reader(**TELEPHONE)
    reader.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    )
    page = reader.open(FIRST)
    offers(page, START)
    page.locator(".go-on").click()
    page.wait_for_url(f"**/{CHAPTER}#in-plain-words")


def test_without_scripts_it_is_a_list_of_links_that_all_lead_somewhere(new_reader, site):
    page = new_reader(java_script_enabled=False).open(FIRST)
    offers_ = page.locator(".go a, .path-card a, .course-map a")
    hrefs = offers_.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(hrefs) == 2 + 5 + 3
    for href in hrefs:
        name, _, anchor = href.partition("#")
        text = (site / "book" / name.partition("?")[0]).read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in text


def test_a_card_of_a_number_says_its_study(reader):
    page = reader.open(FIRST)
    page.locator(".facts a.ev").hover()
    expect(page.locator(".facts .ev-card")).to_contain_text("Roe")


def test_the_bar_of_a_chapter_shows_what_is_right_and_what_is_not(page):
    usual = {"chosen": ["a"], "checked": True, "certainty": 0, "hints": 0, "ms": 0, "flagged": False}
    half = {
        name: {**usual, "digest": digest, "at": int(time.time()), "score": int(at == 0)}
        for at, (name, digest) in enumerate(ASKED[:3])
    }
    device.keep(page, settings={}, answers=half)
    page.reload()
    expect(page.locator(".course-map li").first).to_contain_text("3 of")
    bar = page.locator(".course-map li").first.locator(".map-bar")
    shares = bar.evaluate(
        "one => [one.style.getPropertyValue('--answered'), one.style.getPropertyValue('--right-share')]"
    )
    assert [round(float(share) * len(ASKED)) for share in shares] == [3, 1]


def test_no_rule_of_accessibility_is_broken(page):
    assert axe_in_every_view(page) == []


def test_nothing_on_it_is_called_by_a_word_that_says_nothing(page):
    links = page.locator("main a:not(.headerlink)")
    names = {name.strip().lower() for name in links.all_text_contents()}
    assert any(name.startswith("start in") for name in names)
    assert not {"start", "click here", "here", "more", "learn more", "this", "go"} & names
