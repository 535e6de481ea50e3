"""A reader's place is found again in every engine, from a host and from a folder."""

from reader import CHAPTER

GO = "scrollTo({ top: scrollY + document.querySelector('%s').getBoundingClientRect().top + 300, behavior: 'instant' })"
# What is on top, to the question: its address, and where it begins.
LINE = """() => [...document.querySelectorAll('article :is(section, figure)[id]')]
  .map((one) => [one.id, one.getBoundingClientRect()])
  .filter(([, { top, height }]) => top < 80 && height > 0)
  .map(([id, { top }]) => [id, top]).at(-1)"""
BACK = """() => document.readyState === 'complete'
  && Math.abs(document.getElementById('%s').getBoundingClientRect().top - %s) < 3"""
HEADING = "#the-slow-course-and-what-five-years-hides"


def read_on(page):
    """Scroll to somewhere within a section, and stay until the page knows."""
    page.wait_for_function(
        f"() => document.readyState === 'complete' && document.querySelector('{HEADING}') !== null"
    )
    page.evaluate(GO % HEADING)
    page.wait_for_function(f"() => location.hash === '{HEADING}'")
    return page.evaluate(LINE)


def test_a_reload_comes_back_to_the_line(engine, place):
    page = engine.page
    page.goto(place.book + CHAPTER)
    line = read_on(page)
    page.reload()
    page.wait_for_function(BACK % tuple(line))


def test_a_later_visit_offers_the_place_and_an_address_wins(engine, place):
    page = engine.page
    page.goto(place.book + CHAPTER)
    read_on(page)
    page.goto("about:blank")
    page.goto(place.book + CHAPTER)
    page.wait_for_function("() => !document.querySelector('.resume').hidden")
    assert page.evaluate("document.querySelector('.resume-at').textContent").startswith("The slow course")
    page.locator(".resume-go").click()
    page.wait_for_function(f"() => document.activeElement.matches('{HEADING} > h2')")
    page.goto("about:blank")
    page.goto(f"{place.book}{CHAPTER}#read-the-endpoint-before-the-number")
    page.wait_for_function("() => location.hash === '#read-the-endpoint-before-the-number'")
    assert page.evaluate("document.querySelector('.resume').hidden")
