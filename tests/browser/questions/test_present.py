"""A question and a figure for a room: the whole window, large, its answer when asked for, and nothing recorded."""

import re

import pytest
from playwright.sync_api import expect

from axe import axe_in_every_view
from marble_thumb import BANKS, CHAPTER, KEY, NAME, OTHER

OPTIONS = [item for item in BANKS[NAME].items if item.kind == "single-best-answer"]
FIRST, SECOND = OPTIONS[0], OPTIONS[1]
SCREENS = [{"width": 1920, "height": 1080}, {"width": 1024, "height": 768}]


def presented(reader, *items, page=CHAPTER):
    ids = [item if isinstance(item, str) else item.id for item in items]
    page = reader.open(f"{page}?present={'+'.join(ids)}#{ids[0]}")
    expect(page.locator("dialog.present[open]")).to_be_visible()
    return page


def texts(page, part):
    return page.locator(f"dialog.present {part}").all_text_contents()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen["width"]))
def test_a_question_fills_the_window_in_type_half_as_large_again(new_reader, screen):
    page = presented(new_reader(viewport=screen), FIRST)
    assert page.locator("dialog.present").bounding_box() == {"x": 0, "y": 0, **screen}
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    usual = page.locator("article p").first.evaluate(size)
    for part in (".stem", ".lead", ".letters .text"):
        assert page.locator(f"dialog.present {part}").first.evaluate(size) >= 1.5 * usual
        assert page.locator(f"dialog.present {part}").first.evaluate(size) >= 27


def test_options_have_letters_and_no_answer_until_it_is_asked_for(reader):
    page = presented(reader, FIRST)
    assert texts(page, ".letter") == ["A", "B", "C", "D", "E"][: len(FIRST.options)]
    assert sorted(texts(page, ".text")) == sorted(option.text for option in FIRST.options)
    assert texts(page, ":is(.mark, .why, .point)") == []


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_key_reveals_the_answer_first_and_then_the_reasons(reader, key):
    page = presented(reader, FIRST)
    page.keyboard.press(key)
    right = next(option for option in FIRST.options if option.correct)
    assert texts(page, "li.right .text") == [right.text]
    assert texts(page, ".why") == []
    expect(page.locator(".present-said")).to_contain_text(right.text)
    page.keyboard.press(key)
    assert len(texts(page, ".why")) == len(FIRST.options)
    expect(page.locator("dialog.present .point")).to_be_visible()


def test_buttons_do_the_same_for_a_pointer_and_a_screen_reader(reader):
    page = presented(reader, FIRST, SECOND)
    page.get_by_role("button", name="Show the answer").click()
    page.get_by_role("button", name="Show the reasons").click()
    assert len(texts(page, ".why")) == len(FIRST.options)
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.get_by_role("dialog", name="Question 2 of 2")).to_be_visible()


def test_a_digit_marks_what_the_room_picks_without_giving_the_answer_away(reader):
    page = presented(reader, FIRST)
    shown = texts(page, ".letters .text")
    page.keyboard.press("2")
    expect(page.get_by_role("dialog").get_by_role("button", name="B", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.locator(".present-said")).to_have_text(f"Picked: B, {shown[1]}.")
    page.keyboard.press("3")
    assert texts(page, "li.picked .text") == [shown[2]]
    assert texts(page, ":is(.mark, .why)") == []
    page.keyboard.press("3")
    assert texts(page, "li.picked .text") == []
    page.get_by_role("dialog").get_by_text(shown[0]).click()
    page.keyboard.press("Space")
    page.keyboard.press("2")
    assert texts(page, "li.picked .text") == [shown[0]]


def test_where_several_are_right_the_room_may_pick_several(reader):
    several = next(item for item in BANKS[NAME].items if item.kind == "multiple-response")
    page = presented(reader, several)
    page.keyboard.press("1")
    page.keyboard.press("3")
    assert len(texts(page, "li.picked")) == 2


def test_a_case_goes_where_the_room_decides_with_reasons_on_demand(reader):
    case = next(item for item in BANKS["warming-it"].items if item.kind == "case")
    visit, late, warm = case.steps
    page = presented(reader, case, page=OTHER)
    expect(page.locator("dialog.present .scene .stem")).to_have_text(visit.text)
    page.keyboard.press("Space")
    assert texts(page, ":is(.consequence, .why)") == []
    wait = visit.choices[1]
    page.keyboard.press(str(1 + texts(page, ".letters .text").index(wait.text)))
    page.keyboard.press("Space")
    assert texts(page, ".consequence") == [wait.consequence]
    assert texts(page, ".why") == []
    page.keyboard.press("Space")
    assert sorted(texts(page, ".why")) == sorted(choice.rationale for choice in visit.choices)
    assert texts(page, "li.right .text") == [visit.choices[0].text]
    page.get_by_role("button", name="Next scene").click()
    expect(page.locator("dialog.present .scene .stem")).to_have_text(late.text)
    for key in ("1", "Space", "Space", "Space"):
        page.keyboard.press(key)
    expect(page.locator("dialog.present .scene .stem")).to_have_text(warm.text)
    page.get_by_role("dialog").get_by_role("button", name="Debrief").click()
    expect(page.locator("dialog.present .debrief")).to_have_text(case.debrief)


def test_each_question_that_a_teacher_has_before_him_leads_to_it(reader):
    page = reader.open(f"{CHAPTER}?questions=all")
    page.locator(f"#{SECOND.id}").get_by_role("link", name="On the screen").click()
    expect(page.locator("dialog.present .lead")).to_have_text(SECOND.lead_in)


def test_its_options_stand_as_on_every_telephone(reader):
    page = reader.open(f"{CHAPTER}?questions={FIRST.id}#{FIRST.id}")
    expect(page.locator(f"#{FIRST.id} .option .text").first).to_be_visible()
    there = page.locator(f"#{FIRST.id} .option .text").all_text_contents()
    page.close()
    assert texts(presented(reader, FIRST), ".letters .text") == there


def test_arrows_go_on_and_back_among_those_of_the_address_and_cover_the_answer_again(reader):
    page = presented(reader, FIRST, SECOND)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator("dialog.present .lead")).to_have_text(SECOND.lead_in)
    expect(page).to_have_url(re.compile(rf"#{SECOND.id}$"))
    page.keyboard.press("ArrowRight")
    expect(page.locator(".present-where")).to_have_text("Question 2 of 2")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("dialog.present .lead")).to_have_text(FIRST.lead_in)
    assert texts(page, ".mark") == []


