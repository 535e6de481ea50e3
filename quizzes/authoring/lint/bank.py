"""Rules on the questions of a chapter together."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from math import sqrt

from quizzes.authoring.bank import Bank

APPLYING = ("apply", "analyze", "evaluate", "create")
"""Bloom's levels from application up."""

LEAST_APPLYING = 0.5
"""Share of a chapter's questions that ask to apply or more."""

LEAST_VIGNETTES = 0.5
"""Share of a chapter's questions that start from a patient or a scene."""

_DEVIATIONS = 2.0
"""How many standard deviations above an even spread a position's keys may be."""


def key_position(bank: Bank) -> Iterator[str]:
    """The key's position, as written, is spread evenly over the questions with one key."""
    held: dict[int, int] = defaultdict(int)
    even: dict[int, float] = defaultdict(float)
    spread: dict[int, float] = defaultdict(float)
    for item in bank.items:
        options = next(item.asks()).options
        keys = [number for number, option in enumerate(options, start=1) if option.correct]
        if len(keys) != 1:
            continue
        held[keys[0]] += 1
        for number in range(1, len(options) + 1):
            even[number] += 1 / len(options)
            spread[number] += (1 - 1 / len(options)) / len(options)
    for number, keys_there in sorted(held.items()):
        if keys_there > even[number] + _DEVIATIONS * sqrt(spread[number]):
            yield (
                f"option {number} is the key of {keys_there} of {sum(held.values())} questions; "
                f"an even spread gives {even[number]:.1f}"
            )


def bloom_share(bank: Bank) -> Iterator[str]:
    """At least half of the questions ask to apply what was learned, or more."""
    applying = sum(item.bloom in APPLYING for item in bank.items)
    if applying < LEAST_APPLYING * len(bank.items):
        yield f"{applying} of {len(bank.items)} questions ask to apply or more; at least half should"


def vignette_share(bank: Bank) -> Iterator[str]:
    """At least half of the questions start from a patient or a scene."""
    scenes = sum(item.vignette for item in bank.items)
    if scenes < LEAST_VIGNETTES * len(bank.items):
        yield f"{scenes} of {len(bank.items)} questions have a vignette; at least half should"


RULES: dict[str, Callable[[Bank], Iterator[str]]] = {
    "key-position": key_position,
    "bloom-share": bloom_share,
    "vignette-share": vignette_share,
}
