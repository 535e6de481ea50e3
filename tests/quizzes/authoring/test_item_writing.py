"""Each rule of good questions sees a bad example, and lets a good one pass."""

import subprocess
import sys
from dataclasses import replace

import pytest
import yaml
from every_kind import FOLDER, cite

from by_hand import by_hand
from quizzes.authoring.bank import Bank
from quizzes.authoring.lint import BANK_RULES, RULES, broken, lint
from quizzes.authoring.lint.question import Choice, Question
from quizzes.authoring.load import BANK

FILE = "example-chapter.yml"
SKY = "example-chapter-sky"


def question(lead_in="Which colour is it?", *options: str, stem="Somebody looks up.", **more) -> Question:
    """Make a question; options that begin with an asterisk are right."""
    texts = options or ("*Blue", "Green", "Red")
    choices = tuple(Choice(text.removeprefix("*"), text.startswith("*")) for text in texts)
    return Question(stem, lead_in, choices, **more)


def options(*texts: str, **more) -> Question:
    return question("Which colour is it?", *texts, **more)


# rule: (questions that break it, questions that keep it)
EXAMPLES = {
    "negative": (
        [
            question(f"Which colour {words}?")
            for words in ("is NOT in the sky", "isn't there", "is least seen", "is an exception, except red",
                          "is unlikely", "is false", "is wrong", "can never be seen", "cannot be seen")
        ],
        [question("Which colour is seen by at least two of them?"), question("What is wrong with the sky?"),
         question("Which knot holds?")],
    ),
    "no-question": ([question("The sky is")], [question("What is it?"), Question("Stem.", "Put in order.")]),
    "several-questions": ([question("Is it blue? And why?")], [question("Is it blue?")]),
    "unfocused": (
        [question("Which of the following is true?"), question("Which statement fits?"),
         question("Which two statements about the sky fit?"), question("What is correct?")],
        [question("Which of her two eyes sees it?"), question("What does the statement leave out?")],
    ),
    "stem-length": ([question(stem="word " * 91)], [question(stem="word " * 90)]),
    "stated-number": (
        [question("Which two colours are there?"), question("Which three are there?", pick=2)],
        [question("Which two colours are there?", pick=2), question("Which of two eyes sees it?")],
    ),
    "grammar": (
        [question("The sky is a", "*Rainbow", "Arch"), question("It was an", "*Arch", "Bow", "Curve"),
         question("They are", "*Two birds", "A plane"), question("It is", "*A bird", "Several planes")],
        [question("It is a", "*Rainbow", "Bow"), question("What is it?", "*A bird", "Two planes"),
         question("They are", "*Two birds", "Three planes")],
    ),
    "number-of-options": (
        [options("*Blue", "Red"), options("*A1", "B", "C", "D", "E", "F"),
         options(*"ABCDEFG", pick=2)],
        [options("*Blue", "Red", "Green"), options(*"ABCDE"), options(*"ABCDEF", pick=3),
         Question("Stem.", "How many?")],
    ),
    "duplicates": (
        [options("*Light blue", "light  Blue.", "Red"), options("*Bleu", "Rosé", "Rose")],
        [options("*Light blue", "Blue", "Red")],
    ),
    "others": (
        [options("*Blue", "Red", text)
         for text in ("All of the above", "None of these", "Both of them", "A and B", "Neither", "All the above")],
        [options("*Blue", "Red", "All of the colours of the sky")],
    ),
    "lengths": (
        [options("*Blue", "Green", "A colour that nobody has seen for many years")],
        [options("*Blue", "Ultramarine", "Red"), options("*Chest CT and brain MRI", "Chest CT and node biopsy")],
    ),
    "form": (
        [options("*62%", "38%", "Most"), options("*It is blue.", "Red"), options("*blue", "Green"),
         options("*Blue?", "Green")],
        [options("*62%", "38%", "10%"), options("*THB2", "MET", "VEGF"), options("*Stage IB", "Stage II")],
    ),
    "exhaustive": (
        [options("*It increases", "It decreases", "It varies"),
         options("*It spreads", "It does not spread", "It heals"),
         options("*Longer survival", "Shorter survival", "Later relapse"), options("*Yes", "No", "In part"),
         options("*Operable", "Not operable", "Healed")],
        [options("*It increases", "It doubles", "It stays"), options("*More light", "Less water", "More air"),
         options("*Chest CT and brain MRI", "Chest CT and node biopsy", "Chest film and brain MRI")],
    ),
    "order": (
        [options("*5 cm", "10 cm", "2 cm", shuffle=False), options("*1", "2", "3", shuffle=True),
         options("*20-30%", "5-10%", "40%", shuffle=False)],
        [options("*2 cm", "5 cm", "10 cm", shuffle=False), options("*30%", "20% (4/20)", "10%", shuffle=False),
         options("*5 mice", "2 big black dogs and a cat", "Nobody", shuffle=True)],
    ),
    "overlap": (
        [options("*1-5 cm", "5-10 cm", "10-15 cm"), options("*Up to 5 cm", "5 to 8 cm", "More than 8 cm"),
         options("*10%", "5-20%", "30%"), options("*At least 5", "Above 8", "Below 2"),
         options("*5 cm or less", "3 cm", "Above 5 cm")],
        [options("*1-4 cm", "5-9 cm", "10-15 cm"), options("*About five", "5 to 8 cm", "8"),
         options("*Below 5 cm", "5 to 8 cm", "More than 8 cm"), options("*5", "8", "10"),
         options("*5 cm or less", "6 to 9 cm", "10 cm or more")],
    ),
    "absolute": (
        [options("*It is blue", "It is red", text)
         for text in ("It is always green", "It never changes", "All birds see it", "It must rain",
                      "It is only green", "No bird sees it", "Every bird sees it")],
        [options("*It is blue", "It is red", "The colour of all birds"),
         options("*It never rains", "It never snows", "It never ends")],
    ),
    "vague": (
        [options("*It is blue", "It is red", f"It {word} rains")
         for word in ("often", "usually", "sometimes", "rarely", "may", "might", "generally")],
        [options("*It is blue", "It is red", "It rained on May 5"),
         options("*It may rain", "It may snow", "It may clear")],
    ),
    "longest-key": (
        [options("*Blue, because short waves are scattered", "Red", "Green")],
        [options("*Light blue", "Red", "Green"), options("*Blue", "Red, because the evening comes", "Green"),
         options("*Blue, because of the air", "*Red", "Green", pick=2)],
    ),
    "echo": (
        [options("*A scattering of waves", "A mirror", "A lamp", stem="The air scatters light."),
         options("*Les nuées", "Le vent", "La mer", stem="Une nuee passe."),
         options("*The sky’s colour", "A mirror", "A lamp", stem="Look at it.")],
        [options("*A scattering of waves", "A scattered crowd", "A lamp", stem="The air scatters light."),
         options("*A mirror", "Scattered light", "A lamp", stem="The air scatters light."),
         options("*This one", "That one", "Which one", stem="This which that.")],
    ),
}  # fmt: skip


