"""Citations: small numbers counted on each page in the order of the text, and the list of sources they lead to.

The list is written once; the card of a number is made from it when somebody asks (book/_theme/static/course.js).
"""

from collections.abc import Iterator
from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from outcomes import ledger
from outcomes.model import Source
from records.faults import nearest
from records.markup import Markup, as_made, join, tag

from ..directives import SOURCES, Block, CourseDirective, PlainRole, directive, role
from ..ledger.evidence import UNKNOWN, WORDS_ALONE, ev, refuse
from ..ledger.references import about_reading, reference_line, source_link
from .head import folded

logger = logging.getLogger(__name__)

# After the parts of a page are in order, and before anything else looks at what it says.
IN_ORDER = 460


class citation_number(nodes.Inline, nodes.Element):
    """The works that one place of a sentence cites: their keys, and once the page has been read their numbers.

    `place` is the address of the place, where a work is cited here and nowhere before.
    """


class chapter_sources(nodes.General, nodes.Element):
    """A placeholder for the list of sources, filled in once the whole chapter has been read."""


@role("cite")
class CiteRole(PlainRole, SphinxRole):
    """`` {cite}`first-2020, second-2021` ``: the works behind the words before it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a placeholder for the numbers, or report a work that the ledger does not have."""
        keys = _keys(self.text)
        if fault := _unknown(keys):
            return refuse(self, f"cite: {fault}"), []
        node = citation_number(keys=keys)
        self.set_source_info(node)
        return [node], []

    @staticmethod
    def plain(text: str) -> str:
        """Return the works in parentheses, each as a link with its card.

        Raises
        ------
        KeyError
            If the ledger has no source with such a key.
        """
        keys = _keys(text)
        if fault := _unknown(keys):
            raise KeyError(fault)
        return "(" + "; ".join(_work(ledger().sources[key]) for key in keys) + ")"

    @staticmethod
    def source_keys(text: str) -> set[str]:
        """Return the keys that the role names."""
        return set(_keys(text))


def _keys(text: str) -> list[str]:
    return [key.strip() for key in text.split(",")]


def _unknown(keys: list[str]) -> str:
    sources = ledger().sources
    unknown = [f"{key}{nearest(key, sources)}" for key in keys if key not in sources]
    return f"the ledger has no source {', '.join(unknown)}" if unknown else ""


def _work(source: Source) -> str:
    card = [source.title, *filter(None, [source.journal]), *about_reading(source)]
    return source_link(source.short, source, card)


@directive("chapter-sources")
class ChapterSources(CourseDirective):
    """The studies that this chapter cites, collected from the chapter itself."""

    def run(self) -> list[nodes.Node]:
        """Return the placeholder; what was cited is known once the chapter has been read."""
        return [chapter_sources()]

    @staticmethod
    def plain(_block: Block) -> str:
        """Return the placeholder; the live copy knows what was cited."""
        return SOURCES


def setup_citations(app: Sphinx) -> None:
    """Number the citations of each page and fill in its list once the page has been read."""
    app.add_node(citation_number, html=(_visit, _depart), latex=WORDS_ALONE, text=WORDS_ALONE)
    app.connect("doctree-read", _number, priority=IN_ORDER)


def _number(app: Sphinx, doctree: nodes.document) -> None:
    for number in list(doctree.findall(citation_number)):
        _close_up(number)
    places: dict[str, str] = {}
    for node in doctree.findall(nodes.Element):
        keys = _cited(node)
        new = [key for key in dict.fromkeys(keys) if key not in places]
        if new:
            node["place"] = f"cited-{len(places) + 1}"
            places |= dict.fromkeys(new, node["place"])
        if keys:
            numbers = {key: number for number, key in enumerate(places, start=1)}
            node["numbers"] = sorted({numbers[key] for key in keys})
            if isinstance(node, nodes.raw):
                _end_caption(node)
    lists = list(doctree.findall(chapter_sources))
    if places and not lists:
        env = app.env
        logger.error("cites works, and has no {chapter-sources} that lists them", location=env.docname)
        env.metadata[env.docname][UNKNOWN] = "yes"
    for place in lists:
        place.replace_self(_list(places, dict(_uncited(doctree, places))))


