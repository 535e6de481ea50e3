"""The minutes at the head of a chapter are those of what its reader reads."""

import re

import pytest

from chapters import chapters

# 200 words a minute, and half a minute for each figure, as the course says of itself; counted on the page, of what is
# neither folded away, nor a question, nor the page's own furniture: of a caption two lines stand there, and the rest is
# a tap away. A citation is a sign, and is not read as words.
COUNT = """() => {
  const text = document.querySelector('article').cloneNode(true);
  const apart = '.quiz, details:not(figcaption *), .chapter-head, .headerlink, .ev-card, .to-questions, .turn, '
    + '#sources, script, style, svg, .drawing, .explorer, button, .cite';
  text.querySelectorAll(apart).forEach((one) => one.remove());
  const words = text.textContent.split(/\\s+/).filter(Boolean);
  return [words.length, document.querySelectorAll('article figure.chart').length];
}"""


@pytest.mark.parametrize("name", [page.stem for page in chapters()])
def test_the_minutes_are_those_of_the_words_and_figures_on_the_page(reader, name):
    page = reader.open(f"book/{name}.html")
    words, figures = page.evaluate(COUNT)
    told = re.match(
        r"(\d+) min to read, about \d+ min for the questions$", page.locator(".minutes").inner_text()
    )
    assert int(told[1]) == pytest.approx(words / 200 + figures / 2, abs=1.5)
