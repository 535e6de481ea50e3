"""Rules on what is given and what is asked."""

import re
from collections.abc import Iterator

from quizzes.authoring.lint.question import Question, Rule
from quizzes.authoring.lint.words import count, fold, listed

LONGEST_STEM = 90
"""Words of a stem that a reader can keep in mind; a longer one is usually read twice."""

_NEGATIVE = re.compile(
    r"\b(?:not|except(?:ing)?|excluding|(?<!\bat )least|unlikely|unlikeliest|incorrect|inaccurate|untrue|false"
    r"|inappropriate|never|cannot|neither|none|\w+n['’]t)\b|\b(?:is|are) wrong\?",
    re.IGNORECASE,
)
_UNFOCUSED = re.compile(
    r"\bof (?:the following|these|those)\b|\bwhich(?: \w+)? (?:statement|option|answer|sentence|claim)s?\b"
    r"|\b(?:is|are|was|were|holds?) (?:true|correct|right|accurate)\b",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ASKED_FOR = re.compile(rf"\b(?:which|what|name|pick|choose|select)(?: the)? ({'|'.join(_NUMBERS)})\b", re.I)
_ARTICLE = re.compile(r"\b(an?)\W*$", re.IGNORECASE)
_SINGULAR = re.compile(r"\b(?:is|was|has|this|each|one)\W*$", re.IGNORECASE)
_PLURAL = re.compile(r"\b(?:are|were|have|these|those|several)\W*$", re.IGNORECASE)
_ONE = frozenset({"a", "an", "one", "this", "each"})
_MANY = frozenset({"two", "three", "four", "several", "many", "these", "those", "both"})


def negative(question: Question) -> Iterator[str]:
    """Asking for what is not true tests attention to one small word."""
    if found := _NEGATIVE.findall(question.lead_in):
        yield f"the lead-in says {listed(found)}; ask for what is true"


def no_question(question: Question) -> Iterator[str]:
    """A lead-in is a question: an open sentence lets grammar choose."""
    if question.options and not question.lead_in.endswith("?"):
        yield "the lead-in does not end in a question mark; ask a question"


def several_questions(question: Question) -> Iterator[str]:
    """One idea a question."""
    if question.lead_in.count("?") > 1:
        yield f"the lead-in asks {question.lead_in.count('?')} questions; ask one"


def unfocused(question: Question) -> Iterator[str]:
    """A question must be answerable with the options covered."""
    if question.options and (found := _UNFOCUSED.search(question.lead_in)):
        yield f"the lead-in says {listed([found[0]])}; ask so that the options can be covered"


def stem_length(question: Question) -> Iterator[str]:
    """A stem is read once."""
    if (words := count(question.stem)) > LONGEST_STEM:
        yield f"the stem has {words} words; {LONGEST_STEM} at most"


def stated_number(question: Question) -> Iterator[str]:
    """The question asks for as many options as are to be picked."""
    found = _ASKED_FOR.search(question.lead_in)
    if question.pick is None or not question.options or found is None:
        return
    if _NUMBERS[found[1].lower()] != question.pick:
        yield f"the lead-in asks for {found[1].lower()}, and {question.pick} are to be picked"


def grammar(question: Question) -> Iterator[str]:
    """Grammar must not say which option fits the lead-in."""
    firsts = [(fold(text).split() or [""])[0] for text in question.texts]
    article = _ARTICLE.search(question.lead_in)
    if article and question.options:
        vowels = [first[:1] in {"a", "e", "i", "o", "u"} for first in firsts]
        fits = sum(vowel == (article[1].lower() == "an") for vowel in vowels)
        if fits < len(vowels):
            yield f"the lead-in ends in “{article[1]}”, which fits {fits} of {len(vowels)} options"
    elif _SINGULAR.search(question.lead_in) and (plural := [word for word in firsts if word in _MANY]):
        yield f"the lead-in ends in the singular, and an option begins with {listed(plural)}"
    elif _PLURAL.search(question.lead_in) and (single := [word for word in firsts if word in _ONE]):
        yield f"the lead-in ends in the plural, and an option begins with {listed(single)}"


RULES: dict[str, Rule] = {
    "negative": negative,
    "no-question": no_question,
    "several-questions": several_questions,
    "unfocused": unfocused,
    "stem-length": stem_length,
    "stated-number": stated_number,
    "grammar": grammar,
}
