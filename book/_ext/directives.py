"""The course's directives and roles: each is registered under its name and brings its plain form with it.

The plain form is the Markdown that a live notebook shows in its place, since no notebook knows the book's markup.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

SOURCES = "\0sources\0"
"""Stands for the list of the chapter's sources, which is known only once the whole chapter has been read."""


class NoPlainForm(Exception):
    """A directive or a role has no plain form, so it cannot stand on a page with a live copy."""


@dataclass(frozen=True)
class Block:
    """A directive in a chapter: where it stands, its options, and its content, already in plain Markdown."""

    chapter: str
    options: Mapping[str, str]
    content: str


class CourseDirective(SphinxDirective):
    """A directive of the course."""

    @staticmethod
    def plain(_block: Block) -> str:
        """Return the Markdown that a live notebook shows in its place.

        Raises
        ------
        NoPlainForm
            If the directive is for pages without a live copy only.
        """
        raise NoPlainForm


class PlainRole:
    """What a live notebook makes of a role, whether it is the course's own, Sphinx's or another extension's."""

    @staticmethod
    def plain(_text: str) -> str:
        """Return the Markdown that a live notebook shows in its place, for the text between the backticks.

        Raises
        ------
        NoPlainForm
            If the role is for pages without a live copy only.
        KeyError
            If the text names nothing that exists; the message says so to the author.
        """
        raise NoPlainForm

    @staticmethod
    def source_keys(_text: str) -> set[str]:
        """Return the keys of the sources that the role cites."""
        return set()


DIRECTIVES: dict[str, type[CourseDirective]] = {}
ROLES: dict[str, type[PlainRole]] = {}

D = TypeVar("D", bound=type[CourseDirective])
R = TypeVar("R", bound=type[PlainRole])


def directive(name: str) -> Callable[[D], D]:
    """Register a directive of the course under its name."""

    def register(found: D) -> D:
        DIRECTIVES[name] = found
        return found

    return register


def role(name: str) -> Callable[[R], R]:
    """Register a role under its name; a class that is no `SphinxRole` is the plain form of an existing role."""

    def register(found: R) -> R:
        ROLES[name] = found
        return found

    return register


def setup_directives(app: Sphinx) -> None:
    """Hand everything registered here over to Sphinx."""
    for name, found in DIRECTIVES.items():
        app.add_directive(name, found)
    for name, kind in ROLES.items():
        if issubclass(kind, SphinxRole):
            # `cite` is also the name of a role of `sphinxcontrib-bibtex`, which keeps the list of references.
            app.add_role(name, kind(), override=True)
