"""Rows: one number of the ledger each, with its interval and its study, and the panels they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from outcomes.chart import theme
from outcomes.chart.axes import PERCENT, Axis
from outcomes.intervals import clopper_pearson
from outcomes.model import Estimate, Ledger
from outcomes.phrase import cite_from
from outcomes.whom import whom

COLUMNS = ("Series", "Value", "Count", "n", "Interval", "Interval from", "Source")
COMPUTED, QUOTED, FEW = "*", "†", "‡"
SIGNS = {COMPUTED: "computed", QUOTED: "quoted by another source", FEW: "few patients at risk"}
HEADING_CHARACTERS = 42  # characters that fit over a drawing at 360 px


@dataclass(frozen=True)
class Row:
    """One number as drawn.

    `value`, `low` and `high` in the axis's unit. A bound is `None` if none was reported and none can be
    computed, since a percentage without its count has no exact interval. `id` is that of the ledger; `rules` say
    what it may not be drawn with; `year` is that of the publication; `share` says that it is a plain share of
    patients, whose interval can be computed; `computed` says that the source prints no such value, `quoted` that it
    was read where another source quotes it, and `few` that it rests on few patients still at risk.
    """

    id: str
    label: str
    value: float
    low: float | None
    high: float | None
    text: str
    bounds: str
    interval: str
    events: int | None
    n: int | None
    unit: str
    color: str
    source: str
    source_key: str
    rules: tuple[str, ...] = ()
    year: int | None = None
    share: bool = False
    has_the_disease: bool = True
    computed: bool = False
    quoted: bool = False
    few: bool = False

    @classmethod
    def of(cls, ledger: Ledger, reference: str, color: str, label: str | None = None) -> Row:
        """Return the row of an estimate or of a fact's number.

        The interval is the reported one, else the exact one computed from events and n (95%).

        Raises
        ------
        KeyError
            If the ledger has no number of this id.
        ValueError
            If the number has no value or is kept off charts.
        """
        quantity = ledger.quantities[reference]
        estimate = quantity if isinstance(quantity, Estimate) else None
        if quantity.value is None or (estimate is not None and estimate.off_charts is not None):
            raise ValueError(f"{reference}: only a value that is not kept off charts can be a row")
        low = high = None
        bounds, how = "–", "not reported, no count to compute it from"
        if (reported := quantity.interval) is not None:
            low, high, how = reported.low, reported.high, f"{reported.level:g}%, reported"
            bounds = cite_from(ledger, f"{reference} interval").text
        elif quantity.proportion is not None:
            low, high = (100 * bound for bound in clopper_pearson(*quantity.proportion))
            bounds, how = f"{low:.0f}-{high:.0f}%", "95%, computed (Clopper-Pearson)"
        elif (range_ := quantity.observed) is not None:
            low, high = range_.low, range_.high
            bounds = f"{low:g}-{high:g} {quantity.unit}"
            how = "observed range of patients, no confidence interval"
        elif quantity.unit != "%":
            how = "not reported"
        return cls(
            id=reference,
            label=label or (estimate and (estimate.label or estimate.population)) or quantity.measure,
            value=float(quantity.value),
            low=low,
            high=high,
            text=cite_from(ledger, f"{reference} value").text,
            bounds=bounds,
            interval=how,
            events=quantity.events,
            n=quantity.n,
            unit=quantity.unit or "",
            color=color,
            source=cite_from(ledger, reference).source,
            source_key=(key := cite_from(ledger, reference).source_key),
            rules=tuple(
                each.rule
                for each in ledger.comparability.values()
                if each.kind == "axis" and reference in each.estimates
            ),
            year=ledger.sources[key].year,
            share=quantity.proportion is not None,
            has_the_disease=whom(ledger, reference).has_the_disease,
            computed=quantity.processing == "computed",
            quoted=estimate is not None and estimate.locator.startswith("quoted "),
            few=estimate is not None and estimate.few_at_risk is not None,
        )

    @classmethod
    def claimed(cls, ledger: Ledger, claim_id: str, number: int) -> Row:
        """Return the row of a number that a document claims.

        Parameters
        ----------
        number : int
            Which of the numbers in the claim's value, from 0.

        Raises
        ------
        KeyError
            If the ledger has no such claim.
        IndexError
            If the claim has fewer numbers.
        """
        claim = ledger.claims[claim_id]
        value = float(re.findall(r"\d+(?:\.\d+)?", str(claim.value))[number])
        unit = claim.unit or ""
        document = ledger.sources[claim.document]
        return cls(
            id=f"claim {claim_id}", label="The answer", value=value, low=None, high=None,
            text=f"{value:g}{unit if unit == '%' else ''}", bounds="–", interval="none given",
            events=None, n=None, unit=unit, color=theme.CLAIM,
            source=document.cited_as, source_key=document.key,
        )  # fmt: skip

    @property
    def counted(self) -> str:
        """Return the value and, if known, its count: `72% (86/120)`."""
        if self.unit == "%" and self.events is not None and self.n is not None:
            return f"{self.text} ({self.events}/{self.n})"
        return self.text

    @property
    def shown(self) -> str:
        """Return the text at the end of the line: `40% (6/15)*` if we computed the percentage."""
        return self.counted + self.sign

    @property
    def sign(self) -> str:
        """Return the signs of a value that is computed, quoted, or based on few at risk."""
        signs = {COMPUTED: self.computed, QUOTED: self.quoted, FEW: self.few}
        return "".join(sign for sign, holds in signs.items() if holds)

    def cells(self) -> list[str]:
        """Return the row of the data table; see `COLUMNS`."""
        return [
            self.label,
            self.text + (" (computed)" if self.computed else "") + (" (few at risk)" if self.few else ""),
            "–" if self.events is None or self.n is None else f"{self.events} of {self.n}",
            "–" if self.n is None else str(self.n),
            self.bounds,
            self.interval,
            self.source,
        ]


@dataclass(frozen=True)
class Line:
    """A line of the drawing: one row, or several joined for comparison; `text` stands at its end.

    A bare line shows no intervals, which would hide each other.
    """

    label: str
    rows: Sequence[Row]
    text: str
    bare: bool = True

    @classmethod
    def joined(cls, label: str, rows: Iterable[Row]) -> Line:
        """Return a line with the rows of one series, lowest first, and their values at its end."""
        ordered = sorted(rows, key=lambda row: row.value)
        return cls(label, ordered, " · ".join(row.text + row.sign for row in ordered))


@dataclass(frozen=True)
class Panel:
    """Rows that may share an axis, what it measures, and in which group if several groups are measured alike."""

    measure: str
    content: Sequence[Row | Line]
    axis: Axis = PERCENT
    group: str = ""

    @classmethod
    def named(
        cls,
        ledger: Ledger,
        measure: str,
        names: Mapping[str, tuple[str, str]],
        axis: Axis = PERCENT,
        group: str = "",
    ) -> Panel:
        """Return the panel of estimates given as `{id: (label, color)}`; raises as `Row.of` does."""
        rows = [Row.of(ledger, name, color, label) for name, (label, color) in names.items()]
        return cls(measure, rows, axis, group)

    @property
    def lines(self) -> list[Line]:
        """Return what is drawn, each line with its rows."""
        return [
            item if isinstance(item, Line) else Line(item.label, [item], item.shown, bare=False)
            for item in self.content
        ]

    @property
    def rows(self) -> list[Row]:
        """Return every row, from the top down."""
        return [row for line in self.lines for row in line.rows]

    @property
    def heading(self) -> list[str]:
        """Return the heading over the axis, in lines that fit a narrow drawing, the first part in bold."""
        first, *rest = [part for part in (self.group, self.measure) if part]
        bold = [f"<b>{line}</b>" for line in wrapped(first)]
        return bold + [line for part in rest for line in wrapped(part)]

    @property
    def subheading(self) -> list[str]:
        """Return the heading if the panel above already shows the measure and its scale."""
        return [f"<b>{line}</b>" for line in wrapped(self.group)]

    def shares_scale_with(self, other: Panel) -> bool:
        """Whether it measures the same as another panel, of another group, on the same axis."""
        return bool(self.group) and (self.measure, self.axis) == (other.measure, other.axis)

    @property
    def name(self) -> str:
        """Return group and measure as the data table gives them."""
        return f"{self.group}: {self.measure}" if self.group else self.measure


def wrapped(text: str) -> list[str]:
    """Return a heading in lines that fit over a narrow drawing."""
    return wrap(text, HEADING_CHARACTERS, break_on_hyphens=False)


def signs_in(text: str) -> list[str]:
    """Return what each sign in a text means, for the legend.

    >>> signs_in("86%‡")
    ['‡ few patients at risk']
    """
    return [f"{sign} {meaning}" for sign, meaning in SIGNS.items() if sign in text]


def rows_of(panels: Iterable[Panel]) -> list[Row]:
    """Return the rows of all panels."""
    return [row for panel in panels for row in panel.rows]


def signs_of(panels: Sequence[Panel]) -> list[str]:
    """Return what the signs beside the values of panels mean, and a hollow mark, where there are any."""
    lines = [line for panel in panels for line in panel.lines]
    text = " ".join(line.text for line in lines)
    signs = []
    if any(row.low is None for line in lines if not line.bare for row in line.rows):
        signs.append("hollow: no interval")
    return [*signs, *signs_in(text)]


def table_of(panels: Iterable[Panel]) -> list[list[str]]:
    """Return the data table of a chart whose rows begin with what their panel measures."""
    table = []
    for panel in panels:
        for line in panel.lines:
            for row in line.rows:
                name, *cells = row.cells()
                table.append(
                    [panel.measure, name if len(line.rows) == 1 else f"{line.label}: {name}", *cells]
                )
    return table


def source_names(ledger: Ledger, rows: Iterable[Row]) -> str:
    """Return the studies of the rows, each once, for a caption."""
    names = dict.fromkeys(ledger.sources[row.source_key].short for row in rows)
    return "Sources: " + "; ".join(names) + "."


def source_keys(rows: Iterable[Row]) -> list[str]:
    """Return the keys of the rows' studies, each once."""
    return list(dict.fromkeys(row.source_key for row in rows))
