"""The interval explorer answers on the page, without a kernel: by slider, by number, by study; and without scripts."""

import json
from pathlib import Path

import pytest
from explorer_page import write_page
from playwright.sync_api import Page, expect
from shifting import SHIFT

from axe import axe_in_every_view
from outcomes.explorer.html import described

TABLE = json.loads((Path(__file__).parents[2] / "outcomes" / "intervals.json").read_text("utf-8"))
NOTED = """() => {
  window.aloud = [];
  new MutationObserver(() => window.aloud.push(document.querySelector('.aloud').textContent))
    .observe(document.querySelector('.aloud'), { childList: true, characterData: true, subtree: true });
}"""
# Texts of the drawing that leave the figure or are smaller than 12 pixels.
UNREADABLE = """() => {
  const frame = document.querySelector('figure.explorer').getBoundingClientRect();
  return [...document.querySelectorAll('svg.intervals text')].filter((text) => {
    const { left, right, width } = text.getBoundingClientRect();
    const small = parseFloat(getComputedStyle(text).fontSize) < 12;
    return width > 0 && (left < frame.left || right > frame.right || small);
  }).map((text) => text.textContent);
}"""


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("intervals")
    write_page(folder, site)
    return folder


@pytest.fixture(scope="module")
def address(folder):
    """In place of the site's own address: readers of this module have this page and no other network."""
    from _ext.site.serve import running

    with running(folder) as address:
        yield address


@pytest.fixture
def page(reader) -> Page:
    return reader.open("intervals.html")


def number(page, name):
    return page.get_by_role("spinbutton", name=name, exact=True)


def slider(page, name):
    return page.get_by_role("slider", name=name)


def said(page):
    return page.locator("figure.explorer > .said")


def test_it_begins_with_the_study_that_the_page_has_drawn_already(page):
    expect(said(page)).to_have_text(described(12, 49)["said"])
    expect(page.get_by_label("Numbers from")).to_have_value("winter")
    assert page.locator(".from a").get_attribute("href") == "evidence.html#winter"


def test_numbers_typed_are_taken_and_the_drawing_the_words_and_the_table_follow(page):
    number(page, "Patients (n)").fill("20")
    number(page, "With the event").fill("5")
    now = described(5, 20)
    expect(said(page)).to_have_text(now["said"])
    expect(page.get_by_role("img")).to_have_attribute("aria-label", now["said"])
    expect(page.locator("[data-row=exact] .ends")).to_have_text(now["exact"][1])
    expect(page.locator("[data-row=wilson] .ends")).to_have_text(now["wilson"][1])
    low = float(page.locator("[data-row=exact] .span").get_attribute("x1").removesuffix("%"))
    assert low == pytest.approx(100 * now["exact"][0].low, abs=0.001)
    page.get_by_text("Data as a table").click()
    cells = page.locator("tr.now td").all_inner_texts()
    assert cells == ["5 of 20", "25.0%", now["exact"][1], now["wilson"][1], "Your own numbers"]
    expect(page.get_by_label("Numbers from")).to_have_value("")
    expect(page.locator(".from")).to_have_text("Your own numbers")


