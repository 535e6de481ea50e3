"""On paper the questions come first and the answers after them."""

from playwright.sync_api import expect
from taking import BANK, FIRST, TOTAL, answer, card

from reader import CHAPTER


def test_paper_has_the_questions_first_and_the_answers_after_them(reader):
    page = reader.open(CHAPTER)
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


def test_without_scripts_paper_has_the_answers_open(new_reader):
    page = new_reader(java_script_enabled=False).open(CHAPTER)
    page.emulate_media(media="print")
    expect(card(page, FIRST).locator(".answer .point")).to_be_visible()
