"""Figures are drawn when they come near, for the width and the light there is, and never move the page."""

import pytest
from playwright.sync_api import expect

from figures import drawn, texts
from marble_thumb import CHAPTER, OTHER

SHIFT = """() => new Promise(resolve => {
  let total = 0;
  const add = entry => { if (!entry.hadRecentInput) total += entry.value; };
  const watcher = new PerformanceObserver(list => list.getEntries().forEach(add));
  watcher.observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => { watcher.takeRecords().forEach(add); resolve(total); }));
})"""


def test_no_drawing_is_loaded_before_a_figure_comes_near(new_reader):
    reader = new_reader(viewport={"width": 1280, "height": 300})
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open(CHAPTER)
    page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in asked)
    drawn(page)
    assert sum("plotly" in url for url in asked) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_drawing_never_shifts_the_page(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(CHAPTER)
    drawn(page)
    assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_text_in_a_drawing_is_never_smaller_than_12_pixels_nor_cut_off(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(CHAPTER)
    for figure in drawn(page):
        for text in texts(figure):
            assert text["size"] >= 12, text["words"]
            assert text["left"] >= -1, text["words"]
            assert text["right"] <= text["wide"] + 1, text["words"]


def test_drawings_follow_light_and_dark(new_reader):
    page = new_reader(color_scheme="light").open(CHAPTER)
    figure = drawn(page)[0]
    label = figure.locator(".annotation-text").first
    light = label.evaluate("t => getComputedStyle(t).fill")
    page.get_by_role("button", name="Dark").click()
    page.wait_for_function("figure => figure.dataset.drawn.endsWith('dark')", arg=figure.element_handle())
    assert label.evaluate("t => getComputedStyle(t).fill") != light


def test_a_drawing_by_code_follows_light_dark_and_paper(new_reader):
    page = new_reader(color_scheme="light").open(OTHER)
    color = "getComputedStyle(document.querySelector('.drawn svg text.strong')).fill"
    light = page.evaluate(color)
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(color) != light
    page.emulate_media(media="print")
    assert page.evaluate(color) == "rgb(0, 0, 0)"


def test_where_the_bundle_cannot_be_had_the_table_opens_in_its_place(browser, address):
    context = browser.new_context()
    context.route("**/plotly-basic.min.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(address + CHAPTER)
    figure = page.locator("figure.chart").first
    figure.scroll_into_view_if_needed()
    expect(figure.locator("tbody tr").first).to_be_visible()
    expect(figure.locator(".drawing")).to_contain_text("could not be loaded")
    context.close()


def test_a_bundle_that_could_not_be_had_is_asked_for_again(browser, address):
    # So low that the last figure is far from the first.
    context = browser.new_context(color_scheme="light", viewport={"width": 1280, "height": 300})
    context.route("**/plotly-basic.min.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(address + CHAPTER)
    first, last = page.locator("figure.chart").first, page.locator("figure.chart").last
    first.scroll_into_view_if_needed()
    expect(first.locator(".drawing")).to_contain_text("could not be loaded")
    context.unroute("**/plotly-basic.min.js")
    last.scroll_into_view_if_needed()
    expect(last.locator(".main-svg").first).to_be_visible()
    page.get_by_role("button", name="Dark").click()
    expect(first.locator(".main-svg").first).to_be_visible()
    expect(first.locator(".drawing")).not_to_contain_text("could not be loaded")
    context.close()
