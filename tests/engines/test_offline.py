"""The network is cut, and the book that was taken along is walked; a newer edition comes, and no page mixes the two."""

from pathlib import Path

import pytest

from device import kept
from firefox import firefox
from hands import answer
from hosting import hosted, put
from marble_thumb import BANKS, CHAPTER, NAME, STACKED
from webkit import webkit

HOME = "book/index.html"
TAKE = ".take-along button"
WHOLE = "The whole book is on this device"
QUESTION = next(item for item in BANKS[NAME].items if item.kind == "single-best-answer")
SAYS = "([css, words]) => document.querySelector(css)?.textContent.includes(words)"
OF = """edition => {
  const { dataset, classList } = document.documentElement;
  const scripts = [...classList].filter(name => name.startsWith('script-'));
  return dataset.of === edition && scripts.join() === `script-${edition}`;
}"""


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request, playwright, elsewhere, tmp_path_factory):
    """A browser of its own, in which a worker may stand behind the pages."""
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "downloads").mkdir()
    there = (elsewhere, folder)
    opening = (
        firefox(playwright, *there, workers=True)
        if request.param == "firefox"
        else webkit(*there, workers=True)
    )
    with opening as engine:
        yield engine


@pytest.fixture
def host(small_site: Path, tmp_path: Path):
    put(small_site, tmp_path / "host", 1)
    with hosted(tmp_path / "host") as host:
        yield host


def test_the_whole_book_is_walked_without_a_network_and_updated_with_one(engine, host, small_site):
    page = engine.page
    page.goto(host.address + HOME)
    page.locator(TAKE, has_text="Take the whole book along").click()
    page.wait_for_function(SAYS, arg=[".take-along", WHOLE])
    host.off()
    page.goto(f"{host.address}search.html?q=mitten")
    page.locator("#search-results li").first.wait_for()
    page.goto(host.address + STACKED)
    item = page.locator(f"[id='{QUESTION.id}']")
    answer(item, QUESTION)
    item.get_by_role("button", name="Check").click()
    item.locator(".verdict").wait_for()
    page.goto(f"{host.address}book/progress.html")
    page.locator(".memory-done", has_text="1 of").wait_for()
    put(small_site, host.folder, 2)
    host.on()
    page.goto(host.address + CHAPTER)
    page.wait_for_function(OF, arg="1")
    page.locator(".newer button", has_text="Show it").click()
    page.wait_for_function(OF, arg="2")
    assert len(kept(page)["answers"]) == 1
