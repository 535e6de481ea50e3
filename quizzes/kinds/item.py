"""What every question has, whatever its kind."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field, StrictBool

from quizzes.evidence import Cite
from records import record
from records.place import Place
from records.text import Day, Form, Name, Slug, Text
from records.written import repeated

Bloom = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
"""A level of Bloom's taxonomy, as revised in 2001."""

Aim = Annotated[
    str,
    Form(
        r"^([a-z0-9-]+/)?[a-z0-9]+(-[a-z0-9]+)*$",
        "lower-case words and digits joined by hyphens, or <chapter>/ and such words",
    ),
]
"""An objective: its id, or `<chapter>/<id>` where a test borrows it from the chapter that teaches it."""


class Record(record.Record):
    """A record that goes into the digest of a question."""

    digested: ClassVar[frozenset[str]] = frozenset()
    """Fields that digests have held even at their default since the first edition. A field added later stays out of
    the digest while it is at its default, so that readers' answers to existing questions go on counting."""


class Pick(NamedTuple):
    """One thing that can be picked: its id in an answer, what the reader sees, and whether it is right."""

    id: str
    text: str
    correct: bool


class Ask(NamedTuple):
    """What a reader is asked at one moment, in the author's words.

    `where` is empty except in the steps of a case; `to_pick` is how many options are to be picked, None if the question
    does not say.
    """

    where: str
    stem: str
    lead_in: str
    options: tuple[Pick, ...]
    to_pick: int | None
    shuffle: bool


class Item(Record):
    """What every question has. Each kind adds how it is answered."""

    if TYPE_CHECKING:
        kind: str

    id: Slug = Field(
        description="`<chapter>-<slug>`, never reused: answers are kept under it.",
        examples=["marble-thumb-registry"],
    )
    objective: Aim = Field(
        description="The objective it tests, by id; `<chapter>/<id>` for one that another chapter teaches.",
        examples=["endpoints", "marble-thumb/endpoints"],
    )
    bloom: Bloom = Field(description="Bloom's level of the task.", examples=["apply"])
    vignette: StrictBool = Field(
        default=False,
        description="Whether the stem is a constructed patient or scene; the card then says so.",
    )
    stem: Text = Field(
        description="What is given, before the question.",
        examples=["You find the registry study behind the sentence."],
    )
    lead_in: Text = Field(
        description="The question itself, answerable with the options covered.",
        examples=["What does the figure measure?"],
    )
    hint: Text | None = Field(
        default=None,
        description="A step toward the answer, folded away; opening it costs nothing and is recorded.",
        examples=["Ask which deaths the figure counts."],
    )
    learning_point: Text = Field(
        description="The one thing to keep.", examples=["Read the endpoint before the number."]
    )
    evidence: tuple[Name, ...] = Field(
        default=(),
        description="Estimates, or numbers of facts, that the answer rests on, by id.",
        examples=[["roe-remission"]],
    )
    sources: tuple[Name, ...] = Field(
        default=(),
        description="Sources it rests on where no number is involved, by key.",
        examples=[["roe-2020"]],
    )
    paragraph: Name = Field(
        description="Label of the paragraph or heading that teaches it, in the chapter of the objective.",
        examples=["what-the-stage-says"],
    )
    written: Day = Field(description="The day it was written, in quotes.", examples=["2026-11-21"])
    lint: dict[Slug, Text] = Field(
        default={},
        description="Item-writing rules that this question breaks with good reason: the rule, and the reason.",
        examples=[{"absolute": "The word is the name of the trial's arm."}],
    )

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield faults across several fields of any question."""
        if not raw.get("evidence") and not raw.get("sources"):
            yield ("evidence",), "names no evidence, and `sources` names no source: an answer rests on one"
        for field in ("evidence", "sources"):
            named = raw.get(field)
            for name in repeated(list(named) if isinstance(named, list | tuple) else []):
                yield (field,), f"names {name!r} twice"

    @classmethod
    def resolved_faults(cls, raw: Mapping[Any, Any], cite: Cite) -> Iterator[tuple[str, str]]:  # noqa: ARG003
        """Yield (field, what is wrong) for faults that show only once tokens are filled in."""
        yield from ()

    def home(self, chapter: str) -> str:
        """Return the chapter that teaches what is asked, for a question of `chapter`."""
        return self.objective.rpartition("/")[0] or chapter

    def own(self) -> dict[str, Any]:
        """Return the fields that this kind adds, as plain data."""
        return self.model_dump(mode="json", include=set(type(self).model_fields) - set(Item.model_fields))

    def shown(self, resolved: dict[str, Any]) -> dict[str, Any]:
        """Return what the front end takes of this kind, from `resolved`: `own()` with every token filled in."""
        return resolved

    @property
    def decisions(self) -> int:
        """How often the question asks its reader to decide."""
        return 1

    def picks(self) -> list[Pick]:
        """Return what can be picked: nothing, if an answer is typed or moved."""
        return []

    def sole_key(self) -> str | None:
        """Return the pick that makes an answer fully right, if there is exactly one."""
        return None

    def asks(self) -> Iterator[Ask]:
        """Yield what the question asks, in the order in which a reader meets it."""
        yield Ask("", self.stem, self.lead_in, (), 1, shuffle=True)

    def identity(self, cite: Cite) -> dict[str, Any]:  # noqa: ARG002
        """Return what makes the question what it is: what is asked and its key, but no reason and no order."""
        shared = set(Item.model_fields) - {"id", "stem", "lead_in"}
        return {
            field: value for field, value in _identifying(self).items() if field not in shared | {"shuffle"}
        }


def _identifying(value: Any) -> Any:  # noqa: ANN401
    """Return records as plain data, without rationales and without fields at a default that no digest holds."""
    if isinstance(value, Record):
        usual = {
            name: field.get_default(call_default_factory=True)
            for name, field in type(value).model_fields.items()
        }
        return {
            name: _identifying(inner)
            for name, inner in value
            if name != "rationale" and (name in value.digested or inner != usual[name])
        }
    return [_identifying(inner) for inner in value] if isinstance(value, tuple) else value
