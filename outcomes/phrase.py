"""How a number of the ledger reads in a sentence, and what its card says."""

import difflib
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from course import course
from outcomes.intervals import Bounds, clopper_pearson, wilson
from outcomes.load import ledger
from outcomes.model import Ledger
from outcomes.quantities import Estimate, Interval, Number, Range

_METHODS = {"exact": clopper_pearson, "wilson": wilson}
_COMPUTED = tuple(f"{method}{end}" for method in _METHODS for end in ("", "-low", "-high"))
ASPECTS = ("value", "counts", "n", "events", "interval", *_COMPUTED)

_SPOKEN = {"cases/year": "cases a year"}
# Units that are not printed after a number.
_RATIOS = frozenset({"HR", "OR", "RR", "SMD", "ratio", "kappa", "d", "r"})
CARD = 220
"""The most that a number's card says [characters]; a phone shows it above the text it belongs to."""


@dataclass(frozen=True)
class Citation:
    """One number as a reader meets it.

    `text` stands in the sentence; `title`, `detail` and `source` stand on its card.
    """

    id: str
    text: str
    title: str
    source: str
    source_key: str
    _quantity: Estimate | Number = field(repr=False)
    _statement: str = field(repr=False)
    _alone: bool = field(repr=False)  # whether the statement is about this number and no other

    @property
    def detail(self) -> str:
        """Return in whom, how many, with what interval and by what arithmetic.

        Made on request: an exact interval takes a millisecond, and most callers only need the text.
        """
        return _detail(self._quantity, self._statement)

    @property
    def card(self) -> tuple[str, str, bool]:
        """Return what belongs to this number in `CARD` characters, its source, and whether its row says more.

        The statement of a fact with several numbers would stand on each of their cards: it is in the row.
        """
        source = textwrap.shorten(
            self.source, max(CARD // 3, CARD - len(self.title) - CARD // 3), placeholder="…"
        )
        room = CARD - len(self.title) - len(source)
        bare = _detail(self._quantity, "").lstrip(".")
        first = f"{self._statement.partition('. ')[0].removesuffix('.')}." if self._alone else ""
        candidates = [self.detail] if self._alone or not self._statement else []
        candidates += [f"{first} {bare}".strip(), bare]
        fitting = (said for said in candidates if len(said) <= room)
        detail = next(fitting, textwrap.shorten(bare, room, placeholder="…"))
        return detail, source, (detail, source) != (self.detail, self.source)


def cite(reference: str) -> Citation:
    """Cite a number of the shipped ledger.

    Parameters
    ----------
    reference : str
        An id, alone or followed by an aspect: `value`, `counts`, `n`, `events`, `interval` as reported, or
        the 95% interval computed from the counts, `exact` (Clopper-Pearson) or `wilson`; one end of it is
        `exact-low` or `exact-high`.

    Raises
    ------
    KeyError
        If there is no such number, or it lacks the aspect; the message says what there is.

    Examples
    --------
    The text of `cite("roe-remission")` is "62% (31/50; 95% CI 47-75)", and that of `cite("roe-remission counts")`
    "31 of 50".
    """
    return cite_from(ledger(), reference)


def cite_from(records: Ledger, reference: str) -> Citation:
    """Cite a number of a given ledger; `reference` is as for `cite`.

    Raises
    ------
    KeyError
        If there is no such number, or it lacks the aspect; the message says what there is.
    """
    words = reference.split()
    name = words[0] if words else ""
    if name not in records.quantities:
        near = difflib.get_close_matches(name, records.quantities, n=3, cutoff=0.5)
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise KeyError(f"no number has the id {name!r}{hint}")
    if len(words) > 2 or (len(words) == 2 and words[1] not in ASPECTS):
        raise KeyError(f"{reference!r}: after the id comes one of {', '.join(ASPECTS)}, or nothing")
    quantity = records.quantities[name]
    sources = records.sources_of(name)
    fact = None if isinstance(quantity, Estimate) else records.facts[name.partition(".")[0]]
    seen = quantity.locator if isinstance(quantity, Estimate) else fact.level_seen if fact is not None else ""
    return Citation(
        id=name,
        text=_aspect(quantity, words[1]) if len(words) == 2 else text_of(quantity),
        title=f"{_heading(quantity)}: {text_of(quantity)}",
        source="; ".join([*(source.cited_as for source in sources), seen]),
        source_key=sources[0].key if sources else "",
        _quantity=quantity,
        _statement="" if fact is None else fact.statement,
        _alone=fact is not None and len(fact.numbers) == 1,
    )


def text_of(quantity: Estimate | Number) -> str:
    """Return the number as a sentence prints it, with its count and interval: "37% (19/52; 95% CI 24-51)"."""
    if quantity.category is not None:
        return quantity.category
    if quantity.value is None and quantity.range is None:
        if quantity.events is not None:
            return f"{_number(quantity.events)} of {_number(quantity.n)}"
        return f"{_number(quantity.n)} {quantity.unit}"
    asides = []
    if quantity.unit == "%" and quantity.events is not None and quantity.n is not None:
        asides.append(f"{_number(quantity.events)}/{_number(quantity.n)}")
    if quantity.interval is not None:
        asides.append(f"{_number(quantity.interval.level)}% CI {_bounds(quantity.interval, quantity.unit)}")
    if quantity.observed is not None:
        asides.append(f"range {_bounds(quantity.observed, quantity.unit)}")
    if quantity.sd is not None:
        asides.append(f"SD {_number(quantity.sd)}")
    return _value(quantity) + (f" ({'; '.join(asides)})" if asides else "")


def _aspect(quantity: Estimate | Number, aspect: str) -> str:
    has: dict[str, Callable[[], str]] = {}
    if quantity.value is not None or quantity.range is not None or quantity.category is not None:
        has["value"] = lambda: _value(quantity)
    if quantity.events is not None and quantity.n is not None:
        has["counts"] = lambda: f"{_number(quantity.events)} of {_number(quantity.n)}"
    if quantity.n is not None:
        has["n"] = lambda: _number(quantity.n)
    if quantity.events is not None:
        has["events"] = lambda: _number(quantity.events)
    if (interval := quantity.interval) is not None:
        has["interval"] = lambda: _with_unit(_bounds(interval, quantity.unit), quantity.unit)
    if (counts := quantity.proportion) is not None:
        has |= {name: partial(_computed, *counts, name) for name in _COMPUTED}
    if aspect not in has:
        raise KeyError(f"{quantity.id!r} has no {aspect}; it has {', '.join(has)}")
    return has[aspect]()


def _computed(events: int, n: int, aspect: str) -> str:
    method, _, end = aspect.partition("-")
    low, high = _percent(_METHODS[method](events, n))
    return {"": f"{low:.0f}-{high:.0f}%", "low": f"{low:.0f}%", "high": f"{high:.0f}%"}[end]


def _percent(bounds: Bounds) -> tuple[float, float]:
    return 100 * bounds.low, 100 * bounds.high


def _value(quantity: Estimate | Number) -> str:
    if quantity.category is not None:
        return quantity.category
    amount = _number(quantity.value) if quantity.range is None else _bounds(quantity.range, quantity.unit)
    return _with_unit(amount, quantity.unit)


def _with_unit(amount: str, unit: str | None) -> str:
    if unit is None or unit in _RATIOS:
        return amount
    if unit == "%":
        return f"{amount}%"
    unit = _SPOKEN.get(unit, unit)
    return f"{amount} {unit.removesuffix('s') if amount == '1' else unit}"


def _number(value: float | None) -> str:
    """Return a number as readers expect it: no trailing .0, and a comma only from five digits on."""
    if value is None:
        return ""
    if value == int(value):
        return f"{int(value):,}" if abs(value) >= 10_000 else str(int(value))
    return repr(float(value))


def _bounds(ends: Interval | Range, unit: str | None) -> str:
    """Return two ends as `24-51`, or in words if a hyphen would look like a minus or an end is missing."""
    low, high = _number(ends.low), _number(ends.high)
    if ends.low is None:
        return f"up to {high}"
    if ends.high is None:
        return f"from {low}"
    if unit in _RATIOS:  # 1.10-1.39, not 1.1-1.39
        places = max(len(end.partition(".")[2]) for end in (low, high))
        low, high = f"{ends.low:.{places}f}", f"{ends.high:.{places}f}"
    return f"{low} to {high}" if ends.low < 0 else f"{low}-{high}"


def _heading(quantity: Estimate | Number) -> str:
    measure = quantity.measure
    years, _, rest = measure.partition("-year ")
    if years.isdigit() and quantity.endpoint is not None and rest in (quantity.endpoint.value, "survival"):
        measure = f"{rest} at {years} years"
    if isinstance(quantity, Estimate) and (before := course().topics.get(quantity.topic)):
        return f"{before}, {measure}"
    group = quantity.group if isinstance(quantity, Number) else None
    return measure[0].upper() + measure[1:] + (f", {group}" if group is not None else "")


def _detail(quantity: Estimate | Number, statement: str) -> str:
    whom = (
        [quantity.population[0].upper() + quantity.population[1:]] if isinstance(quantity, Estimate) else []
    )
    whom += [f"n = {_number(quantity.n)}"] if quantity.n is not None else []
    if isinstance(quantity, Estimate) and quantity.line_of_therapy is not None:
        whom.append(f"line of therapy: {quantity.line_of_therapy}")
    sentences = [statement.removesuffix(".")] if statement else []
    sentences += [", ".join(whom)] if whom else []
    if quantity.endpoint is not None and quantity.endpoint.value not in quantity.measure.casefold():
        sentences.append(f"Endpoint: {quantity.endpoint}")
    sentences += uncertainty(quantity)
    if isinstance(quantity, Estimate) and quantity.few_at_risk is not None:
        sentences.append(quantity.few_at_risk.removesuffix("."))
    if quantity.processing == "computed":
        sentences.append(f"Value computed: {quantity.method}")
    return ". ".join(sentences) + "."


def uncertainty(quantity: Estimate | Number) -> list[str]:
    """Return the interval and where it comes from, as sentences; none for a plain count of things."""
    if (interval := quantity.interval) is not None:
        ends = _with_unit(_bounds(interval, quantity.unit), quantity.unit)
        return [f"{_number(interval.level)}% CI {ends} (reported)"]
    if quantity.proportion is not None:
        low, high = _percent(clopper_pearson(*quantity.proportion))
        return [f"95% CI {low:.0f}-{high:.0f}% (computed, Clopper-Pearson)"]
    if quantity.unit == "%" or quantity.unit in _RATIOS or "median" in quantity.measure.casefold():
        return ["Interval not reported"]
    return []
