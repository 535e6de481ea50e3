"""The register of kinds. A new kind is a folder, a line here and one in `cards.js`."""

from functools import reduce
from importlib import import_module
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from quizzes.kinds.item import Item
from quizzes.kinds.kind import Kind

FOLDERS = (
    "single_best_answer",
    "multiple_response",
    "numeric",
    "ordering",
    "matching",
    "key_feature",
    "short_answer",
    "case",
)
"""The folders beside this file, each with a `KIND`, in the order in which authors see them."""


def _kinds() -> dict[str, Kind]:
    found: list[Kind] = [import_module(f"quizzes.kinds.{folder}").KIND for folder in FOLDERS]
    return {kind.name: kind for kind in found}


KINDS: dict[str, Kind] = _kinds()
"""Every kind, by its name."""

if TYPE_CHECKING:
    AnyItem = Item
else:
    AnyItem = Annotated[reduce(or_, (kind.record for kind in KINDS.values())), Field(discriminator="kind")]
    """A question of any kind."""
