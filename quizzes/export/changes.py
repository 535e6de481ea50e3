"""When each question last changed, as `changed.json` beside the banks records it.

A deck tells its readers' tool how new each card is. If that were the day of the build, every edition would write over
whatever readers have changed in their cards.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from quizzes.export.question import Question, Questions
from records.faults import Refused

FILE = "changed.json"


def dated(found: Questions, folder: Path) -> Questions:
    """Return questions with the time at which each last changed.

    That is the recorded time. A question that was never recorded has the day on which it was written; one that now
    reads otherwise than recorded has the present, or `SOURCE_DATE_EPOCH`.

    Raises
    ------
    Refused
        If the record cannot be read.
    """
    recorded = _read(folder)
    return replace(
        found,
        chapters=tuple(
            replace(
                chapter,
                questions=tuple(replace(each, changed=_when(each, recorded)) for each in chapter.questions),
            )
            for chapter in found.chapters
        ),
    )


def record(found: Questions, folder: Path) -> int:
    """Record when each question last changed, and forget those that are gone. Return how many are new or changed."""
    before = _read(folder)
    now = {question.id: [_digest(question), question.changed] for _, question in found.each()}
    lines = (f"{json.dumps(name)}: {json.dumps(said)}" for name, said in sorted(now.items()))
    (folder / FILE).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return sum(before.get(name) != tuple(said) for name, said in now.items())


def newest(folder: Path) -> str:
    """Return the newest day on which a question is recorded to have changed, as year-month-day; empty if none is.

    Raises
    ------
    Refused
        If the record cannot be read.
    """
    return max((when for _, when in _read(folder).values()), default="")[:10]


def _when(question: Question, recorded: Mapping[str, tuple[str, str]]) -> str:
    digest, when = recorded.get(question.id, ("", f"{question.written}T00:00:00Z"))
    return when if digest in ("", _digest(question)) else _now()


def _digest(question: Question) -> str:
    """Return a digest of how a question reads; where the course is published is no part of it."""
    nowhere = replace(question, address=None, paragraph=replace(question.paragraph, address=None))
    read = asdict(replace(nowhere, written="", changed=""))
    return hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()[:12]


def _now() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return f"{now:%Y-%m-%dT%H:%M:%SZ}"


def _read(folder: Path) -> dict[str, tuple[str, str]]:
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        said = json.loads(path.read_text("utf-8"))
        return {str(name): (str(digest), _time(when)) for name, (digest, when) in said.items()}
    except (ValueError, AttributeError, TypeError, RecursionError):
        raise Refused([f"{FILE}: cannot be read: take it from the last commit, or delete it"]) from None


def _time(written: str) -> str:
    datetime.fromisoformat(written)
    return written
