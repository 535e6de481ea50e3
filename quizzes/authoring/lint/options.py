"""Rules on how the options compare with each other."""

import re
from collections.abc import Iterator
from itertools import combinations

from quizzes.authoring.lint.question import Question, Rule
from quizzes.authoring.lint.words import NUMBER, fold, listed

FEWEST, MOST_WHERE_ONE_IS_BEST, MOST = 3, 5, 6
"""How many options there may be; more only where several are to be picked."""

_UNALIKE = 2.0
"""How many times as long as the shortest option the longest may be."""

_SLACK = 15
"""Characters by which lengths may differ whatever the ratio: short options differ by a word."""

_OTHERS = re.compile(
    r"\b(?:all|none|neither|both|any|some|each|two) of (?:the )?(?:above|below|these|those|them|others?)\b"
    r"|\b(?:all|none) (?:the )?above\b|^(?:both )?[A-F] and [A-F]\b|^(?:all|none|neither|both)\.?$",
    re.IGNORECASE,
)
_OPPOSITES = [
    ("increase", "decrease"), ("increases", "decreases"), ("increased", "decreased"), ("rises", "falls"),
    ("rise", "fall"), ("higher", "lower"), ("more", "less"), ("more", "fewer"), ("longer", "shorter"),
    ("larger", "smaller"), ("above", "below"), ("better", "worse"), ("before", "after"), ("with", "without"),
    ("present", "absent"), ("positive", "negative"), ("true", "false"), ("yes", "no"), ("earlier", "later"),
    ("can", "cannot"), ("over", "under"),
]  # fmt: skip
_EXHAUSTIVE = {frozenset(pair) for pair in _OPPOSITES}
_DENIALS = re.compile(r"\b(?:does not|do not|did not|is not|are not|cannot|not|no|non|never|un)\b")
_UNIT = r"(?:\s*(?:%|[^\W\d]+)){0,2}"
_VALUE = rf"\d+(?:[.,]\d+)?{_UNIT}"
_RANGE = re.compile(rf"(\d+(?:\.\d+)?){_UNIT}\s*(?:-|–|to)\s*(\d+(?:\.\d+)?){_UNIT}", re.IGNORECASE)
_OPEN = re.compile(
    rf"(?:(?P<low>>|≥|more than|above|over|at least|from)|<|≤|less than|fewer than|below|under|at most|up to)"
    rf"\s*(?P<bound>\d+(?:\.\d+)?){_UNIT}",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"(?P<bound>\d+(?:\.\d+)?){_UNIT}? (?:or|and) (?:less|fewer|below|(?P<low>more|above|over))",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?:about |~|≈)?{_VALUE}", re.IGNORECASE)


def number_of_options(question: Question) -> Iterator[str]:
    """Three to five, all plausible: more dilute the question, fewer invite guessing."""
    most = MOST_WHERE_ONE_IS_BEST if question.pick == 1 else MOST
    if question.options and question.pick is not None and not FEWEST <= len(question.options) <= most:
        yield f"there are {len(question.options)} options; {FEWEST} to {most} are well"


def duplicates(question: Question) -> Iterator[str]:
    """Two options that say the same are both wrong, and a reader knows it."""
    for one, other in combinations(question.texts, 2):
        if fold(one) == fold(other):
            yield f"{listed([one, other])} say the same"


def others(question: Question) -> Iterator[str]:
    """An option about the options is no answer; it is right as soon as two are."""
    if found := [text for text in question.texts if _OTHERS.search(text)]:
        yield f"{listed(found)} speaks of the other options; write an answer in its place"


def lengths(question: Question) -> Iterator[str]:
    """Options are alike in length."""
    if not question.options:
        return
    short, *_, long = sorted([*question.texts, *question.texts[:1]], key=len)
    if len(long) > _UNALIKE * len(short) and len(long) - len(short) > _SLACK:
        yield f"“{long}” has {len(long)} signs, “{short}” {len(short)}; make them alike"


