"""Some questions are asked again, with a hint where there is one, and lead to the text and back."""

import pytest
from playwright.sync_api import expect
from taking import BANK, FIRST, SECOND, THIRD, TOTAL, answer, card, kept, start_exam, steps, submit

from marble_thumb import BANKS, CHAPTER, KEY, OTHER, STACKED


def test_only_the_wrong_the_unsure_or_the_unseen_are_asked_again(reader):
    page = reader.open(STACKED)
    answer(page, FIRST, right=False)
    answer(page, SECOND, right=True)
    card(page, THIRD).get_by_role("button", name="Flag").click()
    expect(page.get_by_role("button", name="wrong (1)")).to_be_visible()
    expect(page.get_by_role("button", name=f"unseen ({TOTAL - 2})")).to_be_visible()
    page.get_by_role("button", name="unsure (1)").click()
    expect(page.locator(".item:visible")).to_have_count(1)
    expect(card(page, THIRD)).to_be_focused()
    page.get_by_role("button", name="Back to all questions").click()
    page.get_by_role("button", name="wrong (1)").click()
    expect(page.locator(".only")).to_have_text("Only those you got wrong: 1 question.")
    expect(card(page, FIRST).locator(".verdict")).to_have_count(0)
    answer(page, FIRST, right=True)
    card(page, FIRST).get_by_role("button", name="See your results").click()
    expect(page.locator(".score")).to_contain_text("1 of 1 points")
    page.get_by_role("button", name="Back to all questions").click()
    expect(page.locator(".item:visible")).to_have_count(TOTAL)
    expect(page.locator(".quiz-total")).to_have_text(f"2 of {TOTAL} answered, 2 right")


def test_an_exam_can_be_taken_on_the_unseen_alone(reader):
    page = reader.open(STACKED)
    answer(page, FIRST, right=True)
    page.get_by_role("button", name=f"unseen ({TOTAL - 1})").click()
    start_exam(page)
    expect(steps(page)).to_have_count(TOTAL - 1)
    submit(page)
    page.get_by_role("button", name="Close the review").click()
    expect(page.locator(".quiz-total")).to_have_text(f"1 of {TOTAL} answered, 1 right")


def test_each_objective_leads_back_to_the_text_and_to_its_questions(reader):
    page = reader.open(STACKED)
    start_exam(page)
    submit(page)
    rows = page.locator(".objectives-table tbody tr")
    expect(rows).to_have_count(len(BANK.objectives))
    own = [item for item in BANK.items if item.objective == BANK.objectives[0].id]
    expect(rows.first).to_contain_text(f"0 of {len(own)}")
    hrefs = rows.first.locator("a").evaluate_all("ways => ways.map(way => way.getAttribute('href'))")
    assert set(hrefs) == {f"#{item.paragraph}" for item in own} | {f"#{item.id}" for item in own}
    way = rows.first.locator(f"a[href='#{own[0].paragraph}']")
    expect(way).to_have_text("How it shows")
    rows.first.locator(f"a[href='#{own[0].id}']").click()
    expect(card(page, own[0])).to_be_focused()
    way.click()
    expect(page.locator(f"[id='{own[0].paragraph}']")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_each_section_with_questions_ends_by_leading_to_them(new_reader, scripts):
    page = new_reader(java_script_enabled=scripts).open(CHAPTER)
    for label in {item.paragraph for item in BANK.items}:
        own = [item.id for item in BANK.items if item.paragraph == label]
        section = page.locator(f"section:is([id='{label}'], :has(> :not(section)[id='{label}']))")
        way = section.locator("> .to-questions a")
        expect(way).to_have_text(
            f"Try {'one question' if len(own) == 1 else f'{len(own)} questions'} on this"
        )
        # Its own text ends there: nothing follows but sections of its own.
        expect(section.locator("> .to-questions ~ :not(section)")).to_have_count(0)
        assert way.get_attribute("href") == f"#{own[0]}"
        way.click()
        expect(page.locator(f"[id='{own[0]}']")).to_be_in_viewport()
        if scripts:
            expect(page.locator(f"[id='{own[0]}']")).to_be_focused()


def test_a_hint_left_open_is_folded_again_in_an_exam(reader):
    page = reader.open(f"{OTHER}?questions=all")
    hints = page.locator("details.clue > summary")
    for hint in hints.all():
        hint.click()
    expect(page.locator("details.clue[open]")).to_have_count(hints.count())
    start_exam(page)
    expect(page.locator("details.clue[open]")).to_have_count(0)


def test_a_hint_is_folded_away_costs_nothing_and_is_recorded(reader):
    page = reader.open(f"{OTHER}?questions=all")
    asked = BANKS["warming-it"].items[0]
    hint = card(page, asked).locator("details.clue")
    expect(hint).to_have_count(1)
    expect(hint.get_by_text("wool")).to_be_hidden()
    hint.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(hint.get_by_text("Think of the <b>wool</b>.")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_function("key => localStorage.getItem(key) !== null", arg=KEY)
    assert kept(page)["answers"][asked.id]["hints"] == 1
    answer(page, asked, right=True)
    assert kept(page)["answers"][asked.id]["score"] == 1
    expect(page.get_by_role("button", name="unsure (1)")).to_be_visible()