def test_without_names_all_questions_of_the_page_follow(reader):
    page = reader.open(f"{CHAPTER}?present#{SECOND.id}")
    place = [item.id for item in BANKS[NAME].items].index(SECOND.id) + 1
    expect(page.locator(".present-where")).to_have_text(f"Question {place} of {len(BANKS[NAME].items)}")


def test_every_kind_is_shown_and_has_its_answer(reader):
    page = reader.open(f"{OTHER}?present")
    expect(page.locator(".present-where")).to_have_text(re.compile(r"of \d+"))
    total = int(re.search(r"of (\d+)", page.locator(".present-where").text_content())[1])
    for _ in range(total):
        assert texts(page, ":is(.reasons, .why)") == []
        # In a case the room decides first.
        if page.locator("dialog.present .scene").count():
            page.keyboard.press("1")
        page.get_by_role("button", name=re.compile("Show the answer|Show what follows")).click()
        page.keyboard.press("Space")
        assert len(texts(page, ":is(.reasons li, .why)")) > 0
        page.keyboard.press("ArrowRight")


def test_escape_leaves_to_the_question_and_nothing_was_recorded(reader):
    page = presented(reader, FIRST)
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.present")).to_have_count(0)
    expect(page).to_have_url(f"{reader.address}{CHAPTER}#{FIRST.id}")
    expect(page.locator(f"#{FIRST.id}")).to_be_in_viewport()
    kept = page.evaluate("key => localStorage.getItem(key)", KEY)
    assert kept is None or '"answers":{}' in kept


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen["width"]))
def test_a_figure_is_drawn_large_with_its_finding_as_the_title_and_its_data_on_demand(new_reader, screen):
    page = presented(new_reader(viewport=screen), "figure-1")
    title = page.get_by_role("dialog").get_by_role("heading")
    assert title.text_content() == page.locator("#figure-1 .finding").text_content()
    expect(page.locator("dialog.present .drawing .picture:visible")).to_have_count(1)
    drawing = page.locator("dialog.present .drawing").bounding_box()
    assert drawing["width"] > 0.75 * screen["width"]
    assert page.locator("dialog.present figure").bounding_box()["width"] <= screen["width"]
    table = page.locator("dialog.present details.data table")
    expect(table).to_be_hidden()
    page.keyboard.press("Space")
    expect(table).to_be_visible()


def test_a_figure_answers_to_a_pointer_as_on_its_page(reader):
    page = presented(reader, "figure-1")
    words = page.locator("dialog.present .line:visible text").first
    words.click()
    expect(page.locator("dialog.present .point-card")).to_contain_text(words.text_content())


def test_without_scripts_the_link_leads_to_the_plain_question(new_reader):
    page = new_reader(java_script_enabled=False).open(f"{CHAPTER}?present={FIRST.id}#{FIRST.id}")
    expect(page.locator(f"#{FIRST.id}")).to_be_in_viewport()
    assert page.locator("dialog.present").count() == 0


@pytest.mark.parametrize("asked", ["?present=gone#gone", "?present=%00#%00", "?present=<img>"])
def test_an_address_that_names_nothing_shows_a_question_of_the_page(reader, asked):
    page = reader.open(f"{CHAPTER}{asked}")
    expect(page.locator(".present-where")).to_contain_text("Question 1 of")


def test_a_page_without_any_is_as_it_always_is(reader):
    page = reader.open("book/about.html?present")
    assert page.locator("dialog.present").count() == 0


def test_its_script_is_loaded_only_where_the_address_asks_for_it(reader):
    assert reader.open(CHAPTER).locator("script[src*='present']").count() == 0
    assert reader.open(f"{CHAPTER}?present").locator("script[src*='present']").count() == 1


def test_it_works_from_a_folder(new_reader, site):
    page = new_reader().context.new_page()
    page.goto(f"{(site / CHAPTER).as_uri()}?present#{FIRST.id}")
    expect(page.locator("dialog.present .lead")).to_have_text(FIRST.lead_in)


def test_no_violation_with_all_revealed(reader):
    page = presented(reader, FIRST)
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    assert axe_in_every_view(page) == []
