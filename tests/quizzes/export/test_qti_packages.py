"""QTI 2.2 and 3.0: every question but a case, with the scores of the book; a real player answers in tests/browser."""

import io
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pytest
from every_kind import FOLDER, cite

from quizzes.export.qti import qti2, qti3
from quizzes.export.question import Questions
from quizzes.export.selection import questions

NS = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p2", "p": "http://www.imsglobal.org/xsd/imscp_v1p1"}
HOSTILE = "MARB1::THB2 <b>bold</b> & ]]> P < 0.05"


@pytest.fixture(scope="module")
def every() -> Questions:
    return qti2.FORMAT.sort(questions(FOLDER, cite=cite)).carried


def files(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def one(found: Questions, name: str) -> ET.Element:
    return ET.fromstring(files(qti2.write(found))[f"items/{name}.xml"])


def mapped(item: ET.Element) -> dict[str, float]:
    return {each.get("mapKey"): float(each.get("mappedValue")) for each in item.iterfind(".//q:mapEntry", NS)}


def right(item: ET.Element) -> list[str]:
    return [value.text for value in item.iterfind("q:responseDeclaration/q:correctResponse/q:value", NS)]


def test_every_question_but_a_case_is_in_it_by_its_id(every):
    found = questions(FOLDER, cite=cite)
    (left,) = qti2.FORMAT.sort(found).left
    assert left == ("every-kind-case", "branches, and a question of QTI does not")
    names = {f"items/{question.id}.xml" for _, question in every.each()}
    assert set(files(qti2.write(every))) == {"imsmanifest.xml", "tests/every-kind.xml", *names}
    assert set(files(qti3.write(every))) == {"imsmanifest.xml", "tests/every-kind.xml", *names}


def test_the_manifest_names_every_file_and_the_license(every):
    made = files(qti2.write(every))
    manifest = ET.fromstring(made["imsmanifest.xml"])
    assert {file.get("href") for file in manifest.iterfind(".//p:file", NS)} | {"imsmanifest.xml"} == set(
        made
    )
    known = {each.get("identifier") for each in manifest.iterfind(".//p:resource", NS)}
    assert {each.get("identifierref") for each in manifest.iterfind(".//p:dependency", NS)} < known
    assert "CC BY 4.0" in made["imsmanifest.xml"].decode()


def test_a_wrong_pick_takes_off_what_a_right_one_gives(every):
    multiple = one(every, "every-kind-multiple")
    assert mapped(multiple) == {"chest": 0.5, "brain": 0.5, "marrow": -0.5, "colon": -0.5}
    assert multiple.find(".//q:mapping", NS).get("lowerBound") == "0"
    assert multiple.find(".//q:choiceInteraction", NS).get("maxChoices") == "2"


def test_a_key_feature_has_its_cap_and_its_harm(every):
    item = one(every, "every-kind-key-feature")
    assert item.find(".//q:choiceInteraction", NS).get("maxChoices") == "3"
    assert item.findtext(".//q:member/q:baseValue", None, NS) == "excise"


def test_a_number_has_its_tolerance_and_a_menu_of_units(every):
    item = one(every, "every-kind-numeric")
    assert right(item) == ["7.5", "months"]
    equal = item.find(".//q:equal", NS)
    assert (equal.get("toleranceMode"), equal.get("tolerance")) == ("absolute", "0.5 0.5")
    assert [each.text for each in item.iterfind(".//q:inlineChoice", NS)] == ["months", "%", "weeks"]


def test_an_order_has_its_key_and_shows_another(every):
    item = one(every, "every-kind-ordering")
    shown = [each.get("identifier") for each in item.iterfind(".//q:simpleChoice", NS)]
    assert right(item) == ["mri", "biopsy", "stage", "board"]
    assert sorted(shown) == sorted(right(item))
    assert shown != right(item)


def test_each_pair_counts_the_same(every):
    assert mapped(one(every, "every-kind-matching")) == {
        "p-os a-overall": 0.25,
        "p-dss a-specific": 0.25,
        "p-pfs a-progression": 0.25,
        "p-orr a-response": 0.25,
    }


def test_the_reasons_and_what_to_keep_come_after_the_answer(every):
    told = "".join(one(every, "every-kind-single").find("q:modalFeedback", NS).itertext())
    for said in ("That is overall survival.", "Read the endpoint before the number.", "CC BY 4.0"):
        assert said in told


def test_text_is_text(every):
    chapters = (
        replace(each, questions=tuple(replace(question, stem=HOSTILE) for question in each.questions))
        for each in every.chapters
    )
    item = one(replace(every, chapters=tuple(chapters)), "every-kind-single")
    assert HOSTILE in [each.text for each in item.iterfind(".//q:p", NS)]


def test_the_third_edition_says_the_same_in_its_own_names(every):
    item = ET.fromstring(files(qti3.write(every))["items/every-kind-multiple.xml"])
    ns = {"q": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"}
    assert item.tag == f"{{{ns['q']}}}qti-assessment-item"
    assert item.find(".//q:qti-choice-interaction", ns).get("max-choices") == "2"
    assert item.find(".//q:qti-modal-feedback/q:qti-content-body/q:ul", ns) is not None
    assert {each.tag.partition("}")[2] for each in item.find("q:qti-item-body", ns)} == {
        "p",
        "qti-choice-interaction",
    }


@pytest.mark.parametrize("edition", [qti2, qti3])
def test_the_same_questions_give_the_same_bytes(every, edition):
    assert edition.write(every) == edition.write(every)


def test_the_whole_bank_is_in_it():
    found = questions()
    carried, left = qti3.FORMAT.sort(found)
    assert {each.why for each in left} == {"branches, and a question of QTI does not"}
    assert carried.count + len(left) == found.count
    made = files(qti3.write(carried))
    assert sum(name.startswith("items/") for name in made) == carried.count
    for content in made.values():
        ET.fromstring(content)
