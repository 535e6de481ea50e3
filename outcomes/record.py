"""What every record shares: closed, frozen, strict about types, and able to name all its faults at once."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Fault = tuple[str, str]
"""The field (dotted where nested) and what is wrong with it."""

Identifier = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="lower-case words and digits joined by hyphens"),
]
Text = Annotated[str, Field(min_length=1)]


class Impossible(ValueError):
    """Fields that are well formed one by one and cannot all be true together."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(f"{field}: {what}" for field, what in faults))
        self.faults = faults


class Record(BaseModel):
    """A record of the ledger."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    parts: ClassVar[dict[str, "type[Record]"]] = {}
    """Fields that hold records of their own; the loader reads those first, so that no fault hides another."""

    def faults(self) -> Iterator[Fault]:
        """Yield every contradiction between the fields."""
        yield from ()

    @model_validator(mode="after")
    def _possible(self) -> Self:
        faults = list(self.faults())
        if faults:
            raise Impossible(faults)
        return self
