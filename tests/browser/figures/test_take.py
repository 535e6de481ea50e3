"""A figure is taken along: as a picture, as a table, as a link, without the network; and seen over the whole screen."""

import csv
import io
import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from axe import axe_in_every_view
from marble_thumb import CHAPTER, LEDGER, NAME, OTHER, cite
from small.outcomes.figures.charts.remission import SERIES

SVG = "{http://www.w3.org/2000/svg}"
LICENSE = "CC BY 4.0"
EDITION = "version 1.2.0, 2026-01-02"


def taken(page: Page, figure: str = "figure-1") -> Page:
    """Ask for what can be done with a figure, and then cut the page off from everything."""
    page.locator(f"#{figure}").get_by_role("button", name="Share").click()
    expect(page.locator("dialog.take[open]")).to_be_visible()
    page.context.set_offline(True)
    return page


def saved(page: Page, words: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words).click()
    expect(page.locator("dialog.take .said")).to_have_text(f"Saved as {waiting.value.suggested_filename}.")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.fixture(params=["from a host", "from a folder"])
def page(request, new_reader, site) -> Page:
    reader = new_reader()
    return reader.open(CHAPTER, at=f"{site.as_uri()}/" if request.param == "from a folder" else None)


def test_the_numbers_are_those_of_the_ledger_each_with_its_patients_and_study(page):
    name, file = saved(taken(page), "Numbers (CSV)")
    assert name.endswith(f"-{NAME}-figure-1.csv")
    rows = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))
    assert {row["id"] for row in rows} == {*SERIES}
    finding = page.locator("#figure-1 .finding").text_content()
    for row in rows:
        estimate = LEDGER.estimates[row["id"]]
        source = LEDGER.sources[estimate.source]
        assert float(row["value"]) == estimate.value
        assert (row["events"], row["n"]) == tuple(
            "" if count is None else str(count) for count in (estimate.events, estimate.n)
        )
        assert row["population"] == estimate.population
        assert row["endpoint"] == ("" if estimate.endpoint is None else estimate.endpoint.value)
        assert (row["study"], row["doi"]) == (source.short, source.doi or "")
        assert (row["figure"], row["edition"], row["license"]) == (finding, EDITION, LICENSE)
        # From a folder, nobody is told where it lies on the device.
        assert row["citation"].endswith(LICENSE if page.url.startswith("file:") else f"{CHAPTER}#figure-1")


