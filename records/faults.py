"""Faults on their way to an author, all at once; `records/wording.py` and `records/text.py` put them into words."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 1000
"""How much of a fault is told [characters]."""

EMPTY = "is empty: fill it in or leave the field out"


class Refused(Exception):
    """What was written cannot be accepted; `.faults` holds every reason, one per line of the message."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = [_line(fault) for fault in faults]
        super().__init__("\n".join(self.faults))


def _line(fault: str) -> str:
    """Return a fault on one line, whatever it quotes, so that no terminal obeys it."""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", fault)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean …?)" where a known name is close to the one given, else an empty text.

    >>> nearest("evnts", ["events", "n"]), nearest("drugs", ["events", "n"])
    (' (did you mean events?)', '')
    """
    near = get_close_matches(name, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""
