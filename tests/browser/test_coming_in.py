"""A page that comes in piece by piece, as over a slow network, moves nothing that it has already shown."""

import threading
from http import HTTPStatus

import pytest
from shifting import PAINTED

from _ext.site.serve import Handler, running
from marble_thumb import CHAPTER

TOOLS = """() => [...document.querySelectorAll('.tools > *')]
  .filter(tool => tool.checkVisibility({visibilityProperty: true})).map(tool => tool.getBoundingClientRect().right)"""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tools_of_the_bar_stand_still(new_reader, site, width):
    whole = (site / CHAPTER).read_bytes()
    first = whole[: whole.index(b'<button type="button" class="mode"')]
    rest = threading.Event()

    class InTwoPieces(Handler):
        def do_GET(self) -> None:
            if not self.path.endswith(CHAPTER):
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
        page.goto(address + CHAPTER, wait_until="commit")
        page.evaluate(PAINTED)
        before = page.evaluate(TOOLS)
        rest.set()
        page.wait_for_load_state()
        assert page.evaluate(TOOLS)[: len(before)] == before
