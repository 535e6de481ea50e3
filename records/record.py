"""What every record shares: closed, frozen, and able to report all its faults at once."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from records.faults import EMPTY
from records.place import Place


class Record(BaseModel):
    """An authored record: unknown fields are faults, nothing is converted, and nothing changes once it is read.

    A subclass checks in `faults` what no single field can see. Those faults are reported together with the
    faults of the fields, so that an author mends a file once rather than in rounds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    cures: ClassVar[Mapping[str, str]] = {}
    """What to do where a field does not hold the number that it should."""

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:  # noqa: ARG003
        """Yield (place, what is wrong) for `raw`, the record as written, which may be wrong in any way."""
        yield from ()

    @model_validator(mode="wrap")
    @classmethod
    def _together(cls, raw: Any, handler: ModelWrapValidatorHandler["Record"]) -> "Record":  # noqa: ANN401
        if not isinstance(raw, Mapping):
            return handler(raw)
        found: list[InitErrorDetails] = []
        record: Record | None = None
        empty = {field for field in cls.model_fields if field in raw and raw[field] is None}
        try:
            # A list becomes a tuple, which cannot change.
            record = handler(
                {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}
            )
        except ValidationError as error:
            raised = error.errors(include_url=False)
            found += [cls._known(fault) for fault in raised if not empty.intersection(fault["loc"][:1])]
        rules = [*(((field,), EMPTY) for field in raw if field in empty), *cls.faults(raw)]
        found += [
            InitErrorDetails(type=PydanticCustomError("rule", "{what}", {"what": what}), loc=place, input=raw)
            for place, what in rules
        ]
        if record is None or found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        return record

    @classmethod
    def _known(cls, fault: ErrorDetails) -> InitErrorDetails:
        """Return a fault with what this record knows about it: which names would have been right, and a cure."""
        field = str(fault["loc"][0]) if fault["loc"] else ""
        own = {"known": " ".join(cls.model_fields), "cure": cls.cures.get(field, "")}
        return InitErrorDetails(
            type=PydanticCustomError(fault["type"], fault["msg"], {**own, **fault.get("ctx", {})}),
            loc=fault["loc"],
            input=fault["input"],
        )
