"""Files for a poll in a lesson, read back: a workbook for Kahoot, a CSV for Particify."""

import csv
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from every_kind import FOLDER, cite
from hard_questions import hardened

from build import ROOT
from quizzes.export import kahoot
from quizzes.export.projector import as_projected
from quizzes.export.question import Questions
from quizzes.export.register import FORMATS
from quizzes.export.selection import questions
from quizzes.export.task import Choices


@pytest.fixture(scope="module")
def every() -> Questions:
    return questions(FOLDER, cite=cite)


@pytest.fixture(scope="module")
def single(every):
    return next(question for _, question in every.each() if question.id == "every-kind-single")


def workbook(found: Questions) -> list[dict[str, Any]]:
    format_ = FORMATS["kahoot"]
    book = openpyxl.load_workbook(io.BytesIO(format_.write(format_.sort(found).carried)))
    head, *rows = book["Kahoot"].iter_rows(values_only=True)
    assert book.sheetnames == ["Kahoot"]
    assert book.properties.description == found.credit
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def particify(found: Questions) -> list[dict[str, str]]:
    format_ = FORMATS["particify"]
    text = format_.write(format_.sort(found).carried).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_kahoot_gets_the_lead_in_the_options_and_the_places_of_the_right_ones(every, single):
    row = next(row for row in workbook(every) if row["Question"].startswith(single.lead_in))
    assert row["Question"] == f"{single.lead_in} (see the slide)"
    options = [row[f"Answer {at}"] for at in (1, 2, 3)]
    assert options == [option.text for option in as_projected(single)]
    assert options[int(row["Correct answer(s)"]) - 1] == "Deaths from the sarcoma"
    assert row["Time limit"] in (5, 10, 20, 30, 60, 90, 120, 240)


def test_what_is_longer_than_kahoot_takes_is_left_out_with_its_length(single):
    fault = FORMATS["kahoot"].fault
    fits = "x" * (kahoot.QUESTION - len(kahoot.SEE))
    assert fault(replace(single, lead_in=fits)) is None
    assert "121 characters" in fault(replace(single, lead_in=f"{fits}x"))

    def with_option(text, times=1):
        first, *others = single.task.options
        more = tuple(first._replace(id=f"{first.id}-{at}", right=False) for at in range(times))
        return replace(single, task=replace(single.task, options=(first._replace(text=text), *others, *more)))

    assert fault(with_option("x" * 75)) is None
    assert "76 characters" in fault(with_option("x" * 76))
    assert "5 options" in fault(with_option("x", 2))


def test_the_workbook_is_the_same_on_another_day(every):
    format_ = FORMATS["kahoot"]
    data = format_.write(format_.sort(every).carried)
    opened = zipfile.ZipFile(io.BytesIO(data))
    assert {info.date_time[0] for info in opened.infolist()} == {1980}
    assert set(re.findall(rb"\d{4}-\d\d-\d\d", opened.read("docProps/core.xml"))) == {every.day.encode()}


def test_particify_gets_options_a_line_each_and_those_that_are_right(every, single):
    rows = particify(every)
    row = next(row for row in rows if row["body"].startswith(single.stem))
    assert row["format"] == "CHOICE"
    assert row["options"].split("\n") == [option.text for option in as_projected(single)]
    assert row["correctOptions"] == "Deaths from the sarcoma"
    assert row["multiple"] == "false"
    several = next(question for _, question in every.each() if question.kind == "multiple-response")
    row = next(row for row in rows if row["body"].startswith(several.stem))
    assert row["multiple"] == "true"
    assert len(row["correctOptions"].split("\n")) == len(several.task.keys)
    assert [row["format"] for row in rows].count("TEXT") == 1


def test_no_cell_of_a_poll_is_a_formula(every):
    hard = hardened(every)
    cells = [str(part) for row in workbook(hard) for part in row.values()]
    cells += [line for row in particify(hard) for part in row.values() for line in part.split("\n")]
    assert [part for part in cells if re.match(r"[=+@-](?!\d+$)", part)] == []
    assert len(particify(hard)) == len(particify(every))
    for row in particify(hard):
        assert set(row["correctOptions"].split("\n")) <= set(row["options"].split("\n"))


def test_a_letter_is_the_same_on_the_projector_and_in_a_poll(every):
    asked = [
        (question.id, [option.id for option in question.task.options])
        for _, question in every.each()
        if isinstance(question.task, Choices) and not question.task.fixed
    ]
    script = """
    import { shuffled } from "./quizzes/frontend/web/shuffle.js";
    const asked = JSON.parse(process.argv[1]);
    console.log(JSON.stringify(asked.map(([id, options]) => shuffled(options, 1, id))));
    """
    command = ["node", "--input-type=module", "-e", script, json.dumps(asked)]
    shown = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    by_id = {question.id: question for _, question in every.each()}
    assert [[option.id for option in as_projected(by_id[name])] for name, _ in asked] == shown
    assert len(asked) > 2
