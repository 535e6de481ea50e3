"""A page with one question of every kind, made as the book makes its own, beside the book's assets."""

from pathlib import Path

from outcomes import cite
from quizzes.load import load_bank
from quizzes.page import quiz_html
from quizzes.resolve import resolve

BANK = load_bank("every-kind", Path(__file__).parents[1] / "quizzes" / "banks" / "every-kind")
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every kind</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="_static/course.css"><link rel="stylesheet" href="_static/quiz.css">
<script src="_static/first.js"></script><script src="_static/quiz.js" defer></script></head>
<body><main><h1>Every kind</h1><h2>Check yourself</h2>{quiz}</main></body></html>"""


def write_page(folder: Path, site: Path) -> str:
    """Write the page into a folder with the site's own assets; return its name."""
    (folder / "_static").symlink_to(site / "_static")
    quiz = quiz_html(resolve(BANK, cite=cite))
    (folder / "kinds.html").write_text(PAGE.replace("{quiz}", quiz), "utf-8")
    return "kinds.html"
