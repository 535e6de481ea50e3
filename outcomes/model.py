"""The records of the ledger: sources, facts, claims and what is said about them, and the ledger itself.

Students read everything in a record except `note_internal`, a note among authors that is shown nowhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal, get_args
from urllib.parse import quote

from pydantic import Field

from outcomes.quantities import Estimate, Interval, Number, Quantity, Range
from records.place import Place
from records.record import Record
from records.text import Form, Slug, Text
from records.written import shown

__all__ = [
    "Claim",
    "Comparison",
    "Conflict",
    "Correction",
    "Estimate",
    "Fact",
    "Interval",
    "Ledger",
    "Number",
    "Quantity",
    "Range",
    "Reading",
    "Reference",
    "Source",
]

Reading = Literal[
    "full text",
    "full text in part",
    "abstract",
    "abstract in part",
    "conference abstract",
    "table or excerpt",
    "label or guideline",
    "web page",
    "trial registry",
    "news report",
    "quoted by another source",
    "title only",
    "not read",
    "invented",
]
"""How much of a source was read; anything else a reader should know is in its note."""
Keys = tuple[Slug, ...]
Doi = Annotated[
    str,
    Form(r"10\.[0-9]{4,9}/[^\sA-Z]+", "the bare DOI in lower case, e.g. 10.1000/roe.2020"),
]
# "de Juan Ferre A", "Suarez A Sr", "Shah et al"; but not "Cancer Research UK".
_SURNAME = re.compile(r"(?P<surname>(?:[\w'’-]+ )*[\w'’-]+?) (?!UK|FDA)(?:[A-Z]{1,4}|et al)(?: Sr| Jr)?")


class Source(Record):
    """One publication or page, and how much of it was seen.

    Only what a public record shows is entered. `authors` are people ("Surname AB, Surname CD, et al"; the bare
    surname where that is all a record prints) or the organization that speaks. If no record names them the
    field is left out, and so is an unknown `journal`; then `found_at` may say where it was read. A title in
    square brackets describes a work whose own title was not seen, as catalogers do. `unconfirmed` names
    these gaps; a reference prints them.
    """

    key: Slug
    authors: Text | None = None
    title: Text
    journal: Text | None = None
    found_at: Text | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    volume_pages: Text | None = None
    doi: Doi | None = None
    pmid: Annotated[str, Form(r"[0-9]{5,9}", "digits in quotes, e.g. '11169942'")] | None = None
    pmcid: Annotated[str, Form(r"PMC[0-9]+", "PMC and digits, e.g. PMC9913479")] | None = None
    part_of: Slug | None = None
    design: Text
    n: Annotated[int, Field(ge=1)] | None = None
    country: Text | None = None
    level_seen: Reading
    note: Text | None = None
    note_internal: Text | None = None

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield a fault if nothing is left to cite the source by."""
        if not raw.keys() & {"authors", "journal", "pmcid", "pmid", "found_at"}:
            yield (
                ("authors",),
                "is missing, and so are journal, pmcid, pmid and found_at: nothing to cite it by",
            )

    @property
    def cited_by(self) -> str:
        """The authors or the organization; else the journal, else the record it was read in."""
        record = self.pmcid or (f"PubMed {self.pmid}" if self.pmid else self.found_at)
        return self.authors or self.journal or record or ""

    @property
    def short(self) -> str:
        """First author, body or journal, and year: "Roe 2020", "Journal of Examples 2024"."""
        name = self.cited_by.partition(" (")[0].partition(",")[0].partition(";")[0].strip()
        if person := _SURNAME.fullmatch(name):
            name = person["surname"]
        return name if self.year is None else f"{name} {self.year}"

    @property
    def cited_as(self) -> str:
        """Short name and journal: "Roe 2020, Journal of Examples"."""
        journal = (self.journal or "").partition(" (")[0] if self.authors else ""
        return f"{self.short}, {journal}" if journal else self.short

    @property
    def address(self) -> str | None:
        """The address: by DOI, else in PubMed Central, else in PubMed."""
        if self.doi:
            return f"https://doi.org/{quote(self.doi)}"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else None

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """What no public record showed, as a reference names it: authors, title, journal."""
        gaps = {"authors": not self.authors, "title": self.title.startswith("["), "journal": not self.journal}
        return tuple(name for name, missing in gaps.items() if missing)


