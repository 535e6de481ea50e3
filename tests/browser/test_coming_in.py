"""A page that comes in piece by piece, as over a slow network, moves nothing that it has already shown."""

import threading
from http import HTTPStatus

import pytest
from shifting import PAINTED

from _ext.site.serve import Handler, running
from marble_thumb import CHAPTER

PLACES = """selector => [...document.querySelectorAll(selector)]
  .filter(part => part.checkVisibility({visibilityProperty: true}))
  .map(part => part.getBoundingClientRect()).map(({left, right, width}) => [left, right, width])"""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tools_of_the_bar_stand_still(new_reader, site, width):
    before, after, _ = in_two_pieces(
        new_reader, site, width, CHAPTER, '<button type="button" class="mode"', ".tools > *"
    )
    assert after[: len(before)] == before


def test_the_columns_of_the_evidence_stand_still_while_rows_come(new_reader, site):
    before, after, _ = in_two_pieces(
        new_reader, site, 1280, "book/evidence.html", "<tr><td", "#numbers-table th"
    )
    assert before == after != []


def test_what_is_read_first_waits_for_no_style_sheet(new_reader, site):
    *_, asked = in_two_pieces(new_reader, site, 360, CHAPTER, "<h2", "h1")
    assert "/_static/first.js" in asked
    assert {name for name in asked if name.endswith(".css")} == set()


def in_two_pieces(
    new_reader, site, width: int, path: str, cut: str, selector: str
) -> tuple[list, list, set[str]]:
    """Return where parts of a page stand when what is before a cut has come, and when all has.

    And what had been asked for by the first of these moments.
    """
    whole = (site / path).read_bytes()
    first = whole[: whole.index(cut.encode())]
    rest = threading.Event()
    asked: set[str] = set()

    class InTwoPieces(Handler):
        def do_GET(self) -> None:
            asked.add(self.path)
            if not self.path.endswith(path):
                return super().do_GET()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            self.wfile.write(first)
            self.wfile.flush()
            rest.wait()
            self.wfile.write(whole[len(first) :])
            return None

    with running(site, InTwoPieces) as address:
        reader = new_reader(viewport={"width": width, "height": 800})
        reader.address = address
        page = reader.context.new_page()
        page.goto(address + path, wait_until="commit")
        page.evaluate(PAINTED)
        before, by_then = page.evaluate(PLACES, selector), set(asked)
        rest.set()
        page.wait_for_load_state()
        return before, page.evaluate(PLACES, selector), by_then
