"""The search leads to the place, and the paper holds what a class is given: the questions, then the answers."""

import pytest
from pypdf import PdfReader
from taking import BANK, FIRST, answer

from marble_thumb import STACKED
from storage import begin

QUESTION = "marble-thumb-first-look"
IN_SIGHT = """id => {
  const { top } = document.getElementById(id)?.getBoundingClientRect() ?? { top: -1 };
  return top >= 0 && top < innerHeight;
}"""


def test_a_search_leads_to_the_question(engine, place):
    page = engine.page
    page.goto(place.small + "search.html?q=remission")
    page.locator(".found li", has_text="remission").first.wait_for()
    page.get_by_role("searchbox").fill("quartz")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(f".found a[href$='#{QUESTION}']").click()
    page.wait_for_function(IN_SIGHT, arg=QUESTION)


@pytest.fixture(scope="module")
def paper(engine, place) -> str:
    """The text of a chapter's printed pages, one question answered wrong before."""
    page = engine.page
    begin(engine, place, place.small + STACKED)
    answer(page, FIRST, right=False)
    return "\n".join(sheet.extract_text() for sheet in PdfReader(engine.print()).pages)


def test_on_paper_the_questions_come_first_and_the_answers_after_them(paper):
    questions, answers = paper.split("\nAnswers\n")
    last = f"Question {len(BANK.items)} of {len(BANK.items)}"
    assert last in questions
    assert last in answers
