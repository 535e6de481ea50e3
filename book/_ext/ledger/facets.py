"""The numbers of the ledger as one table, each with what the table can be narrowed to."""

from collections.abc import Iterator
from dataclasses import dataclass

from outcomes import Ledger
from outcomes.model import Fact, Source
from outcomes.phrase import text_of
from outcomes.quantities import Estimate, Number
from outcomes.whom import whom


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
        else:
            fact = records.facts[name.partition(".")[0]]
            topic = fact.topic
        about = whom(records, name)
        yield Row(
            id=name,
            source=source,
            quantity=quantity,
            topic=topic,
            population=about.described,
            drugs=about.drugs,
            whom=about.population,
            fact=fact,
        )
