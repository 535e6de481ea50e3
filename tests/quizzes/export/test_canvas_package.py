"""The package for Canvas: a quiz for each chapter, each question with its key, its score and its reasons.

The library with which Canvas' New Quizzes read packages takes it by hand; CONTRIBUTING.md says what came in, and when.
"""

import io
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from dataclasses import replace

import pytest
from every_kind import FOLDER, cite

from quizzes.export.canvas import FORMAT
from quizzes.export.question import Questions
from quizzes.export.selection import questions

NS = {
    "q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
    "p": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
}
HOSTILE = "MARB1::THB2 <b>bold</b> & ]]> \\(y"


@pytest.fixture(scope="module")
def every() -> Questions:
    """The questions of every kind, of a course that says where it is published."""
    return changed(questions(FOLDER, cite=cite), address="https://example.org/#there")


def changed(found: Questions, **what) -> Questions:
    chapters = (
        replace(each, questions=tuple(replace(question, **what) for question in each.questions))
        for each in found.chapters
    )
    return replace(found, chapters=tuple(chapters))


def files(found: Questions) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(FORMAT.write(found))) as package:
        return {name: package.read(name) for name in package.namelist()}


def items(found: Questions) -> dict[str, ET.Element]:
    """The questions of the package by their id."""
    made = [
        ET.fromstring(content)
        for name, content in files(found).items()
        if "/" in name and "assessment_meta" not in name
    ]
    return {item.get("ident"): item for root in made for item in root.iterfind(".//q:item", NS)}


def scores(item: ET.Element) -> list[tuple[list[str], str]]:
    """What has to be answered, and what that counts."""
    found = []
    for condition in item.iterfind(".//q:respcondition", NS):
        score = condition.findtext("q:setvar", None, NS)
        if score is not None:
            nots = {id(each) for each in condition.iterfind(".//q:not/q:varequal", NS)}
            picked = [each.text for each in condition.iterfind(".//q:varequal", NS) if id(each) not in nots]
            found.append((picked, score))
    return found


def told(item: ET.Element, name: str) -> str:
    return item.findtext(f".//q:itemfeedback[@ident='{name}']//q:mattext", None, NS)


def test_every_question_is_in_it_once_by_its_id_and_in_its_type(every):
    made = items(every)
    assert list(made) == [question.id for _, question in every.each()]
    types = Counter(item.findtext(".//q:fieldentry", None, NS) for item in made.values())
    assert types == {
        "multiple_choice_question": 1,
        "multiple_answers_question": 2,
        "numerical_question": 2,
        "ordering_question": 1,
        "matching_question": 1,
        "short_answer_question": 1,
        "text_only_question": 1,
    }


def test_the_manifest_names_every_file_and_the_license(every):
    made = files(every)
    manifest = ET.fromstring(made["imsmanifest.xml"])
    assert {file.get("href") for file in manifest.iterfind(".//p:file", NS)} | {"imsmanifest.xml"} == set(
        made
    )
    assert "CC BY 4.0" in made["imsmanifest.xml"].decode()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("every-kind-single", [(["sarcoma"], "100")]),
        ("every-kind-multiple", [(["chest", "brain"], "100")]),
        ("every-kind-key-feature", [(["mri", "refer"], "100")]),
        ("every-kind-numeric", [(["7.5"], "100")]),
        ("every-kind-ordering", [(["mri", "biopsy", "stage", "board"], "100")]),
        (
            "every-kind-matching",
            [
                (["overall"], "25.00"),
                (["specific"], "25.00"),
                (["progression"], "25.00"),
                (["response"], "25.00"),
            ],
        ),
        ("every-kind-short", [(["THB2", "THB-2 gene", "thumb factor 2"], "100")]),
    ],
)
def test_the_key_counts_in_full(every, name, wanted):
    assert scores(items(every)[name]) == wanted


def test_a_number_is_right_within_its_tolerance(every):
    numeric = items(every)["every-kind-numeric"]
    ends = [numeric.findtext(f".//q:{name}", None, NS) for name in ("vargte", "varlte")]
    assert ends == ["7", "8"]
    assert "Unit: months" in numeric.findtext("q:presentation/q:material/q:mattext", None, NS)


def test_a_wrong_pick_must_be_left(every):
    multiple = items(every)["every-kind-multiple"]
    assert [each.text for each in multiple.iterfind(".//q:not/q:varequal", NS)] == ["marrow", "colon"]


def test_the_menu_holds_an_answer_that_fits_nothing(every):
    menus = items(every)["every-kind-matching"].findall(".//q:response_lid", NS)
    offered = [[label.get("ident") for label in menu.iterfind(".//q:response_label", NS)] for menu in menus]
    assert offered == [["overall", "specific", "progression", "response", "control"]] * 4


def test_an_option_keeps_its_reason_and_the_answer_what_it_teaches(every):
    single = items(every)["every-kind-single"]
    assert told(single, "any_fb").endswith("That is overall survival.</p>")
    assert "Read the endpoint before the number." in told(single, "general_fb")
    assert "CC BY 4.0" in told(single, "general_fb")


def test_text_is_text(every):
    hostile = items(changed(every, stem=HOSTILE))["every-kind-single"]
    asked = hostile.findtext("q:presentation/q:material/q:mattext", None, NS)
    assert "MARB1::THB2 &lt;b&gt;bold&lt;/b&gt; &amp; ]]&gt; <span>\\</span>(y" in asked


def test_a_case_leads_to_the_book_or_comes_step_by_step(every):
    case = items(every)["every-kind-case"]
    assert 'href="https://example.org/#there"' in case.findtext(
        "q:presentation/q:material/q:mattext", None, NS
    )
    nowhere = changed(every, address=None)
    assert FORMAT.sort(nowhere).left == ()
    found = items(nowhere)
    assert "every-kind-case" not in found
    task = next(each.task for _, each in every.each() if each.id == "every-kind-case")
    for step in (step for step in task.steps if step.moves):
        best = max(move.worth for move in step.moves)
        right = [move.id for move in step.moves if move.worth == best]
        scored = found[f"every-kind-case.{step.id}"].findall(
            "q:resprocessing/q:respcondition[q:setvar]/q:conditionvar/q:varequal", NS
        )
        assert [each.text for each in scored] == right


def test_the_same_questions_give_the_same_bytes(every):
    assert FORMAT.write(every) == FORMAT.write(every)


def test_the_whole_bank_is_in_it():
    found = changed(questions(), address="https://example.org/#there")
    assert FORMAT.sort(found).left == ()
    assert list(items(found)) == [question.id for _, question in found.each()]
