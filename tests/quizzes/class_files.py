"""A class that never was: questions, and the files its students would have exported. The seed is fixed.

`python tests/quizzes/class_files.py FOLDER STUDENTS` writes `FOLDER/banks` and `FOLDER/class`.
"""

import json
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

import yaml

from course import course

SEED = 20261121
BOOK = course().identity
CHAPTERS = [*(f"chapter-{name}" for name in ("one", "two", "three")), "index", "final-test"]
QUESTIONS = 20
OPTIONS = ["alpha", "beta", "gamma", "delta"]
EXPORTED = datetime(2026, 1, 31, 12, tzinfo=UTC)
LEVELS, ABILITIES, VARIANTS = 3, 5, 40
"""Certainties, groups of students who know equally much, and forms of an answer that each group draws from."""


def write_banks(folder: Path, questions: int = QUESTIONS) -> None:
    """Write banks of single best answers; the two tests borrow the objectives of the first chapter."""
    folder.mkdir(parents=True, exist_ok=True)
    for chapter in CHAPTERS:
        own = chapter.startswith("chapter-")
        objectives = [
            {"id": name, "text": f"Do {name}.", "bloom": "apply"} for name in ("this", "that") if own
        ]
        items = [_item(chapter, at, "" if own else f"{CHAPTERS[0]}/") for at in range(questions)]
        bank = {"chapter": chapter, "objectives": objectives, "items": items}
        (folder / f"{chapter}.yml").write_text(yaml.safe_dump(bank, sort_keys=False), "utf-8")


def _item(chapter: str, at: int, home: str) -> dict[str, object]:
    return {
        "id": f"{chapter}-question-{at}",
        "objective": home + ("this", "that")[at % 2],
        "kind": "single-best-answer",
        "bloom": "apply",
        "stem": f"Given {chapter} {at}.",
        "lead_in": "Which one?",
        "options": [
            {"id": name, "text": name.title(), "correct": name == OPTIONS[0], "rationale": "So it is."}
            for name in OPTIONS
        ],
        "learning_point": "Look.",
        "sources": ["nobody"],
        "paragraph": "here",
        "written": "2026-01-31",
    }


def write_class(folder: Path, students: int, digests: dict[str, str]) -> None:
    """Write a file for each of so many students, who answered every question and have it in spaced review."""
    chance = random.Random(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    pools = [
        [
            [_answer(chance, name, digests[name], at, ability) for _ in range(VARIANTS)]
            for at, name in enumerate(digests)
        ]
        for ability in range(ABILITIES)
    ]
    reviews = ",\n".join(_review(name, digest) for name, digest in digests.items())
    for student in range(students):
        answers = ",\n".join(map(chance.choice, pools[chance.randrange(ABILITIES)]))
        head = json.dumps(
            {
                "format": f"{BOOK}-results",
                "version": 1,
                "book": BOOK,
                "exported": EXPORTED.isoformat().replace("+00:00", ".000Z"),
                "pseudonym": f"Student {student}",
                "settings": {"certainty": True, "daily": 20},
            },
            indent=1,
        )[:-2]
        text = (
            f'{head},\n "answers": {{\n{answers}\n }},\n "reviews": {{\n{reviews}\n }},\n "exams": {{}}\n}}\n'
        )
        # As many folders as a learning platform makes: none is endless.
        place = folder / f"{student // 1000:03}"
        place.mkdir(exist_ok=True)
        (place / f"{BOOK}-results-student-{student}-2026-01-31.json").write_text(text, "utf-8")


def _answer(chance: random.Random, name: str, digest: str, at: int, ability: int) -> str:
    """Return an answer as the front end writes it: later questions are harder, and who knows more is surer."""
    right = chance.random() < 0.35 + 0.12 * ability - 0.02 * (at % QUESTIONS - QUESTIONS / 2)
    answer = {
        "digest": digest,
        "chosen": [OPTIONS[0] if right else chance.choices(OPTIONS[1:], [6, 3, 1])[0]],
        "checked": True,
        "at": int(EXPORTED.timestamp() * 1000) - chance.randrange(10**9),
        "certainty": chance.choices([1, 2, 3], [3, 2, 1 + 2 * right])[0],
        "hints": int(chance.random() < 0.1),
        "ms": chance.randrange(4_000, 90_000),
        "flagged": chance.random() < 0.05,
        "score": int(right),
    }
    return _entry(name, answer)


def _review(name: str, digest: str) -> str:
    moment = int(EXPORTED.timestamp() * 1000)
    card = {
        "digest": digest, "due": moment, "stability": 23.45678901, "difficulty": 5.12345678, "scheduled_days": 24,
        "learning_steps": 0, "reps": 4, "lapses": 1, "state": 2, "last_review": moment,
    }  # fmt: skip
    return _entry(name, card)


def _entry(name: str, value: dict[str, object]) -> str:
    """Return an entry of a map with the indents of the front end."""
    text = json.dumps(value, indent=1).replace("\n", "\n  ")
    return f'  "{name}": {text}'


def main() -> None:
    """Write a class to a folder."""
    folder, students = Path(sys.argv[1]), int(sys.argv[2])
    from quizzes.cohorts.question_tables import question_tables

    write_banks(folder / "banks")
    items = question_tables(folder / "banks").items
    write_class(folder / "class", students, dict(zip(items["item"], items["digest"], strict=True)))


if __name__ == "__main__":
    main()
