"""What every record shares: closed, frozen, and able to say all its faults at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

Place = tuple[str | int, ...]
"""Where in a record: names of fields and numbers of entries, outermost first."""


class Record(BaseModel):
    """An authored record: unknown fields are faults, and nothing changes once it is read.

    A subclass says in `faults` what no single field can see. Those faults are reported together with
    the faults of the fields, so that an author mends a file once and not in rounds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:  # noqa: ARG003
        """Yield (place, what is wrong) for `raw`, the record as written, which may be wrong in any way."""
        yield from ()

    @model_validator(mode="wrap")
    @classmethod
    def _together(cls, raw: Any, handler: ModelWrapValidatorHandler["Record"]) -> "Record":  # noqa: ANN401
        found: list[InitErrorDetails] = []
        record: Record | None = None
        try:
            record = handler(raw)
        except ValidationError as error:
            found += [
                InitErrorDetails(
                    type=PydanticCustomError(
                        # Fields of this very record know which names would have been right.
                        fault["type"],
                        fault["msg"],
                        {"known": " ".join(cls.model_fields), **fault.get("ctx", {})},
                    ),
                    loc=fault["loc"],
                    input=fault["input"],
                )
                for fault in error.errors(include_url=False)
            ]
        if isinstance(raw, Mapping):
            found += [
                InitErrorDetails(
                    type=PydanticCustomError("rule", "{what}", {"what": what}), loc=place, input=raw
                )
                for place, what in cls.faults(raw)
            ]
        if record is None or found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        return record
