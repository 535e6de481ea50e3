"""The key points of an objective as a note of Anki: the objective in front, its points with their sources behind."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizzes.export.anki.note import Note, tag_of
from quizzes.export.html import source, text
from quizzes.export.question import Chapter, Question, Questions
from records.markup import Markup, join, tag

TYPE: dict[str, Any] = json.loads(Path(__file__).with_name("key_points_type.json").read_text("utf-8"))
"""As that of a question (`note.py`): name and fields never change."""

FIELDS: tuple[str, ...] = tuple(TYPE["fields"])


def key_points(found: Questions) -> Iterator[Note]:
    """Yield a note for each objective that a question asks, in the order of the book."""
    of: dict[tuple[str, ...], list[tuple[Chapter, Question]]] = {}
    for chapter, question in found.each():
        of.setdefault(question.tags[0], []).append((chapter, question))
    for objective, asked in of.items():
        (chapter, first), *_ = asked
        said = {
            "Id": "/".join(objective),
            "Chapter": text(chapter.title),
            "Objective": text(first.objective),
            "Points": tag("ul", *(_point(question) for _, question in asked)),
            "License": text(found.credit),
        }
        yield Note(
            (found.identity, "key points", *objective),
            tuple(said.get(field, "") for field in FIELDS),
            (tag_of(found, objective), tag_of(found, ("key-points",))),
            max(question.changed for _, question in asked),
        )


def _point(question: Question) -> Markup:
    studies = [text(name) for name in dict.fromkeys(study.source for study in question.studies)]
    sources = [part for each in (*studies, source(question)) for part in (" · ", each)][1:]
    return tag("li", text(question.learning_point), tag("div", join(*sources), class_="small"), dir="auto")
