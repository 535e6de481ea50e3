"""What a browser needs to read a class as this package does: the questions as they are now, and its limits."""

from collections import defaultdict
from typing import Any

from quizzes.cohorts.analysis.intervals import FEW, FEWEST, Z
from quizzes.cohorts.analysis.item_analysis import EASY, HARD, MISTAKES, RARE
from quizzes.cohorts.question_tables import QuestionTables
from quizzes.cohorts.report.numbers import bank_page, bank_title
from quizzes.cohorts.result_files.companions import NAME
from records.look import LOOKS

LIMITS = {
    "few": FEW,
    "fewest": FEWEST,
    "mistakes": MISTAKES,
    "rare": RARE,
    "easy": EASY,
    "hard": HARD,
    "z": Z,
    "companion": NAME,
    "looks": LOOKS,
}


def in_browser(questions: QuestionTables) -> dict[str, Any]:
    """Return, as JSON, the `limits` and the `banks` by name, each with `title`, `page` and `questions`."""
    options = defaultdict(list)
    for row in questions.options.iter_rows(named=True):
        options[row["item"]].append({name: row[name] for name in ("option", "text", "correct")})
    banks: dict[str, dict[str, Any]] = {}
    for row in questions.items.iter_rows(named=True):
        bank = banks.setdefault(row["bank"], _bank(row["bank"]))
        asked = {name: row[name] for name in ("bank", "place", "item", "digest", "key", "question")}
        bank["questions"].append({**asked, "options": options[row["item"]]})
    return {"limits": LIMITS, "banks": banks}


def _bank(name: str) -> dict[str, Any]:
    return {"title": bank_title(name), "page": bank_page(name), "questions": []}
