"""Branching cases: a graph of steps whose choices have consequences."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Annotated, Any, Literal, TypedDict

from pydantic import Field, StrictBool, StrictInt

from quizzes.kinds.item import Ask, Item, Pick, Record
from quizzes.kinds.shown import ShownCommon
from records.place import Place
from records.text import Slug, Text
from records.written import repeated, rows

FEWEST_CHOICES, MOST_CHOICES = 2, 6


class Move(Record):
    """One thing to do at a step, and what comes of it."""

    id: Slug = Field(description="Unique in its step; answers are kept under it.", examples=["mri"])
    text: Text = Field(description="What the reader decides.", examples=["Order an MRI"])
    consequence: Text = Field(
        description="What happens next; shown once the choice is made.",
        examples=["The MRI shows a bright mass with flow voids."],
    )
    rationale: Text = Field(
        description="Why it is worth what it is; shown in the debrief.",
        examples=["The vessels are seen before a needle goes in."],
    )
    worth: Annotated[StrictInt, Field(ge=-2, le=2)] = Field(
        description="From -2, harmful, to 2, best.", examples=[2]
    )
    next: Slug = Field(description="The step it leads to, by id.", examples=["mri-result"])


class Step(Record):
    """One scene: something to decide, or the end."""

    digested = frozenset({"lead_in", "choices", "end"})

    id: Slug = Field(description="Unique in its case; answers are kept under it.", examples=["first-visit"])
    text: Text = Field(description="What the reader sees now.", examples=["She comes back after two weeks."])
    lead_in: Text | None = Field(
        default=None, description="What is to be decided; an end has none.", examples=["What do you do?"]
    )
    choices: tuple[Move, ...] = Field(default=(), description="What can be done; an end has none.")
    end: StrictBool = Field(default=False, description="Whether the case ends here.")

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield a dead end, an end that goes on, and choices that are the same."""
        choices = rows(raw.get("choices"))
        if raw.get("end") is True:
            if choices or "lead_in" in raw:
                yield ("end",), "is set on a step that asks something; an end has neither lead_in nor choices"
            return
        if not choices:
            yield ("choices",), "is a dead end: give it choices, or write `end: true`"
            return
        if "lead_in" not in raw:
            yield ("lead_in",), "is missing"
        if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
            yield ("choices",), f"has {len(choices)} choices; {FEWEST_CHOICES} to {MOST_CHOICES} are allowed"
        for field in ("id", "text"):
            for name in repeated([choice.get(field) for choice in choices]):
                yield ("choices",), f"two choices have the {field} {name!r}"


class Case(Item):
    """A case of several steps. The score is what the path is worth as a share of the best."""

    kind: Literal["case"] = Field(description="How it is answered.")
    shuffle: StrictBool = Field(
        default=True,
        description="Whether each reader sees the choices in another order; false where the order means something.",
    )
    start: Slug = Field(description="The step it begins with, by id.", examples=["first-visit"])
    steps: tuple[Step, ...] = Field(
        min_length=2, description="The scenes, in the order in which they are best read."
    )
    debrief: Text = Field(
        description="What the case teaches, said when it is over.",
        examples=["Imaging came before the needle, and the needle before the knife."],
    )

    @classmethod
    def faults(cls, raw: Mapping[Any, Any]) -> Iterator[tuple[Place, str]]:
        """Yield steps that do not exist, are never reached or come back, and a case that decides nothing."""
        yield from super().faults(raw)
        start, written = raw.get("start"), raw.get("steps")
        if not isinstance(written, list | tuple):
            return
        steps = rows(written)
        for name in repeated([step.get("id") for step in steps]):
            yield ("steps",), f"two steps have the id {name!r}"
        known = {step["id"]: step for step in steps if isinstance(step.get("id"), str)}
        places = {name: written.index(step) for name, step in known.items()}
        listed = ", ".join(known)
        if isinstance(start, str) and start not in known:
            yield ("start",), f"{start!r} is none of the steps ({listed})"
        for at, step in enumerate(written):
            choices = step.get("choices") if isinstance(step, Mapping) else None
            for number, choice in enumerate(choices if isinstance(choices, list | tuple) else ()):
                leads = choice.get("next") if isinstance(choice, Mapping) else None
                if isinstance(leads, str) and leads not in known:
                    place = ("steps", at, "choices", number, "next")
                    yield place, f"{leads!r} is none of the steps ({listed})"
        for name, what in _graph_faults(known, start if isinstance(start, str) else ""):
            yield (("steps", places[name]) if name else ("steps",)), what

    @property
    def decisions(self) -> int:
        """How often the case asks: at every step except its ends."""
        return sum(not step.end for step in self.steps)

    def asks(self) -> Iterator[Ask]:
        """Yield the case itself, and what each step asks; what is worth most there counts as right."""
        yield from super().asks()
        for step in self.steps:
            if step.lead_in is not None:
                best = max((choice.worth for choice in step.choices), default=0)
                moves = tuple(Pick(move.id, move.text, move.worth == best) for move in step.choices)
                yield Ask(f"step {step.id}: ", step.text, step.lead_in, moves, None, self.shuffle)


