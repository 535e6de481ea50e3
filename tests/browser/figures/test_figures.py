"""A chart is a picture until a reader asks something of it; it suits width and light, and never moves the page."""

import pytest
from playwright.sync_api import expect
from shifting import SHIFT

from figures import MARK, POINTS, asked, texts
from marble_thumb import CHAPTER, LEDGER, NAME, OTHER, STACKED
from reader import PAINTED

MIDDLE = """one => {
  one.scrollIntoView({block: 'center', behavior: 'instant'});
  const { left, right, top, bottom } = one.getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2];
}"""
PICTURES = "figure.chart .picture:visible"
ROW = "Test remission"


def test_nothing_is_loaded_until_a_reader_asks_something_of_a_chart_and_then_what_it_says(reader):
    loaded = []
    reader.context.on("request", lambda request: loaded.append(request.url))
    # With its questions there from the start, so that none of their files comes between.
    page = reader.open(STACKED)
    expect(page.locator(".quiz[data-mode]")).to_be_attached()
    for chart in page.locator("figure.chart").all():
        chart.scroll_into_view_if_needed()
        page.evaluate(PAINTED)
    page.wait_for_load_state("networkidle")
    assert not any("/charts/" in url for url in loaded)
    before = len(loaded)
    asked(page)
    assert [url.rpartition("/")[2].partition("?")[0] for url in loaded[before:]] == [f"{NAME}.js"]


@pytest.mark.parametrize("width", [360, 1280])
def test_with_scripts_off_a_chart_is_seen_in_one_layout(new_reader, width):
    page = new_reader(java_script_enabled=False, viewport={"width": width, "height": 800}).open(CHAPTER)
    assert page.locator(PICTURES).count() == page.locator("figure.chart:has(.drawing)").count() > 0
    expect(page.locator(PICTURES).first.locator("text").first).to_be_visible()


def test_a_finger_that_scrolls_past_asks_nothing_and_one_that_taps_is_answered(new_reader):
    reader = new_reader(viewport={"width": 360, "height": 780}, has_touch=True)
    loaded = []
    reader.context.on("request", lambda request: loaded.append(request.url))
    page = reader.open(CHAPTER)
    chart = page.locator(POINTS).first
    chart.scroll_into_view_if_needed()
    chart.locator(".drawing").dispatch_event("pointerdown", {"pointerType": "touch"})
    chart.locator(".drawing").dispatch_event("pointermove", {"pointerType": "touch"})
    page.wait_for_load_state("networkidle")
    assert not any("/charts/" in url for url in loaded)
    chart.locator(MARK).first.tap()
    expect(chart.locator(".point-card")).to_be_visible()


def test_each_point_says_its_number_and_leads_to_it_by_keys(reader):
    page = reader.open(CHAPTER)
    chart = page.locator(POINTS).first
    chart.locator(".drawing").focus()
    for number in range(chart.locator(MARK).count()):
        page.keyboard.press("ArrowRight")
        card = chart.locator(".point-card")
        expect(card).to_be_visible()
        estimate = LEDGER.estimates[card.locator("a").get_attribute("href").partition("#")[2]]
        chart.locator(".drawing").evaluate("(one) => one.querySelector('.close').click()")
        x, y = (float(part) for part in chart.locator(MARK).nth(number).evaluate(MIDDLE))
        page.mouse.click(x, y)
        expect(card).to_contain_text(f"{estimate.value:g}%")
        expect(card).to_contain_text(LEDGER.sources[estimate.source].short)
        page.keyboard.press("Escape")
        chart.locator(".drawing").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(chart.locator(".point-card a")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
def test_drawing_never_shifts_the_page(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(CHAPTER)
    asked(page)
    assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_text_in_a_chart_is_never_smaller_than_12_pixels_nor_cut_off(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(CHAPTER)

    def check():
        for chart in page.locator("figure.chart:has(.drawing)").all():
            found = texts(chart)
            assert found
            for text in found:
                assert text["size"] >= 12, text["words"]
                assert text["left"] >= -1, text["words"]
                assert text["right"] <= text["wide"] + 1, text["words"]

    check()
    asked(page)
    check()


def test_a_picture_follows_light_and_dark(new_reader):
    page = new_reader(color_scheme="light").open(CHAPTER)
    colors = [
        page.locator(f"{PICTURES} {part}").first
        for part in ("text:not(.muted)", ":is(circle, path, line:not(.grid, .muted))")
    ]
    light = [color.evaluate("one => getComputedStyle(one).fill") for color in colors]
    page.get_by_role("button", name="Dark").click()
    dark = [color.evaluate("one => getComputedStyle(one).fill") for color in colors]
    assert all(one != other for one, other in zip(light, dark, strict=True))


def test_on_paper_a_chart_is_its_picture_whether_it_was_asked_or_not(reader):
    page = reader.open(CHAPTER)
    first = asked(page)[0]
    first.locator(MARK).first.click()
    expect(first.locator(".point-card")).to_be_visible()
    page.emulate_media(media="print")
    expect(first.locator(".point-card")).to_be_hidden()
    expect(first.locator(".picture.wide")).to_be_visible()


def test_a_drawing_by_code_follows_light_dark_and_paper(new_reader):
    page = new_reader(color_scheme="light").open(OTHER)
    color = "getComputedStyle(document.querySelector('.drawn svg text.strong')).fill"
    light = page.evaluate(color)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(color) != light
    page.emulate_media(media="print")
    assert page.evaluate(color) == "rgb(0, 0, 0)"


def test_where_what_points_say_cannot_be_had_the_picture_stays_and_it_is_said(browser, address):
    context = browser.new_context()
    context.route("**/_static/charts/*.js*", lambda route: route.abort())
    page = context.new_page()
    page.goto(address + CHAPTER)
    chart = page.locator(POINTS).first
    chart.locator(MARK).first.click()
    expect(chart.locator(".failed")).to_contain_text("could not be loaded")
    expect(chart.locator(".picture:visible")).to_have_count(1)
    context.unroute("**/_static/charts/*.js*")
    chart.locator(MARK).first.click()
    expect(chart.locator(".point-card")).to_be_visible()
    expect(chart.locator(".failed")).to_have_count(0)
    context.close()
