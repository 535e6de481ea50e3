"""The words of the search: one case, one spelling and no endings, in the index as on the page."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from sphinx.search.en import SearchEnglish

# A number that its unit follows at once, as in `5y`: two words.
UNIT = re.compile(r"(?<![^\W_])(\d+(?:[.,]\d+)?)(?=(?:y|yrs?|mm|cm|mg|kg|g|gy|ml|h|wks?)(?![^\W_]))")
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
COMPOUND = re.compile(r"[^\W\d_][^\W_]*(?:[-‐‑][^\W_]+)+")
LONGEST_COMPOUND = 10
LOGY = re.compile(r"^((?:[^aeiou][^aeiouy]*)?[aeiouy][aeiou]*[^aeiou].*log)i$")
# Words of grammar, beside those that Sphinx leaves out: they stand everywhere, and nobody looks for one.
GRAMMAR = frozenset(
    re.findall(
        r"[a-z]+",
        """
        all also although am among any because been being between both can could did do does during each either
        from had has have having he her here him his i its itself just like may me might more most must my
        neither one only other our ours out over own rather same she should so some than them themselves those
        though through too under until upon very we were what when where whether which while whom whose why
        would you your
        """,
    )
)
# One spelling for British and American, in the book and in the query.
SPELLINGS = (
    (
        re.compile(r"(metastas|gnos|fibros|necros|thrombos|stenos|scleros|hypothes|analys|anastomos)es$"),
        r"\1is",
    ),
    (re.compile(r"^mets$"), "metastasis"),
    (re.compile(r"(metasta|necro|fibro|thrombo|steno|sclero|mito)tic$"), r"\1sis"),
    (re.compile(r"gnostic$"), "gnosis"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"our"), "or"),
    (re.compile(r"yse"), "yze"),
    (re.compile(r"(lic|def|off)enc"), r"\1ens"),
    (re.compile(r"is(ation|ed|es|e|ing)$"), r"iz\1"),
    (re.compile(r"tre(s?)$"), r"ter\1"),
)


@cache
def _language() -> SearchEnglish:
    return SearchEnglish({})


@cache
def stem(word: str) -> str:
    """Return a word, already folded, in the index's spelling and without its ending."""
    word = spelled(word)
    # The stemmer on the page differs from Python's: it leaves "us" alone and turns `histology` into `histolog`.
    return word if len(word) < 3 else LOGY.sub(r"\1", _language().stem(word))


def fold(text: str) -> str:
    """Return text without case and accents.

    >>> fold("MÜNCHEN m²")
    'munchen m2'
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return UNIT.sub(r"\1 ", plain.lower())


def spelled(word: str) -> str:
    """Return a word in the one spelling that the index uses.

    >>> [spelled(word) for word in ("haemangioma", "tumour", "localised", "centre", "metastases")]
    ['hemangioma', 'tumor', 'localized', 'center', 'metastasis']
    """
    for pattern, instead in SPELLINGS:
        word = pattern.sub(instead, word)
    return word


def stems(text: str) -> Iterator[str]:
    """Return the words of a text as the index holds them, without single letters and the commonest words.

    >>> list(stems("The tumours' 8.3 cm, in a T2"))
    ['tumor', '8.3', 'cm', 't2']
    """
    return (stem(word) for word in _words(text) if word not in GRAMMAR)


def phrase(text: str) -> list[str]:
    """Return the words of a phrase that means something as a whole, those of grammar among them.

    >>> phrase("have children")
    ['have', 'children']
    """
    return [stem(word) for word in _words(text)]


def compounds(text: str) -> Iterator[str]:
    """Yield short words with a hyphen as one: readers type many so.

    >>> list(compounds("PD-L1 in 5-year follow-up of such a long-winded-compound"))
    ['pdl1', 'followup']
    """
    for word in COMPOUND.findall(fold(text)):
        whole = re.sub(r"[\W_]", "", word)
        if len(whole) <= LONGEST_COMPOUND:
            yield whole


def _words(text: str) -> Iterator[str]:
    for word in WORD.findall(fold(text)):
        if word not in _language().stopwords and (len(word) > 1 or word.isdigit()):
            yield word


def stemmer_script() -> str:
    """Return Sphinx's stemmer, and what the front end shares with this file, as a script."""
    language = _language()
    return (
        f"{language.js_stemmer_code}\n"
        f"window.courseSearch={{Stemmer,stopwords:new Set({json.dumps(sorted(language.stopwords))}),"
        f"grammar:new Set({json.dumps(sorted(GRAMMAR))})}};\n"
    )
