"""The role `ev`: a number in a sentence is the id of an estimate, and brings its study with it."""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from outcomes import Citation, cite, ledger

from ..directives import PlainRole, role
from ..sources import STUDIES
from .references import source_link

logger = logging.getLogger(__name__)

LEDGER_PAGE = "evidence.html"
UNKNOWN = "unknown"  # metadata of a page that must not be published


def study_address(key: str) -> str:
    """Return the address of a study's page, as seen from a chapter."""
    return f"{STUDIES.rpartition('/')[2]}/{key}.html"


def number_address(name: str) -> str:
    """Return the address of a number as seen from a chapter: on the page of its study; without one, on the ledger's."""
    records = ledger()
    # A cell may have added a number that the ledger does not have.
    studies = records.sources_of(name) if name in records.quantities else ()
    return f"{study_address(studies[0].key)}#{name}" if studies else f"{LEDGER_PAGE}#{name.partition('.')[0]}"


class ev(nodes.Inline, nodes.TextElement):
    """A number in a sentence; carries its `Citation`."""


@role("ev")
class EvRole(PlainRole, SphinxRole):
    """`` {ev}`id` `` or `` {ev}`id aspect` ``, see `outcomes.cite`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number, or report what is wrong with the reference."""
        try:
            citation = cite(self.text)
        except KeyError as unknown:
            return refuse(self, f"ev: {unknown.args[0]}"), []
        node = ev("", citation.text, citation=citation)
        self.set_source_info(node)
        return [node], []

    @staticmethod
    def plain(text: str) -> str:
        """Return the number as a link to its study, the card shown on hover."""
        citation = cite(text)
        card = [citation.title, citation.detail, citation.source]
        return source_link(citation.text, ledger().sources[citation.source_key], card)

    @staticmethod
    def source_keys(text: str) -> set[str]:
        """Return the key of the study behind the number."""
        return {cite(text).source_key}


def refuse(reference: SphinxRole, why: str) -> list[nodes.Node]:
    """Report what is wrong with a role, and on which line; the build fails once every page has been read."""
    env = reference.env
    logger.error("%s", why, location=(env.docname, _line(reference)))
    env.metadata[env.docname][UNKNOWN] = "yes"
    return [nodes.problematic(text=reference.text)]


def _line(reference: SphinxRole) -> int:
    # Markdown only knows the line on which a paragraph begins; the author needs the line of the number.
    _, first = reference.get_source_info()
    lines = Path(reference.env.doc2path(reference.env.docname)).read_text("utf-8").splitlines()
    return next((n for n in range(first, len(lines) + 1) if f"`{reference.text}`" in lines[n - 1]), first)


def setup_evidence(app: Sphinx) -> None:
    """Register how a number is written, and refuse what the ledger does not know."""
    app.add_node(ev, html=(visit_ev, depart_ev), latex=WORDS_ALONE, text=WORDS_ALONE)
    app.connect("env-check-consistency", _refuse_the_unknown)


def _refuse_the_unknown(_app: Sphinx, env: BuildEnvironment) -> None:
    # An error, not a warning: a build without -W must not publish a sentence that has lost its number.
    pages = sorted(name for name, data in env.metadata.items() if UNKNOWN in data)
    if pages:
        raise ExtensionError(f"what the ledger does not know is named in: {', '.join(pages)}; lines above")


def visit_ev(self: HTML5Translator, node: ev) -> None:
    """Open the link to the ledger; the first of a number on its page holds the card that others share."""
    citation: Citation = node["citation"]
    cards: dict[str, int] = self.document.setdefault("cards", {})
    node["holds"] = citation.id not in cards
    card = cards.setdefault(citation.id, len(cards) + 1)
    # Where its study leads back to (uses.py); the card that it holds is a place already.
    place = "" if node["holds"] else f' id="{node["place"]}"'
    self.body.append(
        f'<a class="ev"{place} href="{self.attval(number_address(citation.id))}" aria-describedby="ev-{card}">'
    )


def depart_ev(self: HTML5Translator, node: ev) -> None:
    """Close the link, card last, so that a page without styles reads in order."""
    citation: Citation = node["citation"]
    if not node["holds"]:
        self.body.append("</a>")
        return
    detail, source, more = citation.card
    parts = (
        ("title", citation.title),
        ("detail", detail),
        ("more", "more" if more else ""),
        ("source", source),
    )
    lines = "".join(f'<span class="ev-{part}">{self.encode(text)}</span> ' for part, text in parts if text)
    number = self.document["cards"][citation.id]
    # It describes the link and is no part of the sentence, neither to who hears it nor in a browser's reader view.
    self.body.append(
        f'<span class="ev-card" role="tooltip" aria-hidden="true" id="ev-{number}">{lines}</span></a>'
    )


def _nothing(self: nodes.NodeVisitor, node: nodes.Node) -> None:
    pass


WORDS_ALONE = (_nothing, _nothing)  # what builders for other formats print for a number or a chip
