"""What readers type and what the book says: phrases of one meaning, and pages that are asked for in other words.

They come from the engine's `thesaurus.yml`, which knows no course, from the course's own `book/synonyms.yml`, from its
glossary, and from the abbreviations that its text spells out.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from sphinx.errors import ExtensionError

from records.faults import Refused
from records.place import Place as Where
from records.reading import read
from records.record import Record
from records.wording import taken_file

from .abbreviations import defined, spelled_out
from .places import Place
from .stemming import phrase as words_of

NAME = "synonyms.yml"
THESAURUS = Path(__file__).with_name("thesaurus.yml")
Phrase = list[str]
"""The words of a phrase as the index has them."""


class Synonyms(Record):
    """A file: each entry of `same` has phrases of one meaning; those of `asked` lead to a page or a section."""

    same: tuple[tuple[str, ...], ...] = ()
    asked: Mapping[str, tuple[str, ...]] = {}

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Where, str]]:
        """Say which group is none, which phrase has no word to search for, and which stands twice."""
        groups = raw.get("same")
        seen: dict[str, int] = {}
        for at, group in enumerate(groups if isinstance(groups, list) else ()):
            phrases = group if isinstance(group, list | tuple) else ()
            if len(phrases) == 1:
                yield ("same", at), f"“{phrases[0]}” stands alone; add what means the same, or take it out"
            for phrase in phrases:
                words = " ".join(words_of(phrase)) if isinstance(phrase, str) else None
                if words == "":
                    yield ("same", at), f"“{phrase}” has no word that is searched"
                elif words in seen:
                    yield ("same", at), f"“{phrase}” stands in group {seen[words] + 1} too; join the two"
                if words:
                    seen[words] = at


def load_synonyms(path: Path) -> Synonyms:
    """Return what a file says, nothing where there is no file.

    Raises
    ------
    ExtensionError
        With every fault of the file.
    """
    if not path.exists():
        return Synonyms()
    data, faults = read(path)
    # Entries of entries: the record keeps tuples throughout.
    same, asked = (data.get("same"), data.get("asked")) if data else (None, None)
    if data and isinstance(same, list):
        data = {**data, "same": [_kept(group) for group in same]}
    if data and isinstance(asked, dict):
        data = {**data, "asked": {name: _kept(phrases) for name, phrases in asked.items()}}
    record, wrong = taken_file(Synonyms, data) if data is not None else (None, [])
    if record is None or faults:
        raise ExtensionError(str(Refused([f"book/{path.name}: {fault}" for fault in [*faults, *wrong]])))
    return record


def _kept(phrases: object) -> object:
    return tuple(phrases) if isinstance(phrases, list) else phrases


def same_meaning(
    groups: Iterable[Sequence[str]], places: Iterable[Place], known: Container[str]
) -> list[tuple[list[Phrase], int]]:
    """Return the groups as the index has them, each with how many of its phrases the book says: these come first.

    A group of which it says none is left out: it would lead nowhere.

    Parameters
    ----------
    groups
        Phrases of one meaning, as written.
    places
        All of the index: the names of a term, parted by " · ", mean the same, and so does an abbreviation and
        what it is spelled out as.
    known
        The words of the book, as the index has them.
    """
    own = chain.from_iterable(_names(place) for place in places)
    found: dict[tuple[tuple[str, ...], ...], int] = {}
    for group in chain(groups, own):
        phrases = tuple({tuple(words_of(phrase)): 0 for phrase in group if words_of(phrase)})
        said = tuple(phrase for phrase in phrases if all(word in known for word in phrase))
        if said and len(phrases) > 1:
            found[(*said, *(phrase for phrase in phrases if phrase not in said))] = len(said)
    return [([list(words) for words in phrases], said) for phrases, said in found.items()]


def _names(place: Place) -> Iterator[Sequence[str]]:
    if place.kind == "term":
        yield place.title.split(" · ")
        yield from defined(place.title, place.shown)
    elif place.kind in {"section", "aside"}:
        yield from spelled_out(place.read)
