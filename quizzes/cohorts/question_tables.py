"""The current questions as tables to compare answers with: one row per question, and one row per option."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizzes.authoring.bank import Bank
from quizzes.authoring.load import BANK, load_banks
from quizzes.evidence import Cite, fill_tokens, resolver
from quizzes.kinds.item import Item
from quizzes.resolve import digest

if TYPE_CHECKING:
    import polars

ITEM_COLUMNS = (
    "bank",
    "place",
    "item",
    "digest",
    "objective",
    "objective_text",
    "kind",
    "bloom",
    "question",
    "key",
)


class QuestionTables(NamedTuple):
    """The questions, and the options that can be picked.

    `items`: `bank`, `place` (from 1), `item`, `digest`, `objective` (`<chapter>/<id>`, borrowed or not),
    `objective_text`, `kind`, `bloom`, `question`, `key` (the right pick where there is exactly one, else null).
    `options`: `item`, `order` (from 1), `option` (as answers hold it), `text`, `correct`.
    """

    items: "polars.DataFrame"
    options: "polars.DataFrame"


def question_tables(folder: Path = BANK, *, cite: Cite | None = None) -> QuestionTables:
    """Return the questions of a folder of banks.

    Raises
    ------
    quizzes.BankFault
        If a bank has faults.
    """
    import polars

    cite = cite or resolver()
    banks = load_banks(folder, cite=cite).values()
    items = [row for bank in banks for row in _items(bank, cite)]
    options = [row for bank in banks for item in bank.items for row in _options(item, cite)]
    name = polars.Categorical()
    return QuestionTables(
        polars.DataFrame(
            items, schema=dict.fromkeys(ITEM_COLUMNS, polars.String), orient="row", strict=False
        ).cast(
            {
                "place": polars.Int32(),
                "item": name,
                "digest": name,
                "bank": name,
                "objective": name,
                "key": name,
            }
        ),
        polars.DataFrame(
            options,
            schema={
                "item": polars.String,
                "order": polars.Int32,
                "option": polars.String,
                "text": polars.String,
                "correct": polars.Boolean,
            },
            orient="row",
        ).cast({"item": name, "option": name}),
    )


def _items(bank: Bank, cite: Cite) -> list[tuple[Any, ...]]:
    """Return a row for each question of a bank."""
    texts = {objective.id: fill_tokens(objective.text, cite) for objective in bank.objectives}
    return [
        (
            bank.chapter,
            place,
            item.id,
            digest(item, cite),
            item.objective if "/" in item.objective else f"{bank.chapter}/{item.objective}",
            texts[item.objective],
            item.kind,
            item.bloom,
            fill_tokens(item.lead_in, cite),
            item.sole_key(),
        )
        for place, item in enumerate(bank.items, start=1)
    ]


def _options(item: Item, cite: Cite) -> list[tuple[Any, ...]]:
    """Return a row for each option; kinds whose answers are typed or moved have none."""
    return [
        (item.id, order, pick.id, fill_tokens(pick.text, cite), pick.correct)
        for order, pick in enumerate(item.picks(), start=1)
    ]
