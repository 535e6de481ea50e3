"""A chapter's questions on its page: where numbers and ways back lead from there."""

from collections.abc import Iterator

from outcomes import cite
from quizzes.load import load_bank
from quizzes.model import Bank
from quizzes.page import quiz_html as page_html
from quizzes.resolve import Way, resolve

from .evidence import LEDGER_PAGE
from .sources import BANK


def quiz_html(chapter: str) -> tuple[str, list[str]]:
    """Return the questions of a chapter as HTML, and the keys of the sources they rest on."""
    bank = load_bank(chapter, BANK)
    shown = resolve(
        bank,
        cite=cite,
        evidence_href=lambda name: f"{LEDGER_PAGE}#{name}",
        paragraph_way=lambda label: Way(f"#{label}"),
    )
    return page_html(shown), sorted(set(_source_keys(bank)))


def _source_keys(bank: Bank) -> Iterator[str]:
    for item in bank.items:
        yield from item.sources
        yield from (cite(name).source_key for name in item.evidence)