def test_a_picture_says_what_it_shows_and_where_it_is_from_and_needs_nothing_else(page):
    texts = page.locator("#figure-1 .picture:visible text").all_text_contents()
    _, file = saved(taken(page), "Picture (SVG)")
    root = ElementTree.fromstring(file)
    whole = " ".join(" ".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert page.locator("#figure-1 .finding").text_content() in whole
    assert page.locator("#figure-1 .data > .of").text_content() in whole
    assert texts
    for said in texts:
        assert said in whole
    assert all(cite(f"{name} value").text in whole for name in SERIES)
    assert LICENSE in whole
    assert EDITION in whole
    assert "https://creativecommons.org/licenses/by/4.0/" in file.decode()
    assert not re.search(r"var\(|class=|url\((?!#)|href=\"(?!#)", file.decode())


def test_a_picture_in_dots_is_as_wide_as_a_slide(page):
    _, file = saved(taken(page), "Picture (PNG)")
    assert file.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", file[16:24])
    assert width >= 1200
    assert height > 500


def test_a_picture_is_taken_on_light_paper_whatever_the_page_is_on(new_reader):
    page = new_reader(color_scheme="dark").open(CHAPTER)
    _, file = saved(taken(page), "Picture (SVG)")
    root = ElementTree.fromstring(file)
    assert root.find(f"{SVG}rect").get("fill") == "rgb(255, 255, 255)"
    inks = {text.get("fill") for text in root.iter(f"{SVG}text")} - {None}
    assert inks
    assert all(sum(map(int, re.findall(r"\d+", ink))) < 3 * 128 for ink in inks)
    assert page.evaluate("document.documentElement.dataset.theme") is None


def test_from_a_folder_no_link_is_offered_that_leads_nowhere_for_others(new_reader, site):
    page = taken(new_reader().open(CHAPTER, at=f"{site.as_uri()}/"))
    expect(page.get_by_label("Link", exact=True)).to_have_count(0)
    expect(page.get_by_label("To embed", exact=True)).to_have_count(0)
    expect(page.locator("dialog.take")).to_contain_text("open from a folder")


def test_what_a_reader_has_chosen_is_taken_and_nothing_else(reader):
    page = reader.open(f"{CHAPTER}?figure=figure-1&order=size&least=45#figure-1")
    expect(page.locator("#figure-1 > .said")).not_to_be_empty()
    seen = page.locator("#figure-1").get_attribute("data-shown").split(",")
    assert page.locator("#figure-1 .picture:visible .line").count() == len(seen)
    large = [name for name in SERIES if LEDGER.estimates[name].n >= 45]
    assert seen == sorted(large, key=lambda name: -LEDGER.estimates[name].n)
    assert 0 < len(seen) < len(SERIES)
    _, file = saved(taken(page), "Numbers (CSV)")
    rows = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == seen
    link = page.get_by_label("Link", exact=True).input_value()
    assert link.endswith("?figure=figure-1&order=size&least=45#figure-1")


def test_a_drawing_by_code_is_a_picture_too_and_has_no_numbers(reader):
    page = taken(reader.open(OTHER))
    _, file = saved(page, "Picture (SVG)")
    whole = " ".join(ElementTree.fromstring(file).itertext())
    for text in page.locator("#figure-1 .drawn svg:visible text tspan").all_text_contents():
        assert text.strip() in whole
    expect(page.get_by_role("button", name="Numbers (CSV)")).to_have_count(0)


def test_a_link_that_was_taken_leads_to_the_figure_again(reader):
    page = reader.open(CHAPTER)
    link = taken(page).get_by_label("Link", exact=True).input_value()
    page.context.set_offline(False)
    other = reader.context.new_page()
    other.goto(link)
    expect(other.locator("#figure-1")).to_be_in_viewport()


def test_an_embedded_figure_shows_in_the_page_of_another(reader):
    page = reader.open(CHAPTER)
    finding = page.locator("#figure-1 .finding").text_content()
    line = taken(page).get_by_label("To embed", exact=True).input_value()
    page.context.set_offline(False)
    other = reader.open("book/about.html")
    other.evaluate("line => document.querySelector('main').innerHTML = line", line)
    frame = other.frame_locator("iframe")
    expect(frame.locator("dialog.present .finding")).to_have_text(finding)
    expect(frame.locator("dialog.present .picture:visible")).to_have_count(1)


def test_a_copy_is_said(reader):
    page = taken(reader.open(CHAPTER))
    page.get_by_role("button", name="Copy: Link").click()
    expect(page.locator("dialog.take .said")).to_have_text("Link copied.")


def test_a_figure_fills_the_screen_and_goes_back_to_its_place(new_reader):
    page = new_reader(viewport={"width": 1280, "height": 800}).open(CHAPTER)
    way = page.locator("#figure-1").get_by_role("button", name="Enlarge")
    above = page.locator("#figure-1").evaluate("one => one.previousElementSibling?.outerHTML")
    way.click()
    expect(page.locator("dialog.enlarged #figure-1 .picture:visible")).to_have_count(1)
    assert page.locator("dialog.enlarged").evaluate("one => one.clientWidth === innerWidth")
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog.enlarged")).to_have_count(0)
    assert page.locator("#figure-1").evaluate("one => one.previousElementSibling?.outerHTML") == above
    expect(way).to_be_focused()


def test_what_is_asked_is_loaded_then_and_said_if_it_does_not_come(reader):
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open(CHAPTER)
    page.wait_for_load_state("networkidle")
    assert not any("take.js" in url or "-data.js" in url for url in asked)
    page.route("**/take.js", lambda route: route.abort())
    way = page.locator("#figure-1 .toolbar button").last
    way.click()
    expect(way).to_have_text("Share: not loaded")
    page.unroute("**/take.js")
    way.click()
    expect(page.locator("dialog.take[open]")).to_be_visible()
    reader.console.clear()


def test_everybody_can_take_a_figure_along(reader):
    page = reader.open(CHAPTER)
    page.locator("#figure-1").get_by_role("button", name="Share").click()
    expect(page.locator("dialog.take[open]")).to_be_visible()
    assert axe_in_every_view(page, "dialog.take") == []
