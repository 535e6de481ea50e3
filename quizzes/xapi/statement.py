"""Answers as statements of xAPI 1.0.3: who, by pseudonym, answered what, how, when, and what it was worth."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from quizzes.export.question import Chapter, Question, Questions
from quizzes.export.task import Choices, Order, Pairs, Words

LANGUAGE = "en-US"
ANSWERED = {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {LANGUAGE: "answered"}}
INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
MODULE = "http://adlnet.gov/expapi/activities/module"

Statement = dict[str, Any]
"""A statement as JSON has it."""


def statements(found: Questions, answers: Iterable[Mapping[str, Any]]) -> Iterator[Statement]:
    """Yield a statement for each answer that was checked, has a score, and belongs to a question as it is now.

    The same answer makes the same statement, id included: a store that gets it twice keeps it once.

    Parameters
    ----------
    found : Questions
        The questions as they are now.
    answers : iterable of mappings
        Rows with the columns of `quizzes.cohorts.result_files.responses.RESPONSES` and `state`.
    """
    known = {question.id: (chapter, question) for chapter, question in found.each()}
    for answer in answers:
        if answer["state"] == "current" and answer["checked"] and answer["score"] is not None:
            yield _statement(found, *known[answer["item"]], answer)


def are_statements(path: Path) -> bool:
    """Return whether a file holds such statements, or none, so that newer ones may take its place."""
    try:
        said = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):  # not UTF-8, not JSON, or lists without end
        return False
    return isinstance(said, list) and all(
        isinstance(each, dict) and each.get("verb") == ANSWERED for each in said
    )


def _statement(
    found: Questions, chapter: Chapter, question: Question, answer: Mapping[str, Any]
) -> Statement:
    # A name that is nobody's address: it stays the same wherever the course is published.
    home = f"http://{found.identity}.invalid"
    moment: datetime = answer["at"].astimezone(UTC)
    at = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    question_id = f"{home}/question/{question.id}"
    result: Statement = {
        "score": {"scaled": answer["score"], "raw": answer["score"], "min": 0, "max": 1},
        "success": answer["score"] == 1,
        "completion": True,
        "response": "[,]".join(_pattern(question, pick) for pick in answer["chosen"]),
        "duration": f"PT{answer['ms'] / 1000:.2f}S",
    }
    if answer["certainty"]:
        result["extensions"] = {f"{home}/certainty": answer["certainty"]}
    return {
        "id": str(uuid5(NAMESPACE_URL, f"{question_id}?{answer['student']}&{answer['digest']}&{at}")),
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": answer["student"]}},
        "verb": ANSWERED,
        "object": {"objectType": "Activity", "id": question_id, "definition": _definition(question)},
        "result": result,
        "context": {
            "revision": answer["digest"],
            "platform": found.title,
            "language": LANGUAGE,
            "contextActivities": {"parent": [_module(f"{home}/chapter/{chapter.name}", chapter)]},
        },
        "timestamp": at,
    }


def _module(name: str, chapter: Chapter) -> Statement:
    said = {"type": MODULE, "name": {LANGUAGE: chapter.title}}
    return {"objectType": "Activity", "id": name, "definition": said}


def _definition(question: Question) -> Statement:
    said: Statement = {
        "type": INTERACTION,
        "name": {LANGUAGE: question.lead_in},
        "description": {LANGUAGE: f"{question.stem} {question.lead_in}"},
        **_interaction(question),
    }
    return {**said, "moreInfo": question.address} if question.address else said


def _interaction(question: Question) -> Statement:
    """Return how it is answered, and its key; for a number with a unit and for a path there is no form of its own."""
    match question.task:
        case Choices() as task:
            key = "[,]".join(option.id for option in task.keys)
            return {
                "interactionType": "choice",
                "correctResponsesPattern": [key],
                "choices": _parts(task.options),
            }
        case Order() as task:
            key = "[,]".join(entry.id for entry in task.entries)
            return {
                "interactionType": "sequencing",
                "correctResponsesPattern": [key],
                "choices": _parts(task.entries),
            }
        case Pairs() as task:
            key = "[,]".join(f"{prompt.id}[.]{prompt.answer}" for prompt in task.prompts)
            return {
                "interactionType": "matching",
                "correctResponsesPattern": [key],
                "source": _parts(task.prompts),
                "target": _parts(task.answers),
            }
        case Words() as task:
            return {"interactionType": "fill-in", "correctResponsesPattern": list(task.accepted)}
    return {"interactionType": "other"}


def _parts(some: Iterable[Any]) -> list[Statement]:
    return [{"id": each.id, "description": {LANGUAGE: each.text}} for each in some]


def _pattern(question: Question, pick: str) -> str:
    """Return a pick as a statement has it: the two sides of a pair stand apart."""
    return pick.replace("=", "[.]", 1) if isinstance(question.task, Pairs) else pick
