"""Evidence in questions: the tokens in their text, and the resolver that knows what an id says.

A question names a number by id, as `` {ev}`<id>` `` or `` {ev}`<id> <aspect>` ``. This package does not
know the evidence: a resolver is installed under the entry-point group `quizzes.evidence`.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, cast

GROUP = "quizzes.evidence"

_TOKEN = re.compile(r"\{ev\}`([^`\s]+(?: [^`\s]+)?)`")
_ATTEMPT = re.compile(r"\{\s*ev\b\s*\}?\s*(?:`[^`]*`?)?", re.IGNORECASE)


class Citation(Protocol):
    """What an id says: the text for a sentence, and the lines of a card."""

    @property
    def id(self) -> str:
        """The id, without an aspect."""

    @property
    def text(self) -> str:
        """What stands in the sentence: `62%`."""

    @property
    def title(self) -> str:
        """What was measured: `Remission within a year: 62%`."""

    @property
    def detail(self) -> str:
        """In whom: `All patients, n = 50. Interval not reported.`"""

    @property
    def source(self) -> str:
        """By whom, and where it was read: `Roe 2020, Journal of Examples; abstract`."""


class Cite(Protocol):
    """Resolves evidence, or raises KeyError with a helpful sentence if it does not know it."""

    def __call__(self, reference: str, /) -> Citation:
        """Return what `"<id>"` or `"<id> <aspect>"` says."""


@cache
def resolver() -> Cite:
    """Return the one installed resolver.

    Raises
    ------
    LookupError
        If none is installed, or several that differ.
    """
    # A project that was renamed may be installed under both names; both name the same resolver.
    found = list({point.value: point for point in entry_points(group=GROUP)}.values())
    if len(found) != 1:
        names = ", ".join(point.value for point in found) or "none"
        raise LookupError(
            f"exactly one entry point {GROUP!r} is needed, found: {names}. "
            "From the folder of the repository: python -m pip install -e ."
        )
    return cast(Cite, found[0].load())


def references(text: str) -> list[str]:
    """Return what the tokens in `text` refer to, in order.

    >>> references("It was {ev}`roe-remission`, in {ev}`roe-remission n` patients.")
    ['roe-remission', 'roe-remission n']
    """
    return _TOKEN.findall(text)


def malformed(text: str) -> Iterator[str]:
    """Yield what looks like a token but is not one.

    >>> list(malformed("{ev}`a` is fine, {ev} `a`, {EV}`a` and {ev}`` are not"))
    ['{ev} `a`', '{EV}`a`', '{ev}``']
    """
    for attempt in _ATTEMPT.finditer(text):
        if not _TOKEN.match(text, attempt.start()):
            yield attempt.group().strip()


def fill_tokens(text: str, cite: Cite) -> str:
    """Return `text` with every token replaced by what it says, as plain text.

    Raises
    ------
    KeyError
        If `cite` does not know the evidence.
    """
    return _TOKEN.sub(lambda token: cite(token[1]).text, text)
