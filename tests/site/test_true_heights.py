"""The browser's bar tells how far a chapter goes: it is as high at load as when it has been read."""

import pytest

from axe import EVERYTHING_DRAWN
from build import ROOT
from chapters import banks, toc

HEIGHT = "document.documentElement.scrollHeight"
# Walks through the page a screen at a time, so that charts are drawn and cards wake.
WALK = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({top: y, behavior: 'instant'});
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}"""
WIDTHS = pytest.mark.parametrize("width", [360, 1280])
CHAPTERS = [name for name in toc() if name.removeprefix("book/") in banks()]
LONGEST = max(CHAPTERS, key=lambda name: (ROOT / f"{name}.md").stat().st_size)


@WIDTHS
def test_every_chapter_is_as_high_at_load_as_when_all_of_it_is_laid_out(new_reader, width):
    reader = new_reader(viewport={"width": width, "height": 780})
    shares = {}
    for name in CHAPTERS:
        page = reader.open(f"{name}.html")
        at_load = page.evaluate(HEIGHT)
        page.evaluate(EVERYTHING_DRAWN)
        shares[name] = at_load / page.evaluate(HEIGHT)
        page.close()
    assert {name: share for name, share in shares.items() if not 0.9 < share < 1.1} == {}


@WIDTHS
def test_the_longest_chapter_is_as_high_at_load_as_when_it_has_been_read(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 780}).open(f"{LONGEST}.html")
    at_load = page.evaluate(HEIGHT)
    page.evaluate(WALK)
    assert at_load == pytest.approx(page.evaluate(HEIGHT), rel=0.1)
