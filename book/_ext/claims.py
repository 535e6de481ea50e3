"""The role `claim`: where a chapter treats what one of the two documents says, and with what verdict."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from outcomes import ledger

from .evidence import LEDGER_PAGE, WORDS_ALONE, refused

DOCUMENTS = {"patient-page": "Patient page", "clinical-answer": "Clinical answer"}


class claim(nodes.Inline, nodes.TextElement):
    """A chip after a sentence; carries the id, statement and verdict of a claim."""


class ClaimRole(SphinxRole):
    """`` {claim}`id` ``: the sentence before it confirms, refines or corrects that claim."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the chip, or report that there is no such claim."""
        try:
            said = verdict(self.text)
        except KeyError as unknown:
            return refused(self, f"claim: {unknown.args[0]}"), []
        record = ledger().claims[self.text]
        return [claim("", said, claim=self.text, statement=record.statement, verdict=record.verdict)], []


def verdict(name: str) -> str:
    """Return the document and what became of its claim, as in `Patient page: confirmed`.

    Raises
    ------
    KeyError
        If the ledger has no claim of that id.

    >>> verdict("penn-mri")
    'Patient page: confirmed'
    """
    if name not in ledger().claims:
        raise KeyError(f"the ledger has no claim {name!r}; see outcomes/claims.yml")
    record = ledger().claims[name]
    return f"{DOCUMENTS[record.document]}: {record.verdict.replace('-', ' ')}"


def setup_claims(app: Sphinx) -> None:
    """Register the role and how it prints."""
    app.add_role("claim", ClaimRole())
    app.add_node(claim, html=(visit_claim, depart_claim), latex=WORDS_ALONE, text=WORDS_ALONE)


def visit_claim(self: HTML5Translator, node: claim) -> None:
    """Open the link to the claim's row of the ledger."""
    self.body.append(
        f'<a class="claim" data-verdict="{self.attval(node["verdict"])}" '
        f'href="{LEDGER_PAGE}#{self.attval(node["claim"])}" title="{self.attval(node["statement"])}">'
    )


def depart_claim(self: HTML5Translator, _node: claim) -> None:
    """Close the link."""
    self.body.append("</a>")
