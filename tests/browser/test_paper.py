"""On paper the questions come first and the answers after them."""

import kinds_page
import pytest
from playwright.sync_api import Page, expect
from taking import BANK, FIRST, TOTAL, answer, card

from hands import answer as answer_right
from hands import check
from marble_thumb import CHAPTER, STACKED

# What of a question has a color: its paper, its letters, its borders, and the fields that the browser draws.
COLORS = """() => {
  const parts = document.querySelectorAll('.quiz, .quiz .item, .quiz :is(.option, .entry, .match, input, select)');
  return [...parts].map((one) => {
    const { color, backgroundColor, borderColor, colorScheme } = getComputedStyle(one);
    return [color, backgroundColor, borderColor, colorScheme];
  });
}"""


def test_paper_has_the_questions_first_and_the_answers_after_them(reader):
    page = reader.open(STACKED)
    answer(page, FIRST, right=False)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(card(page, FIRST).locator(".why").first).to_be_hidden()
    expect(card(page, FIRST).locator(".verdict")).to_be_hidden()
    answers = page.locator(".answers-printed > section")
    expect(answers).to_have_count(TOTAL)
    for item, said in zip(BANK.items, answers.all(), strict=True):
        expect(said.locator(".point")).to_be_visible()
        expect(said.locator(".right")).to_have_count(sum(option.correct for option in item.options))
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(answers).to_have_count(0)


def test_paper_has_no_button_of_a_figure(reader):
    page = reader.open(CHAPTER)
    expect(page.locator(".toolbar button").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("figure :is(button, .choose):visible")).to_have_count(0)


def test_without_scripts_paper_has_the_answers_open(new_reader):
    page = new_reader(java_script_enabled=False).open(CHAPTER)
    page.emulate_media(media="print")
    expect(card(page, FIRST).locator(".answer .point")).to_be_visible()


def test_paper_tells_nothing_of_questions_that_are_not_awake_yet(open_kinds, kinds_folder):
    def many(shown) -> None:
        shown["items"] = [{**item, "id": f"{item['id']}-{at}"} for at in range(6) for item in shown["items"]]

    kinds_page.write_page(kinds_folder, "many.html", change=many)
    page = open_kinds("many.html")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    told = page.locator(".item :is(.why, .point)").filter(visible=True)
    expect(told).to_have_count(0)
    expect(page.locator(".answers-printed .point").first).to_be_visible()


def test_a_reader_in_the_dark_prints_on_light_paper(open_kinds):
    def printed(scheme: str, theme: str) -> list:
        page = open_kinds(color_scheme=scheme)
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        page.emulate_media(media="print")
        return page.evaluate(COLORS)

    light = printed("light", "light")
    assert {scheme for *_, scheme in light} == {"light"}
    assert printed("light", "dark") == light
    assert printed("dark", "dark") == light


@pytest.mark.parametrize("kind", ["single-best-answer", "ordering", "matching"])
def test_no_border_and_no_tint_of_a_checked_question_gives_its_answer_away_on_paper(open_kinds, kind):
    authored = next(item for item in kinds_page.BANK.items if item.kind == kind)

    def looks(page: Page) -> list:
        page.emulate_media(media="print")
        rows = page.locator(f"[id='{authored.id}'] :is(.option, .entry, .match)")
        return rows.evaluate_all(
            "rows => rows.map(row => [getComputedStyle(row).border, getComputedStyle(row).backgroundColor])"
        )

    page = open_kinds()
    before = looks(page)
    page.emulate_media(media="screen")
    item = page.locator(f"[id='{authored.id}']")
    answer_right(item, authored)
    check(item)
    assert looks(page) == before
