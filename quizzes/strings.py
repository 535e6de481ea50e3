"""The words of the quiz, from the catalogues that the front end uses as well."""

import json
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def _catalogue() -> dict[str, str]:
    """Return what all questions say, and what each kind says."""
    words: dict[str, str] = {}
    for path in (HERE / "strings.json", *sorted(HERE.glob("kinds/*/words.json"))):
        words |= json.loads(path.read_text("utf-8"))
    return words


def say(key: str, **values: object) -> str:
    """Return a text of the catalogues with its values put in.

    >>> say("question", i=3, n=14), say("place", place=2)
    ('Question 3 of 14', 'Place 2')
    """
    return _catalogue()[key].format(**values)
