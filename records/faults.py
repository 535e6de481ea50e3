"""Faults on their way to an author, all at once; `records/wording.py` and `records/text.py` put them into words."""

from collections.abc import Iterable
from difflib import get_close_matches

EMPTY = "is empty: fill it in or leave the field out"


class Refused(Exception):
    """What was written cannot be accepted; `.faults` holds every reason, one per line of the message."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def nearest(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean …?)" where a known name is close to the one given, else an empty text.

    >>> nearest("evnts", ["events", "n"]), nearest("drugs", ["events", "n"])
    (' (did you mean events?)', '')
    """
    near = get_close_matches(name, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""