def _graph_faults(known: Mapping[str, Mapping[Any, Any]], start: str) -> Iterator[tuple[str, str]]:
    """Yield (id of the step, or "" for all, what is wrong) of the graph; `known` holds the steps by id."""
    ways = {name: [lead for lead in _leads(step) if lead in known] for name, step in known.items()}
    try:
        backwards = list(TopologicalSorter(ways).static_order())
    except CycleError as error:
        # The cycle is listed by predecessors, which here are the steps that follow.
        round_trip = " -> ".join(reversed(error.args[1]))
        yield "", f"go round in a loop: {round_trip}; a case must come to an end"
        backwards = []
    if start in known:
        reached, new = {start}, [start]
        while new:
            new = [lead for name in new for lead in ways[name] if lead not in reached]
            reached.update(new)
        for name in (name for name in known if name not in reached):
            yield name, "is never reached from the start"
        if not any(known[name].get("end") is True for name in reached):
            yield "", "hold no end that can be reached; mark one with `end: true`"
        elif backwards and (spread := _spread(known, backwards, start)):
            worst, best = spread
            if worst == best:
                yield "", f"decide nothing: every path is worth {best}"
            elif best <= 0:
                yield "", f"let nobody win: the best path is worth {best}, and has to be worth more than 0"


def _leads(step: Mapping[Any, Any]) -> list[str]:
    return [choice["next"] for choice in rows(step.get("choices")) if isinstance(choice.get("next"), str)]


def _spread(
    known: Mapping[str, Mapping[Any, Any]], backwards: list[str], start: str
) -> tuple[int, int] | None:
    """Return the worth of the worst and of the best path from the start to an end, or None if there is none."""
    reach: dict[str, tuple[int, int]] = {}
    for name in backwards:
        if known[name].get("end") is True:
            reach[name] = (0, 0)
            continue
        totals = [
            (choice["worth"] + low, choice["worth"] + high)
            for choice in rows(known[name].get("choices"))
            if type(choice.get("worth")) is int
            for low, high in [reach.get(str(choice.get("next")), (None, None))]
            if low is not None and high is not None
        ]
        if totals:
            reach[name] = (min(low for low, _ in totals), max(high for _, high in totals))
    return reach.get(start)


class ShownMove(TypedDict):
    """One thing to do at a step; `worth` from -2 to 2, `next` the step it leads to."""

    id: str
    text: str
    consequence: str
    rationale: str
    worth: int
    next: str


class ShownStep(TypedDict):
    """One scene of a case; an end has no choices."""

    id: str
    text: str
    lead_in: str | None
    choices: list[ShownMove]
    end: bool


class ShownCase(ShownCommon):
    """A branching case."""

    kind: Literal["case"]
    shuffle: bool
    start: str
    steps: list[ShownStep]
    debrief: str
