"""The quiz in a live notebook: the same front end, with what was answered in synced traits.

Grading happens in the front end, so an answer needs no round trip; Python receives the result.
"""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from quizzes.authoring.load import load_bank
from quizzes.evidence import resolver
from quizzes.kinds.shown import ShownQuiz
from quizzes.notebook import MIME
from quizzes.notebook.results import results
from quizzes.resolve import resolve
from quizzes.strings import say
from records.bundle import bundled

if TYPE_CHECKING:
    import polars

BUNDLE = Path(__file__).parents[1] / "_bundle"
"""The front end as esbuild writes it."""


class Quiz(anywidget.AnyWidget):
    """The questions of a chapter.

    Attributes
    ----------
    items : list
        The questions as shown (`quizzes.kinds.shown.ShownItem`).
    responses : dict
        Item id -> `chosen` (ids of options), `checked`, `certainty` (1..3, 0 if not asked), `hints` taken,
        `flagged`, `ms` it took, and once checked `correct` and `score` (0..1). An item without a pick is not in it.
    session : dict
        What else the front end keeps as long as the widget lives: `notes` of items (certainty, hints, flag),
        `settings` and `exams`.
    score : float or None
        Points of the items checked so far, 0..total; None before the first.
    total : int
        How many items there are; each counts 1.
    complete : bool
        Whether every item is checked.
    seed : int
        Seeds the order of the options.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    items: traitlets.List[Any] = traitlets.List().tag(sync=True)
    responses = traitlets.Dict().tag(sync=True)
    session = traitlets.Dict().tag(sync=True)
    score = traitlets.Float(None, allow_none=True).tag(sync=True)
    total = traitlets.Int().tag(sync=True)
    complete = traitlets.Bool(False).tag(sync=True)
    seed = traitlets.Int().tag(sync=True)

    def __init__(self, shown: ShownQuiz) -> None:
        self._chapter = shown["chapter"]
        super().__init__(items=shown["items"], total=len(shown["items"]))

    @traitlets.default("_esm")
    def _module(self) -> str:
        return bundled(BUNDLE / "widget.mjs")

    @traitlets.default("_css")
    def _style(self) -> str:
        return bundled(BUNDLE / "notebook.css")

    @traitlets.default("seed")
    def _order(self) -> int:
        return secrets.randbelow(2**32)

    def take_up(self, before: "Quiz") -> None:
        """Go on from another widget of the chapter: take over the answers to questions that have not changed."""
        digests = {item["id"]: item["digest"] for item in before.items}
        same = {item["id"] for item in self.items if digests.get(item["id"]) == item["digest"]}
        self.seed = before.seed
        self.responses = {name: given for name, given in before.responses.items() if name in same}
        by_item = {"notes", "remarks"}
        self.session = {
            part: {name: noted for name, noted in kept.items() if name in same} if part in by_item else kept
            for part, kept in before.session.items()
            # An exam of other questions is none of these.
            if part != "exams" or same == digests.keys() == {item["id"] for item in self.items}
        }
        points = [given["score"] for given in self.responses.values() if given["checked"]]
        self.score = sum(points) if points else None
        self.complete = len(points) == self.total

    def results(self) -> "polars.DataFrame":
        """Return what was answered so far as a table, one row per item, in the order of the chapter.

        Columns: `chapter`, `item`, `objective`, `kind`, `bloom`, `checked`, `chosen` (a list), `correct` and
        `score` (0..1; both null until checked), `certainty` (1..3, 0 if not said), `hints` taken, `flagged`.
        """
        return results(self._chapter, self.items, self.responses, self.session.get("notes") or {})

    def __repr__(self) -> str:
        count = say("questions_one") if self.total == 1 else say("questions", total=self.total)
        return say("widget", questions=count)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        reference: Mapping[str, str] = {"chapter": self._chapter}
        return {**data, MIME: reference, "text/plain": repr(self)}, metadata


_last: dict[str, Quiz] = {}
"""The last quiz of each chapter in this kernel: a cell that runs again goes on from there."""


def quiz(chapter: str) -> Quiz:
    """Return the questions of a chapter, ready to be shown as the last line of a cell.

    Called again in the same kernel, it takes up the answers that were given; another kernel begins anew.

    Parameters
    ----------
    chapter : str
        Name of the chapter, as in `marble-thumb`.

    Raises
    ------
    quizzes.BankFault
        If there is no such chapter, or its questions have faults.
    FileNotFoundError
        If the front end has not been built; the message names the command.
    """
    made = Quiz(resolve(load_bank(chapter), cite=resolver()))
    if chapter in _last:
        made.take_up(_last[chapter])
    _last[chapter] = made
    return made
