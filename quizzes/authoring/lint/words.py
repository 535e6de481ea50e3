"""How rules read a text: folded words, numbers, and what counts as a content word."""

import re
import unicodedata

NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*(?![\w])")
"""A number that stands for itself: not the 2 of `THB2`, nor the 8 of `AJCC 8`'s `8th`."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EMPTY_WORDS = """
    about above after against also among another because been before being below between both could
    does done down during each either else ever every first following from further given gives have having
    here into itself just last less like many more most much must near neither next none once only onto
    other over same shall should show since some such than that their them then there these they this those
    through under until upon very what when where whether which while whose will with within without would
    your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ENDINGS = (
    "ations",
    "ation",
    "ically",
    "ical",
    "ings",
    "ing",
    "edly",
    "ies",
    "ied",
    "es",
    "ed",
    "ly",
    "s",
    "e",
)
_SHORTEST = 4


def fold(text: str) -> str:
    """Return `text` without case, accents, punctuation and double spaces, to be compared.

    >>> fold("  Naïve: the  Tumor. ")
    'naive the tumor'
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(sign if sign.isalnum() else " " for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(kept.split())


def content_words(text: str) -> dict[str, str]:
    """Return the words that carry meaning, by their stem, each as it is written.

    Words of fewer than four letters, numbers and words such as `which` are left out.

    >>> content_words("Which of the involved nodes involves most?")
    {'involv': 'involves', 'nod': 'nodes'}
    """
    words = (word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    words = (word for word in words if len(word) >= _SHORTEST)
    return {_stem(fold(word)): word for word in words if fold(word) not in _EMPTY}


def _stem(word: str) -> str:
    """Return a word without its ending, so that its forms count as one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            return word[: -len(ending)]
    return word


def count(text: str) -> int:
    """Return how many words a text has, numbers among them.

    >>> count("8 cm, deep to the fascia")
    6
    """
    return len(text.split())


def listed(words: list[str]) -> str:
    """Return words in quotes, for a warning.

    >>> listed(["always", "never"])
    '“always”, “never”'
    """
    return ", ".join(f"“{word}”" for word in words)
