"""Whom a number is about and which drugs it names: by the words of `course.yml`, its own first, then its study's."""

import re
from dataclasses import dataclass
from functools import cache

from course import course
from outcomes.model import Ledger
from outcomes.quantities import Estimate

OTHER = "others, or not said"
"""The population of a number that names none of those of `course.yml`."""


@dataclass(frozen=True)
class Whom:
    """The population as it is described, if it is, the one of `course.yml` that it belongs to, and the drugs named."""

    described: str | None
    population: str
    drugs: tuple[str, ...]

    @property
    def has_the_disease(self) -> bool:
        """Whether all had the disease of the course: the first of its populations."""
        own = course().populations[:1]
        return not own or self.population == own[0].name


def whom(records: Ledger, reference: str) -> Whom:
    """Return whom a quantity is about.

    Raises
    ------
    KeyError
        If no quantity has this id.
    """
    quantity, source = records.quantities[reference], records.sources_of(reference)[0]
    if isinstance(quantity, Estimate):
        said = [quantity.measure, quantity.population, quantity.label]
    else:
        said = [quantity.measure, quantity.group, records.facts[reference.partition(".")[0]].statement]
    own = " ".join(filter(None, said))
    return Whom(
        described=said[1],
        population=_population(own) or _population(f"{source.title} {source.design}") or OTHER,
        drugs=_drugs(own) or _drugs(source.title),
    )


def _drugs(text: str) -> tuple[str, ...]:
    return tuple(drug for drug in course().drugs if _word(drug).search(text))


def _population(text: str) -> str | None:
    named = (
        each.name for each in course().populations if any(_word(word).search(text) for word in each.words)
    )
    return next(named, None)


@cache
def _word(word: str) -> re.Pattern[str]:
    """Return what finds a word or its plural; in capitals, as an abbreviation is, only so."""
    return re.compile(rf"\b{re.escape(word)}", 0 if word.isupper() else re.IGNORECASE)
