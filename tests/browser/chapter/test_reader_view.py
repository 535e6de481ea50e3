"""A browser's reader view shows the sentences of a chapter as they are, and nothing that waits beside them."""

import pytest

from build import ROOT
from marble_thumb import CHAPTER

READABILITY = (ROOT / "node_modules" / "@mozilla" / "readability" / "Readability.js").read_text("utf-8")
"""What Firefox makes its reader view with."""

TIDY = "text => text.replace(/\\s+/g, ' ').trim()"
READ = f"""() => {{
  const tidy = {TIDY};
  {READABILITY}
  const {{ content }} = new Readability(document.cloneNode(true)).parse();
  const parts = new DOMParser().parseFromString(content, 'text/html').querySelectorAll('p, li');
  return [...parts].map((part) => tidy(part.textContent));
}}"""
SHOWN = f"""() => [...document.querySelectorAll('article > section > section:not(#check-yourself) p:has(> a.ev)')]
  .map((part) => ({TIDY})(part.innerText))"""


@pytest.fixture
def page(reader):
    return reader.open(CHAPTER)


def test_each_sentence_with_a_number_is_the_sentence(page):
    shown = page.evaluate(SHOWN)
    assert len(shown) > 2
    read = page.evaluate(READ)
    assert [sentence for sentence in shown if sentence not in read] == []


def test_no_card_stands_in_it_even_once_it_was_shown(page):
    number = page.locator("article p > a.ev").first
    number.focus()
    value = number.evaluate("link => link.firstChild.textContent")
    card = number.locator(".ev-title").text_content()
    read = " ".join(page.evaluate(READ))
    assert value in read
    assert f"{value}{card}" not in read
