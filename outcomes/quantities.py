"""One number from one study: what it measures, in whom, and how far it was processed."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from outcomes.endpoints import Endpoint, endpoints_allowed
from records.place import Place
from records.record import Record
from records.text import Slug, Text
from records.written import number

# Above this many points, rounding no longer explains why a percentage differs from its own counts.
ROUNDING = 1.0
# A change may be negative or above 100%; a share of patients may not.
_CHANGES = ("change", "difference", "gain", "increase", "reduction", "growth")

Finite = Annotated[float, Field(allow_inf_nan=False)]


class Range(Record):
    """Two ends of a figure that the source gives as a range, in the quantity's unit."""

    low: Finite
    high: Finite

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield what makes the range impossible."""
        yield from _upside_down(raw)


class Interval(Record):
    """A confidence interval as the source reports it; one end is left out if the source gives none.

    Computed intervals are never stored: they follow from the counts (see `outcomes.intervals`).
    """

    low: Finite | None = None
    high: Finite | None = None
    level: Annotated[float, Field(ge=50, lt=100, description="confidence level in percent, e.g. 95")]

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield what makes the interval impossible."""
        if "low" not in raw and "high" not in raw:
            yield ("low",), "is missing: an interval has at least one bound"
        yield from _upside_down(raw)


def _upside_down(raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
    low, high = number(raw.get("low")), number(raw.get("high"))
    if low is not None and high is not None and low > high:
        yield ("low",), f"{low:g} is above high, {high:g}"


class Quantity(Record):
    """What an estimate and a number of a fact have in common."""

    cures: ClassVar[Mapping[str, str]] = {"value": "write a range as range: {low: 20, high: 58}"}

    id: Slug
    measure: Text
    endpoint: Annotated[Endpoint | None, Field(strict=False)] = None
    value: Finite | None = None
    range: Range | None = None
    category: Text | None = None
    unit: Text | None = None
    events: Annotated[int, Field(ge=0)] | None = None
    n: Annotated[int, Field(ge=1)] | None = None
    interval: Interval | None = None
    observed: Range | None = None
    sd: Annotated[float, Field(ge=0)] | None = None
    processing: Literal["reported", "computed"] = "reported"
    method: Text | None = None
    note: Text | None = None

    @property
    def proportion(self) -> tuple[int, int] | None:
        """Events and patients, if the quantity is a plain share of patients not read off a curve; else None."""
        on_a_curve = self.endpoint is not None and self.endpoint.is_time_to_event
        if self.unit != "%" or self.events is None or self.n is None or on_a_curve:
            return None
        return self.events, self.n

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield every contradiction between the fields."""
        yield from _statement_faults(raw)
        yield from _count_faults(raw)
        yield from _interval_faults(raw)
        yield from _endpoint_faults(raw)
        processing = raw.get("processing", "reported")
        if processing == "computed" and "method" not in raw:
            yield ("method",), 'is missing: a computed value says how, e.g. method: "48/74"'
        if processing == "reported" and "method" in raw:
            what = "only a computed value has one: add processing: computed, or move it to the note"
            yield ("method",), what


class Estimate(Quantity):
    """One figure from one study, as its abstract, table or page gives it.

    `off_charts` says why no chart may draw it; `few_at_risk` why a chart that draws it must say so.
    """

    topic: Text
    label: Text | None = None
    population: Text
    timepoint: Text | None = None
    line_of_therapy: Text | None = None
    locator: Text
    few_at_risk: Text | None = None
    off_charts: Text | None = None
    source: Slug

    @property
    def chart(self) -> bool:
        """Whether a chart may draw it; `off_charts` says why not."""
        return self.off_charts is None


class Number(Quantity):
    """One figure that a fact carries; its id in the ledger is `<fact id>.<id>`."""

    group: Text | None = None
    source: Slug | None = None


def _statement_faults(raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
    stated = [name for name in ("value", "range", "category") if name in raw]
    if len(stated) > 1:
        yield (stated[1],), f"two values: {' and '.join(stated)} are given, one is wanted"
    if not stated and "n" not in raw:
        yield ("value",), "is missing: give a value, a range, or events and n"
    if "unit" not in raw and "category" not in raw:
        yield ("unit",), "is missing"


def _count_faults(raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
    value, events, n = (number(raw.get(name)) for name in ("value", "events", "n"))
    if events is None or n is None:
        return
    if events > n:
        yield ("events",), f"{events} events among {n} patients"
    elif raw.get("unit") == "%" and value is not None and n > 0:
        share = 100 * events / n
        if abs(share - value) > ROUNDING:
            yield ("value",), f"{value:g}% is not {events}/{n}, which is {share:.1f}%"


def _interval_faults(raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
    value, interval = number(raw.get("value")), _ends(raw.get("interval"))
    low, high = interval.get("low"), interval.get("high")
    if value is not None and ((low is not None and value < low) or (high is not None and value > high)):
        yield ("interval",), f"does not contain the value, {value:g}"
    if raw.get("unit") == "%" and not _is_change(raw.get("measure")):
        ends: dict[Place, float] = {} if value is None else {("value",): value}
        for name in ("range", "interval"):
            ends |= {(name, end): bound for end, bound in _ends(raw.get(name)).items()}
        for place, end in ends.items():
            if not 0 <= end <= 100:
                yield place, f"{end:g}% is not within 0 to 100 (only a change or a difference may be)"


def _is_change(measure: object) -> bool:
    """Whether a measure is one; one that is not a text is reported elsewhere, so it passes here."""
    return not isinstance(measure, str) or any(word in measure.casefold() for word in _CHANGES)


def _ends(part: object) -> dict[str, float]:
    """Return those ends of a range or an interval that are numbers."""
    found = {end: number(part.get(end)) for end in ("low", "high")} if isinstance(part, Mapping) else {}
    return {end: bound for end, bound in found.items() if bound is not None}


def _endpoint_faults(raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
    measure, endpoint = raw.get("measure"), raw.get("endpoint")
    allowed = endpoints_allowed(measure) if isinstance(measure, str) else frozenset()
    words = " or ".join(sorted(allowed))
    if allowed and "endpoint" not in raw:
        yield ("endpoint",), f"is missing: the measure names a survival or a response ({words})"
    elif allowed and isinstance(endpoint, str) and endpoint in {*Endpoint} - allowed:
        yield ("endpoint",), f"{endpoint}, but the measure's words say {words}"
