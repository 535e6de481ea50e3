"""A reader answers, sees the progress, hands over a file and takes it back, and is asked again days later."""

import json

import pytest
from remembering import PROGRESS, REVIEW, SINGLES, TOTAL, answer, asked

from device import kept as record
from marble_thumb import CHAPTER, KEY, NAME, STACKED
from storage import begin, storage

RIGHT, WRONG, NEXT = SINGLES[:3]
BOTH = f"2 of {TOTAL} questions answered, 1 right."
# Each moment in the record is put back, as if so many days had gone by.
LATER = """([key, days]) => {
  const back = (_, value) => (value > 1.6e12 ? value - days * 86_400_000 : value);
  const kept = JSON.parse(localStorage.getItem(key));
  localStorage.setItem(key, JSON.stringify(kept, back));
}"""
HEADING = "how-it-runs"
SHOWS = "words => document.querySelector('.memory-done')?.textContent.startsWith(words)"


@pytest.fixture(scope="module")
def begun(engine, place):
    """Answer two questions of the chapter where nothing was answered before; return what is kept of them."""
    page = engine.page
    for path in (PROGRESS, STACKED):
        begin(engine, place, place.small + path)
    answer(page.locator(f"[id='{RIGHT.id}']"), RIGHT, right=True)
    answer(page.locator(f"[id='{WRONG.id}']"), WRONG, right=False)
    return record(storage(engine, place))


def test_progress_tells_of_what_was_answered(begun, engine, place):
    engine.page.goto(place.small + PROGRESS)
    engine.page.locator(".memory-done", has_text=BOTH).wait_for()


def test_a_file_with_what_was_answered_is_handed_over(begun, engine, place):
    engine.page.goto(place.small + PROGRESS)
    assert exported(engine)["answers"] == begun["answers"]


def test_erased_and_taken_back_from_a_file_everything_is_there(begun, engine, place, tmp_path):
    page = engine.page
    page.goto(place.small + PROGRESS)
    path = tmp_path / "results.json"
    path.write_text(json.dumps(exported(engine)), "utf-8")
    page.get_by_role("button", name="Erase everything").click()
    page.locator(".confirm").get_by_role("button", name="Erase everything").click()
    page.locator(".transfer-said", has_text="Everything has been erased.").wait_for()
    assert page.locator(".memory-done").count() == 0
    page.get_by_label("Import a file").set_input_files(path)
    page.locator(".transfer-said", has_text="Answers from it: 2.").wait_for()
    page.locator(".memory-done", has_text=BOTH).wait_for()
    assert record(storage(engine, place))["answers"] == begun["answers"]
    page.reload()
    page.locator(".memory-done", has_text=BOTH).wait_for()


def test_days_later_review_asks_again_and_says_when_next(begun, engine, place):
    page = engine.page
    page.goto(place.small + STACKED)
    storage(engine, place).evaluate(LATER, [KEY, 3])
    page.goto(place.small + REVIEW)
    page.locator(".review-stage .stem").wait_for()
    first = asked(page)
    assert first in (RIGHT, WRONG)
    answer(page.locator(".review-stage .item"), first, right=True)
    page.locator(".review-back", has_text="This question comes back on").wait_for()


def test_going_back_shows_what_was_answered_meanwhile(begun, engine, place):
    page = engine.page
    page.goto(place.small + PROGRESS)
    page.locator(".memory-done", has_text=f"2 of {TOTAL}").wait_for()
    page.goto(place.small + STACKED)
    answer(page.locator(f"[id='{NEXT.id}']"), NEXT, right=True)
    engine.back()
    page.wait_for_function(SHOWS, arg=f"3 of {TOTAL} questions answered")


def test_that_a_browser_forgets_after_a_week_is_said_where_it_does(begun, engine, place):
    engine.page.goto(place.small + PROGRESS)
    engine.page.locator(".memory-done").wait_for()
    said = "after 7 days of use without a visit" in engine.page.locator(".memory").inner_text()
    assert said is ((engine.name, place.name) == ("webkit", "host"))


def test_once_everything_is_erased_no_page_knows_a_place_or_a_tick(begun, engine, place):
    page = engine.page
    chapter, first = place.small + CHAPTER, f"{place.small}book/index.html"
    kept = {
        chapter: (f"{NAME}.place", {NAME: {"id": HEADING, "section": HEADING, "into": 0.2, "at": 1}}),
        first: (f"{NAME}.path", {"done": [f"{NAME}#in-plain-words"]}),
    }
    shown = {chapter: ".resume:not([hidden])", first: ".paths li.done"}
    for address, (key, value) in kept.items():
        page.goto(address)
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])
        page.goto("about:blank")
        page.goto(address)
        page.locator(shown[address]).first.wait_for()
    page.goto(place.small + PROGRESS)
    page.get_by_role("button", name="Erase everything").click()
    page.locator(".confirm").get_by_role("button", name="Erase everything").click()
    page.locator(".transfer-said", has_text="Everything has been erased.").wait_for()
    for address, (key, _) in kept.items():
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_function("key => localStorage.getItem(key) === null", arg=key)
        page.wait_for_function(f"() => document.querySelector('{shown[address]}') === null")


def exported(engine) -> dict:
    """Press *Export* and return what is in the file that is saved."""
    engine.page.get_by_role("button", name="Export").click()
    return json.loads(engine.saved())
