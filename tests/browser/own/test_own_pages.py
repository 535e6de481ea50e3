"""The reader's own pages, progress and review: on a telephone, for everybody, without scripts, and what they load."""

import pytest
from playwright.sync_api import expect
from remembering import BANKS, PROGRESS, REVIEW, SINGLES, answer, answered_in_chapter, asked, at_noon, later
from shifting import SHIFT, open_before_its_script

from axe import axe, axe_on_colors, view
from marble_thumb import CHAPTER


@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_with_answers_no_page_is_wider_than_a_telephone(new_reader, path):
    reader = at_noon(new_reader, viewport={"width": 360, "height": 800})
    answered_in_chapter(reader, *SINGLES[:2], right=False)
    later(reader, days=3)
    page = reader.open(path)
    expect(page.locator(".memory-done, .review-stage .item")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("answered", [0, 2])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_what_is_filled_in_moves_nothing(new_reader, path, width, answered):
    reader = at_noon(new_reader, viewport={"width": width, "height": 780})
    if answered:
        answered_in_chapter(reader, *SINGLES[:answered], right=False)
    later(reader, days=3)
    page = reader.context.new_page()
    open_before_its_script(page, reader.address + path, "**/{progress,review}.js*")
    expect(page.locator(".memory-place > *").first).to_be_visible()
    if path == REVIEW and answered:
        expect(page.locator(".review-stage .item")).to_be_visible()
    assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("answered", [0, 2])
@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_what_is_pressed_is_large_enough_for_a_finger(new_reader, path, answered):
    reader = at_noon(new_reader, viewport={"width": 360, "height": 780})
    if answered:
        answered_in_chapter(reader, *SINGLES[:answered], right=False)
    later(reader, days=3)
    page = reader.open(path)
    expect(page.locator(".memory-place :is(a, button)").first).to_be_visible()
    sizes = page.locator(".memory :is(a, button, summary):visible").evaluate_all(
        "all => all.map(one => [one.textContent, one.getBoundingClientRect().height])"
    )
    assert sizes
    assert [text for text, height in sizes if height < 24] == []


@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_with_answers_no_rule_of_accessibility_is_broken(new_reader, path):
    reader = at_noon(new_reader)
    answered_in_chapter(reader, *SINGLES[:2], right=False)
    later(reader, days=3)
    page = reader.open(path)
    if path == REVIEW:
        answer(page.locator(".review-stage .item"), asked(page), right=True)
    else:
        page.get_by_role("button", name="Erase everything").click()
    assert axe(page) == []
    view(page, "desk", "dark")
    assert axe_on_colors(page) == []


@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_without_scripts_a_page_says_what_it_needs_and_leads_to_the_chapters(new_reader, path):
    page = new_reader(java_script_enabled=False).open(path)
    expect(page.locator(".memory")).to_contain_text("so it needs scripts")
    expect(page.locator('.memory a[href="marble-thumb.html"]')).to_be_visible()


HOME = "book/index.html"


@pytest.mark.parametrize("path", [PROGRESS, REVIEW, HOME])
def test_of_the_chapters_only_those_are_loaded_in_which_the_reader_has_answered(new_reader, path):
    """So that a page weighs the same, however many chapters the book has."""
    reader = at_noon(new_reader)
    answered_in_chapter(reader, SINGLES[0], right=False).close()
    later(reader, days=3)
    page = reader.context.new_page()
    came = []
    page.on("response", lambda response: came.append(response.url))
    page.goto(reader.address + path)
    expect(page.locator(".memory-done, .review-stage .item, .map-standing.begun")).to_be_visible()
    page.wait_for_load_state("networkidle")
    outlines = [url.partition("?")[0] for url in came if "/outlines/" in url]
    assert outlines == [f"{reader.address}_static/outlines/marble-thumb.js"]


def test_a_chapter_not_begun_tells_its_objectives_and_leads_to_its_first_questions(new_reader):
    reader = at_noon(new_reader)
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    bank = BANKS["warming-it"]
    page.locator("summary[aria-label$='By objective: Warming it']").press("Enter")
    told = page.locator(".standings > li", has_text="Warming it").locator("tbody tr")
    asked = {item.objective for item in bank.items}
    expect(told).to_have_count(len(asked))
    page.get_by_role("link", name="Do 5: Warming it").click()
    expect(page.locator(".strip .step")).to_have_count(5)
    expect(page.locator(".item:visible")).to_have_attribute("id", bank.items[0].id)


def test_a_chapter_that_could_not_be_loaded_is_named_and_comes_with_the_network(new_reader):
    reader = at_noon(new_reader)
    answered_in_chapter(reader, SINGLES[0])
    gone = {"status": 200, "body": "", "content_type": "text/javascript"}
    reader.context.route("**/outlines/*", lambda route: route.fulfill(**gone))
    page = reader.open(PROGRESS)
    expect(page.locator(".quiz-notice")).to_contain_text(
        "The questions of “Marble thumb” could not be loaded"
    )
    reader.context.unroute("**/outlines/*")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".memory-done")).to_contain_text("1 of")
    expect(page.locator(".quiz-notice")).not_to_contain_text("could not be loaded")


def test_the_scheduler_is_loaded_on_the_review_page_only(reader):
    def scripts(path):
        return " ".join(
            reader.open(path).locator("script[src]").evaluate_all("all => all.map(one => one.src)")
        )

    assert "review.js" in scripts(REVIEW)
    for path in (CHAPTER, PROGRESS, "book/glossary.html"):
        assert "review.js" not in scripts(path)
