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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import MappingProxyType

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from ..files import fill
from ..sources import ROOT, STUDIES, pages
from . import abbreviations, stemming
from . import places as search_places
from .abbreviations import initials
from .places import ROWS, Place, Places
from .stemming import compounds, stemmer_script, stems
from .synonyms import NAME, THESAURUS, load_synonyms, same_meaning

FOLDER = "_static/search"
CHUNK = 8  # places in one file of texts; ten results are seldom neighbors
WORDS = 32_000  # characters in one file of words; what would be more is split by the next letter
CACHE = "search-places.pickle"
IN_TITLE = 4  # a word in a title counts this many times
IN_LEAD = 2  # one that a part of a section begins with, so many times more
MOST = 40  # and no word counts more than this
TITLED = 50  # which is added where it is in the title
KINDS = {
    "section": "s",
    "aside": "a",
    "figure": "f",
    "question": "q",
    "term": "t",
    "number": "n",
    "evidence": "e",
    "reference": "r",
}
TAUGHT = {"section", "aside", "term", "question"}
# A surname and a year; an institution has more words, which mean something else too.
LONGEST_NAME = 2
# With these words one asks for a kind of place, whatever it says.
ASKED_BY_KIND = {"figure": "figure", "question": "question"}
# What so many places teach about is a word, even where a study has it as its name, as one that goes by its journal.
COMMON = 3
# A heading that so many pages have names no subject.
RECURS = 3

SIZE = re.compile(r"(?<=<span data-size=)[^<]*")

Counted = list[tuple[Place, Counter[str]]]


def counted(page: str) -> Counted:
    """Return the places of a built page, each with its words and their counts."""
    return [(place, Counter(stems(_searched(place)))) for place in Places(page).found]


def _searched(place: Place) -> str:
    """Return the words of a place, also as a reader may type what it writes with a hyphen or in full, and its kind."""
    text = place.read
    return " ".join([text, *compounds(text), *initials(text), ASKED_BY_KIND.get(place.kind, "")])


