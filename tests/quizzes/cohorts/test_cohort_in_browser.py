"""A browser reads a class as Python does: the same files, the same reasons, the same table, to the digit."""

import json
import random
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest
from class_files import write_banks, write_class
from class_room import BANKS, FLAGS, SKY, answer, cite, digests, hand_in, result_file

from quizzes.cohorts.cohort import cohort
from quizzes.cohorts.in_browser import in_browser
from quizzes.cohorts.question_tables import question_tables
from quizzes.cohorts.report import tables

READER = Path(__file__).with_name("read_class.js")
KNOWN = digests(cite)


def both(folder: Path, banks: Path = BANKS):
    """Return what Python and what JavaScript make of a folder."""
    data = folder.with_suffix(".questions.json")
    data.write_text(json.dumps(in_browser(question_tables(banks, cite=cite))), "utf-8")
    said = subprocess.run(["node", READER, folder, data], check=True, capture_output=True, text=True).stdout
    return cohort(folder, bank=banks, cite=cite), json.loads(said)


def cells(markup: str) -> list[list[str]]:
    """Return the text of each cell of a table, with one space between its parts."""
    rows = re.findall(r"<tr>(.*?)</tr>", markup.partition("<tbody>")[2])
    texts = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    return [[" ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in row] for row in texts]


def as_cells(row: dict) -> list[str]:
    """Return the cells of a row of JavaScript as the report prints them."""
    options = [f"{one['text']} {one['right']}{one['said']} {one['warning']}" for one in row["options"]]
    mistakes = [f"{one['text']} {one['said']}" for one in row["mistakes"]]
    question = [row["question"], row["item"]]
    question += ["What was picked", *options] if options else []
    question += ["Most common wrong answers", *mistakes] if mistakes else []
    return [
        " ".join(" ".join(part).split())
        for part in (
            question,
            [row["n"]],
            [row["facility"], row["facilityRange"]],
            [row["discrimination"], row["discriminationRange"] or ""],
            [row["warning"]],
        )
    ]


def assert_same(python, browser) -> None:
    assert sorted(browser["students"]) == sorted(python.students["student"].to_list())
    assert [list(row.values()) for row in browser["refused"]] == [
        list(row) for row in python.refused.iter_rows()
    ]
    assert [list(row.values()) for row in browser["setAside"]] == [
        list(row) for row in python.set_aside.iter_rows()
    ]
    assert [list(row.values()) for row in browser["unusable"]] == [
        list(row) for row in python.unusable().iter_rows()
    ]
    assert browser["beside"] == python.beside
    assert browser["alike"] == python.alike().to_list()
    assert browser["oneRecord"] == python.one_record().to_list()
    items, options, mistakes = python.items(), python.options(), python.mistakes()
    if items.is_empty():
        assert browser["rows"] == []
        return
    assert [as_cells(row) for row in browser["cells"]] == cells(tables.questions(items, options, mistakes))
    exact = ("n", "facility", "discrimination", "n_rest")
    for row, one in zip(items.iter_rows(named=True), browser["rows"], strict=True):
        theirs = [one["n"], one["facility"], one["discrimination"], one["nRest"]]
        limits = [
            *one["facilityRange"].values(),
            *(one["discriminationRange"] or {"low": None, "high": None}).values(),
        ]
        mine = [row[name] for name in exact]
        ends = [f"{name}_{end}" for name in ("facility", "discrimination") for end in ("low", "high")]
        assert theirs + limits == pytest.approx(mine + [row[name] for name in ends], abs=1e-12), row["item"]


@pytest.mark.parametrize("students", [3, 8, 40, 300])
def test_a_class_has_the_same_table_to_the_digit(tmp_path, students):
    write_banks(tmp_path / "banks")
    items = question_tables(tmp_path / "banks").items
    write_class(tmp_path / "class", students, dict(zip(items["item"], items["digest"], strict=True)))
    python, browser = both(tmp_path / "class", tmp_path / "banks")
    assert python.students.height == students
    assert_same(python, browser)


@pytest.mark.parametrize("seed", range(5))
def test_a_class_with_gaps_partial_points_and_odd_files_has_the_same_table(tmp_path, seed):
    chance = random.Random(seed)
    folder = tmp_path / "class"
    picks = [
        ["blue"],
        ["red"],
        ["blue", "white"],
        ["white", "blue", "red"],
        [],
        [""],
        ["<b>"],
        ["a, b", "𝒳"],
        ["\ue000"],
    ]
    for at in range(chance.randrange(4, 40)):
        sky = chance.random() < 0.6
        answers = {
            SKY: answer(KNOWN[SKY], ["blue"] if sky else ["red"], int(sky), flagged=chance.random() < 0.5),
            FLAGS: answer(
                chance.choice([KNOWN[FLAGS], KNOWN[FLAGS], "0" * 12]),
                chance.choice(picks),
                chance.choice([0, 1 / 3, 0.5, 2 / 3, 1, None]),
            ),
            "example-chapter-gone": answer("0" * 12),
        }
        for given in answers.values():
            given["at"] += chance.randrange(3)
        for name in list(answers):
            if chance.random() < 0.2:
                del answers[name]
        name = chance.choice(
            [None, "", f"Student {at}", "Same", "same ", "Straße", "STRASSE", "Zoe\u0301", "Zo\u0435"]
        )
        exported = f"2026-01-{chance.randrange(10, 30)}T12:00:00+0{chance.randrange(3)}:00"
        hand_in(folder, f"{chance.randrange(3)}/{at}.json", result_file(answers, name, exported=exported))
    hand_in(folder, "cut.json", '{"format"')
    hand_in(folder, "packed.zip", "PK")
    for name in (
        "._a",
        "a.json:Zone.Identifier",
        "~$b.docx",
        "thumb\u017f.db",
        "a-class-report (2).html",
        "on.html",
    ):
        hand_in(folder, name, "[ZoneTransfer]")
        hand_in(folder / "group", name, "{")
    python, browser = both(folder)
    assert python.scored.height > 3
    assert python.refused.height >= 2
    assert_same(python, browser)


SMALL = {
    "one student": ["1"],
    "two who are alike": ["1", "1"],
    "four who cross over": ["10", "10", "01", "01"],
    "nobody who checked": ["--", "--", "--"],
    "all right": ["11"] * 20,
    "all wrong": ["00"] * 20,
    "one question that all know": ["11", "10"] * 15,
    "a key in doubt": ["100", "011"] * 20,
}


@pytest.mark.parametrize("case", SMALL)
def test_a_small_class_and_one_that_is_all_alike_have_the_same_table_and_a_report(tmp_path, case):
    write_banks(tmp_path / "banks")
    items = question_tables(tmp_path / "banks").items
    asked = dict(zip(items["item"].to_list(), items["digest"].to_list(), strict=True))
    for at, marks in enumerate(SMALL[case]):
        answers = {
            f"chapter-one-question-{place}": answer(
                asked[f"chapter-one-question-{place}"],
                ["alpha" if mark == "1" else "beta"],
                int(mark),
                certainty=3,
            )
            | {"at": 1_700_000_000_000 + at}
            for place, mark in enumerate(marks)
            if mark != "-"
        }
        hand_in(tmp_path / "class", f"{at}.json", result_file(answers, f"Student {at}"))
    python, browser = both(tmp_path / "class", tmp_path / "banks")
    assert_same(python, browser)
    report = python.report()
    assert ("nan" in report, "None" in report, "inf" in report.replace("information", "")) == (
        False,
        False,
        False,
    )


def test_a_folder_without_a_file_is_an_empty_class_in_both(tmp_path):
    (tmp_path / "class").mkdir()
    assert_same(*both(tmp_path / "class"))
