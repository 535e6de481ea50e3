"""The words of the quiz, from the catalogs that the front end uses too."""

import json
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def catalog(folder: Path = HERE) -> dict[str, str]:
    """Return the texts that all questions share, and those of each kind, by key.

    Raises
    ------
    ValueError
        If two catalogs have a word for the same thing: in a script each kind keeps its own, here one would win.
    """
    words: dict[str, str] = {}
    for path in (folder / "strings.json", *sorted(folder.glob("kinds/*/words.json"))):
        own: dict[str, str] = json.loads(path.read_text("utf-8"))
        if twice := sorted(words.keys() & own.keys()):
            raise ValueError(f"{path.relative_to(folder)}: stands in another catalog too: {', '.join(twice)}")
        words |= own
    return words


_catalog = cache(catalog)


def say(key: str, **values: object) -> str:
    """Return a text of the catalogs with its values filled in.

    >>> say("question", i=3, n=14), say("place", place=2)
    ('Question 3 of 14', 'Place 2')
    """
    return _catalog()[key].format(**values)
