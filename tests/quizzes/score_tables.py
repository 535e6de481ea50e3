"""Tables of scores: one that a book prints, and made-up ones with a fixed seed."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from quizzes.cohorts.question_tables import QuestionTables

# Ten students and ten questions: K. L. Wuensch, "The Kuder-Richardson 20", East Carolina University,
# https://core.ecu.edu/wuenschk/StatHelp/KR20.txt
WUENSCH = {
    "A": "1111110110", "B": "1011011101", "C": "1111011001", "D": "0010001000", "E": "0000010010",
    "F": "1110111111", "G": "1101110111", "H": "1111111101", "I": "0101111101", "J": "1101101110",
}  # fmt: skip


Scores = Mapping[str, Sequence[float | None]]

MATRIX = {student: [int(mark) for mark in marks] for student, marks in WUENSCH.items()}


def made_up(
    students: int, questions: int, *, partial: bool = False, gaps: float = 0
) -> dict[str, list[float | None]]:
    """Return scores with a fixed seed, in which who knows more does better."""
    chance = random.Random(7)
    worth = [0, 1 / 3, 2 / 3, 1] if partial else [0, 1]
    rows: dict[str, list[float | None]] = {}
    for student in range(students):
        able = chance.random()
        rows[f"s{student}"] = [
            None
            if chance.random() < gaps
            else worth[min(len(worth) - 1, int((able + chance.random()) / 2 * len(worth)))]
            for _ in range(questions)
        ]
    return rows


def asked_of(table: pl.DataFrame):
    """Return the questions of a table as if they stood in a bank."""
    rows = table.select("bank", "item", "objective").unique(maintain_order=True)
    text = pl.lit("text")
    made = rows.with_columns(
        place=pl.int_range(pl.len(), dtype=pl.Int32), digest=text, objective_text=text, kind=text, bloom=text,
        question=text, key=text,
    )  # fmt: skip
    empty: dict[str, Any] = {
        "item": pl.Categorical(),
        "order": pl.Int32,
        "option": pl.Categorical(),
        "text": pl.String,
        "correct": pl.Boolean,
    }
    return QuestionTables(made, pl.DataFrame(schema=empty))