def cases(kind: int) -> list:
    """Return (rule, question) of the bad examples, 0, or of the good, 1."""
    return [
        pytest.param(rule, example, id=f"{rule}-{number}")
        for rule, examples in EXAMPLES.items()
        for number, example in enumerate(examples[kind])
    ]


def test_every_rule_has_a_bad_and_a_good_example():
    assert EXAMPLES.keys() == RULES.keys()
    assert all(bad and good for bad, good in EXAMPLES.values())


@pytest.mark.parametrize(("rule", "bad"), cases(0))
def test_a_rule_sees_a_bad_example(rule, bad):
    assert rule in broken(bad)


@pytest.mark.parametrize(("rule", "good"), cases(1))
def test_a_rule_lets_a_good_example_pass(rule, good):
    assert rule not in broken(good)


def test_questions_of_every_kind_are_judged_and_the_steps_of_a_case_one_by_one(tmp_path):
    bank = yaml.safe_load((FOLDER / "every-kind.yml").read_text("utf-8"))
    case = next(item for item in bank["items"] if item["kind"] == "case")
    step = next(step for step in case["steps"] if "lead_in" in step)
    step["lead_in"] = "What do you not do?"
    (tmp_path / "every-kind.yml").write_text(yaml.safe_dump(bank), "utf-8")
    told = [finding for finding in lint(tmp_path, cite=cite) if finding.rule == "negative"]
    assert [(finding.id, finding.words) for finding in told] == [
        (case["id"], f"step {step['id']}: the lead-in says “not”; ask for what is true")
    ]


def test_a_question_without_options_is_not_judged_by_what_it_lacks():
    assert broken(Question("It measures 12 cm.", "How many millimetres is that?")) == {}


def test_the_order_of_options_matters_to_no_rule_but_order():
    plain = question()
    assert broken(plain) == broken(replace(plain, options=plain.options[::-1])) == {}


@pytest.fixture
def good(written):
    """The example bank, mended where a rule sees something."""
    for item in written["items"]:
        item.update(bloom="apply", vignette=True)
    return written


def found(written, tmp_path, someone) -> list[str]:
    (tmp_path / FILE).write_text(by_hand(written), "utf-8")
    return [str(finding) for finding in lint(tmp_path, cite=someone)]


def test_a_good_bank_has_no_warning(good, tmp_path, someone):
    assert found(good, tmp_path, someone) == []


def test_a_warning_names_file_item_and_rule(good, tmp_path, someone):
    good["items"][0]["lead_in"] = "Which colour is it not?"
    assert found(good, tmp_path, someone) == [
        f"{FILE}: {SKY}: negative: the lead-in says “not”; ask for what is true"
    ]


