"""The directive `ledger`: what the page of the evidence shows of it."""

from docutils import nodes

from outcomes import ledger

from ..directives import CourseDirective, directive
from ..sources import ROOT
from .folded import KINDS, folded
from .numbers import table_of_numbers

NUMBERS = "numbers"


@directive("ledger")
class LedgerPart(CourseDirective):
    """``{ledger} numbers``: the table of all numbers; ``{ledger} claims``: one kind of record, folded."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the part, and have the page rebuilt when a file of the ledger changes."""
        kind = self.arguments[0]
        if kind not in (NUMBERS, *KINDS):
            raise self.error(f"ledger: no table {kind!r}; there are {', '.join((NUMBERS, *KINDS))}")
        for path in sorted((ROOT / "outcomes").rglob("*.yml")):
            self.env.note_dependency(str(path))
        uses = {"ledger": "yes", NUMBERS: "yes"} if kind == NUMBERS else {"ledger": "yes"}
        self.env.metadata[self.env.docname].update(uses)
        part = table_of_numbers(ledger()) if kind == NUMBERS else folded(kind, ledger())
        return [nodes.raw("", part, format="html")]
