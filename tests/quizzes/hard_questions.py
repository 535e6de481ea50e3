"""Questions with what files for other tools trip over: formulas, tabs, lines, markup, two colons."""

from dataclasses import replace

from quizzes.export.question import Question, Questions
from quizzes.export.task import Choices, Words

HARD = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", 'He said "P < 0.05";\tthen\nleft', "MARB1::THB2")
"""Texts of a question; the first four are formulas to a spreadsheet."""


def hardened(every: Questions) -> Questions:
    """Return the questions with these texts wherever a reader may put one."""
    return replace(
        every,
        chapters=tuple(
            replace(chapter, questions=tuple(map(_hardened, chapter.questions))) for chapter in every.chapters
        ),
    )


def _hardened(question: Question) -> Question:
    task = question.task
    if isinstance(task, Choices):
        options = zip(task.options, HARD * 3, strict=False)
        task = replace(task, options=tuple(option._replace(text=text, why=text) for option, text in options))
    elif isinstance(task, Words):
        task = replace(task, accepted=HARD)
    return replace(question, stem=HARD[0], lead_in=HARD[4], hint=HARD[1], learning_point=HARD[2], task=task)
