"""What a bank asks: objectives by Bloom's level, and what is missing, as plain text."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from quizzes.authoring.bank import FEWEST_ITEMS, Bank, Objective
from quizzes.authoring.lint.bank import APPLYING
from quizzes.authoring.load import BANK, load_banks
from quizzes.evidence import Cite, fill_tokens, resolver
from quizzes.kinds.item import Bloom

LEVELS: tuple[str, ...] = get_args(Bloom)
"""Bloom's levels, from the lowest."""

_NONE = "."
"""Stands for a level that no question has, so that the numbers stand out."""


def blueprint(folder: Path = BANK, *, cite: Cite | None = None) -> str:
    """Return the blueprint of all banks of a folder, one after the other, with gaps named.

    Raises
    ------
    quizzes.BankFault
        If a bank has faults.
    """
    cite = cite or resolver()
    return "\n".join("\n".join(_chapter(bank, cite)) for bank in load_banks(folder, cite=cite).values())


def gaps(bank: Bank) -> Iterator[str]:
    """Yield what the questions of a chapter leave out, one line each."""
    for number, objective in enumerate(bank.objectives, start=1):
        levels = _levels(bank, objective)
        if "/" in objective.id:
            continue  # borrowed: the chapter that teaches it asks it often enough
        if len(levels) < FEWEST_ITEMS:
            yield f"objective {number} ({objective.id}) is tested by {len(levels)}; at least {FEWEST_ITEMS}"
        if levels and objective.bloom not in levels:
            yield (
                f"objective {number} ({objective.id}) is to {objective.bloom}, and no question asks for that; "
                f"asked: {', '.join(sorted(set(levels), key=LEVELS.index))}"
            )


def _chapter(bank: Bank, cite: Cite) -> Iterator[str]:
    """Yield the lines of one chapter."""
    rows = [
        [
            str(number),
            *_counts(_levels(bank, objective)),
            f"{objective.bloom}: {fill_tokens(objective.text, cite)}{_lender(objective)}",
        ]
        for number, objective in enumerate(bank.objectives, start=1)
    ]
    head = ["", *LEVELS, "all", "objective, with its own level"]
    foot = ["all", *_counts([item.bloom for item in bank.items]), ""]
    table = [head, *rows, foot]
    widths = [max(len(row[column]) for row in table) for column in range(len(head) - 1)]
    yield bank.chapter
    for row in table:
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()
    applying = sum(item.bloom in APPLYING for item in bank.items)
    vignettes = sum(item.vignette for item in bank.items)
    yield f"to apply or more: {_share(applying, bank)}; with a vignette: {_share(vignettes, bank)}"
    found = list(gaps(bank))
    yield from (f"gap: {gap}" for gap in found)
    if not found:
        yield "no gaps"
    yield ""


def _levels(bank: Bank, objective: Objective) -> list[str]:
    """Return the level of each question on an objective."""
    return [item.bloom for item in bank.items if item.objective == objective.id]


def _lender(objective: Objective) -> str:
    """Return in parentheses the chapter that teaches a borrowed objective, nothing for one of the bank's own."""
    chapter, borrowed, _ = objective.id.rpartition("/")
    return f" ({chapter})" if borrowed else ""


def _counts(levels: list[str]) -> list[str]:
    """Return the number of questions at each level, and in all."""
    return [*(str(levels.count(level) or _NONE) for level in LEVELS), str(len(levels))]


def _share(count: int, bank: Bank) -> str:
    """Return `12 of 14 (86%)`."""
    return f"{count} of {len(bank.items)} ({count / len(bank.items):.0%})"
