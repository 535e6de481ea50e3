"""A term in the text carries its definition: a card on hover, focus or a tap, and a link to the glossary.

The glossary itself begins with its letters, each a link to its first term.
"""

import re
import string
import unicodedata

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from records.markup import Markup, tag

from ..directives import PlainRole, role

GLOSSARY = "book/glossary"
USES = "terms"  # metadata of a page in which terms are linked


class term_link(nodes.Inline, nodes.TextElement):
    """A term in a sentence; the first on its page holds the card, the others refer to it."""


@role("term")
class TermRole(PlainRole):
    """Sphinx's own role: `` {term}`FDG-PET <FDG-PET/CT>` ``."""

    @staticmethod
    def plain(text: str) -> str:
        """Return the words of the sentence; the glossary has no live copy."""
        return re.sub(r"\s*<[^>]*>$", "", text)


def setup_glossary(app: Sphinx) -> None:
    """Put the definitions into the pages as they are written, and rewrite the pages that a change affects."""
    cards = _Cards()
    app.add_node(term_link, html=(visit_term_link, depart_term_link))
    app.connect("doctree-read", _note_use)
    app.connect("env-before-read-docs", cards.note_change)
    app.connect("env-updated", cards.pages_to_write)
    app.connect("doctree-resolved", cards.add)
    app.connect("doctree-resolved", _add_letters)


def definitions(glossary: nodes.document) -> dict[str, tuple[str, str]]:
    """Return each term and its definition as text, by the id that references lead to; synonyms share both."""
    found = {}
    for entry in glossary.findall(nodes.definition_list_item):
        terms = list(entry.findall(nodes.term))
        text = " ".join(part.astext() for part in entry.findall(nodes.definition))
        for name in (name for term in terms for name in term["ids"]):
            found[name] = terms[0].astext(), " ".join(text.split())
    return found


def letters(glossary: nodes.document) -> dict[str, str]:
    """Return the id of the first term of each letter that has one, by the letter; accents do not matter."""
    found: dict[str, str] = {}
    for entry in glossary.findall(nodes.definition_list_item):
        term = next(iter(entry.findall(nodes.term)))
        initial = unicodedata.normalize("NFKD", term.astext())[:1].upper()
        if initial in string.ascii_uppercase:
            found.setdefault(initial, term["ids"][0])
    return found


def _add_letters(app: Sphinx, doctree: nodes.document, page: str) -> None:
    glossary = next(iter(doctree.findall(addnodes.glossary)), None)
    if app.builder.format != "html" or page != GLOSSARY or glossary is None:
        return
    app.env.metadata[page]["glossary"] = "yes"
    place = glossary.parent.index(glossary)
    glossary.parent.insert(place, nodes.raw("", _letters_html(letters(doctree)), format="html"))


def _letters_html(found: dict[str, str]) -> Markup:
    """Return the alphabet; a letter without a term leads nowhere, and is not read aloud."""
    return tag(
        "nav",
        *(
            tag("a", letter, href=f"#{found[letter]}")
            if letter in found
            else tag("span", letter, aria_hidden="true")
            for letter in string.ascii_uppercase
        ),
        class_="a-to-z",
        aria_label="A to Z",
    )


def _note_use(app: Sphinx, doctree: nodes.document) -> None:
    if any(reference["reftype"] == "term" for reference in doctree.findall(addnodes.pending_xref)):
        app.env.metadata[app.env.docname][USES] = "yes"


class _Cards:
    """What is known about the glossary during one build."""

    def __init__(self) -> None:
        self._changed = False
        self._known: dict[str, tuple[str, str]] | None = None

    def note_change(self, _app: Sphinx, _env: BuildEnvironment, names: list[str]) -> None:
        self._changed = GLOSSARY in names

    def pages_to_write(self, _app: Sphinx, env: BuildEnvironment) -> list[str]:
        self._known = None
        return [name for name, data in env.metadata.items() if self._changed and USES in data]

    def add(self, app: Sphinx, doctree: nodes.document, page: str) -> None:
        links = [
            inline.parent
            for inline in doctree.findall(nodes.inline)
            if "std-term" in inline["classes"] and isinstance(inline.parent, nodes.reference)
        ]
        if app.builder.format != "html" or page == GLOSSARY or not links:
            return
        if self._known is None:
            self._known = definitions(app.env.get_doctree(GLOSSARY))
        given: set[str] = set()
        for link in links:
            address = link.get("refuri", "")
            name = address.partition("#")[2]
            if name not in self._known:
                continue
            entry = self._known[name]
            # Abbreviation and term share an entry; its first id names the card.
            card = next(other for other in self._known if self._known[other] == entry)
            shown = None if card in given else entry
            given.add(card)
            link.replace_self(term_link("", "", *link.children, refuri=address, card=card, entry=shown))


def visit_term_link(self: HTML5Translator, node: term_link) -> None:
    """Open the link to the glossary."""
    self.body.append(
        f'<a class="term" href="{self.attval(node["refuri"])}" aria-describedby="card-{self.attval(node["card"])}">'
    )


def depart_term_link(self: HTML5Translator, node: term_link) -> None:
    """Close the link, card last, so that a page without styles reads in order."""
    if node["entry"] is not None:
        term, text = node["entry"]
        # Its words are the link's description, not its name.
        self.body.append(
            f'<span class="ev-card" role="tooltip" aria-hidden="true" id="card-{self.attval(node["card"])}">'
            f'<span class="ev-title">{self.encode(term)}</span> '
            f"<span>{self.encode(text)}</span></span>"
        )
    self.body.append("</a>")
