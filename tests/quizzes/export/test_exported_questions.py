"""What every format is given: each question resolved, and what a file leaves out by name."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from every_kind import FOLDER, cite

from quizzes.__main__ import main
from quizzes.export import command
from quizzes.export.changes import record
from quizzes.export.format import TEST, UNKNOWN, Format
from quizzes.export.question import Question, Questions
from quizzes.export.register import FORMATS
from quizzes.export.selection import NotThere, of_chapters, questions
from quizzes.export.task import Case, Choices, Number, Order, Pairs, Words
from quizzes.kinds.register import KINDS
from records.faults import Refused


@pytest.fixture(scope="module")
def every() -> Questions:
    """Questions of every kind, the small bank of examples."""
    return questions(FOLDER, cite=cite)


@pytest.fixture
def by_id(every) -> dict[str, Question]:
    return {question.id: question for _, question in every.each()}


def lines(found: Questions) -> bytes:
    return "\n".join(question.id for _, question in found.each()).encode()


PLAIN = Format(
    "plain", "Plain", ".txt", "plain", "", {kind: "" for kind in KINDS if kind != "case"}, {}, lines
)


def test_every_kind_of_the_register_has_its_task(every):
    tasks = {question.kind: type(question.task) for _, question in every.each()}
    assert tasks == {
        "single-best-answer": Choices,
        "multiple-response": Choices,
        "key-feature": Choices,
        "numeric": Number,
        "ordering": Order,
        "matching": Pairs,
        "short-answer": Words,
        "case": Case,
    }
    assert set(tasks) == set(KINDS)


def test_numbers_are_spoken_and_no_token_is_left(by_id, every):
    assert by_id["every-kind-numeric"].stem == "A drug was given to 40 patients with advanced sarcoma."
    assert by_id["every-kind-numeric"].task.value == 7.5
    assert "{ev}" not in repr(every)


def test_a_question_brings_its_key_its_reasons_and_what_is_behind_it(by_id):
    single = by_id["every-kind-single"]
    assert [option.id for option in single.task.keys] == ["sarcoma"]
    assert [option.why for option in single.task.options] == [
        "Other deaths are censored.",
        "That is overall survival.",
        "That is progression-free survival.",
    ]
    assert single.learning_point == "Read the endpoint before the number."
    assert [study.source for study in single.studies]
    assert single.tags == (
        ("every-kind", "figures"),
        ("bloom", "understand"),
        ("kind", "single-best-answer"),
    )


def test_an_order_is_mixed_as_on_the_page(by_id):
    order = by_id["every-kind-ordering"].task
    assert sorted(order.mixed) == sorted(order.entries)
    assert order.mixed != order.entries


def test_a_question_leads_back_to_its_paragraph_where_the_course_says_where_it_is_published(
    monkeypatch, by_id
):
    from course import course
    from quizzes.export import selection

    assert by_id["every-kind-single"].paragraph.address is None
    said = course().model_copy(update={"site": "https://example.org/thumb"})
    monkeypatch.setattr(selection, "course", lambda: said)
    found = {question.id: question for _, question in questions(FOLDER, cite=cite).each()}
    way = found["every-kind-single"].paragraph.address
    assert way == "https://example.org/thumb/book/every-kind.html#read-the-endpoint"


def test_the_credit_names_title_authors_year_and_license(every):
    assert every.credit.startswith(f"“{every.title}”, {every.authors}, {every.year}, CC BY 4.0, https://")


def test_what_a_format_does_not_carry_is_named_with_why(every):
    carried, left = PLAIN.sort(every)
    assert [each.why for each in left] == [UNKNOWN]
    assert carried.count + len(left) == every.count

    picky = replace(
        PLAIN,
        not_kept={"case": "has steps"},
        fault=lambda question: "is too long" if question.kind == "numeric" else None,
    )
    whys = {each.id: each.why for each in picky.sort(every).left}
    assert whys == {
        "every-kind-numeric": "is too long",
        "every-kind-numeric-one-unit": "is too long",
        "every-kind-case": "has steps",
    }


def test_no_question_of_a_test_goes_into_a_deck(every):
    tests = replace(every, chapters=tuple(replace(chapter, test=True) for chapter in every.chapters))
    carried, left = replace(PLAIN, deck=True).sort(tests)
    assert (carried.count, {each.why for each in left}) == (0, {TEST})
    assert PLAIN.sort(tests).carried.count > 0


def test_an_unknown_chapter_is_told_with_those_there_are(every):
    with pytest.raises(NotThere) as told:
        of_chapters(every, ["every-knd", "sky"])
    assert told.value.faults == [
        "every-knd: is no chapter with questions (did you mean every-kind?); there are: every-kind",
        "sky: is no chapter with questions; there are: every-kind",
    ]


@pytest.fixture
def export(monkeypatch, capsys, every):
    """Give the command on the bank of examples; return its exit code and what it said."""
    monkeypatch.setattr(command, "questions", lambda _bank: every)
    monkeypatch.setitem(FORMATS, "plain", PLAIN)

    def give(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["quizzes", "export", *map(str, arguments)])
        return (main(), *capsys.readouterr())

    return give


def test_the_command_writes_the_file_and_names_what_is_left_out(export, tmp_path, every):
    code, out, err = export("plain", "-o", tmp_path / "a.txt")
    assert code == 0
    assert out == f"quizzes: questions {every.count - 1}, left out 1; written to {tmp_path / 'a.txt'}\n"
    assert err == f"left out, since it {UNKNOWN}: every-kind-case\n"
    assert (tmp_path / "a.txt").read_bytes() == PLAIN.write(PLAIN.sort(every).carried)


def test_without_a_name_the_file_is_called_after_course_chapters_and_format(
    export, tmp_path, monkeypatch, every
):
    monkeypatch.chdir(tmp_path)
    export("plain", "--chapter", "every-kind")
    assert [path.name for path in tmp_path.iterdir()] == [f"{every.identity}-every-kind-plain.txt"]


def test_an_unknown_format_is_told_with_those_there_are(export):
    code, out, err = export("plan")
    assert (code, out) == (1, "")
    assert err.startswith("plan: is no format (did you mean plain?); there are: ")
    assert err.splitlines()[0].endswith("plain")


def test_a_file_that_cannot_be_written_is_named(export, tmp_path):
    code, _, err = export("plain", "-o", tmp_path / "no" / "a.txt")
    assert code == 1
    assert err.endswith(f"{tmp_path / 'no'}: there is no such folder to write a.txt in\n")
    code, _, err = export("plain", "-o", tmp_path)
    assert code == 1
    assert err.splitlines()[-1].startswith(f"quizzes: {tmp_path}: cannot be written: ")


def test_nothing_is_written_over_but_an_earlier_export_in_the_same_format(export, tmp_path):
    made = {name: tmp_path / name for name, each in FORMATS.items() if name != "plain" and not each.of_site}
    others = {"a note": b"Grades: CC BY 4.0", "a broken zip": b"PK\x03\x04", "a result": b'{"book": "every"}'}
    for name, content in others.items():
        (tmp_path / name).write_bytes(content)
    for name, target in made.items():
        assert export(name, "-o", target)[0] == 0
    for name, target in made.items():
        assert export(name, "-o", target)[0] == 0
        for other in {*made.values(), *(tmp_path / each for each in others)} - {target}:
            before = other.read_bytes()
            code, out, err = export(name, "-o", other)
            assert (code, out) == (1, "")
            assert f"{other}: is there already and is no earlier export as {FORMATS[name].title}" in err
            assert other.read_bytes() == before


def changed_at(folder: Path) -> dict[str, str]:
    return {question.id: question.changed for _, question in questions(folder, cite=cite).each()}


@pytest.fixture
def bank_folder(tmp_path) -> Path:
    """A folder with the bank of examples, in which a test may write."""
    return Path(shutil.copytree(FOLDER, tmp_path / "bank"))


def test_a_question_is_as_new_as_its_wording_and_not_as_the_build(bank_folder, monkeypatch):
    written = changed_at(bank_folder)
    assert written["every-kind-single"] == "2026-11-21T00:00:00Z"  # the day on which it was written
    assert record(questions(bank_folder, cite=cite), bank_folder) == len(written)

    bank = bank_folder / "every-kind.yml"
    bank.write_text(bank.read_text("utf-8").replace("A registry reports", "One registry reports"), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    now = "2027-01-15T08:00:00Z"
    assert changed_at(bank_folder) == {**written, "every-kind-single": now}

    assert record(questions(bank_folder, cite=cite), bank_folder) == 1
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert changed_at(bank_folder) == {**written, "every-kind-single": now}


def test_a_site_that_moves_changes_no_question(bank_folder, monkeypatch):
    from course import course
    from quizzes.export import selection

    record(questions(bank_folder, cite=cite), bank_folder)
    written = changed_at(bank_folder)
    monkeypatch.setattr(
        selection, "course", lambda: course().model_copy(update={"site": "https://example.org/x"})
    )
    assert changed_at(bank_folder) == written


def test_a_record_that_cannot_be_read_is_named(bank_folder):
    (bank_folder / "changed.json").write_text('{"every-kind-single": "yesterday"}')
    with pytest.raises(Refused, match=r"^changed\.json: cannot be read"):
        questions(bank_folder, cite=cite)