def test_a_warning_answered_with_a_reason_is_silent(good, tmp_path, someone):
    good["items"][0].update(lead_in="Which colour is it not?", lint={"negative": "The law says it so."})
    assert found(good, tmp_path, someone) == []


def test_an_answer_to_a_rule_that_is_kept_is_a_warning(good, tmp_path, someone):
    good["items"][0]["lint"] = {"negative": "It was so once."}
    assert found(good, tmp_path, someone) == [
        f"{FILE}: {SKY}: negative: is answered, but the rule is not broken; remove the answer"
    ]


def test_an_answer_to_a_rule_that_does_not_exist_is_a_warning(good, tmp_path, someone):
    good["items"][0]["lint"] = {"negativ": "A slip."}
    assert found(good, tmp_path, someone)[0].startswith(f"{FILE}: {SKY}: negativ: there is no such rule")


def test_numbers_are_judged_as_the_reader_sees_them(good, tmp_path, someone):
    good["items"][0]["options"][1]["text"] = "{ev}`blue-share`"
    assert found(good, tmp_path, someone) == [
        f"{FILE}: {SKY}: form: 1 of 3 options hold a number: “62%”"
    ]  # fmt: skip


def many(good, count: int, key_at: int) -> dict:
    """Multiply the first item; its key stands at `key_at`, counted from 0."""
    first = good["items"][0]
    texts = [option for option in first["options"] if not option.get("correct")]
    texts.insert(key_at, next(option for option in first["options"] if option.get("correct")))
    good["items"] = [{**first, "id": f"{SKY}-{n}", "options": texts} for n in range(count)]
    return good


@pytest.mark.parametrize("key_at", [0, 1, 2])
def test_keys_that_stand_in_one_place_are_seen(good, tmp_path, someone, key_at):
    assert found(many(good, 6, key_at), tmp_path, someone) == [
        f"{FILE}: file: key-position: option {key_at + 1} is the key of 6 of 6 questions; an even spread gives 2.0"
    ]


def test_two_keys_in_one_place_are_chance(good, tmp_path, someone):
    assert found(many(good, 2, 0), tmp_path, someone) == []


@pytest.mark.parametrize(
    ("field", "low", "rule"), [("bloom", "remember", "bloom-share"), ("vignette", False, "vignette-share")]
)
def test_too_few_that_apply_or_that_start_from_a_scene_are_seen_and_can_be_answered(
    good, tmp_path, someone, field, low, rule
):
    for item in good["items"]:
        item[field] = low
    assert [line.split(": ")[1:3] for line in found(good, tmp_path, someone)] == [["file", rule]]
    good["lint"] = {rule: "The chapter is a glossary."}
    assert found(good, tmp_path, someone) == []


def test_every_rule_on_a_bank_is_tried(good):
    assert BANK_RULES.keys() == {"key-position", "bloom-share", "vignette-share"}
    assert all(list(rule(Bank.model_validate(good))) == [] for rule in BANK_RULES.values())


def test_the_bank_has_no_warning_that_is_not_answered():
    assert [str(finding) for finding in lint(BANK)] == []


SPOILED = """chapter: thumbs
objectives:
- {id: look, text: "Look at a thumb.", bloom: apply}
items:
- id: thumbs-cold
  objective: look
  kind: single-best-answer
  bloom: apply
  vignette: true
  stem: "Somebody has a cold thumb."
  lead_in: "What do you not look at?"
  shuffle: true
  options:
  - {id: voice, text: "Its voice", correct: true, rationale: "It has none."}
  - {id: color, text: "Its color", rationale: "It may be pale."}
  - {id: nail, text: "Its nail", rationale: "It may be pale as well."}
  learning_point: "Look at the color."
  sources: [nobody-2020]
  paragraph: how-to-look
  written: "2026-11-28"
- id: thumbs-warm
  objective: look
  kind: single-best-answer
  bloom: apply
  vignette: true
  stem: "Somebody has a warm thumb."
  lead_in: "Which glove fits it?"
  shuffle: true
  options:
  - {id: wool, text: "A woolen one", rationale: "It is too warm."}
  - {id: none, text: "A thin one", correct: true, rationale: "It is warm already."}
  - {id: iron, text: "An iron one", rationale: "It is too hard."}
  learning_point: "A warm thumb needs little."
  sources: [nobody-2020]
  paragraph: how-to-look
  written: "2026-11-28"
"""


def test_the_command_prints_the_warnings_and_fails(tmp_path):
    (tmp_path / "thumbs.yml").write_text(SPOILED, "utf-8")
    command = [sys.executable, "-m", "quizzes", "lint", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "thumbs.yml: thumbs-cold: negative: " in run.stderr
    assert "quizzes: 1 unanswered" in run.stderr
