"""The numbers of the ledger as one table, each with what the table can be narrowed to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from course import course
from outcomes import Ledger
from outcomes.model import Fact, Source
from outcomes.phrase import text_of
from outcomes.quantities import Estimate, Number

OTHER = "others, or not said"
"""The population of a number that names none of those of `course.yml`."""


@dataclass(frozen=True)
class Row:
    """A number under the study that its address leads to, in whom it was found if that is said, and its facets."""

    id: str
    source: Source
    quantity: Estimate | Number
    topic: str
    population: str | None
    drugs: tuple[str, ...]
    whom: str
    fact: Fact | None = None

    @property
    def text(self) -> str:
        """The value as it is printed in a sentence."""
        return text_of(self.quantity)


def rows(records: Ledger) -> Iterator[Row]:
    """Yield every number that a study stands behind, in the order of the files."""
    for name, quantity in records.quantities.items():
        source = next(iter(records.sources_of(name)), None)
        if source is None:
            continue
        if isinstance(quantity, Estimate):
            fact, topic = None, quantity.topic
            said = [quantity.measure, quantity.population, quantity.label]
        else:
            fact = records.facts[name.partition(".")[0]]
            topic = fact.topic
            said = [quantity.measure, quantity.group, fact.statement]
        own = " ".join(filter(None, said))
        of_study = f"{source.title} {source.design}"
        yield Row(
            id=name,
            source=source,
            quantity=quantity,
            topic=topic,
            population=said[1],
            drugs=_drugs(own) or _drugs(source.title),
            whom=_population(own) or _population(of_study) or OTHER,
            fact=fact,
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