def test_the_numbers_of_the_committed_table_come_out_on_the_page(page):
    for row in TABLE[:: len(TABLE) // 12]:
        number(page, "Patients (n)").fill(str(row["n"]))
        number(page, "With the event").fill(str(row["events"]))
        expect(said(page)).to_have_text(row["said"])


def test_the_keyboard_moves_the_sliders(page):
    slider(page, "Patients (n)").focus()
    page.keyboard.press("ArrowRight")
    expect(said(page)).to_have_text(described(12, 50)["said"])
    page.keyboard.press("Tab")
    expect(number(page, "With the event")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Home")
    expect(said(page)).to_have_text(described(0, 50)["said"])
    page.keyboard.press("End")
    expect(said(page)).to_have_text(described(50, 50)["said"])


def test_more_patients_at_the_same_percentage_make_the_interval_narrow(page):
    page.get_by_label("Keep the percentage while n changes").check()
    widths = []
    for n in (20, 49, 100, 490):
        number(page, "Patients (n)").fill(str(n))
        assert number(page, "With the event").input_value() == str(round(n * 12 / 49))
        widths.append(page.locator("[data-row=exact] .span").bounding_box()["width"])
    assert widths == sorted(widths, reverse=True)
    # Down to one patient and up again, the share has not drifted.
    number(page, "Patients (n)").fill("1")
    number(page, "Patients (n)").fill("49")
    expect(number(page, "With the event")).to_have_value("12")


def test_a_study_brings_its_numbers_and_its_source(page):
    page.get_by_label("Numbers from").select_option("placebo")
    expect(said(page)).to_have_text(described(0, 16)["said"])
    expect(page.locator(".from a")).to_have_attribute("href", "evidence.html#placebo")
    expect(page.locator(".from")).to_contain_text("Poe 16")


def test_none_shows_the_rule_of_three_and_one_takes_it_away(page):
    row = page.locator("[data-row=three]")
    expect(row).to_be_hidden()
    number(page, "With the event").fill("0")
    expect(row).to_be_visible()
    expect(row.locator(".ends")).to_have_text("up to 6.1%")
    number(page, "With the event").fill("1")
    expect(row).to_be_hidden()


def test_fewer_patients_take_their_events_with_them(page):
    number(page, "Patients (n)").fill("5")
    expect(number(page, "With the event")).to_have_value("5")
    expect(slider(page, "With the event")).to_have_attribute("max", "5")


@pytest.mark.parametrize("typed", ["501", "0", "-3", "2.5", ""])
def test_what_is_no_count_is_said_and_not_taken(page, typed):
    field = number(page, "Patients (n)")
    field.fill(typed)
    expect(page.get_by_role("alert")).to_have_text("Type a whole number from 1 to 500.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(said(page)).to_have_text(described(12, 49)["said"])
    field.press("Tab")
    expect(field).to_have_value("49")
    expect(page.get_by_role("alert")).to_have_text("")


def test_more_events_than_patients_are_not_taken(page):
    number(page, "With the event").fill("50")
    expect(page.get_by_role("alert")).to_have_text("Type a whole number from 0 to 49.")


def test_enter_in_a_field_leaves_the_page_where_it_is(page):
    number(page, "Patients (n)").press("Enter")
    expect(said(page)).to_have_text(described(12, 49)["said"])
    assert page.url.endswith("intervals.html")


def test_the_result_is_read_aloud_once_when_the_hand_rests(page):
    page.evaluate(NOTED)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    slider(page, "With the event").focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("window.aloud") == []
    page.clock.run_for(10_000)
    assert page.evaluate("window.aloud") == [described(20, 49)["said"]]


@pytest.mark.parametrize("width", [360, 1280])
def test_no_control_ever_moves_and_nothing_is_cut_off(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open("intervals.html")
    assert page.evaluate(SHIFT) == 0
    # What stands below the words may move with them; what one has in hand, and what one looks at, may not.
    parts = page.locator(
        ".controls, .controls input, .controls select, svg.intervals, figure.explorer > .said"
    )
    places = set()
    for events, n in ((12, 49), (0, 49), (0, 16), (49, 49), (250, 500), (0, 2)):
        number(page, "Patients (n)").fill(str(n))
        number(page, "With the event").fill(str(events))
        places.add(
            tuple(parts.evaluate_all("all => all.map(one => one.getBoundingClientRect().top + scrollY)"))
        )
        assert page.evaluate(UNREADABLE) == []
    assert len(places) == 1
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_no_rule_of_accessibility_is_broken(page):
    number(page, "With the event").fill("0")
    page.get_by_text("Data as a table").click()
    assert axe_in_every_view(page) == []


def test_the_drawing_follows_light_dark_and_colors_that_the_reader_forces(new_reader):
    page = new_reader(color_scheme="light").open("intervals.html")
    span = page.locator("[data-row=exact] .span")
    stroke = "line => getComputedStyle(line).stroke"
    light = span.evaluate(stroke)
    page.get_by_role("button", name="Dark").click()
    assert span.evaluate(stroke) != light
    page.emulate_media(forced_colors="active")
    ink = page.locator("[data-row=exact] .name")
    assert ink.evaluate("t => getComputedStyle(t).fill") == page.evaluate(
        "getComputedStyle(document.body).color"
    )


def test_in_print_the_figure_stays_and_the_controls_go(page):
    page.emulate_media(media="print")
    expect(page.locator(".controls")).to_be_hidden()
    expect(page.get_by_role("img")).to_be_visible()
    expect(said(page)).to_be_visible()


def test_without_scripts_a_study_is_drawn_and_every_one_stands_in_the_table(new_reader):
    page = new_reader(java_script_enabled=False).open("intervals.html")
    expect(page.locator(".controls")).to_be_hidden()
    expect(page.get_by_role("img")).to_be_visible()
    expect(page.locator("[data-row=exact] .ends")).to_have_text(described(12, 49)["exact"][1])
    page.get_by_text("Data as a table").click()
    rows = page.locator("figure.explorer tbody tr")
    for study, counts in (("Winter clinic", "12 of 49"), ("No mitten", "0 of 16"), ("Poe 40", "30 of 40")):
        expect(rows.filter(has_text=study)).to_contain_text(counts)


def test_it_works_from_a_folder_by_double_click(new_reader, folder):
    page = new_reader().open("intervals.html", at=f"{folder.as_uri()}/")
    number(page, "With the event").fill("0")
    expect(said(page)).to_have_text(described(0, 49)["said"])
