"""The words of the quiz, from the catalogue that the front end uses as well."""

import json
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).parent / "strings.json"


@cache
def _catalogue() -> dict[str, str]:
    words: dict[str, str] = json.loads(CATALOGUE.read_text("utf-8"))
    return words


def say(key: str, **values: object) -> str:
    """Return a text of the catalogue with its values put in.

    >>> say("question", i=3, n=14)
    'Question 3 of 14'
    """
    return _catalogue()[key].format(**values)
