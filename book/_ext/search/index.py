"""Search within the book: an index of places, not of pages, made from the pages as they are read.

A place is a section, a figure with its table, a question, a term, a row of the ledger, or a reference. Everything
is a script, so that a book opened by double-click can be searched too; a query loads the words that begin like its own,
and the texts of the results it shows. Words are stemmed as Sphinx's own search stems them.
"""

import hashlib
import json
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from sphinx.application import Sphinx

from ..files import fill
from ..sources import ROOT, STUDIES, pages
from . import words as search_words
from .synonyms import NAME, load_synonyms, same_meaning
from .words import stemmer_script, stems

FOLDER = "_static/search"
CHUNK = 8  # places in one file of texts; ten results are seldom neighbors
CACHE = "search-places.pickle"
IN_TITLE = 4  # a word in a title counts this many times
MOST = 40  # and no word counts more than this
# A section that holds a list of sources, questions or chapters is a place only with so many words of its own.
LEAST = 15
KINDS = {
    "section": "s",
    "figure": "f",
    "question": "q",
    "term": "t",
    "number": "n",
    "evidence": "e",
    "reference": "r",
}
ROWS = {"number", "evidence"}
TAUGHT = {"section", "term", "question"}
# A surname and a year; an institution has more words, which mean something else too.
LONGEST_NAME = 2
# What so many places teach about is a word, even where a study has it as its name, as one that goes by its journal.
COMMON = 3

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
    """Somewhere a search can lead: its title, its excerpt, and every word in it."""

    kind: str
    anchor: str
    title: str = ""
    shown: str = ""
    read: str = field(default="", repr=False)
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


class Places(HTMLParser):
    """Reads a built page, and sorts its text by place."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Place] = []
        self._open = [_Open()]
        self._places: list[Place] = []
        self._closed = ""
        self.feed(page)
        for place in self.found:
            place.tidy()
        self.found = [place for place in self.found if not _is_furniture(place)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and a place where one begins."""
        if tag in VOID:
            return
        given = {name: value or "" for name, value in attrs}
        around, classes = self._open[-1], frozenset(given.get("class", "").split())
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
        element = _Open(
            tag, classes, begins, read, shown, title or self._names(kind, tag, classes, given, shown)
        )
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
        if element.title:
            place.title += text
        elif element.shown:
            place.shown += text


def _is_furniture(place: Place) -> bool:
    return place.kind == "section" and place.furniture and len(place.shown.split()) < LEAST


Counted = list[tuple[Place, Counter[str]]]


def counted(page: str) -> Counted:
    """Return the places of a built page, each with its words and their counts."""
    return [(place, Counter(stems(place.read))) for place in Places(page).found]


def index_files(pages: dict[str, tuple[str, Counted]], synonyms: Sequence[list[str]] = ()) -> dict[str, str]:
    """Return the files of the index by name.

    Parameters
    ----------
    pages
        Address, as seen from the root of the site -> title and places of each page; of a folder, see `in_one`.
    synonyms
        Groups of phrases that mean one thing.
    """
    pages = _once(pages)
    found = [(title, *place) for title, places in pages.values() for place in places]
    words: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    lengths = []
    for number, (page_title, place, seen) in enumerate(found):
        counts = seen.copy()
        lengths.append(sum(counts.values()))
        for word in stems(place.title):
            counts[word] += IN_TITLE
        if place.kind == "section":
            counts.update(set(stems(page_title)))
        for word, count in counts.items():
            words[shard(word)][word] += (number, min(count, MOST))
    files: dict[str, object] = {
        f"words-{name}": {word: _gaps(some) for word, some in sorted(group.items())}
        for name, group in words.items()
    }
    texts = [[place.anchor, _named(place), place.shown] for _, place, _ in found]
    for first in range(0, len(texts), CHUNK):
        files[f"texts-{first // CHUNK}"] = texts[first : first + CHUNK]
    files["index"] = {
        "pages": [[address, title, len(places)] for address, (title, places) in pages.items()],
        "kinds": "".join(KINDS[place.kind] for _, place, _ in found),
        "lengths": lengths,
        "chunk": CHUNK,
        "shards": sorted(words),
        "names": sorted(_names_of_studies(found)),
        "same": same_meaning(synonyms, (place.title for _, place, _ in found if place.kind == "term")),
    }
    scripts = {name: f"courseSearch.put({json.dumps(name)},{_json(data)});\n" for name, data in files.items()}
    digest = hashlib.sha256("".join(scripts[name] for name in sorted(scripts)).encode()).hexdigest()[:12]
    scripts["index"] = f"courseSearch.version={json.dumps(digest)};\n{scripts['index']}"
    return scripts


def _names_of_studies(found: Iterable[tuple[str, Place, Counter[str]]]) -> set[str]:
    """Return the words that name a study and nothing else: in titles of references, and hardly in what teaches."""
    of_studies: set[str] = set()
    taught: Counter[str] = Counter()
    for _, place, seen in found:
        if place.kind == "reference" and len(name := re.findall(r"[^\W\d]+", place.title)) <= LONGEST_NAME:
            of_studies.update(stems(" ".join(name)))
        elif place.kind in TAUGHT:
            taught.update(set(seen))
    return {word for word in of_studies if taught[word] < COMMON}


