"""Rules on what gives the key away to a reader who does not know the answer."""

import re
from collections.abc import Iterator

from quizzes.authoring.lint.question import Question, Rule
from quizzes.authoring.lint.words import content_words, fold, listed

CLEARLY_LONGER = 1.2
"""How many times as long as the longest other option a key may be."""

_SLACK = 6
"""Characters by which a key may be longer whatever the ratio."""

_ABSOLUTE = re.compile(
    r"\b(?:always|never|invariably|entirely|completely|exclusively|solely|impossible|certainly|definitely"
    r"|undoubtedly|guaranteed|must|only)\b"
    # `All patients relapse` claims; `of all patients` names a denominator.
    r"|(?<!of )(?<!in )(?<!for )(?<!at )(?<!after )(?<!among )(?<!to )(?<!with )(?<!from )\b(?:all|every|none)\b"
    r"|^no\b(?! more| less| later)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:often|usually|sometimes|rarely|seldom|frequently|commonly|occasionally|generally|typically|mostly"
    r"|possibly|probably|perhaps|might|may(?! \d))\b",
    re.IGNORECASE,
)


def absolute(question: Question) -> Iterator[str]:
    """Nothing in medicine is always so, and readers know it: an absolute marks a wrong option."""
    yield from _marked(question, _ABSOLUTE, "an absolute; say what is meant without it")


def vague(question: Question) -> Iterator[str]:
    """Readers put `often` anywhere between 40 and 90 of 100, and `may` is always right."""
    yield from _marked(question, _VAGUE, "a vague word of frequency; say how often, or leave it out")


def _marked(question: Question, words: re.Pattern[str], what: str) -> Iterator[str]:
    found = {text: words.findall(text) for text in question.texts}
    folded = {text: {fold(word) for word in words} for text, words in found.items()}
    # A word in every option tells nothing about any of them.
    shared = set.intersection(*folded.values()) if folded else set()
    for text, own in found.items():
        if marked := [word for word in own if fold(word) not in shared]:
            yield f"“{text}” holds {listed(marked)}, {what}"


def longest_key(question: Question) -> Iterator[str]:
    """The key is not the longest: writers qualify what they know to be right."""
    if not question.keys or not question.others:
        return
    key, other = min(map(len, question.keys)), max(map(len, question.others))
    if key > CLEARLY_LONGER * other and key - other > _SLACK:
        yield f"the key has {key} characters, the longest other option {other}; shorten it"


def echo(question: Question) -> Iterator[str]:
    """A word of the question that returns in the key alone leads to it."""
    given = content_words(f"{question.stem} {question.lead_in}")
    elsewhere = {stem for text in question.others for stem in content_words(text)}
    for text in question.keys:
        own = content_words(text)
        if echoed := [word for stem, word in own.items() if stem in given and stem not in elsewhere]:
            yield f"{listed(echoed)} of the question returns in the key “{text}” only"


RULES: dict[str, Rule] = {
    "absolute": absolute,
    "vague": vague,
    "longest-key": longest_key,
    "echo": echo,
}