def _cited(node: nodes.Element) -> list[str]:
    """Return the keys of the works that a place in a sentence, or a figure, cites."""
    if isinstance(node, citation_number):
        return list(node["keys"])
    # A figure brings the words around it along (book/_ext/cells/outputs.py); a study that a cell added has no entry.
    return [key for key in node["source_keys"] if key in ledger().sources] if "read" in node else []


def _end_caption(figure: nodes.raw) -> None:
    """End the caption of a figure with the numbers of the works behind it."""
    before, end, after = figure.astext().partition("</figcaption>")
    figure[0] = nodes.Text(join(as_made(before), _link(figure), as_made(end + after)))


def _close_up(node: citation_number) -> None:
    """Put the numbers directly behind the words they belong to, and those of neighbors together."""
    parent: nodes.Element = node.parent
    at = parent.index(node)
    if at and isinstance(before := parent[at - 1], nodes.Text):
        words = str(before).rstrip()
        if words or at == 1:
            parent[at - 1] = nodes.Text(words)
        else:
            del parent[at - 1]
            at -= 1
    if at and isinstance(before := parent[at - 1], citation_number):
        before["keys"] += node["keys"]
        parent.remove(node)


def _uncited(doctree: nodes.document, cited: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each other work the page rests on, with the section where a number or a question first needs it."""
    seen = set(cited)
    for node in doctree.findall(nodes.Element):
        keys = [node["citation"].source_key] if isinstance(node, ev) else node.get("source_keys", ())
        for key in keys:
            # Any other key is a study that a cell added.
            if key not in seen and key in ledger().sources:
                seen.add(key)
                yield key, _section_of(node)


def _section_of(node: nodes.Node) -> str:
    while not isinstance(node, nodes.section):
        node = node.parent
    return str(node["ids"][0])


def _list(cited: dict[str, str], uncited: dict[str, str]) -> nodes.Node:
    """Return the list, folded: works by number with the way back, then those behind numbers and questions."""
    count = len(cited) + len(uncited)
    lists = []
    if cited:
        lists.append(tag("ol", *_entries(cited, 1)))
    if uncited:
        if cited:
            lists.append(tag("p", "Behind the numbers and questions of this page:"))
        start = len(cited) + 1
        lists.append(tag("ol", *_entries(uncited, start), start=start if cited else None))
    return folded(join(*lists), "One source" if count == 1 else f"{count} sources", "sources")


def _entries(places: dict[str, str], start: int) -> Iterator[Markup]:
    for number, (key, place) in enumerate(places.items(), start=start):
        back = tag("a", "↩", href=f"#{place}", class_="back", aria_label="Back to the text")
        yield tag("li", reference_line(ledger().sources[key]), " ", back, id=f"source-{number}")


def ranges(numbers: list[int]) -> str:
    """Return numbers in order as they are printed: three or more in a row as a range.

    >>> ranges([3]), ranges([3, 4]), ranges([3, 4, 5, 7])
    ('3', '3,4', '3-5,7')
    """
    runs = (
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    )
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs)


def _link(node: nodes.Element) -> Markup:
    numbers = node["numbers"]
    name = f"{'Source' if len(numbers) == 1 else 'Sources'} {ranges(numbers)}"
    link = tag(
        "a",
        ranges(numbers),
        class_="cite",
        href=f"#source-{numbers[0]}",
        id=node.get("place"),
        aria_label=name,
    )
    return tag("sup", link)


def _visit(self: HTML5Translator, node: citation_number) -> None:
    self.body.append(_link(node))


def _depart(_self: HTML5Translator, _node: citation_number) -> None:
    pass
