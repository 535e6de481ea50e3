"""Every kind of question in a page with scripts off: whole, as it is written, and without a hint of its key."""

import pytest
from parsed_page import HOSTILE, Page

from quizzes.kinds.register import KINDS
from quizzes.page.card import quiz_html


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_every_text_of_a_question_can_be_read(kind, kinds_shown):
    item = kinds_shown[kind]
    said = "\n".join(Page(quiz_html({"chapter": "x", "record": "x", "items": [item]})).texts)

    def texts(value, field=""):
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from texts(inner, name)
        elif field in {"accepted", "answers"} and all(isinstance(one, str) for one in value):
            # The first is how it is written; the others are ways of saying it that count too.
            yield value[0]
        elif isinstance(value, list):
            for inner in value:
                yield from texts(inner, field)
        elif field in {
            "text",
            "rationale",
            "consequence",
            "lead_in",
            "debrief",
            "stem",
        }:
            yield value

    assert [
        text for text in texts({**item, "objective": None}) if text is not None and text not in said
    ] == []


def test_what_an_answer_counts_is_said_before_it_is_given(kinds_shown):
    for kind, said in {
        "numeric": ("Accepted within 0.5 either way.", "The right number is one point, its unit another."),
        "ordering": ("Move the entries", "each in the wrong order takes a point off; at most 6 points"),
        "matching": ("An answer may fit several, or none.", "Each right match is a point, up to 4."),
        "key-feature": ("Pick at most 3.", "A pick that would harm makes it 0."),
        "short-answer": ("Capitals, accents, spaces and punctuation do not matter.",),
        "case": (
            "cannot be taken back",
            "what your path is worth as a share of the best path, never below 0.",
        ),
    }.items():
        page = Page(quiz_html({"chapter": "x", "record": "x", "items": [kinds_shown[kind]]}))
        for part in said:
            assert any(part in text for text in page.texts), (kind, part)


def test_without_scripts_an_order_does_not_give_itself_away(kinds_shown):
    item = kinds_shown["ordering"]
    form = quiz_html({"chapter": "x", "record": "x", "items": [item]}).split("<details")[0]
    places = [form.index(entry["text"]) for entry in item["entries"]]
    assert places != sorted(places)


def test_without_scripts_every_step_of_a_case_leads_to_steps_that_are_there(kinds_shown):
    page = Page(quiz_html({"chapter": "x", "record": "x", "items": [kinds_shown["case"]]}))
    anchors = {f"#{own['id']}" for _, own in page.elements if own.get("id")}
    links = {own["href"] for tag, own in page.elements if tag == "a"}
    assert len(links) == 4
    assert links <= anchors


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_renders_as_written(kind, kinds_shown):
    count = 0

    def spoil(value):
        nonlocal count
        for field, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
            if isinstance(inner, dict | list):
                spoil(inner)
            elif isinstance(inner, str) and field not in {
                "id",
                "digest",
                "kind",
                "unit",
                "answer",
                "next",
                "start",
                "bloom",
            }:
                count += 1
                value[field] = f"{HOSTILE} {count}"

    item = kinds_shown[kind]
    spoil(item)
    page = Page(quiz_html({"chapter": "x", "record": "x", "items": [item]}))
    assert page.data == [item]
    assert page.count("script") == page.count("script", type="application/json") == 1
    assert page.count("img") == 0
    assert not any(name.startswith("on") for _, own in page.elements for name in own)
    assert f"{item['stem']}" in page.texts
