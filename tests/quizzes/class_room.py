"""Files as students hand them in, to be spoiled by a test, and tables of scores as a book prints them."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import polars as pl

from course import course
from quizzes.cohorts.question_tables import question_tables

BOOK = course().identity
BANKS = Path(__file__).parent / "banks"
SKY, FLAGS = "example-chapter-sky", "example-chapter-flags"
EXPORTED = "2026-01-31T12:00:00.000Z"
LATER = "2026-02-01T12:00:00.000Z"


def cite(reference: str) -> Any:
    """Know whatever is asked for: what evidence says matters to no test here."""
    return SimpleNamespace(id=reference, text="62%", title="A share", detail="In all.", source="Nobody 2020")


def digests(cite: Any) -> dict[str, str]:
    """Return the digests of the example's questions."""
    items = question_tables(BANKS, cite=cite).items
    return dict(zip(items["item"].cast(pl.String), items["digest"].cast(pl.String), strict=True))


def answer(
    digest: str, chosen: Sequence[str] = ("blue",), score: float | None = 1, **more: Any
) -> dict[str, Any]:
    """Return a checked answer."""
    at = int(datetime(2026, 1, 31, 11, tzinfo=UTC).timestamp() * 1000)
    usual = {"checked": True, "at": at, "certainty": 0, "hints": 0, "ms": 5000, "flagged": False}
    return {"digest": digest, "chosen": list(chosen), **usual, "score": score, **more}


def result_file(answers: Any, pseudonym: Any = "Kim", **changes: Any) -> dict[str, Any]:
    """Return what the front end exports."""
    usual = {
        "format": f"{BOOK}-results",
        "version": 1,
        "book": BOOK,
        "exported": EXPORTED,
        "pseudonym": pseudonym,
        "settings": {"certainty": True, "daily": 20},
        "answers": answers,
        "reviews": {},
        "exams": {},
    }
    return {**usual, **changes}


def hand_in(folder: Path, name: str, content: Any) -> Path:
    """Write a file to a folder of a class: bytes and text as they are, anything else as JSON."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def reasons(found) -> dict[str, str]:
    """Return why each file that does not count was refused."""
    return dict(found.refused.iter_rows())


def scored(rows: Mapping[str, Sequence[float | None]], bank: str = "test", **more: Any) -> pl.DataFrame:
    """Return `Cohort.scored` for a table of scores: one row a student, one column a question, None unanswered."""
    cells = [
        (student, f"{bank}-{at}", score, 0, bank, f"{bank}/it")
        for student, scores in rows.items()
        for at, score in enumerate(scores, start=1)
        if score is not None
    ]
    schema = {
        "student": pl.Categorical(), "item": pl.Categorical(), "score": pl.Float64(), "certainty": pl.Int8(),
        "bank": pl.Categorical(), "objective": pl.Categorical(),
    }  # fmt: skip
    return pl.DataFrame(cells, schema=schema, orient="row").with_columns(**more)
