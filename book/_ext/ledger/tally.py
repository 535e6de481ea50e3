"""The role `tally`: how many records of a kind the ledger has, so that no page states a count by hand."""

from collections.abc import Mapping
from typing import get_args

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from outcomes import Ledger, ledger
from outcomes.model import Claim, Source
from records.faults import nearest
from records.record import Record

from ..directives import PlainRole, role
from ..sources import ROOT
from .evidence import refuse


@role("tally")
class TallyRole(PlainRole, SphinxRole):
    """`` {tally}`claims contested` ``: how many records there are, so that no page has to state it by hand."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the count, or report that there is nothing to count."""
        for path in sorted((ROOT / "outcomes").rglob("*.yml")):
            self.env.note_dependency(str(path))
        try:
            return [nodes.Text(str(tally(ledger(), self.text)))], []
        except KeyError as unknown:
            return refuse(self, f"tally: {unknown.args[0]}"), []


MARK: dict[str, tuple[type[Record], str]] = {"claims": (Claim, "verdict"), "sources": (Source, "level_seen")}


def tally(records: Ledger, said: str) -> int:
    """Return how many records there are of a kind, or of those with a verdict or a way of reading.

    Raises
    ------
    KeyError
        If there is no such kind or mark; the message suggests what may be meant.
    """
    kind, _, which = said.partition(" ")
    found = getattr(records, kind, None)
    if not isinstance(found, Mapping) or (which and kind not in MARK):
        raise KeyError(f"{said!r}: the ledger counts nothing by that name")
    if not which:
        return len(found)
    model, mark = MARK[kind]
    marks = [getattr(record, mark) for record in found.values()]
    # Verdicts and ways of reading are closed lists: one that no record has is still valid.
    known = set(get_args(model.model_fields[mark].annotation))
    if which not in known:
        raise KeyError(f"no {kind} are {which!r}{nearest(which, known)}")
    return marks.count(which)
