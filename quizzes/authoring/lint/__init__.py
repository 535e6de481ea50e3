"""The rules of good questions that a machine can see: `python -m quizzes lint`.

A rule yields words where a question breaks it. That is a warning, not a fault: some rules are broken with
good reason, and the question then says so (`lint: {<rule>: "<reason>"}`). An answer that is
no longer needed is a warning too, so that reasons do not outlive what they explain.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quizzes.authoring.bank import Bank
from quizzes.authoring.lint import asking, bank, cues, options
from quizzes.authoring.lint.question import Question, questions_of
from quizzes.authoring.load import BANK, load_banks
from quizzes.evidence import Cite, resolver

__all__ = ["BANK_RULES", "RULES", "Finding", "broken", "lint"]

RULES = asking.RULES | options.RULES | cues.RULES
"""The rules on one question, by name."""

BANK_RULES = bank.RULES
"""The rules on the questions of a chapter together, by name."""


class Finding(NamedTuple):
    """A rule that is broken, and where."""

    file: str
    id: str
    rule: str
    words: str

    def __str__(self) -> str:
        return ": ".join(self)


def lint(folder: Path = BANK, *, cite: Cite | None = None) -> list[Finding]:
    """Return every unanswered warning on the banks of a folder, in the order of the files.

    Raises
    ------
    quizzes.BankFault
        If a bank has faults; those come first.
    """
    cite = cite or resolver()
    return [found for written in load_banks(folder, cite=cite).values() for found in _on(written, cite)]


def broken(question: Question) -> dict[str, list[str]]:
    """Return the words of every rule that a question breaks, by rule."""
    found = {name: list(rule(question)) for name, rule in RULES.items()}
    return {name: words for name, words in found.items() if words}


def _on(written: Bank, cite: Cite) -> Iterator[Finding]:
    file = f"{written.chapter}.yml"
    for item in written.items:
        found: dict[str, list[str]] = {}
        for where, question in questions_of(item, cite):
            for rule, lines in broken(question).items():
                found.setdefault(rule, []).extend(f"{where}{words}" for words in lines)
        for rule, words in _unanswered(found, item.lint, RULES):
            yield Finding(file, item.id, rule, words)
    together = {name: list(rule(written)) for name, rule in BANK_RULES.items()}
    for rule, words in _unanswered(together, written.lint, BANK_RULES):
        yield Finding(file, "file", rule, words)


def _unanswered(
    found: Mapping[str, list[str]], answers: Mapping[str, str], rules: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield (rule, words) for each unanswered warning, and for each answer without a warning."""
    for rule, lines in found.items():
        if rule not in answers:
            yield from ((rule, words) for words in lines)
    for rule in answers:
        if rule not in rules:
            yield rule, f"there is no such rule to answer; there are: {', '.join(rules)}"
        elif not found.get(rule):
            yield rule, "is answered, but the rule is not broken; remove the answer"
