"""A reader's place is found again in every engine, from a host and from a folder."""

import pytest

from marble_thumb import CHAPTER

GO = """section => {
  const { top, height } = document.querySelector(section).getBoundingClientRect();
  scrollTo({ top: scrollY + top + 0.2 * height - 60, behavior: 'instant' });
}"""
# What is on top, to the question: its address, and where it begins.
LINE = """() => [...document.querySelectorAll('article :is(section, figure)[id]')]
  .map((one) => [one.id, one.getBoundingClientRect()])
  .filter(([, { top, height }]) => top < 80 && height > 0)
  .map(([id, { top }]) => [id, top]).at(-1)"""
BACK = """() => document.readyState === 'complete'
  && Math.abs(document.getElementById('%s').getBoundingClientRect().top - %s) < 3"""
HEADING = "#how-it-runs"


@pytest.fixture(autouse=True)
def telephone(engine):
    """Read where a chapter is many screens long."""
    engine.resize(360)
    yield
    engine.resize(1280)


def read_on(page):
    """Scroll to somewhere within a section, and stay until the page knows."""
    page.wait_for_function(
        f"() => document.readyState === 'complete' && document.querySelector('{HEADING}') !== null"
    )
    page.evaluate(GO, HEADING)
    page.wait_for_function(f"() => location.hash === '{HEADING}'")
    return page.evaluate(LINE)


def test_a_reload_comes_back_to_the_line(engine, place):
    page = engine.page
    page.goto(place.small + CHAPTER)
    line = read_on(page)
    page.reload()
    page.wait_for_function(BACK % tuple(line))


def test_a_later_visit_offers_the_place_and_an_address_wins(engine, place):
    page = engine.page
    page.goto(place.small + CHAPTER)
    read_on(page)
    page.goto("about:blank")
    page.goto(place.small + CHAPTER)
    page.wait_for_function("() => !document.querySelector('.resume').hidden")
    assert page.evaluate("document.querySelector('.resume-at').textContent").startswith("How it runs")
    page.locator(".resume-go").click()
    page.wait_for_function(f"() => document.activeElement.matches('{HEADING} > h2')")
    page.goto("about:blank")
    page.goto(f"{place.small}{CHAPTER}#how-it-shows")
    page.wait_for_function("() => location.hash === '#how-it-shows'")
    assert page.evaluate("document.querySelector('.resume').hidden")
