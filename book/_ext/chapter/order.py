"""The order of a chapter on its page: what an examinee wants first, sources last. Its Markdown keeps its own order.

Head, key points, objectives, plain words, the sections, pitfalls, questions, the next chapter, and then the sources.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from .head import chapter_head

KEY_POINTS, SOURCES = "key-points", "sources"  # the addresses of these headings
# Before the lists of contents are made, which is done at the usual 500: they follow the page.
EARLY = 400


class page_turn(nodes.General, nodes.Element):
    """Where a page leads to those before and after it."""


def setup_order(app: Sphinx) -> None:
    """Put each page in order as soon as it has been read."""
    app.add_node(page_turn, html=(_visit_page_turn, _depart_page_turn))
    app.connect("doctree-read", _put_in_order, priority=EARLY)


def _put_in_order(_app: Sphinx, doctree: nodes.document) -> None:
    page = next(iter(doctree.findall(nodes.section)), None)
    if page is None:
        return
    head = next((node for node in page.children if isinstance(node, chapter_head)), None)
    key_points, sources = _section(page, KEY_POINTS), _section(page, SOURCES)
    if head is not None and key_points is not None:
        page.remove(key_points)
        page.insert(page.index(head) + 1, key_points)
    page.insert(len(page) if sources is None else page.index(sources), page_turn())


def _section(page: nodes.section, name: str) -> nodes.section | None:
    return next(
        (node for node in page.children if isinstance(node, nodes.section) and name in node["ids"]), None
    )


def _visit_page_turn(self: HTML5Translator, _node: page_turn) -> None:
    page, builder = self.builder.current_docname, self.builder
    _, before, after = builder.relations.get(page, (None, None, None))
    ways = [
        f'<a rel="{rel}" href="{self.attval(builder.get_relative_uri(page, other))}">'
        f"<span>{word}</span> {self.encode(builder.env.titles[other].astext())}</a>"
        for rel, word, other in (("prev", "Previous", before), ("next", "Next", after))
        if other
    ]
    if ways:
        self.body.append(f'<nav class="turn" aria-label="Previous and next page">{"".join(ways)}</nav>')


def _depart_page_turn(_self: HTML5Translator, _node: page_turn) -> None:
    pass
