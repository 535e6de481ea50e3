"""How long a chapter takes: its text with the figures, and its questions apart."""

from collections.abc import Iterable, Iterator, Mapping

from docutils import nodes
from pydantic import BaseModel

from quizzes.authoring.bank import Bank

WORDS_A_MINUTE = 200  # an adult reading to learn; the usual figure for non-fiction is 175 to 300
MINUTES_A_FIGURE = 0.5  # to look at a drawing, beside reading its words
MINUTES_A_DECISION = 1


def to_read(chapter: nodes.document) -> float:
    """Return the minutes that text, tables and figures take; what is folded away and the questions are left out."""
    words = sum(len(text.split()) for text in _prose(chapter))
    # A figure stands in the tree as markup, and brings its words along (book/_ext/cells/outputs.py).
    figures = [node["read"] for node in chapter.findall(nodes.raw) if "read" in node]
    words += sum(len(text.split()) for text in figures)
    return words / WORDS_A_MINUTE + MINUTES_A_FIGURE * len(figures)


def _prose(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    # A cell holds its code and every form of what it returned, of which the page shows one.
    elif (
        isinstance(node, nodes.Element) and not isinstance(node, nodes.raw) and "cell" not in node["classes"]
    ):
        for child in node.children:
            yield from _prose(child)


def to_answer(bank: Bank) -> float:
    """Return the minutes that questions take: their words with every reason, and each decision that they ask."""
    return sum(_words(item) / WORDS_A_MINUTE + MINUTES_A_DECISION * item.decisions for item in bank.items)


def _words(said: object) -> int:
    """Count the words of a question: what it asks and every reason that it gives."""
    if isinstance(said, str):
        return len(said.split())
    if isinstance(said, BaseModel):
        return sum(_words(getattr(said, field)) for field in type(said).model_fields)
    if isinstance(said, Mapping):
        return sum(map(_words, said.values()))
    return sum(map(_words, said)) if isinstance(said, Iterable) else 0
