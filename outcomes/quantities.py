"""One number from one study: what it measures, of whom, and how far it was processed."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from outcomes.endpoints import Endpoint, endpoints_allowed
from outcomes.record import Fault, Identifier, Record, Text

# Above this many points, rounding no longer explains why a percentage is not its own counts.
ROUNDING = 1.0
# A change may be negative or above 100%; a share of patients may not.
_CHANGES = ("change", "difference", "gain", "increase", "reduction", "growth")

Finite = Annotated[float, Field(allow_inf_nan=False)]


class Range(Record):
    """Two ends of a figure that the source gives as a range, in the quantity's unit."""

    low: Finite
    high: Finite

    def faults(self) -> Iterator[Fault]:
        """Yield what makes the range impossible."""
        if self.low > self.high:
            yield "low", f"{self.low:g} is above high, {self.high:g}"


class Interval(Record):
    """A confidence interval as the source reports it; one end is left out where the source has none.

    Computed intervals are never stored: they follow from the counts (see `outcomes.measures`).
    """

    low: Finite | None = None
    high: Finite | None = None
    level: Annotated[float, Field(ge=50, lt=100, description="confidence level in percent, e.g. 95")]

    def faults(self) -> Iterator[Fault]:
        """Yield what makes the interval impossible."""
        if self.low is None and self.high is None:
            yield "low", "missing: an interval has at least one bound"
        elif self.low is not None and self.high is not None and self.low > self.high:
            yield "low", f"{self.low:g} is above high, {self.high:g}"

    def contains(self, value: float) -> bool:
        """Say whether `value`, in the same unit, lies within the bounds that there are."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


class Quantity(Record):
    """What an estimate and a number of a fact have in common."""

    parts: ClassVar[dict[str, type[Record]]] = {"interval": Interval, "range": Range, "observed": Range}

    id: Identifier
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
        """Events and patients, where the quantity is a plain share of patients and not read off a curve."""
        on_a_curve = self.endpoint is not None and self.endpoint.is_time_to_event
        if self.unit != "%" or self.events is None or self.n is None or on_a_curve:
            return None
        return self.events, self.n

    def faults(self) -> Iterator[Fault]:
        """Yield every contradiction between the fields."""
        yield from self._statement_faults()
        yield from self._count_faults()
        yield from self._interval_faults()
        yield from self._endpoint_faults()
        if self.processing == "computed" and self.method is None:
            yield "method", 'missing: a computed value says how, e.g. method: "48/74"'
        if self.processing == "reported" and self.method is not None:
            yield "method", "only a computed value has one: add processing: computed, or move it to the note"

    def _statement_faults(self) -> Iterator[Fault]:
        stated = [name for name in ("value", "range", "category") if getattr(self, name) is not None]
        if len(stated) > 1:
            yield stated[1], f"two values: {' and '.join(stated)} are given, one is wanted"
        if not stated and self.n is None:
            yield "value", "missing: give a value, a range, or events and n"
        if self.unit is None and self.category is None:
            yield "unit", "missing"

    def _count_faults(self) -> Iterator[Fault]:
        if self.events is not None and self.n is not None and self.events > self.n:
            yield "events", f"{self.events} events among {self.n} patients"
        elif self.unit == "%" and self.value is not None and self.events is not None and self.n is not None:
            share = 100 * self.events / self.n
            if abs(share - self.value) > ROUNDING:
                yield "value", f"{self.value:g}% is not {self.events}/{self.n}, which is {share:.1f}%"

    def _interval_faults(self) -> Iterator[Fault]:
        if self.interval is not None and self.value is not None and not self.interval.contains(self.value):
            yield "interval", f"does not contain the value, {self.value:g}"
        if self.unit == "%" and not any(word in self.measure.casefold() for word in _CHANGES):
            ends = {"value": self.value}
            for name in ("range", "interval"):
                part = getattr(self, name)
                ends |= {f"{name}.{end}": getattr(part, end, None) for end in ("low", "high")}
            for name, end in ends.items():
                if end is not None and not 0 <= end <= 100:
                    yield name, f"{end:g}% is not within 0 to 100 (only a change or a difference may be)"

    def _endpoint_faults(self) -> Iterator[Fault]:
        allowed = endpoints_allowed(self.measure)
        if not allowed:
            return
        words = " or ".join(sorted(allowed))
        if self.endpoint is None:
            yield "endpoint", f"missing: the measure names a survival or a response ({words})"
        elif self.endpoint not in allowed:
            yield "endpoint", f"{self.endpoint}, but the measure's words say {words}"


class Estimate(Quantity):
    """One figure of one study, as its abstract, table or page gives it.

    `off_charts` says why no chart may draw it; `few_at_risk` why one that draws it says so beside it.
    """

    topic: Text
    label: Text | None = None
    population: Text
    timepoint: Text | None = None
    line_of_therapy: Text | None = None
    locator: Text
    few_at_risk: Text | None = None
    off_charts: Text | None = None
    source: Identifier

    @property
    def chart(self) -> bool:
        """Whether a chart may draw it; `off_charts` says why not."""
        return self.off_charts is None


class Number(Quantity):
    """One figure that a fact carries; its id in the ledger is `<fact id>.<id>`."""

    group: Text | None = None
    source: Identifier | None = None
