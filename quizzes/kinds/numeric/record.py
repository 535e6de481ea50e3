"""Questions answered by a number and its unit."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, TypedDict

from pydantic import Field

from quizzes.evidence import Cite, fill_tokens
from quizzes.kinds.item import Item, Record
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.text import Slug, Text
from records.written import repeated, rows

_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")


def number(text: str) -> float:
    """Return the one number in `text`, whatever the words around it.

    Raises
    ------
    ValueError
        If there is none, or more than one.
    OverflowError
        If it is too large to be finite.

    >>> number("62%"), number("20.8 months")
    (62.0, 20.8)
    """
    found = _NUMBER.findall(text)
    if len(found) != 1:
        raise ValueError(f"{text!r} holds {len(found)} numbers, not 1")
    value = float(found[0].replace("−", "-"))
    if not math.isfinite(value):
        raise OverflowError("is too large a number: it would be infinite")
    return value


class Unit(Record):
    """A unit to choose from."""

    id: Slug = Field(description="Unique in its question; answers are kept under it.", examples=["percent"])
    text: Text = Field(description="What the reader sees beside the number.", examples=["%"])
    rationale: Text | None = Field(
        default=None,
        description="Why it is wrong; every unit but the right one needs it.",
        examples=["A median is a time: half of the patients had progressed by then."],
    )


class Numeric(Item):
    """A number, with its unit. The right number with a wrong unit counts one half."""

    digested = frozenset({"tolerance"})

    kind: Literal["numeric"] = Field(description="How it is answered.")
    value: Text = Field(
        description="The right number: best a token, so that a corrected estimate corrects the key.",
        examples=["{ev}`roe-remission value`"],
    )
    tolerance: Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)] = Field(
        default=0.0, description="How far off, in the unit, still counts as right. The reader is told."
    )
    unit: Slug = Field(description="The right unit, by id.", examples=["percent"])
    units: tuple[Unit, ...] = Field(
        min_length=1, max_length=6, description="The units to choose from; one alone is given with the field."
    )
    rationale: Text = Field(
        description="Why this is the number; shown to every reader after checking.",
        examples=["The registry counts deaths from the disease only."],
    )

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield faults between number and units."""
        yield from super().faults(raw)
        units = rows(raw.get("units"))
        known = [unit.get("id") for unit in units]
        for field in ("id", "text"):
            for name in repeated([unit.get(field) for unit in units]):
                yield ("units",), f"two units have the {field} {name!r}"
        right = raw.get("unit")
        if isinstance(right, str) and right not in known:
            yield ("unit",), f"{right!r} is none of the units ({', '.join(str(name) for name in known)})"
        for place, unit in enumerate(raw["units"] if units else ()):
            if isinstance(unit, Mapping) and unit.get("id") != right and "rationale" not in unit:
                yield ("units", place, "rationale"), "is missing: say why this unit is wrong"

    @classmethod
    def resolved_faults(cls, raw: Mapping[Any, Any], cite: Cite) -> Iterator[tuple[str, str]]:
        """Yield a value that is not one number once its token is filled in."""
        if isinstance(raw.get("value"), str):
            try:
                number(fill_tokens(raw["value"], cite))
            except KeyError:
                return  # reported already
            except ValueError as error:
                yield "value", f"{error}; name an aspect that is one number: `value`, `n` or `events`"
            except OverflowError as error:
                yield "value", str(error)

    def shown(self, resolved: dict[str, Any]) -> dict[str, Any]:
        """Return what the front end takes: the value as a number."""
        return {**resolved, "value": number(resolved["value"])}

    def identity(self, cite: Cite) -> dict[str, Any]:
        """Return what makes the question what it is: a corrected estimate makes it another."""
        return {**super().identity(cite), "value": number(fill_tokens(self.value, cite))}


class ShownUnit(TypedDict):
    """A unit; `rationale` says why it is wrong."""

    id: str
    text: str
    rationale: str | None


class ShownNumeric(ShownCommon):
    """A question for a number: `value` within `tolerance`, in `unit`, one of `units`."""

    kind: Literal["numeric"]
    value: float
    tolerance: float
    unit: str
    units: list[ShownUnit]
    rationale: str
