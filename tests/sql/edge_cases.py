"""Classes that hold whatever a class can: each a folder with the tables that the queries read, and what Python finds.

Chance has a seed. Answers to questions of every kind may earn a part; in banks of single best answers they may not.
"""

import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import every_kind
import polars as pl
from class_files import OPTIONS, write_banks
from class_room import answer, hand_in, result_file

from quizzes.cohorts.cohort import Cohort, cohort
from quizzes.cohorts.question_tables import QuestionTables, question_tables

TESTS = ("index", "final-test")
QUESTIONS = 6
NOBODYS = "0" * 12
PARTS = [0, 1 / 3, 1 / 2, 2 / 3, 1]
NAMES = [f"student {number}" for number in range(40)]
EARLIER = "2026-01-01T12:00:00.000Z"
Answers = dict[str, dict[str, Any]]
ResultFile = dict[str, Any]


def write_class(folder: Path, name: str) -> Cohort:
    """Write the files of the class of that name and the tables of what they hold. Return the class."""
    banks = folder / "banks"
    write_banks(banks, QUESTIONS)
    shutil.copy(every_kind.FOLDER / f"{every_kind.NAME}.yml", banks)
    known = question_tables(banks, cite=every_kind.cite)
    for number, file in enumerate(CLASSES[name](known)):
        hand_in(folder / "class", f"{number}.json", file)
    found = cohort(folder / "class", bank=banks, cite=every_kind.cite)
    found.write_tables(folder, *TESTS)
    return found


def _everything(known: QuestionTables) -> list[ResultFile]:
    """Gaps, partial points, all right, all wrong, one person alone, changed and gone questions, two exports."""
    chance = random.Random(17)
    files = [result_file(_answers(chance, known, number), student) for number, student in enumerate(NAMES)]
    earlier = result_file(files[1]["answers"], NAMES[0], exported=EARLIER)
    return [*files, earlier, result_file({}, "answered nothing")]


def _one_person(known: QuestionTables) -> list[ResultFile]:
    return [result_file(_answers(random.Random(5), known, 0), NAMES[0])]


def _everyone_right(known: QuestionTables) -> list[ResultFile]:
    answers = {
        row["item"]: answer(row["digest"], [row["key"] or "all"], 1, certainty=3)
        for row in known.items.rows(named=True)
    }
    return [result_file(answers, student) for student in NAMES[:12]]


def _few(known: QuestionTables) -> list[ResultFile]:
    """Shares at their limits: half of the others answered, half of the students, all pairs on a line, three pairs."""
    digests = dict(known.items.select(pl.col("item", "digest").cast(pl.String)).iter_rows())
    right: dict[str, list[int | None]] = {
        # The second question says nothing, so the first has nothing to be compared with.
        "chapter-one-question-0": [1, 0, 1, 0],
        "chapter-one-question-1": [1, 1, 1, 1],
        # Three students, and nearly a line.
        "chapter-two-question-0": [1, 0, 1, None],
        "chapter-two-question-1": [1, 0, 0, None],
        "chapter-two-question-2": [0, 0, 1, None],
        # Who knows one knows all, the last of which half of the students answered.
        "chapter-three-question-0": [1, 0, 1, 0],
        "chapter-three-question-1": [1, 0, 1, 0],
        "chapter-three-question-2": [1, 0, None, None],
        # The first test asks one objective, the second asks two.
        "index-question-0": [0, 0, 1, 0],
        "final-test-question-0": [1, 0, 1, 1],
        "final-test-question-1": [1, 1, 1, 1],
    }

    def given(item: str, mark: int) -> dict[str, Any]:
        return answer(digests[item], [OPTIONS[1 - mark]], mark, certainty=3 - 2 * mark)

    return [
        result_file(
            {item: given(item, mark) for item, marks in right.items() if (mark := marks[at]) is not None},
            NAMES[at],
        )
        for at in range(4)
    ]


def _nobody(_known: QuestionTables) -> list[ResultFile]:
    return [result_file({}, "answered nothing")]


CLASSES = {
    "everything": _everything,
    "one person": _one_person,
    "everyone right": _everyone_right,
    "few": _few,
    "nobody": _nobody,
}


def _answers(chance: random.Random, known: QuestionTables, student: int) -> Answers:
    """Return the answers of a student; the later ones know more, and are surer."""
    able = (student + 1) / len(NAMES)
    options = dict(
        known.options.cast({"item": pl.String, "option": pl.String}).group_by("item").agg("option").rows()
    )
    found = {}
    for row in known.items.rows(named=True):
        if not _answered(chance, row, student):
            continue
        right = _right(chance, row, able)
        picks = options.get(row["item"], ["a", "b, c", "", "Ä"])
        chosen, score = ([OPTIONS[0]] if right else [chance.choice(OPTIONS[1:])]), float(right)
        if row["bank"] == every_kind.NAME:
            chosen, score = chance.choices(picks, k=chance.randrange(4)), PARTS[chance.randrange(len(PARTS))]
            if row["kind"] == "single-best-answer":
                chosen, score = [row["key"]] if right else [], float(right)
        certainty = 3 if student == 3 and row["place"] == 1 else chance.choice([0, 1, 1, 2])
        found[row["item"]] = answer(row["digest"], chosen, score, certainty=certainty)
    return found | _uncounted(known, student)


def _answered(chance: random.Random, row: Mapping[str, Any], student: int) -> bool:
    """Say whether a student answered a question: one bank only one did, and some took but one of the two tests."""
    if row["bank"] == "chapter-two":
        return student == 0
    if row["bank"] == "chapter-three":
        return row["place"] == 1
    if row["bank"] in TESTS:
        took, share = student % 5 != TESTS.index(row["bank"]) + 1, 0.7 if student % 7 else 0.4
        return took and chance.random() < share
    return chance.random() < 0.95


def _right(chance: random.Random, row: Mapping[str, Any], able: float) -> bool:
    """Say whether a student is right: the first question everybody is, the second nobody."""
    if row["place"] < 3 and row["bank"] == "chapter-one":
        return row["place"] == 1
    return chance.random() < 0.2 + 0.7 * able


def _uncounted(known: QuestionTables, student: int) -> Answers:
    """Return answers that count nowhere: to a question that changed or is gone, one not checked, one not graded."""
    if student % 4:
        return {}
    item = known.items.filter(pl.col("bank").cast(pl.String) == "chapter-one")["item"][4]
    return {
        "gone-long-ago": answer(NOBODYS),
        item: answer(NOBODYS, [OPTIONS[1]], 0),
        known.items["item"][-1]: answer(known.items["digest"][-1], [], None, checked=False),
        known.items["item"][-2]: answer(known.items["digest"][-2], ["x"], None),
    }