def _once(pages: dict[str, tuple[str, Counted]]) -> dict[str, tuple[str, Counted]]:
    """Leave out a figure that an earlier page has too, such as a chapter's chart shown again to educators."""
    seen: set[str] = set()
    kept: dict[str, tuple[str, Counted]] = {}
    for address, (title, places) in pages.items():
        new = [(place, words) for place, words in places if place.kind != "figure" or place.title not in seen]
        kept[address] = (title, new)
        seen.update(place.title for place, _ in places if place.kind == "figure")
    return kept


def in_one(pages: dict[str, tuple[str, Counted]]) -> Counted:
    """Return the places of the pages of a folder as those of one page: by hundreds, they would make most of the index.

    The anchor names the file too, as in `roe-2020.html#roe-remission`. A row is found by the title of its page as well,
    and once, on the first page that has it.
    """
    seen: set[str] = set()
    found: Counted = []
    for file, (title, places) in pages.items():
        for place, words in places:
            if place.anchor in seen:
                continue
            seen.add(place.anchor)
            row = place.kind in ROWS
            shown = f"{place.shown} · {title}" if row else place.shown
            counts = words + Counter(stems(title)) if row else words
            found.append((replace(place, anchor=f"{file}#{place.anchor}", shown=shown), counts))
    return found


def shard(word: str) -> str:
    """Return the name of the word file that holds a word.

    >>> shard("tumor"), shard("8.3"), shard("β")
    ('t', '0', '_')
    """
    first = word[0]
    return first if "a" <= first <= "z" else "0" if first.isdigit() else "_"


def _named(place: Place) -> str:
    """Return a title short enough for a line or two."""
    title = place.title.strip("[]· ") or place.anchor
    return title if len(title) <= 120 else title[:120].rsplit(" ", 1)[0] + " …"


def _gaps(postings: list[int]) -> list[int]:
    """Return places and counts in turn, each place as its distance from the one before."""
    before = 0
    for at in range(0, len(postings), 2):
        postings[at], before = postings[at] - before, postings[at]
    return postings


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def setup_search(app: Sphinx) -> None:
    """Make the search page and its index, which replace Sphinx's own."""
    app.connect("builder-inited", _without_sphinxs_own)
    app.connect("html-collect-pages", lambda _app: [("search", {}, "search.html")])
    app.connect("build-finished", _write_index)


def _without_sphinxs_own(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.builder.search = False  # type: ignore[attr-defined]


def _write_index(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    synonyms = load_synonyms(ROOT / "book" / NAME)
    known = _Known(Path(app.doctreedir) / CACHE, synonyms)
    pages = {name: _read(out / name, known) for name in _in_order(app)}
    studies = {path.name: _read(path, known) for path in sorted((out / STUDIES).glob("*.html"))}
    pages[f"{STUDIES}/"] = ("", in_one(studies))
    if known.nothing_new() and (out / FOLDER / "index.js").exists():
        return
    known.keep()
    scripts = {**index_files(pages, synonyms), "stemmer": stemmer_script()}
    (out / "searchindex.js").unlink(missing_ok=True)  # from an earlier build
    fill(out / FOLDER, {f"{name}.js": script for name, script in scripts.items()})


class _Known:
    """The places of pages unchanged since the last build, which is most of them most of the time."""

    def __init__(self, path: Path, synonyms: list[list[str]]) -> None:
        self._path = path
        code = b"".join(Path(file).read_bytes() for file in (__file__, str(search_words.__file__)))
        self._code = hashlib.sha256(code + repr(synonyms).encode()).hexdigest()
        self._before: dict[str, Counted] = {}
        self._now: dict[str, Counted] = {}
        if path.exists():
            # Written by the previous build, next to Sphinx's own pickles. The places are unpacked only if this very
            # code packed them: another version's classes may be gone.
            code, packed = pickle.loads(path.read_bytes())  # noqa: S301
            self._before = pickle.loads(packed) if code == self._code else {}  # noqa: S301

    def places(self, page: str) -> Counted:
        name = hashlib.sha256(page.encode()).hexdigest()
        self._now[name] = self._before.get(name) or counted(page)
        return self._now[name]

    def nothing_new(self) -> bool:
        return list(self._now) == list(self._before)

    def keep(self) -> None:
        self._path.write_bytes(pickle.dumps((self._code, pickle.dumps(self._now))))


def _in_order(app: Sphinx) -> list[str]:
    return [f"{name}.html" for name in pages(app.config) if name in app.env.found_docs]


def _read(path: Path, known: _Known) -> tuple[str, Counted]:
    """Return the title of a built page, without that of the course behind it, and its places."""
    page = path.read_text("utf-8")
    title = page.partition("<title>")[2].partition("</title>")[0].partition(" · ")[0]
    return unescape(title), known.places(page)
