"""Every page of the book, whatever it is about: by axe-core, on a telephone, and with every other host cut off."""

from collections import Counter
from html.parser import HTMLParser

import pytest

from axe import SIZES, axe, axe_on_colors, view
from chapters import toc
from outcomes import ledger

# The pages of the studies are cut from one, by hundreds: their list and the two with most numbers stand for all.
STUDIES = "book/evidence/"
MOST = Counter(estimate.source for estimate in ledger().estimates.values()).most_common(2)
LONGEST = [f"{STUDIES}{name}.html" for name in ("index", *(study for study, _ in MOST))]
PAGES = ["search.html", *(f"{name}.html" for name in toc()), *LONGEST]
EVERY = pytest.mark.parametrize("path", PAGES)


def test_no_page_of_the_site_is_left_out(site):
    leading_on = {"index.html"}
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {page for page in found if not page.startswith(STUDIES)} == leading_on | set(PAGES) - set(LONGEST)
    assert found > set(LONGEST)


@EVERY
def test_it_fits_a_telephone_asks_no_other_host_is_silent_and_breaks_no_rule_there_or_at_a_desk(
    new_reader, path
):
    reader = new_reader(viewport={"width": 360, "height": 800})
    page = reader.open(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert reader.foreign == []
    assert reader.console == []  # a violation of the served policy would stand here
    view(page, "desk", "light")
    assert axe(page) == []
    view(page, "telephone", "dark")
    # What a telephone alone shows is the same on every page; a chapter of the small book is asked every rule there.
    assert axe(page, rules=SIZES) + axe_on_colors(page) == []


@EVERY
def test_it_has_no_inline_script_and_no_inline_handler(site, path):
    class Scripts(HTMLParser):
        found: list[str]

        def handle_starttag(self, tag, attrs):
            given = dict(attrs)
            runs = tag == "script" and "src" not in given and given.get("type") != "application/json"
            if runs or any(name.startswith("on") for name in given):
                self.found.append(self.get_starttag_text())

    parser = Scripts()
    parser.found = []
    parser.feed((site / path).read_text("utf-8"))
    assert parser.found == []
