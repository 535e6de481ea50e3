"""Moodle XML: everything is in it once, and what Moodle adds up is what the book gives, where Moodle can.

Moodle's own importer takes the file by hand; CONTRIBUTING.md says which, when, and what came in.
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace

import pytest
from every_kind import FOLDER, cite

from quizzes.export.moodle import FORMAT
from quizzes.export.question import Question, Questions
from quizzes.export.selection import questions
from quizzes.export.task import Choices, Number, Option, Unit, Words

# What Moodle 4.5 lets an answer be worth (question/engine/bank.php): another number refuses the whole file.
FRACTIONS = (
    "0.9 0.8333333 0.8 0.75 0.7 0.6666667 0.6 0.5 0.4 0.3333333 0.3 0.25 0.2 0.1666667 0.1428571 0.125"
)
ALLOWED = [0.0, 1.0, *map(float, FRACTIONS.split()), 0.1111111, 0.1, 0.05]
HOSTILE = "MARB1::THB2 <b>bold</b> & ]]> {#62:0.5} =wrong ~x \\(y"


@pytest.fixture(scope="module")
def every() -> Questions:
    """The questions of every kind, of a course that says where it is published."""
    return with_site(questions(FOLDER, cite=cite))


def with_site(found: Questions) -> Questions:
    return changed(found, lambda question: replace(question, address=f"https://example.org/#{question.id}"))


def changed(found: Questions, how) -> Questions:
    chapters = (replace(each, questions=tuple(map(how, each.questions))) for each in found.chapters)
    return replace(found, chapters=tuple(chapters))


def read(found: Questions) -> list[ET.Element]:
    """The questions of the file, without its categories."""
    root = ET.fromstring(FORMAT.write(found))
    return [each for each in root if each.get("type") != "category"]


def one(found: Questions, name: str) -> ET.Element:
    return next(each for each in read(found) if each.findtext("idnumber") == name)


def fractions(question: ET.Element) -> list[float]:
    return [float(answer.get("fraction")) for answer in question.iter("answer") if answer.get("fraction")]


def test_every_question_is_in_it_once_by_its_id_and_in_its_type(every):
    assert Counter(each.get("type") for each in read(every)) == {
        "multichoice": 3,
        "numerical": 2,
        "ordering": 1,
        "matching": 1,
        "shortanswer": 1,
        "description": 1,
    }
    assert [each.findtext("idnumber") for each in read(every)] == [
        question.id for _, question in every.each()
    ]


def test_each_chapter_is_a_category_of_this_edition(every):
    root = ET.fromstring(FORMAT.write(replace(every, title="Hand/foot")))
    ways = [each.findtext("category/text") for each in root if each.get("type") == "category"]
    assert ways == ["$course$/top/Hand//foot 2026-11-21/every-kind"]


def test_one_best_option_gives_everything_and_the_others_nothing(every):
    single = one(every, "every-kind-single")
    assert (single.findtext("single"), fractions(single)) == ("true", [100, 0, 0])


def test_a_wrong_pick_takes_off_what_a_right_one_gives(every):
    """The book: each right pick is a point, each wrong one takes a point off, of two."""
    multiple = one(every, "every-kind-multiple")
    assert (multiple.findtext("single"), fractions(multiple)) == ("false", [50, 50, -50, -50])


def test_harm_takes_everything_and_so_does_ticking_all(every):
    key_feature = one(every, "every-kind-key-feature")
    assert fractions(key_feature) == [50, 50, -100, -33.33333, -33.33333, -33.33333]


def test_the_right_number_with_a_wrong_unit_is_half(every):
    numeric = one(every, "every-kind-numeric")
    assert [each.text for each in numeric.findall("answer/text")] == ["7.5"]
    assert numeric.findtext("answer/tolerance") == "0.5"
    units = {each.findtext("unit_name"): each.findtext("multiplier") for each in numeric.iter("unit")}
    assert units == {"months": "1", "%": "1000000", "weeks": "1000000"}
    assert [numeric.findtext(field) for field in ("unitgradingtype", "unitpenalty", "showunits")] == [
        "1",
        "0.5",
        "2",
    ]


def test_one_unit_alone_is_given(every):
    numeric = one(every, "every-kind-numeric-one-unit")
    assert numeric.find("units") is None
    assert "Unit: patients" in numeric.findtext("questiontext/text")


def test_all_entries_of_an_order_are_asked(every):
    order = one(every, "every-kind-ordering")
    assert order.findtext("selecttype") == "ALL"  # without it Moodle asks for six of them
    assert order.findtext("shownumcorrect") == "1"  # without it its database refuses the file
    assert [each.text for each in order.findall("answer/text")] == [
        "MRI of the thigh",
        "Image-guided core biopsy",
        "Chest CT and brain MRI",
        "Tumor board",
    ]


def test_an_answer_that_fits_nothing_is_offered_too(every):
    pairs = one(every, "every-kind-matching").findall("subquestion")
    assert [each.findtext("answer/text") for each in pairs if not each.findtext("text")] == ["Local control"]
    assert len(pairs) == 5


def test_every_spelling_counts_and_no_star_stands_for_anything(every):
    short = one(every, "every-kind-short")
    worth = {answer.findtext("text"): answer.get("fraction") for answer in short.iter("answer")}
    right = {"THB2": "100", "THB-2 gene": "100", "thumb factor 2": "100"}
    assert worth == {**right, "THB3": "0", "MET": "0", "c-MET": "0"}

    def starred(question: Question) -> Question:
        if not isinstance(question.task, Words):
            return question
        return replace(question, task=replace(question.task, accepted=("HLA-A*02",)))

    assert one(changed(every, starred), "every-kind-short").findtext("answer/text") == "HLA-A\\*02"


def test_every_option_keeps_its_reason_and_the_answer_what_it_teaches(every):
    single = one(every, "every-kind-single")
    why = [re.sub("<.*?>", " ", answer.findtext("feedback/text")).split() for answer in single.iter("answer")]
    assert [" ".join(words[-4:]) for words in why] == [
        "Other deaths are censored.",
        "That is overall survival.",
        "That is progression-free survival.",
    ]
    after = single.findtext("generalfeedback/text")
    assert "Read the endpoint before the number." in after
    assert "CC BY 4.0" in after


@pytest.mark.parametrize("name", ["every-kind-single", "every-kind-case"])
def test_text_is_text(every, name):
    hostile = changed(every, lambda question: replace(question, stem=HOSTILE))
    asked = one(hostile, name).findtext("questiontext/text")
    assert "MARB1::THB2 &lt;b&gt;bold&lt;/b&gt; &amp; ]]&gt; {#62:0.5} =wrong ~x <span>\\</span>(y" in asked


def test_a_case_leads_to_the_book_or_comes_step_by_step(every):
    assert "https://example.org/#every-kind-case" in one(every, "every-kind-case").findtext(
        "questiontext/text"
    )
    nowhere = changed(every, lambda question: replace(question, address=None))
    assert FORMAT.sort(nowhere).left == ()
    case = next(each.task for _, each in every.each() if each.id == "every-kind-case")
    for step in (step for step in case.steps if step.moves):
        made = one(nowhere, f"every-kind-case.{step.id}")
        assert made.get("type") == "multichoice"
        assert made.findtext("single") == "true"
        assert step.text in made.findtext("questiontext/text")
        best = max(move.worth for move in step.moves)
        for move, given in zip(step.moves, made.findall("answer"), strict=True):
            assert given.get("fraction") == ("100" if move.worth == best else "0")
            assert move.consequence in given.findtext("feedback/text")


def test_what_moodle_cannot_weigh_is_named():
    nine = tuple(Option(str(number), str(number), number < 11, "why") for number in range(13))
    question = next(each for _, each in questions(FOLDER, cite=cite).each() if each.kind == "key-feature")
    assert "11 right options" in FORMAT.fault(replace(question, task=Choices(nine, 11, "Pick.", fixed=True)))
    units = (Unit("cm", "cm", True, ""), Unit("mm", "mm", False, "why"))
    assert "asks for 0" in FORMAT.fault(replace(question, task=Number(0.0, 0.0, units, "", "why")))


def test_the_whole_bank_is_in_it_with_fractions_that_moodle_takes():
    found = with_site(questions())
    carried, left = FORMAT.sort(found)
    assert left == ()
    made = read(carried)
    assert len(made) == found.count
    for question in made:
        if question.get("type") == "ordering":
            continue
        worth = [each / 100 for each in fractions(question)]
        assert all(min(abs(abs(each) - one) for one in ALLOWED) < 1e-6 for each in worth)
        if worth:
            best = (
                sum(each for each in worth if each > 0)
                if question.findtext("single") == "false"
                else max(worth)
            )
            assert best == pytest.approx(1, abs=1e-6)
    names = [question.findtext("idnumber") for question in made]
    assert len(set(names)) == len(names)


def test_the_same_questions_give_the_same_bytes(every):
    assert FORMAT.write(every) == FORMAT.write(every)
    assert FORMAT.write(every).startswith(b"<?xml")
