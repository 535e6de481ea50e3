"""Every page is opened once in each engine, on a telephone from a host and at a desk from a folder."""

from dataclasses import dataclass, field

import pytest

from chapters import toc
from marble_thumb import CHAPTER

PAGES = ["search.html", *(f"{name}.html" for name in toc())]
WIDTH = {"host": 360, "folder": 1280}
# The figures of which nothing is seen.
UNSEEN = """() => {
  // The narrowest is the axis of a forest on a telephone, which has four columns of words beside it.
  const shown = ({width, height}) => width > 40 && height > 50;
  return [...document.querySelectorAll('figure')].filter(
    (figure) => ![...figure.querySelectorAll('svg')].some((svg) => shown(svg.getBoundingClientRect()))
  ).map((figure) => figure.id);
}"""

UNDERLINE = """one => {
  const { textDecorationLine, textDecorationStyle } = getComputedStyle(one);
  return [textDecorationLine, textDecorationStyle];
}"""


@dataclass
class Tour:
    """What came of opening every page."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    figures: int = 0
    unseen: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def tour(engine, place, elsewhere) -> Tour:
    page, tour = engine.page, Tour()
    said, asked = len(engine.said()), len(elsewhere.asked)
    engine.resize(WIDTH[place.name])
    for path in PAGES:
        page.goto(place.book + path)
        tour.figures += page.locator("figure").count()
        tour.unseen += [f"{path}#{name}" for name in page.evaluate(UNSEEN)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            tour.too_wide.append(path)
    engine.resize(1280)
    tour.said, tour.asked = engine.said()[said:], elsewhere.asked[asked:]
    return tour


def test_every_page_opens_with_an_empty_console(tour):
    assert tour.said == []


def test_every_figure_is_seen(tour, site):
    written = sum((site / path).read_text("utf-8").count("<figure") for path in PAGES)
    assert tour.figures == written > 0
    assert tour.unseen == []


def test_no_page_is_wider_than_the_screen(tour):
    assert tour.too_wide == []


def test_nothing_is_asked_of_anybody_else(tour):
    assert tour.asked == []


def test_a_number_and_a_term_are_seen_to_lead_somewhere(engine, place):
    page = engine.page
    page.goto(place.small + CHAPTER)
    for sign, style in ((".ev", "dotted"), (".term", "dashed")):
        assert page.locator(f"main {sign}").first.evaluate(UNDERLINE) == ["underline", style]


def test_a_chart_that_is_asked_answers(engine, place):
    page = engine.page
    page.goto(place.small + CHAPTER)
    chart = page.locator("figure.chart[data-chart=points]").first
    chart.locator(".picture.wide > circle, .picture.wide > .mark > path").first.click()
    chart.locator(".point-card a").first.wait_for()


def test_a_forest_that_is_asked_opens_a_card(engine, place):
    page = engine.page
    page.goto(place.small + CHAPTER)
    forest = page.locator("figure.chart[data-chart=forest]").first
    forest.locator(".drawing .picture.wide .line text").first.click()
    forest.locator(".point-card a").first.wait_for()


def test_a_figure_is_taken_along_as_a_picture_and_as_numbers(engine, place):
    page = engine.page
    page.goto(place.small + CHAPTER)
    page.locator("#figure-1 .toolbar").get_by_role("button", name="Share").click()
    for words, kind in (("Picture (PNG)", "png"), ("Picture (SVG)", "svg"), ("Numbers (CSV)", "csv")):
        page.locator("dialog.take").get_by_role("button", name=words).click()
        page.wait_for_function(
            "kind => document.querySelector('dialog.take .said').textContent.endsWith(`figure-1.${kind}.`)",
            arg=kind,
        )
