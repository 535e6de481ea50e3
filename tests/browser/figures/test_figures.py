"""A chart is a picture until a reader asks something of it; it suits width and light, and never moves the page."""

import pytest
from playwright.sync_api import expect

from figures import PLOTTED, drawn, texts
from marble_thumb import CHAPTER, OTHER

SHIFT = """() => new Promise(resolve => {
  let total = 0;
  const add = entry => { if (!entry.hadRecentInput) total += entry.value; };
  const watcher = new PerformanceObserver(list => list.getEntries().forEach(add));
  watcher.observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => { watcher.takeRecords().forEach(add); resolve(total); }));
})"""


PICTURES = "figure.chart .picture:visible"
ROW = "Test remission"


def test_nothing_is_loaded_until_a_reader_asks_something_of_a_chart(reader):
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open(CHAPTER)
    for chart in page.locator("figure.chart").all():
        chart.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in asked)
    drawn(page)
    assert sum("plotly" in url for url in asked) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_with_scripts_off_a_chart_is_seen_in_one_layout(new_reader, width):
    page = new_reader(java_script_enabled=False, viewport={"width": width, "height": 800}).open(CHAPTER)
    assert page.locator(PICTURES).count() == page.locator("figure.chart:has(.drawing)").count() > 0
    expect(page.locator(PICTURES).first.locator("text").first).to_be_visible()


def test_a_finger_that_scrolls_past_asks_nothing_and_one_that_taps_is_answered(new_reader):
    reader = new_reader(viewport={"width": 360, "height": 780}, has_touch=True)
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open(CHAPTER)
    chart = page.locator(PLOTTED).first
    chart.scroll_into_view_if_needed()
    chart.locator(".drawing").dispatch_event("pointerdown", {"pointerType": "touch"})
    chart.locator(".drawing").dispatch_event("pointermove", {"pointerType": "touch"})
    page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in asked)
    chart.locator(".picture:visible :is(circle, path)").first.tap()
    expect(chart.locator(".hovertext")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_drawing_never_shifts_the_page(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(CHAPTER)
    drawn(page)
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
    drawn(page)
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


def test_what_plotly_draws_follows_light_and_dark(new_reader):
    page = new_reader(color_scheme="light").open(CHAPTER)
    figure = drawn(page)[0]
    label = figure.locator(".annotation-text").first
    light = label.evaluate("t => getComputedStyle(t).fill")
    page.get_by_role("button", name="Dark").click()
    page.wait_for_function("figure => figure.dataset.drawn.endsWith('dark')", arg=figure.element_handle())
    assert label.evaluate("t => getComputedStyle(t).fill") != light


def test_on_paper_a_chart_is_its_picture_whether_it_was_asked_or_not(reader):
    page = reader.open(CHAPTER)
    first = drawn(page)[0]
    page.emulate_media(media="print")
    expect(first.locator(".live")).to_be_hidden()
    expect(first.locator(".picture.wide")).to_be_visible()


def test_a_drawing_by_code_follows_light_dark_and_paper(new_reader):
    page = new_reader(color_scheme="light").open(OTHER)
    color = "getComputedStyle(document.querySelector('.drawn svg text.strong')).fill"
    light = page.evaluate(color)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(color) != light
    page.emulate_media(media="print")
    assert page.evaluate(color) == "rgb(0, 0, 0)"


def test_where_plotly_cannot_be_had_the_picture_stays_and_it_is_said(browser, address):
    context = browser.new_context()
    context.route("**/plotly-basic.min.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(address + CHAPTER)
    chart = page.locator(PLOTTED).first
    chart.locator(".drawing").click()
    expect(chart.get_by_role("status")).to_contain_text("could not be loaded")
    expect(chart.locator(".picture:visible")).to_have_count(1)
    context.unroute("**/plotly-basic.min.js")
    chart.locator(".drawing").click()
    expect(chart.locator(".live .main-svg").first).to_be_visible()
    expect(chart.get_by_role("status")).to_have_count(0)
    context.close()
