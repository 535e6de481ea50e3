"""Where the course uses a number or a study: the sentences of its pages, its figures and its questions."""

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from outcomes import cite, ledger
from quizzes.evidence import fill_tokens, references
from quizzes.kinds.item import Item

from ..sources import banks, pages
from .claims import claim
from .evidence import ev

USES = "uses"  # metadata of a page: what its sentences use
DRAWN = "uses_in_figures"  # and what its figures draw
LATE = 950  # once the page is in its order, in which numbers are counted when it is written
MOST = 240  # of a sentence [characters]
_HERE = "\0"
_STOP = re.compile(r" ([.,;:])")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“(])")


@dataclass(frozen=True)
class Use:
    """A place of the course: its address as seen from the folder of the studies, the page's title, and what it says."""

    address: str
    page: str
    text: str


Uses = defaultdict[str, list[Use]]
"""From a number, or the key of a study, to the places that use it, in the order of the book."""


def setup_uses(app: Sphinx) -> None:
    """Collect the sentences of each page once it has been read."""
    app.connect("doctree-read", _collect, priority=LATE)


def use_in_figure(env: BuildEnvironment, figure: str, finding: str, numbers: Iterable[str]) -> None:
    """Keep that a figure of the page that is being read, which says a finding, draws numbers."""
    drawn = ((number, figure, f"Figure: {finding}") for number in numbers)
    env.metadata[env.docname].setdefault(DRAWN, []).extend(drawn)


def _collect(app: Sphinx, doctree: nodes.document) -> None:
    found: list[tuple[str, str, str]] = []
    seen: dict[str, int] = {}
    for node in doctree.findall(nodes.Element):
        if isinstance(node, ev):
            name = node["citation"].id
            seen[name] = times = seen.get(name, 0) + 1
            # The first is found by the card that it holds, those after it by a place of their own.
            node["place"] = f"ev-{list(seen).index(name) + 1}" + (f"-{times}" if times > 1 else "")
            found.append((name, node["place"], _sentence(node)))
        else:
            found += [(key, _section(node), _sentence(node)) for key in _cited(node)]
    if found:
        app.env.metadata[app.env.docname][USES] = found


def _cited(node: nodes.Element) -> Iterator[str]:
    """Yield the keys of the studies that a citation names."""
    said = node.get("keys", ()) or (node["reftarget"].split(",") if node.get("refdomain") == "cite" else ())
    for key in said:
        if key.strip() in ledger().sources:
            yield key.strip()


def _section(node: nodes.Node) -> str:
    while not isinstance(node, nodes.section) and node.parent is not None:
        node = node.parent
    return str(node["ids"][0]) if isinstance(node, nodes.section) else ""


def _sentence(node: nodes.Element) -> str:
    """Return the sentence around a node; in a table, the row."""
    block: nodes.Node = node.parent
    while not isinstance(block, nodes.paragraph | nodes.title | nodes.term | nodes.caption) and block.parent:
        block = block.parent
    row = next((above for above in _above(block) if isinstance(above, nodes.row)), None)
    said = _said(block if row is None else row, node)
    before, _, after = said.partition(_HERE)
    if row is None:
        before = _END.split(before)[-1]
        after = _END.split(after)[0]
    whole = _STOP.sub(r"\1", " ".join((before + after).split())).strip("· ")
    if len(whole) <= MOST:
        return whole
    start = max(0, min(len(" ".join(before.split())) - MOST // 2, len(whole) - MOST))
    cut = whole[start:]
    lead = "" if start == 0 else "… "
    return lead + textwrap.shorten(cut if start == 0 else cut.partition(" ")[2], MOST, placeholder=" …")


def _above(node: nodes.Node) -> Iterator[nodes.Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def _said(block: nodes.Node, mark: nodes.Element) -> str:
    """Return the words of a block as they are read, without chips and citations, and where the mark stands in it."""
    parts: list[str] = []
    for node in block.findall():
        if node is mark:
            parts.append(_HERE)
        if isinstance(node, nodes.entry):
            parts.append(" · ")
        if isinstance(node, nodes.Text) and not any(_unsaid(above) for above in _above(node)):
            parts.append(node.astext())
    return "".join(parts)


def _unsaid(node: Any) -> bool:  # noqa: ANN401 - any node of the document
    return isinstance(node, claim) or (isinstance(node, nodes.Element) and node.get("refdomain") == "cite")


def uses(env: BuildEnvironment) -> Uses:
    """Return the places of the course by what they use: a number by its id, a study by its key."""
    found: Uses = defaultdict(list)
    for docname in pages(env.config):
        if docname not in env.found_docs:
            continue
        page, title = docname.rpartition("/")[2], env.titles[docname].astext()
        said = env.metadata[docname]
        for name, anchor, text in (*said.get(USES, ()), *said.get(DRAWN, ())):
            _add(found[name], Use(f"../{page}.html#{anchor}", title, text))
        if page in banks() and "quiz" in said:
            for item in banks()[page].items:
                use = Use(f"../{page}.html#{item.id}", title, f"Question: {fill_tokens(item.lead_in, cite)}")
                for name in dict.fromkeys(_used(item)):
                    _add(found[name], use)
    return found


def _add(places: list[Use], use: Use) -> None:
    """Add a place, once for each sentence."""
    if all((use.page, use.text) != (other.page, other.text) for other in places):
        places.append(use)


def _used(item: Item) -> Iterator[str]:
    """Yield the numbers and the studies behind a question, and the numbers that it prints."""
    yield from item.evidence
    yield from item.sources
    for reference in references(repr(item)):
        yield reference.partition(" ")[0]
