"""A page with one question of every kind, made as the book makes its own, beside the book's assets."""

from collections.abc import Callable
from pathlib import Path

from every_kind import FOLDER, cite

from quizzes.authoring.bank import Bank
from quizzes.authoring.load import load_bank
from quizzes.kinds.shown import ShownQuiz
from quizzes.page.card import quiz_html
from quizzes.resolve import resolve

BANK = load_bank("every-kind", FOLDER, cite=cite)
PAGE = """<!doctype html><html lang="en" dir="{direction}"><head><meta charset="utf-8"><title>Every kind</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="_static/course.css"><link rel="stylesheet" href="_static/quiz.css">
<link rel="stylesheet" href="_static/case.css">
<script src="_static/first.js"></script><script src="_static/case.js" defer></script>
<script src="_static/quiz.js" defer></script></head>
<body><main><h1>Every kind</h1><h2>Check yourself</h2>{quiz}</main></body></html>"""


def write_page(
    folder: Path,
    name: str = "kinds.html",
    *,
    direction: str = "ltr",
    bank: Bank = BANK,
    whole: bool = False,
    change: Callable[[ShownQuiz], None] = lambda _: None,
) -> None:
    """Write the page into a folder; `change` may put other words into the questions."""
    shown = resolve(bank, cite=cite)
    change(shown)
    page = PAGE.replace("{direction}", direction).replace("{quiz}", quiz_html(shown, whole=whole))
    (folder / name).write_text(page, "utf-8")
