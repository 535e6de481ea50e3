"""The minutes at the head of a chapter are those of what its reader reads."""

import re

import pytest

from chapters import chapters

# 200 words a minute, and half a minute for each figure, as the course says of itself; counted on the page, of what is
# neither folded away, nor a question, nor the page's own furniture: of a caption two lines stand there, and the rest is
# a tap away. A citation is a sign, and is not read as words.
COUNT = """built => {
  const page = new DOMParser().parseFromString(built, 'text/html');
  const told = page.querySelector('.minutes').textContent;
  const figures = page.querySelectorAll('article figure.chart').length;
  const text = page.querySelector('article');
  const apart = '.quiz, details:not(figcaption *), .chapter-head, .headerlink, .ev-card, .to-questions, .turn, '
    + '#sources, script, style, svg, .drawing, .explorer, button, .cite';
  text.querySelectorAll(apart).forEach((one) => one.remove());
  const words = text.textContent.split(/\\s+/).filter(Boolean);
  return [told, words.length, figures];
}"""


def test_the_minutes_are_those_of_the_words_and_figures_on_the_page(browser, site):
    page = browser.new_page()
    minutes = {}
    for name in (chapter.stem for chapter in chapters()):
        told, words, figures = page.evaluate(COUNT, (site / "book" / f"{name}.html").read_text("utf-8"))
        said = re.match(r"(\d+) min to read, about \d+ min for the (?:questions|cases)$", told)
        minutes[name] = int(said[1]), words / 200 + figures / 2
    page.close()
    assert minutes
    assert {name: both for name, both in minutes.items() if both[0] != pytest.approx(both[1], abs=1.5)} == {}
