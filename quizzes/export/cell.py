"""Cells of files that a spreadsheet may open: one line each, and none that it would take for a formula."""

import re

from quizzes.export.question import Question
from quizzes.export.task import Choices
from quizzes.strings import say

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?%?")


def cell(text: str) -> str:
    """Return text as a cell: in one line, and with a space before what would begin a formula.

    A platform drops the space; a spreadsheet takes what follows it for text. A number is a number to both.

    >>> cell("a\\tb"), cell("=1+1"), cell("＝1+1"), cell("-2"), cell("+ means yes")
    ('a b', ' =1+1', ' ＝1+1', '-2', ' + means yes')
    """
    line = " ".join(text.split())
    return f" {line}" if line[:1] in tuple("=+-@＝＋－＠") and not _NUMBER.fullmatch(line) else line


def asked(question: Question, *more: str) -> str:
    """Return what is given and what is asked as one cell, with anything more after it."""
    return cell(" ".join((question.stem, question.lead_in, *(each for each in more if each))))


def how_many(question: Question) -> str:
    """Return how many options may be picked, as the page says it; nothing where it is one, or there are none."""
    task = question.task
    if not isinstance(task, Choices) or task.most == 1:
        return ""
    return say("pick" if question.kind == "multiple-response" else "how_key_feature", pick=task.most)
