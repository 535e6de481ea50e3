"""A citation is a small number: its card says what was cited and how much of it was read, and the list has it all."""

import re

import pytest
from cards import off_the_screen
from playwright.sync_api import Page, expect

from marble_thumb import CHAPTER, OTHER

TELEPHONE = {"viewport": {"width": 360, "height": 800}, "has_touch": True, "is_mobile": True}


def named(page: Page, numbers: str):
    return page.locator(f"a.cite[aria-label='Source{'' if numbers.isdigit() else 's'} {numbers}']").first


def test_numbers_count_on_in_the_order_of_the_text_and_neighbors_stand_together(reader):
    page = reader.open(CHAPTER)
    assert page.locator("a.cite").all_inner_texts() == [
        "1",
        "2",
        "1-4",
        "4",
        "1-3",
        "2",
        "1,2,4",
        "1,4",
        "2,4",
    ]
    entries = page.locator(".sources li").evaluate_all("all => all.map(one => [one.id, one.textContent])")
    assert [(name, text.split()[0]) for name, text in entries] == [
        ("source-1", "Roe"), ("source-2", "Poe"), ("source-3", "Doe"), ("source-4", "Moe"),
    ]  # fmt: skip


def test_a_number_follows_its_words_without_a_space_and_leaves_the_line_as_it_was(reader):
    page = reader.open(CHAPTER)
    before = """all => all.map((one) => one.parentElement.previousSibling)
      .map((node) => (node.nodeType === 3 ? node.data : ''))"""
    assert [text for text in page.locator("a.cite").evaluate_all(before) if text != text.rstrip()] == []
    # Two paragraphs of a line each, one of them with a number.
    heights = page.evaluate(
        """() => {
          const [one, other] = [document.createElement('p'), document.createElement('p')];
          one.append('warm', document.querySelector('sup').cloneNode(true));
          other.append('warm');
          document.querySelector('#how-it-runs').append(one, other);
          return [one, other].map((line) => line.getBoundingClientRect().height);
        }"""
    )
    assert heights[0] == heights[1]


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_hover_and_focus_show_the_work_in_full_and_escape_puts_it_away(reader, way):
    page = reader.open(CHAPTER)
    number = named(page, "1")
    getattr(number, way)()
    card = number.locator(".ev-card")
    expect(card).to_be_visible()
    entry = page.locator("#source-1")
    said = entry.text_content().removesuffix("↩").strip()
    assert said.startswith("Roe")
    assert "Read: " in said
    expect(card).to_contain_text(said)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_who_hears_the_page_hears_source_and_number_and_then_the_work(reader):
    page = reader.open(CHAPTER)
    number = named(page, "1")
    number.focus()
    expect(number).to_have_accessible_name("Source 1")
    expect(number).to_have_accessible_description(re.compile(r"^Source 1 Roe .*Read: "))
    expect(named(page, "1,2,4")).to_have_accessible_name("Sources 1,2,4")


def test_a_group_shows_each_of_its_works_and_marks_each_of_them_in_the_list(reader):
    page = reader.open(CHAPTER)
    group = named(page, "1,4")
    group.focus()
    titles = group.locator(".ev-title")
    assert titles.all_inner_texts() == ["Source 1", "Source 4"]
    page.keyboard.press("Enter")
    marked = page.locator(".sources li.marked")
    assert marked.evaluate_all("all => all.map(one => one.id)") == ["source-1", "source-4"]
    named(page, "2").click()
    expect(marked).to_have_attribute("id", "source-2")


def test_of_many_works_the_card_shows_three_and_says_how_many_more_the_list_has(reader):
    page = reader.open(CHAPTER)
    number = named(page, "2")
    number.evaluate("one => { one.firstChild.data = '1-4,2,4,2-4'; }")
    number.focus()
    assert number.locator(".ev-title").all_inner_texts() == ["Source 1", "Source 2", "Source 3"]
    expect(number.locator(".ev-more")).to_have_text("and 6 more in the list")


def test_a_tap_shows_the_card_at_the_foot_and_a_second_one_opens_the_list_at_the_work(new_reader):
    page = new_reader(**TELEPHONE).open(CHAPTER)
    number = named(page, "2")
    number.tap()
    card = number.locator(".ev-card")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box["y"] + box["height"] == pytest.approx(800 - 12, abs=1)
    expect(page.locator("#source-2")).to_be_hidden()
    number.tap()
    expect(page).to_have_url(re.compile(r"#source-2$"))
    expect(page.locator("#source-2")).to_be_in_viewport()
    expect(card).to_be_hidden()
    number.tap()
    expect(card).to_be_visible()
    paper = "one => getComputedStyle(one).backgroundColor"
    assert page.locator("#source-2").evaluate(paper) != page.locator("#source-1").evaluate(paper)


def test_each_work_leads_back_to_where_it_is_first_cited_or_needed(reader):
    page = reader.open(f"{CHAPTER}#source-2")
    page.locator("#source-2 .back").click()
    expect(named(page, "2")).to_be_in_viewport()
    ways = page.locator(".sources .back").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    # Two of the four come first in the caption of a figure.
    assert ways == ["#cited-1", "#cited-2", "#cited-3", "#cited-3"]
    assert page.evaluate("ways => ways.every(way => document.querySelector(way))", ways)


def test_what_is_behind_a_number_or_a_question_alone_leads_back_to_its_section(reader):
    page = reader.open(OTHER)
    apart = page.locator(".sources p + ol")
    expect(apart).to_have_attribute("start", str(page.locator(".sources ol").first.locator("li").count() + 1))
    doe = apart.locator("li", has_text="Doe J")
    expect(doe.locator(".back")).to_have_attribute("href", "#how-to-count")


def test_a_figure_ends_its_caption_with_the_numbers_of_the_works_behind_it(reader):
    page = reader.open(CHAPTER)
    number = page.locator("figcaption a.cite").first
    expect(number).to_have_accessible_name("Sources 1-4")
    number.focus()
    assert number.locator(".ev-title").all_inner_texts() == [f"Source {place}" for place in range(1, 5)]


def test_a_list_closed_by_hand_opens_again_for_the_same_work(reader):
    page = reader.open(CHAPTER)
    number = named(page, "1")
    number.click()
    expect(page.locator("#source-1")).to_be_in_viewport()
    page.locator("details.sources > summary").click()
    number.click()
    expect(page.locator("#source-1")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_card_leaves_the_screen_and_no_target_is_smaller_than_a_finger_needs(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open(CHAPTER)
    numbers = page.locator("a.cite")
    assert off_the_screen(numbers) == []
    small = """all => all.map((one) => one.getBoundingClientRect())
      .filter(({ width, height }) => width < 24 || height < 24)"""
    assert numbers.evaluate_all(small) == []


@pytest.mark.parametrize("folder", [False, True])
def test_without_scripts_a_number_leads_to_the_list_which_opens(new_reader, site, folder):
    at = f"{site.as_uri()}/" if folder else None
    page = new_reader(java_script_enabled=False).open(CHAPTER, at=at)
    named(page, "4").click()
    expect(page.locator("#source-4")).to_be_in_viewport()
    expect(page.locator("#source-4")).to_be_visible()


def test_on_paper_the_numbers_stay_and_the_list_is_whole(new_reader):
    page = new_reader(java_script_enabled=False).open(CHAPTER)
    page.emulate_media(media="print")
    expect(named(page, "1-4")).to_be_visible()
    expect(page.locator(".sources li:visible")).to_have_count(4)
    expect(page.locator(".back:visible")).to_have_count(0)
