"""What the letters of an abbreviation stand for, as the book itself spells it out."""

import re
from collections.abc import Iterator

SHORT = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
IN_BRACKETS = re.compile(rf"((?:[\w’-]+ ){{2,9}})\(({SHORT.pattern})\)")
WORDS = re.compile(r"[^\W_]+")
SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
CAPITAL = r"(?!The\b)[A-Z][a-z]+"
# At least three words with capitals, and small ones between them.
NAME = re.compile(rf"\b{CAPITAL}(?:[ -](?:(?:{'|'.join(sorted(SMALL))}) )?{CAPITAL}){{2,6}}")
LONGEST = 9


def spelled_out(text: str) -> Iterator[tuple[str, str]]:
    """Yield each abbreviation in brackets with the words before it that begin with its letters.

    >>> list(spelled_out("by the upper limit of normal (ULN), and creatine kinase (CK), in all (NONE)"))
    [('ULN', 'upper limit of normal'), ('CK', 'creatine kinase')]
    """
    for before, short in IN_BRACKETS.findall(text):
        words = before.split()
        longer = (" ".join(words[at:]) for at in range(len(words) - 2, -1, -1))
        if whole := next((words for words in longer if stands_for(short, words)), None):
            yield short, whole


def defined(term: str, definition: str) -> Iterator[tuple[str, str]]:
    """Yield an abbreviation with the words that its definition begins with, where these spell it out.

    >>> list(defined("SEER", "Surveillance, Epidemiology, and End Results, a group of registries"))
    [('SEER', 'Surveillance, Epidemiology, and End Results,')]
    """
    words = definition.split()[:LONGEST]
    begun = (" ".join(words[:count]) for count in range(2, len(words) + 1))
    if SHORT.fullmatch(term) and (whole := next((one for one in begun if stands_for(term, one)), None)):
        yield term, whole


def stands_for(short: str, words: str) -> bool:
    """Return whether words begin with the letters of an abbreviation, with or without the small ones among them.

    >>> [stands_for("FISH", "fluorescence in situ hybridization"), stands_for("TKI", "kinase inhibitor")]
    [True, False]
    """
    all_words = WORDS.findall(words.lower())
    if not all_words or all_words[0] in SMALL:
        return False
    telling = [word for word in all_words if word not in SMALL]
    return short.lower() in {"".join(word[0] for word in some) for some in (all_words, telling)}


def initials(text: str) -> Iterator[str]:
    """Yield the initials of each name of three words or more: a reader may know it by them alone.

    >>> list(initials("The Spinal Instability Neoplastic Score of a patient adds what is seen."))
    ['SINS']
    """
    for name in NAME.findall(text):
        yield "".join(word[0] for word in re.findall(CAPITAL, name))
