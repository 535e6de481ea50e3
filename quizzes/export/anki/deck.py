"""A deck for Anki, AnkiDroid and AnkiMobile: a card a question, and one an objective, written by genanki."""

import hashlib
import io
import re
import sqlite3
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import genanki

from quizzes.export.anki import key_points
from quizzes.export.anki.note import ALONE, KEPT, TYPE, Note, deck_name, notes
from quizzes.export.archive import zipped
from quizzes.export.format import Format
from quizzes.export.question import Chapter, Questions
from quizzes.strings import say

HERE = Path(__file__).parent


def write(found: Questions) -> bytes:
    """Return the deck: a subdeck for each chapter and one of key points, cards in the order of the book."""
    model = _Model(found, "question", TYPE, "")
    decks = [genanki.Deck(number(found.identity), deck_name(found), found.credit)]
    due = 0
    for chapter in found.chapters:
        deck = genanki.Deck(number(found.identity, chapter.name), deck_name(found, chapter), found.credit)
        for note in _notes(found, chapter):
            due += 1
            deck.add_note(_Note(note, model, due))
        decks.append(deck)
    name = key_points.TYPE["name"]
    points = genanki.Deck(number(found.identity, name), f"{decks[0].name}::{name}", found.credit)
    point_model = _Model(found, name, key_points.TYPE, "points_")
    for note in key_points.key_points(found):
        due += 1
        points.add_note(_Note(note, point_model, due))
    decks.append(points)
    package = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        genanki.Package(decks).write_to_file(package, timestamp=_seconds(TYPE["form"]["changed"]))
    with zipfile.ZipFile(package) as made:
        return zipped({name: made.read(name) for name in made.namelist()})


def number(*identity: str) -> int:
    """Return the number by which Anki knows a deck or a note type, the same in every edition."""
    digest = hashlib.sha256("\n".join(identity).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def side(name: str) -> str:
    """Return one side of a card, as in `points_front`, as Anki's template, with the book's own words in it."""
    written = (HERE / f"{name}.html").read_text("utf-8")
    return re.sub(r"@(\w+)", lambda word: say(word[1]), written)


def style() -> str:
    """Return the card's style sheet."""
    return (HERE / "style.css").read_text("utf-8")


class _Model(genanki.Model):  # type: ignore[misc]
    """A note type that is as new as its form: readers keep what they made of it until that changes."""

    def __init__(self, found: Questions, identity: str, form: dict[str, Any], sides: str) -> None:
        front, back = side(f"{sides}front"), side(f"{sides}back")
        super().__init__(
            number(found.identity, identity),
            f"{form['name']}: {found.title}",
            fields=[{"name": field} for field in form["fields"]],
            templates=[{"name": form["name"], "qfmt": front, "afmt": back}],
            css=style(),
        )
        self.changed: str = form["form"]["changed"]

    def to_json(self, _timestamp: float, deck_id: int) -> Any:  # noqa: ANN401
        return super().to_json(_seconds(self.changed), deck_id)


class _Note(genanki.Note):  # type: ignore[misc]
    """A note that is as new as its question: a reader's own changes stay until that changes."""

    def __init__(self, note: Note, model: _Model, due: int) -> None:
        super().__init__(
            model, list(note.fields), tags=note.tags, guid=genanki.guid_for(*note.identity), due=due
        )
        self.changed = max(note.changed, model.changed)

    def write_to_db(
        self, cursor: sqlite3.Cursor, _timestamp: float, deck_id: int, ids: Iterator[int]
    ) -> None:
        super().write_to_db(cursor, _seconds(self.changed), deck_id, ids)


def _notes(found: Questions, chapter: Chapter) -> Iterator[Note]:
    for question in chapter.questions:
        yield from notes(found, question)


def _seconds(time: str) -> int:
    return int(datetime.fromisoformat(time).timestamp())


FORMAT = Format(
    name="anki",
    title="Anki deck",
    suffix=".apkg",
    sign="collection.anki2\nmedia\n\n",
    use=(
        "For students with Anki, AnkiDroid or AnkiMobile: open the file. Import a later edition in the same way: "
        "cards whose question changed are updated, and what Anki knows of your reviews stays. A "
        "deck of its own has each objective in front and its key points with their sources behind. " + ALONE
    ),
    kept=KEPT,
    not_kept={},
    write=write,
    deck=True,
)
