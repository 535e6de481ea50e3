"""On a path every page says which step one is at and leads to the next; ticks are kept, handed on and erased."""

import json

import pytest
from playwright.sync_api import expect
from shifting import SHIFT

from axe import axe_in_every_view
from marble_thumb import CHAPTER, NAME, OTHER

FIRST = "book/index.html"
PATH = f"{NAME}.path"
KEPT = "key => JSON.parse(localStorage.getItem(key))"
TELEPHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def walker(new_reader):
    """Return a reader who has set out on the shortest path, and is at its first step."""
    reader = new_reader(**TELEPHONE)
    page = reader.open(FIRST)
    page.locator(".path-card").first.get_by_role("link").first.click()
    page.wait_for_url(f"**/{CHAPTER}#in-plain-words")
    return reader, page


def test_it_leads_from_step_to_step_and_ends_on_the_first_page(walker):
    _, page = walker
    bar = page.get_by_role("navigation", name="Path")
    expect(bar.locator(".walk-at")).to_have_text("10-minute path · step 1 of 3")
    bar.locator(".walk-next").click()
    page.wait_for_url(f"**/{CHAPTER}#how-it-runs")
    expect(bar.locator(".walk-at")).to_have_text("10-minute path · step 2 of 3")
    expect(page.locator("#how-it-runs > h2")).to_be_in_viewport()
    bar.locator(".walk-next").click()
    page.wait_for_url("**/*questions=*")
    expect(bar.locator(".walk-at")).to_have_text("10-minute path · step 3 of 3")
    expect(page.locator(".quiz")).to_have_attribute("data-view", "one")
    bar.locator(".walk-next").click()
    page.wait_for_url(f"**/{FIRST}#paths")
    expect(page.locator(".walk")).to_be_hidden()
    expect(page.locator(".path-card").first.locator("li.done")).to_have_count(3)


def test_ticks_that_are_none_stop_nobody(walker):
    _, page = walker
    page.evaluate(
        "key => localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), done: 5 }))",
        PATH,
    )
    page.locator(".walk-next").click()
    page.wait_for_url(f"**/{CHAPTER}#how-it-runs")
    assert page.evaluate(KEPT, PATH)["done"] == ["marble-thumb#in-plain-words"]


def test_the_first_action_of_the_first_page_sets_out_on_the_shortest(new_reader):
    page = new_reader(**TELEPHONE).open(FIRST)
    page.locator(".go-on").click()
    page.wait_for_url(f"**/{CHAPTER}#in-plain-words")
    expect(page.locator(".walk-at")).to_have_text("10-minute path · step 1 of 3")


def test_it_is_on_every_page_and_moves_nothing(walker):
    reader, _ = walker
    for path in (OTHER, FIRST, "book/glossary.html", "book/references.html", "search.html"):
        page = reader.open(path)
        bar = page.locator(".walk")
        expect(bar.locator(".walk-at")).to_have_text("10-minute path · step 1 of 3")
        assert page.evaluate(SHIFT) == 0
        bar.locator(".walk-at").click()
        page.wait_for_url(f"**/{CHAPTER}#in-plain-words")


def test_it_lies_over_no_heading_that_an_address_names(walker):
    reader, _ = walker
    page = reader.open(f"{CHAPTER}#how-it-runs")
    expect(page.locator(".walk-at")).to_be_visible()
    expect(page.locator("#how-it-runs > h2")).to_be_in_viewport()
    bar, heading = page.locator(".walk").bounding_box(), page.locator("#how-it-runs > h2").bounding_box()
    assert heading["y"] >= bar["y"] + bar["height"]


def test_the_map_of_the_questions_sticks_below_it(walker):
    reader, _ = walker
    ids = ["marble-thumb-after-a-year", "marble-thumb-first-look"]
    page = reader.open(f"{CHAPTER}?questions={'+'.join(ids)}#{ids[0]}")
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 150)
    page.wait_for_function("before => scrollY >= before + 150", arg=before)
    bar, strip = (page.locator(part) for part in (".walk", ".quiz .strip"))
    assert strip.bounding_box()["y"] >= bar.bounding_box()["y"] + bar.bounding_box()["height"] - 1


def test_a_step_back_in_the_browser_is_a_step_back_on_the_path(walker):
    _, page = walker
    page.locator(".walk-next").click()
    page.wait_for_url(f"**/{CHAPTER}#how-it-runs")
    page.locator(".walk-next").click()
    page.wait_for_url("**/*questions=*")
    page.goto(page.url.partition("book/")[0] + f"{CHAPTER}#in-plain-words")
    expect(page.locator(".walk-at")).to_have_text("10-minute path · step 1 of 3")


def test_it_is_left_by_its_button_and_keeps_what_is_done(walker):
    reader, page = walker
    page.locator(".walk-next").click()
    page.get_by_role("button", name="Leave the path").click()
    expect(page.locator(".walk")).to_be_hidden()
    expect(reader.open(OTHER).locator(".walk")).to_be_hidden()
    assert page.evaluate(KEPT, PATH) == {"done": [f"{NAME}#in-plain-words"]}


def test_who_is_on_no_path_loads_nothing_of_it(new_reader):
    reader = new_reader()
    page = reader.open(CHAPTER)
    assert page.locator("script[src*='path']").count() == 0
    expect(page.locator(".walk")).to_be_hidden()


def test_it_works_from_a_folder(new_reader, site):
    page = new_reader().open(FIRST, at=f"{site.as_uri()}/")
    page.locator(".path-card").first.get_by_role("link").first.click()
    expect(page.locator(".walk-at")).to_have_text("10-minute path · step 1 of 3")


def test_its_ticks_go_with_the_results_to_another_device_and_are_erased_with_them(
    walker, new_reader, tmp_path
):
    reader, page = walker
    page.locator(".walk-next").click()
    page.wait_for_url(f"**/{CHAPTER}#how-it-runs")
    progress = reader.open("book/progress.html")
    with progress.expect_download() as saved:
        progress.get_by_role("button", name="Export").click()
    file = tmp_path / "results.json"
    saved.value.save_as(file)
    done = [f"{NAME}#in-plain-words"]
    assert json.loads(file.read_text("utf-8"))["steps"] == done

    other = new_reader().open("book/progress.html")
    other.set_input_files("input[type=file]", file)
    expect(other.locator(".transfer-said")).not_to_be_empty()
    assert other.evaluate(KEPT, PATH) == {"done": done}

    progress.get_by_role("button", name="Erase everything").click()
    expect(progress.locator("main")).to_contain_text("the steps you have ticked")
    progress.get_by_role("button", name="Erase everything").last.click()
    assert progress.evaluate(KEPT, PATH) is None
    expect(reader.open(OTHER).locator(".walk")).to_be_hidden()


def test_no_rule_of_accessibility_is_broken(walker):
    assert axe_in_every_view(walker[1]) == []