_FORMS: dict[str, re.Pattern[str]] = {
    "hold a number": NUMBER,
    "end in a full stop": re.compile(r"[.!]$"),
    "begin with a small letter": re.compile(r"^[a-z]"),
    "are a question": re.compile(r"\?$"),
}


def form(question: Question) -> Iterator[str]:
    """Options are alike in kind: all with a number or none, all sentences or none."""
    for what, pattern in _FORMS.items():
        found = [text for text in question.texts if pattern.search(text)]
        if found and len(found) < len(question.texts):
            yield f"{len(found)} of {len(question.texts)} options {what}: {listed(found)}"


def exhaustive(question: Question) -> Iterator[str]:
    """Where two options leave nothing out, the others cannot be right."""
    for one, other in combinations(question.texts, 2):
        if _opposed(one, other):
            yield f"{listed([one, other])} leave no third possibility, so the other options are out"


def _opposed(one: str, other: str) -> bool:
    """Return whether two texts differ only in one word that reverses the meaning."""
    left, right = fold(one).split(), fold(other).split()
    if len(left) == len(right):
        apart = [frozenset(pair) for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
        if len(apart) == 1 and apart[0] in _EXHAUSTIVE:
            return True
    affirmed = [" ".join(_DENIALS.sub(" ", " ".join(words)).split()) for words in (left, right)]
    denied = [len(_DENIALS.findall(" ".join(words))) for words in (left, right)]
    return _bare(affirmed[0]) == _bare(affirmed[1]) and denied[0] != denied[1]


def _bare(text: str) -> str:
    """Return a text so that `it spreads` and `it does not spread` read alike."""
    return " ".join(word.removesuffix("s") for word in text.split())


def order(question: Question) -> Iterator[str]:
    """Options that are numbers stand in their order, and are not shuffled."""
    spans = _spans(question)
    if spans is None:
        return
    if spans not in (sorted(spans), sorted(spans, reverse=True)):
        yield f"{listed(question.texts)} are numbers; write them in order"
    if question.shuffle:
        yield "the options are numbers and have an order; write shuffle: false"


def overlap(question: Question) -> Iterator[str]:
    """Ranges that share a value are two right answers."""
    spans = _spans(question)
    if spans is None:
        return
    for (one, first), (other, second) in combinations(zip(question.texts, spans, strict=True), 2):
        (low, high), (from_, to) = first, second
        both_single = low == high and from_ == to
        if not both_single and max(low, from_) <= min(high, to):
            yield f"{listed([one, other])} overlap"


def _spans(question: Question) -> list[tuple[float, float]] | None:
    """Return the span of each option, or None unless all are numbers."""
    spans = [_span(re.sub(r"\s*\([^)]*\)", "", text)) for text in question.texts]
    known = [span for span in spans if span is not None]
    return known if known and len(known) == len(spans) else None


def _span(text: str) -> tuple[float, float] | None:
    """Return the span of a text, or None if it is neither a number nor a range."""
    text = text.strip().rstrip(".")
    if found := _RANGE.fullmatch(text):
        return float(found[1]), float(found[2])
    if found := _OPEN.fullmatch(text):
        bound, step = float(found["bound"]), 1e-9
        # “above 5” and “5 or less” share nothing; “at least 5” and “up to 5” do.
        closed = re.match(r"≥|at least|from|≤|at most|up to", text, re.IGNORECASE) is not None
        reach = bound if closed else (bound + step if found["low"] else bound - step)
        return (reach, float("inf")) if found["low"] else (float("-inf"), reach)
    if found := _CLOSED.fullmatch(text):
        bound = float(found["bound"])
        return (bound, float("inf")) if found["low"] else (float("-inf"), bound)
    if _SINGLE.fullmatch(text) and (number := NUMBER.search(re.sub(r"(\d)([^\W\d])", r"\1 \2", text))):
        value = float(number[0].replace(",", "."))
        return value, value
    return None


RULES: dict[str, Rule] = {
    "number-of-options": number_of_options,
    "duplicates": duplicates,
    "others": others,
    "lengths": lengths,
    "form": form,
    "exhaustive": exhaustive,
    "order": order,
    "overlap": overlap,
}
