"""The register of formats. A new format is a module beside this one, with a `FORMAT`, and a line here."""

from importlib import import_module

from quizzes.export.format import Format
from quizzes.export.selection import choose

MODULES: tuple[str, ...] = (
    "anki.deck",
    "anki.text",
    "moodle",
    "canvas",
    "qti.qti2",
    "qti.qti3",
    "scorm",
    "exam_sheet",
    "blackboard",
    "brightspace",
    "kahoot",
    "particify",
)
"""The modules beside this file, in the order in which readers see them."""


def _formats() -> dict[str, Format]:
    found: list[Format] = [import_module(f"quizzes.export.{module}").FORMAT for module in MODULES]
    return {each.name: each for each in found}


FORMATS: dict[str, Format] = _formats()
"""Every format, by its name."""


def format_of(name: str) -> Format:
    """Return a format by its name.

    Raises
    ------
    NotThere
        If there is none; what is said lists those there are.
    """
    choose(name, FORMATS, "format")
    return FORMATS[name]