def index_files(
    pages: dict[str, tuple[str, Counted]],
    synonyms: Iterable[Sequence[str]] = (),
    asked: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> dict[str, str]:
    """Return the files of the index by name.

    Parameters
    ----------
    pages
        Address, as seen from the root of the site -> title and places of each page; of a folder, see `in_one`.
    synonyms
        Groups of phrases that mean one thing.
    asked
        Page, or page and section as in `follow-up#fertility` -> phrases with which a reader wants it. Where there is no
        such page, they are left out.
    """
    pages = _once(pages)
    wanted = _wanted(pages, asked)
    found = _apart([(title, *place) for title, places in pages.values() for place in places])
    words: defaultdict[str, list[int]] = defaultdict(list)
    lengths = []
    for number, (page_title, place, seen) in enumerate(found):
        counts = seen.copy()
        lengths.append(sum(counts.values()))
        titled = [*stems(place.title), *stems(wanted.get(number, ""))]
        for word in titled:
            counts[word] += IN_TITLE
        for word in set(stems(place.lead)):
            counts[word] += IN_LEAD
        if place.kind in {"section", "aside"}:
            counts.update(set(stems(page_title)))
        for word, count in counts.items():
            words[word] += (number, min(count, MOST) + (TITLED if word in titled else 0))
    same = same_meaning(synonyms, (place for _, place, _ in found), words)
    shards = split({word: _gaps(some) for word, some in sorted(words.items())})
    files: dict[str, object] = {f"words-{name}": group for name, group in shards.items()}
    texts = [[place.anchor, _named(place), place.shown] for _, place, _ in found]
    for first in range(0, len(texts), CHUNK):
        files[f"texts-{first // CHUNK}"] = texts[first : first + CHUNK]
    files["index"] = {
        "pages": [[address, title, len(places)] for address, (title, places) in pages.items()],
        "kinds": "".join(KINDS[place.kind] for _, place, _ in found),
        "lengths": lengths,
        "chunk": CHUNK,
        "shards": sorted(shards),
        "names": sorted(_names_of_studies(found)),
        "same": [phrases for phrases, _ in same],
        "said": [said for _, said in same],
    }
    scripts = {name: f"courseSearch.put({json.dumps(name)},{_json(data)});\n" for name, data in files.items()}
    digest = hashlib.sha256("".join(scripts[name] for name in sorted(scripts)).encode()).hexdigest()[:12]
    scripts["index"] = f"courseSearch.version={json.dumps(digest)};\n{scripts['index']}"
    return scripts


def _wanted(pages: dict[str, tuple[str, Counted]], asked: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Return the phrases with which a place is wanted, by its number."""
    places = (
        (Path(address).stem, place.anchor) for address, (_, found) in pages.items() for place, _ in found
    )
    at: dict[str, int] = {}
    for number, (page, anchor) in enumerate(places):
        at.setdefault(page, number)
        at[f"{page}#{anchor}"] = number
    return {at[name]: " ".join(phrases) for name, phrases in asked.items() if name in at}


def _apart(found: list[tuple[str, Place, Counter[str]]]) -> list[tuple[str, Place, Counter[str]]]:
    """Set sections apart that sum up: their heading, as that of the key points, is on many pages."""
    titles = Counter(place.title for _, place, _ in found if place.kind == "section")
    return [
        (title, replace(place, kind="aside") if titles[place.title] >= RECURS else place, seen)
        for title, place, seen in found
    ]


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


def split(
    words: Mapping[str, list[int]], name: str = "", most: int = WORDS
) -> dict[str, dict[str, list[int]]]:
    """Return the words by file: by their first letter, and by further ones while a file would have more than `most`.

    A word is in the file whose name is the longest beginning of it, as `signed` writes it.

    >>> split({"tumor": [1], "8.3": [1], "β": [1]})
    {'t': {'tumor': [1]}, '0': {'8.3': [1]}, '_': {'β': [1]}}
    >>> list(split({"to": [1], "toe": [1], "tumor": [1]}, most=20))
    ['to', 'tu']
    """
    own: dict[str, list[int]] = {}
    longer: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for word, places in words.items():
        following = signed(word)[len(name) : len(name) + 1]
        # The name of a file has letters and digits only, but for the sign of what begins otherwise.
        group = longer[name + following] if (following.isalnum() and following.isascii()) or not name else own
        group[word] = places
    found = {name: own} if own else {}
    for begun, group in longer.items():
        whole = len(group) == 1 or len(_json(group)) <= most
        found |= {begun: group} if whole else split(group, begun, most)
    return found


def signed(word: str) -> str:
    """Return a word after the sign of what it is, where it does not begin with a letter from a to z.

    >>> signed("tumor"), signed("8.3"), signed("β")
    ('tumor', '08.3', '_β')
    """
    first = word[0]
    return word if "a" <= first <= "z" else f"0{word}" if first.isdigit() else f"_{word}"


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
    general, own = load_synonyms(THESAURUS), load_synonyms(ROOT / "book" / NAME)
    known = _Known(Path(app.doctreedir) / CACHE, repr([general, own]))
    pages = {name: _read(out / name, known) for name in _in_order(app)}
    studies = {path.name: _read(path, known) for path in sorted((out / STUDIES).glob("*.html"))}
    if known.nothing_new() and (out / FOLDER / "index.js").exists():
        return
    pages[f"{STUDIES}/"] = ("", in_one(studies))
    known.keep()
    _fail_for_unknown(own.asked, pages)
    words = index_files(pages, [*general.same, *own.same], {**general.asked, **own.asked})
    scripts = {**words, "stemmer": stemmer_script()}
    (out / "searchindex.js").unlink(missing_ok=True)  # from an earlier build
    fill(out / FOLDER, {f"{name}.js": script for name, script in scripts.items()})


def _fail_for_unknown(asked: Mapping[str, Sequence[str]], pages: dict[str, tuple[str, Counted]]) -> None:
    """Say which of the course's own names is no page and no section, each at once."""
    unknown = [name for name in asked if not _wanted(pages, {name: ()})]
    if unknown:
        said = (
            f"book/{NAME}: asked: {name}: no page or section of this name; see its address"
            for name in unknown
        )
        raise ExtensionError("\n".join(said))


class _Known:
    """The places of pages unchanged since the last build, which is most of them most of the time."""

    def __init__(self, path: Path, synonyms: str) -> None:
        self._path = path
        read = (__file__, *(str(code.__file__) for code in (abbreviations, stemming, search_places)))
        code = b"".join(Path(file).read_bytes() for file in read)
        self._code = hashlib.sha256(code + synonyms.encode()).hexdigest()
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
    # The size of a package that has this very index in it is put on its page later, and is nothing to find.
    page = SIZE.sub("", path.read_text("utf-8"))
    title = page.partition("<title>")[2].partition("</title>")[0].partition(" · ")[0]
    return unescape(title), known.places(page)
