"""The role `claim`: where a chapter addresses what one of the documents of `course.yml` says, and with what verdict.

A chip appears where a document and the studies differ; a confirmation has one on a single page, and its row.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from course import course
from outcomes import ledger

from ..directives import PlainRole, role
from .evidence import LEDGER_PAGE, WORDS_ALONE, refuse

DIFFERING = {
    "contested": "sources disagree",
    "unverified": "no proof was seen",
    "outdated": "no longer so",
    "misreported": "its source says something else",
}
"""The verdicts that have a chip in a chapter, each with what it means."""


# Citations close up to the words before them, which a gap would hide.
BEFORE_CITATIONS = 450


class claim(nodes.Inline, nodes.TextElement):
    """A chip after a sentence; carries the id, statement and verdict of a claim."""


class unsaid(nodes.Inline, nodes.Element):
    """A placeholder for a chip that is left out, until the chapter has been read."""


@role("claim")
class ClaimRole(PlainRole, SphinxRole):
    """`` {claim}`id` ``: the sentence before it confirms, refines or corrects that claim."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the chip, nothing for a confirmation in a chapter, or report that there is no such claim."""
        try:
            said = verdict(self.text)
        except KeyError as unknown:
            return refuse(self, f"claim: {unknown.args[0]}"), []
        record = ledger().claims[self.text]
        if record.verdict not in DIFFERING and self.env.docname.rpartition("/")[2] != course().every_verdict:
            return [unsaid()], []
        introduced = self.env.temp_data.setdefault("claims introduced", set())
        # Said once a page: what is checked, by the first chip of each document, and what its verdict means.
        if record.document not in introduced:
            said = f"{course().document(record.document).introduced}: {record.verdict.replace('-', ' ')}"
        if record.verdict in DIFFERING and record.verdict not in introduced:
            said = f"{said} ({DIFFERING[record.verdict]})"
        introduced |= {record.document, record.verdict}
        return [claim("", said, claim=self.text, statement=record.statement, verdict=record.verdict)], []

    @staticmethod
    def plain(text: str) -> str:
        """Return the document and the verdict in parentheses, even for a confirmation."""
        return f"*({verdict(text)})*"


def verdict(name: str) -> str:
    """Return the document and what became of its claim, as in `Clinic's leaflet: confirmed`.

    Raises
    ------
    KeyError
        If the ledger has no claim of that id.
    """
    if name not in ledger().claims:
        raise KeyError(f"the ledger has no claim {name!r}; see outcomes/claims.yml")
    record = ledger().claims[name]
    return f"{course().document(record.document).name}: {record.verdict.replace('-', ' ')}"


def setup_claims(app: Sphinx) -> None:
    """Register how a claim is written."""
    app.connect("doctree-read", _close_gaps, priority=BEFORE_CITATIONS)
    app.add_node(claim, html=(visit_claim, depart_claim), latex=WORDS_ALONE, text=WORDS_ALONE)


def _close_gaps(_app: Sphinx, doctree: nodes.document) -> None:
    """Remove the placeholders of chips that are left out, and the space before one where punctuation follows."""
    for gap in list(doctree.findall(unsaid)):
        parent, at = gap.parent, gap.parent.index(gap)
        parent.remove(gap)
        if at == 0 or at == len(parent) or not all(isinstance(parent[n], nodes.Text) for n in (at - 1, at)):
            continue
        before, after = parent[at - 1].astext(), parent.pop(at).astext()
        stopped = after[:1] in (".", ",", ";", ":")
        parent[at - 1] = nodes.Text(
            before.rstrip() + after if stopped else f"{before.rstrip()} {after.lstrip()}"
        )


def visit_claim(self: HTML5Translator, node: claim) -> None:
    """Open the link to the claim's row of the ledger."""
    self.body.append(
        f'<a class="claim" data-verdict="{self.attval(node["verdict"])}" '
        f'href="{LEDGER_PAGE}#{self.attval(node["claim"])}" title="{self.attval(node["statement"])}">'
    )


def depart_claim(self: HTML5Translator, _node: claim) -> None:
    """Close the link."""
    self.body.append("</a>")
