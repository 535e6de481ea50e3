"""The questions in a built page: whole without scripts, and as written whatever they hold."""

import json

import pytest
from parsed_page import HOSTILE, Page

from quizzes.authoring.bank import Bank
from quizzes.page.card import quiz_html
from quizzes.resolve import resolve
from records.markup import json_script


@pytest.fixture
def page(shown) -> Page:
    return Page(quiz_html(shown))


def test_every_question_stands_there_with_its_options_and_reasons(page, shown):
    text = "\n".join(page.texts)
    for item in shown["items"]:
        assert item["stem"] in text
        assert item["lead_in"] in text
        assert item["learning_point"] in text
        for option in item["options"]:
            assert text.count(option["text"]) >= 2
            assert option["rationale"] in text


def test_answers_are_folded_away_until_asked_for(page):
    assert page.count("details", **{"class": "answer"}) == 2
    assert not any("open" in attributes for tag, attributes in page.elements if tag == "details")


def test_one_answer_has_radio_buttons_and_several_have_boxes(page):
    assert page.count("input", type="radio") == 3
    assert page.count("input", type="checkbox") == 4


def test_how_many_to_pick_and_what_they_count_is_said_before_answering(page):
    assert "Pick 3." in page.texts
    assert page.count("details", **{"class": "scored"}) == 1
    assert any(text.startswith("Each right pick is a point") for text in page.texts)


def test_a_constructed_scene_says_so(page):
    assert page.texts.count("Constructed for teaching") == 1


def test_the_study_and_the_way_back_are_links(page):
    assert page.count("a", href="evidence.html#blue-share") == 1
    assert page.count("a", href="#the-sky") == 1
    assert "Back to “The sky”" in page.texts


def test_the_live_regions_are_there_before_anything_is_said(page):
    assert page.count("div", **{"class": "quiz-notice", "role": "status"}) == 1
    assert page.count("p", **{"class": "quiz-said", "role": "status"}) == 1


def test_every_card_carries_its_own_data(page, shown):
    assert page.data == shown["items"]


def test_hostile_text_renders_as_written(written, someone):
    for item in written["items"]:
        item.update(stem=HOSTILE, lead_in=HOSTILE, learning_point=HOSTILE)
        for number, option in enumerate(item["options"]):
            option.update(text=f"{HOSTILE}{number}", rationale=HOSTILE)
    written["objectives"][0]["text"] = HOSTILE
    shown = resolve(Bank.model_validate(written), cite=someone)
    page = Page(quiz_html(shown))
    assert page.data == shown["items"]
    assert page.texts.count(HOSTILE.strip()) == 2 * 2 + 7, "two stems, two lead-ins, seven reasons"
    assert page.count("script") == page.count("script", type="application/json") == 2
    assert page.count("img") == 0


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "&lt;", "\u2028\u2029", "]]>"])
def test_no_text_can_end_its_script(text):
    written = json_script({text: text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {text: text}


def test_a_hint_is_folded_away_between_the_options_and_the_answer(shown):
    shown["items"][0]["hint"] = HOSTILE
    page = Page(quiz_html(shown))
    assert page.count("details", **{"class": "clue"}) == 1
    assert HOSTILE in "\n".join(page.texts)
