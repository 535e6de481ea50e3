"""What the front end is given: every number spoken, every link known, every change noticed."""

import json
from typing import NamedTuple

from quizzes.authoring import schema
from quizzes.authoring.bank import Bank
from quizzes.resolve import DETAIL, digest, resolve


def test_a_number_named_by_id_stands_in_the_text(shown):
    sky = shown["items"][0]
    assert sky["stem"] == "A reader looks up at noon, when 62% of the sky is clear."
    assert sky["options"][0]["rationale"] == "Short waves are scattered most (8 of 13)."


def test_a_question_carries_what_its_card_shows(shown):
    sky, flags = shown["items"]
    assert (sky["i"], sky["n"], sky["pick"], flags["pick"]) == (1, 2, 1, 3)
    assert sky["objective"] == {"number": 1, "text": "Tell the colours apart."}
    assert sky["back"] == {"href": "#the-sky", "text": "The sky"}
    assert flags["back"] is None
    assert sky["evidence"] == [
        {
            "text": "62%",
            "title": "Share of blue: 62%",
            "detail": "All skies, n = 13.",
            "source": "Nobody 2020",
            "href": "evidence.html#blue-share",
        }
    ]


def test_what_two_numbers_of_a_study_have_in_common_is_told_once(bank, someone):
    class Said(NamedTuple):
        id: str
        text: str = "1%"
        title: str = "A share"
        detail: str = ""
        source: str = "Nobody 2020"

    details = {
        "one": "Both counts are of one year. n = 9. 95% CI 1-5%.",
        "two": "Both counts are of one year. n = 9. 95% CI 2-6%.",
    }
    sky = bank.items[0].model_copy(update={"evidence": ("one", "two")})
    resolved = resolve(
        bank.model_copy(update={"items": (sky,)}),
        cite=lambda name: Said(name, detail=details[name]) if name in details else someone(name),
    )
    assert [study["detail"] for study in resolved["items"][0]["evidence"]] == [
        details["one"],
        "n = 9. 95% CI 2-6%.",
    ]


def test_a_long_statement_is_cut_before_how_many_there_were(bank, someone):
    class Said(NamedTuple):
        id: str
        text: str = "1%"
        title: str = "A share"
        detail: str = f"{'A long story, ' * 30}told. n = 9. 95% CI 1-5%."
        source: str = "Nobody 2020"

    sky = bank.items[0].model_copy(update={"evidence": ("one",)})
    resolved = resolve(
        bank.model_copy(update={"items": (sky,)}),
        cite=lambda name: Said(name) if name == "one" else someone(name),
    )
    [study] = resolved["items"][0]["evidence"]
    assert len(study["detail"]) <= DETAIL
    assert study["detail"].endswith("… n = 9. 95% CI 1-5%.")


def test_where_no_page_is_at_hand_there_are_no_links(bank, someone):
    sky = resolve(bank, cite=someone)["items"][0]
    assert sky["back"] is None
    assert sky["evidence"][0]["href"] is None


def test_the_whole_is_json(shown):
    assert json.loads(json.dumps(shown)) == shown


def digests(written, cite) -> dict[str, str]:
    return {item.id: digest(item, cite) for item in Bank.model_validate(written).items}


def test_a_changed_question_changes_its_own_digest_only(written, someone):
    before = digests(written, someone)
    for spoil in (
        lambda item: item.update(stem="Another scene."),
        lambda item: item.update(lead_in="Another question?"),
        lambda item: item["options"][1].update(text="Violet"),
        lambda item: (item["options"][0].update(correct=False), item["options"][1].update(correct=True)),
    ):
        spoil(written["items"][0])
        after = digests(written, someone)
        assert after["example-chapter-sky"] != before["example-chapter-sky"]
        assert after["example-chapter-flags"] == before["example-chapter-flags"]
        before = after


def test_a_better_explanation_costs_no_reader_an_answer(written, someone):
    before = digests(written, someone)
    written["items"][0]["options"][0]["rationale"] = "Said better."
    written["items"][0]["learning_point"] = "Said better."
    written["items"][0]["written"] = "2026-02-28"
    assert digests(written, someone) == before


def test_a_digest_stays_the_same_from_one_release_to_the_next(bank, someone):
    assert [digest(item, someone) for item in bank.items] == ["dd67508d3a3e", "75b4caed02fe"]


def test_the_schema_is_what_the_model_makes_of_it():
    assert schema.is_current(), "write it: python -m quizzes schema"


def test_the_schema_explains_and_exemplifies_every_field_of_a_question():
    forms = json.loads(schema.schema())["$defs"]
    for name in forms:
        assert all(field.get("description") for field in forms[name]["properties"].values()), name
        assert forms[name]["additionalProperties"] is False
