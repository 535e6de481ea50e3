"""Whoever drives a browser loosens it: here each is as a reader has it, and what a page says and asks for is heard."""

import time

from patience import PATIENCE

OPENED, OTHER = "book/references.html", "book/glossary.html"


def test_what_a_page_says_in_the_console_is_heard(engine, place, kinds_folder):
    (kinds_folder / "says.js").write_text("console.error('heard');\nnowhere();\n", "utf-8")
    (kinds_folder / "says.html").write_text(
        '<!doctype html><title>Says</title><script src="says.js"></script>', "utf-8"
    )
    before = len(engine.said())
    engine.page.goto(place.kinds.replace("kinds.html", "says.html"))
    said = heard(engine, before)
    assert len(said) == 2
    assert "heard" in said[0]
    assert "nowhere" in said[1]


def heard(engine, before):
    """Return what pages have said since, two lines at least: a console may say it after the page has come."""
    end = time.monotonic() + PATIENCE
    while len(engine.said()[before:]) < 2 and time.monotonic() < end:
        engine.page.evaluate("() => new Promise(resolve => setTimeout(resolve, 50))")
    return engine.said()[before:]


def test_what_is_asked_of_another_host_is_heard(engine, kinds_folder, elsewhere):
    host = f"{engine.name}.example"
    (kinds_folder / "asks.html").write_text(
        f'<!doctype html><title>Asks</title><img src="https://{host}/">', "utf-8"
    )
    engine.page.goto((kinds_folder / "asks.html").as_uri())
    assert f"{host}:443" in elsewhere.asked


def test_pages_of_a_folder_share_a_storage_but_for_firefox_and_those_of_a_host_do(engine, place):
    page = engine.page
    page.goto(place.small + OPENED)
    page.evaluate("localStorage.setItem('left', 'there')")
    page.goto(place.small + OTHER)
    shared = page.evaluate("localStorage.getItem('left')") == "there"
    assert shared is not (engine.name == "firefox" and place.name == "folder")


def test_going_back_shows_the_page_as_it_was_left(engine, place, kinds_folder):
    # Two pages without anything to fetch: while a page still fetches something, no engine keeps it.
    for name in ("left.html", "next.html"):
        (kinds_folder / name).write_text(f"<!doctype html><title>{name}</title>", "utf-8")
    page = engine.page
    page.goto(place.kinds.replace("kinds.html", "left.html"))
    page.evaluate("window.left = 'as it was'")
    page.goto(place.kinds.replace("kinds.html", "next.html"))
    engine.back()
    page.wait_for_function("() => window.left === 'as it was'")
