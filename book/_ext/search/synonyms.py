"""What readers type and what the book says: phrases of one meaning, from `book/synonyms.yml` and the glossary."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from sphinx.errors import ExtensionError

from records.faults import Refused
from records.place import Place
from records.reading import read
from records.record import Record
from records.wording import taken_file

from .stemming import phrase as words_of

NAME = "synonyms.yml"
Phrase = list[str]
"""The words of a phrase as the index has them."""
Same = list[list[Phrase]]
"""Groups of phrases that mean one thing."""


class Synonyms(Record):
    """The file: each entry of `same` is a list of phrases of one meaning."""

    same: tuple[tuple[str, ...], ...]

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
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


def load_synonyms(path: Path) -> list[list[str]]:
    """Return the groups of phrases of a file, none where there is no file.

    Raises
    ------
    ExtensionError
        With every fault of the file.
    """
    if not path.exists():
        return []
    data, faults = read(path)
    # Entries of entries: the record keeps tuples throughout.
    same = data.get("same") if data else None
    if data and isinstance(same, list):
        data = {**data, "same": [tuple(group) if isinstance(group, list) else group for group in same]}
    record, wrong = taken_file(Synonyms, data) if data is not None else (None, [])
    if record is None or faults:
        raise ExtensionError(str(Refused([f"book/{path.name}: {fault}" for fault in [*faults, *wrong]])))
    return [list(group) for group in record.same]


def same_meaning(groups: Iterable[list[str]], terms: Iterable[str]) -> Same:
    """Return the groups as the index has them, each phrase once.

    Parameters
    ----------
    groups
        Phrases of one meaning, as written.
    terms
        Titles of the glossary's entries; the names of one are parted by " · ".
    """
    named = (title.split(" · ") for title in terms if " · " in title)
    found = (
        [list(words) for words in {tuple(words_of(phrase)): 0 for phrase in group} if words]
        for group in chain(groups, named)
    )
    return [phrases for phrases in found if len(phrases) > 1]
