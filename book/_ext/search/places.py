"""The places of a page to which a search can lead, read from the page as it is built."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# A section that holds a list of sources, questions or chapters is a place only with so many words of its own.
LEAST = 15
ROWS = {"number", "evidence"}

VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = {"a", "b", "code", "em", "i", "mark", "small", "strong", "sub", "sup"}
UNREAD = {"script", "style", "nav", "button", "form"}
# Stated elsewhere (cards, sources, links back), or about the page rather than its subject.
UNREAD_CLASSES = {
    "ev-card",
    "cite",
    "headerlink",
    "moved",
    "to-questions",
    "sources",
    "ways",
    "chapter-head",
    "bloom",
    "vignette",
    "aloud",
    "course-map",
    "uses",
    "citation",
    "numbers",
}
# Lists whose entries are found under their own names.
FURNITURE = {"sources", "quiz", "course-map", "paths"}
HEADINGS = {"h1", "h2", "h3", "h4"}
# The columns that give a row of the ledger its title.
NAMING = {"What was measured", "Fact"}


@dataclass
class Place:
    """Somewhere a search can lead: its title, its excerpt, and every word in it.

    Of a section also its leads: what is in bold, and the names of the rows of its tables.
    """

    kind: str
    anchor: str
    title: str = ""
    shown: str = ""
    read: str = field(default="", repr=False)
    lead: str = field(default="", repr=False)
    furniture: bool = False

    def tidy(self) -> None:
        """Put single spaces between words, and none before a comma."""
        for name in ("title", "shown", "read"):
            text = " ".join(getattr(self, name).split())
            text = re.sub(r"(· )+·", "·", re.sub(r" ([,.;:?!)])", r"\1", text))
            setattr(self, name, text.strip("· "))


@dataclass(frozen=True)
class _Open:
    """An open element: its tag, whether a place ends with it, and what happens to its text."""

    tag: str = ""
    classes: frozenset[str] = frozenset()
    begins: bool = False
    read: bool = False
    shown: bool = True
    title: bool = False
    lead: bool = False


class Places(HTMLParser):
    """Reads a built page, and sorts its text by place."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Place] = []
        self._open = [_Open()]
        self._places: list[Place] = []
        self._closed = ""
        self._row_begins = False
        self._teaches = False
        self.feed(page)
        for place in self.found:
            place.tidy()
        self.found = [place for place in self.found if not _is_furniture(place)]
        if not self._teaches:
            for place in self.found:
                place.kind = "aside" if place.kind == "section" else place.kind

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and a place where one begins."""
        if tag in VOID:
            return
        given = {name: value or "" for name, value in attrs}
        around, classes = self._open[-1], frozenset(given.get("class", "").split())
        self._teaches = self._teaches or "chapter-head" in classes
        if self._places and classes & FURNITURE:
            self._places[-1].furniture = True
        if self._places and self._places[-1].kind == "evidence" and given.get("data-column") == "Value":
            self._places[-1].kind = "number"
        if self._places and given.get("id") == f"{self._places[-1].anchor}-table":
            # A figure's words are its table's too, which is folded away: the address of the table unfolds it.
            self._places[-1].anchor = given["id"]
        unread = tag in UNREAD or classes & UNREAD_CLASSES or given.get("aria-hidden") == "true"
        read = (around.read or tag == "article") and not unread
        begins = read and self._begin(tag, given.get("id", ""), classes)
        kind = self._places[-1].kind if self._places else ""
        # A question's answers can be searched, but are not shown.
        hidden = kind == "question" and (tag == "details" or classes & {"option", "top"})
        # And a note in a row does not separate its name from its value.
        hidden = hidden or (kind in ROWS and tag == "small")
        shown = begins or (around.shown and not hidden)
        # A note beside a name is no part of it.
        title = not begins and around.title and tag != "small"
        title = title or self._names(kind, tag, classes, given, shown)
        element = _Open(tag, classes, begins, read, shown, title, around.lead or self._leads(tag))
        if kind == "question" and element.title and "lead" in classes:
            self._take(": ", element)
        self._between(element)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what was left open in it."""
        while len(self._open) > 1:
            element = self._open.pop()
            self._between(element)
            self._closed = element.tag
            term = bool(self._places) and self._places[-1].kind == "term"
            # A term's place begins at its name and ends after its definition.
            if (element.begins and element.tag != "dt") or (element.tag == "dd" and term):
                self._places.pop()
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take text in."""
        self._take(data, self._open[-1])

    def _begin(self, tag: str, anchor: str, classes: frozenset[str]) -> bool:
        """Begin a place where the element starts one. Synonyms of one definition are one place."""
        if tag == "section":
            kind = "question" if "item" in classes else "reference" if "study" in classes else "section"
        else:
            kind = {"figure": "figure", "tr": "evidence", "dt": "term"}.get(tag, "")
            kind = "evidence" if "record" in classes else kind
        synonym = kind == "term" and self._closed == "dt" and bool(self._places)
        if not anchor or not kind or synonym:
            return False
        place = Place(kind, anchor)
        self._places.append(place)
        self.found.append(place)
        return True

    def _names(
        self, kind: str, tag: str, classes: frozenset[str], given: dict[str, str], shown: bool
    ) -> bool:
        """Return whether an element holds the title of the place around it."""
        if kind == "section":
            return tag in HEADINGS
        if kind == "question":
            # Its number, which stands next to its objective, and what it asks.
            return ("lead" in classes and shown) or ("top" in self._open[-1].classes and "title" not in given)
        if kind in ROWS:
            named = given.get("data-column") in NAMING or (
                tag == "summary" and "record" in self._open[-1].classes
            )
            return named and not self._places[-1].title
        return {"figure": "finding" in classes, "term": tag == "dt", "reference": tag == "h1"}.get(
            kind, False
        )

    def _leads(self, tag: str) -> bool:
        """Return whether an element holds the words that a part of a text begins with: in bold, or a row's name."""
        first = tag in {"td", "th"} and self._row_begins
        self._row_begins = tag == "tr" or (self._row_begins and not first)
        return first or tag in {"strong", "b"}

    def _between(self, element: _Open) -> None:
        """Keep the words of neighboring elements apart, and the cells of a row."""
        kind = self._places[-1].kind if self._places else ""
        parted = (element.tag == "td" and kind in ROWS) or (element.tag == "dt" and kind == "term")
        if element.tag not in INLINE:
            self._take(" · " if parted else " ", element)

    def _take(self, text: str, element: _Open) -> None:
        if not element.read or not self._places:
            return
        place = self._places[-1]
        place.read += text
        if element.lead and place.kind == "section":
            place.lead += text
        if element.title:
            place.title += text
        elif element.shown:
            place.shown += text


def _is_furniture(place: Place) -> bool:
    return place.kind == "section" and place.furniture and len(place.shown.split()) < LEAST