class Fact(Record):
    """A sentence of teaching, its sources, and the numbers it carries."""

    id: Slug
    topic: Text
    statement: Text
    numbers: tuple[Number, ...] = ()
    sources: Keys
    level_seen: Text
    note: Text | None = None
    teaching: Text | None = None
    safety: Text | None = None
    note_internal: Text | None = None

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield each unknown way of reading; a fact may list several, separated by semicolons."""
        known, levels = get_args(Reading), raw.get("level_seen")
        for said in levels.split("; ") if isinstance(levels, str) and levels else ():
            if said not in known:
                listed = f"must be one of {', '.join(known)}, or some of them with '; ' between"
                yield ("level_seen",), f"{listed}, is {shown(said)}"


class Claim(Record):
    """What a source document claims, and what the studies say about it."""

    id: Slug
    document: Slug
    topic: Text
    statement: Text
    value: int | float | Text | None = None
    unit: Text | None = None
    population: Text | None = None
    references: tuple[int, ...] = ()
    source: Slug | None = None
    also_see: Keys = ()
    verdict: Literal[
        "confirmed", "confirmed-with-nuance", "contested", "unverified", "outdated", "misreported"
    ]
    note: Text
    note_internal: Text | None = None


class Reference(Record):
    """What a numbered reference of the clinical answer, which has no list, probably is."""

    number: Annotated[int, Field(ge=1)]
    source: Slug
    remark: Text | None = None
    confidence: Text
    probability: Annotated[float, Field(ge=0, le=1)]
    why: Text


class Correction(Record):
    """A passage of a source document that is wrong, imprecise, outdated, contested or overstated.

    Severity: A would mislead a clinician, B is imprecise, C is a matter of wording.
    """

    id: Slug
    severity: Literal["A", "B", "C"]
    documents: Keys
    says: Text
    finding: Text
    verdict: Text
    sources: Keys = ()
    claims: Keys = ()


class Conflict(Record):
    """A disagreement between sources, which is taught rather than smoothed over."""

    id: Slug
    about: Text
    statement: Text
    sources: Keys = ()
    facts: Keys = ()


class Comparison(Record):
    """A rule about what may be drawn together, or about an interval."""

    id: Slug
    kind: Literal["axis", "interval", "reading"]
    about: Text
    rule: Text
    estimates: Keys = ()


@dataclass(frozen=True)
class Ledger:
    """All records, each under its id; order is that of the files.

    `added` are the ids of the estimates that were added in memory (`outcomes.with_study`), none in the ledger as read.
    """

    sources: Mapping[str, Source]
    estimates: Mapping[str, Estimate]
    facts: Mapping[str, Fact]
    claims: Mapping[str, Claim]
    references: tuple[Reference, ...]
    corrections: Mapping[str, Correction]
    not_verifiable: tuple[str, ...]
    conflicts: Mapping[str, Conflict]
    not_found: tuple[str, ...]
    comparability: Mapping[str, Comparison]
    added: tuple[str, ...] = ()

    @cached_property
    def quantities(self) -> Mapping[str, Estimate | Number]:
        """Estimates by id, and numbers of facts by `<fact id>.<number id>`."""
        numbers = {
            f"{fact.id}.{number.id}": number for fact in self.facts.values() for number in fact.numbers
        }
        return {**self.estimates, **numbers}

    def sources_of(self, reference: str) -> tuple[Source, ...]:
        """Return the sources of a quantity: its own, or those of the fact that carries it.

        Raises
        ------
        KeyError
            If no quantity has this id.
        """
        quantity = self.quantities[reference]
        if quantity.source is not None:
            return (self.sources[quantity.source],)
        return tuple(self.sources[key] for key in self.facts[reference.partition(".")[0]].sources)
