"""Tables that a phone can show: where cells hold sentences, each row becomes a card that names its columns."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ..ledger.evidence import ev

SENTENCE = 40  # characters; a longer cell needs its own line at 360 px
UNBROKEN = 34  # characters that fit side by side at 360 px; wider columns would run off the screen


def setup_tables(app: Sphinx) -> None:
    """Mark the tables that stack, and label their cells with their column."""
    app.connect("doctree-read", _mark_tables_that_stack)
    app.add_node(nodes.entry, override=True, html=(_visit_entry, HTML5Translator.depart_entry))


def _mark_tables_that_stack(_app: Sphinx, doctree: nodes.document) -> None:
    for table in doctree.findall(nodes.table):
        heads = [
            " ".join(entry.astext().split())
            for head in table.findall(nodes.thead)
            for entry in head.findall(nodes.entry)
        ]
        rows = [
            list(row.findall(nodes.entry))
            for body in table.findall(nodes.tbody)
            for row in body.findall(nodes.row)
        ]
        longest = max((len(entry.astext()) for row in rows for entry in row), default=0)
        if not heads or (longest <= SENTENCE and _narrowest(rows) <= UNBROKEN):
            continue
        table["classes"].append("stack")
        for row in rows:
            for head, entry in zip(heads, row, strict=False):
                entry["column"] = head


def _narrowest(rows: list[list[nodes.entry]]) -> int:
    """Return the width below which no column can shrink, for all columns [characters]: words, and numbers unbroken."""
    columns = zip(*rows, strict=False)
    return sum(max(len(part) for entry in column for part in _unbroken(entry)) for column in columns)


def _unbroken(entry: nodes.entry) -> list[str]:
    return ["", *entry.astext().split(), *(number.astext() for number in entry.findall(ev))]


def _visit_entry(self: HTML5Translator, node: nodes.entry) -> None:
    HTML5Translator.visit_entry(self, node)
    if "column" in node:
        self.body[-1] = self.body[-1].replace("<td", f'<td data-column="{self.attval(node["column"])}"', 1)
