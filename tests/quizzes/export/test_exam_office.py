"""Files for exam offices, read back: a document, a text for Blackboard, a CSV for Brightspace."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from itertools import groupby

import docx
import pytest
from every_kind import FOLDER, cite
from hard_questions import HARD, hardened

from quizzes.export.question import Questions
from quizzes.export.register import FORMATS
from quizzes.export.selection import questions

FORMULA = re.compile(r"^[=+@-](?!\d+(\.\d+)?%?$)")


@pytest.fixture(scope="module")
def every() -> Questions:
    return questions(FOLDER, cite=cite)


def written(name: str, found: Questions) -> bytes:
    format_ = FORMATS[name]
    return format_.write(format_.sort(found).carried)


def paragraphs(found: Questions) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(written("exam-sheet", found))).paragraphs]


def blackboard(found: Questions) -> dict[str, list[str]]:
    """The lines by the id at the end of the question's text."""
    lines = written("blackboard", found).decode().split("\r\n")
    assert lines.pop() == ""
    rows = [line.split("\t") for line in lines]
    return {row[1].rpartition("[")[2].partition(";")[0]: row for row in rows}


def brightspace(found: Questions) -> dict[str, list[list[str]]]:
    """The lines of each question by its id."""
    data = written("brightspace", found)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0][0] == f"//{found.credit}"
    assert {len(row) for row in rows} == {5}
    number = 0
    blocks = []
    for row in rows[1:]:
        number += row[0] == "NewQuestion"
        blocks.append((number, row))
    grouped = [[row for _, row in block] for _, block in groupby(blocks, key=lambda each: each[0])]
    return {next(row[1] for row in block if row[0] == "ID"): block for block in grouped}


def test_the_document_has_every_question_with_its_key_and_every_reason(every):
    said = paragraphs(every)
    text = "\n".join(said)
    assert every.credit in said
    for _, question in every.each():
        assert question.lead_in in said
        assert question.stem in said
        assert question.learning_point in text
    assert "A, right answer: Other deaths are censored." in said
    assert "Key: A" in said
    assert [line for line in said if line.startswith("Key: 7.5 ")] != []


def test_the_document_is_the_same_on_another_day(every):
    data = written("exam-sheet", every)
    assert data == written("exam-sheet", every)
    opened = zipfile.ZipFile(io.BytesIO(data))
    assert {info.date_time[0] for info in opened.infolist()} == {1980}
    days = set(re.findall(rb"\d{4}-\d\d-\d\d", opened.read("docProps/core.xml")))
    assert days == {every.day.encode()}


def test_blackboard_gets_a_line_a_question_with_its_key(every):
    rows = blackboard(every)
    single, several = rows["every-kind-single"], rows["every-kind-multiple"]
    assert single[0] == "MC"
    assert single[2:] == [
        "Deaths from the sarcoma",
        "correct",
        single[4],
        "incorrect",
        single[6],
        "incorrect",
    ]
    assert several[0] == "MA"
    assert several[3::2].count("correct") > 1
    assert rows["every-kind-numeric"][0] == "NUM"
    assert rows["every-kind-numeric"][2] == "7.5"
    order = next(question for _, question in every.each() if question.id == "every-kind-ordering")
    assert rows["every-kind-ordering"] == [
        "ORD",
        rows["every-kind-ordering"][1],
        *(entry.text for entry in order.task.entries),
    ]
    assert len(rows["every-kind-matching"]) % 2 == 0


def test_blackboard_does_not_get_what_it_would_get_wrong(every):
    left = {each.id: each.why for each in FORMATS["blackboard"].sort(every).left}
    assert "branches" in left["every-kind-case"]
    pairs = next(question for _, question in every.each() if question.kind == "matching")
    twice = replace(
        pairs,
        task=replace(
            pairs.task,
            prompts=tuple(each._replace(answer=pairs.task.answers[0].id) for each in pairs.task.prompts),
        ),
    )
    fault = FORMATS["blackboard"].fault
    assert fault(pairs) is None
    assert "one to one" in fault(twice)
    assert "'<b'" in fault(replace(pairs, stem="a <b>bold</b> claim"))
    assert fault(replace(pairs, stem="P < 0.05 & more")) is None


def test_brightspace_gets_each_question_with_key_points_and_reasons(every):
    blocks = brightspace(every)
    single = blocks["every-kind-single"]
    assert single[0][:2] == ["NewQuestion", "MC"]
    options = [row for row in single if row[0] == "Option"]
    assert [row[1] for row in options] == ["100", "0", "0"]
    assert options[0][4] == "Other deaths are censored."
    several = blocks["every-kind-multiple"]
    assert ["Scoring", "RightMinusWrong", "", "", ""] in several
    assert {row[1] for row in several if row[0] == "Option"} == {"0", "1"}
    matching = blocks["every-kind-matching"]
    choices = {row[1]: row[2] for row in matching if row[0] == "Choice"}
    task = next(question.task for _, question in every.each() if question.kind == "matching")
    assert {row[2]: choices[row[1]] for row in matching if row[0] == "Match"} == {
        prompt.text: task.text(prompt.answer) for prompt in task.prompts
    }
    items = [row[1] for row in blocks["every-kind-ordering"] if row[0] == "Item"]
    task = next(question.task for _, question in every.each() if question.kind == "ordering")
    assert items == [entry.text for entry in task.entries]


def test_no_cell_is_a_formula_and_none_breaks_its_line(every):
    hard = hardened(every)
    rows = blackboard(hard)
    assert len(rows) == len(blackboard(every))
    cells = [part for row in rows.values() for part in row]
    cells += [part for block in brightspace(hard).values() for row in block for part in row]
    assert [part for part in cells if FORMULA.match(part)] == []
    assert [part for part in cells if re.search(r"[\t\r\n]", part)] == []
    assert HARD[-1] in cells


def test_what_is_hard_stands_in_the_document_as_written(every):
    said = paragraphs(hardened(every))
    assert HARD[0] in said
    assert any(HARD[-1] in line for line in said)


@pytest.mark.parametrize("name", ["exam-sheet", "blackboard", "brightspace", "kahoot", "particify"])
def test_no_question_of_a_test_is_in_a_file(every, name):
    tests = replace(every, chapters=tuple(replace(chapter, test=True) for chapter in every.chapters))
    assert FORMATS[name].sort(tests).carried.count == 0
