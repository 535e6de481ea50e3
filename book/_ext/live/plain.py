"""A chapter in plain Markdown: every role, directive and label turned into what any Markdown reader shows."""

import re
from functools import cached_property
from pathlib import Path

import outcomes
from outcomes import cite, ledger
from records.faults import Refused
from records.markup import join, tag

from ..directives import DIRECTIVES, ROLES, SOURCES, Block, CourseDirective, NoPlainForm, PlainRole
from ..ledger.references import reference_line
from ..markdown import NEW_CELL, anchor
from ..sources import banks

# What a chapter may hold; the first match wins. `raw` is everything else that only the book understands.
MARKUP = re.compile(
    r"""
      (?P<kept>   \A---\n.*?^---$                                       # front matter
                | ^```\{code-cell\}.*?^```[ ]*$                          # cells, which jupytext reads
                | ^(?P<code>```+)(?![{`]).*?^(?P=code)[ ]*$              # code that is shown, not run
                | (?<!`)(?P<ticks>``?)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`) )  # the same within a line
    | ^(?P<fence>`{3,}|:{3,})\{(?P<directive>[\w-]+)\}(?P<body>.*?)^(?P=fence)[ ]*$
    | ^\((?P<label>[\w-]+)\)=[ ]*\n
    | \{(?P<role>[\w:.-]+)\}`(?P<said>[^`]+)`
    | \[(?P<shown>[^\]\n]+)\]\((?P<page>[\w-]+\.md)?(?P<place>\#[\w-]+)?\)
    | (?P<section>^(?=\#\#+[ ]))
    | (?P<raw>  ^(?:`{3,}|:{3,})\{[^\n]*                                 # a directive that is never closed
              | ^\([\w-]+\)=[^\n]*  |  \{[\w:.-]+\}(?=`)[^\s]*           # a broken label, a broken role
              | ^%[^\n]*  |  ^:[ ][^\n]*  |  \{\{[^\n]*?\}\}             # comment, definition, substitution
              | \[\^[^\]\n]+\]  |  \]\{[^}\n]*\} )                       # footnote, attributes
    """,
    re.M | re.S | re.X,
)
ROLE = re.compile(r"\{(?P<name>[\w:.-]+)\}`(?P<text>[^`]+)`")
OPTION = re.compile(r"^:(?P<name>[\w-]+):[ ]*(?P<value>.*)\n?", re.M)
LABELED = re.compile(r"^\((?P<label>[\w-]+)\)=[ ]*\n#+ (?P<heading>.+)$", re.M)
# A figure made from the ledger, or from one with studies added, and its second argument.
FIGURE = re.compile(r"""^(?P<name>\w+)\((?:ledger\(\)|\w+)(?:, "(?P<what>[^"]*)")?\)$""", re.M)
EXPLORER = "interval_explorer"
FIGURES = {*outcomes.CHARTS, *outcomes.DRAWINGS, EXPLORER, "explore"}
QUIZ = re.compile(r'^quiz\("([\w-]+)"\)$', re.M)

NO_PLAIN_FORM = "has no plain form, which the live copy of a page with cells needs"
CURE = "give it a `plain` (book/_ext/directives.py), or move it to a page without cells"


class RawMarkup(Refused):
    """A chapter holds what cannot be put into plain Markdown."""


class Chapter:
    """One chapter: what it says, what it cites, and what in it has no plain form.

    `live` are the names of all chapters that have a live copy, so that links between them lead on.
    """

    def __init__(self, path: Path, live: frozenset[str] = frozenset()) -> None:
        self.name = path.stem
        self._path = path
        self._live = live
        self._text = path.read_text("utf-8")
        self._faults: list[str] = []

    def plain(self) -> str:
        """Return the chapter with its front matter and code cells as they are, all else plain Markdown.

        Raises
        ------
        RawMarkup
            Naming file, line and markup of everything that a reader would meet raw.
        """
        text = self._without_sources()
        return text.replace(SOURCES, self._sources()) if SOURCES in text else text

    def check(self) -> None:
        """Check that everything has a plain form, without drawing any figure.

        Raises
        ------
        RawMarkup
            As `plain` does.
        """
        self._without_sources()

    def source_keys(self) -> set[str]:
        """Return the keys of all sources behind the chapter: its numbers, citations, charts and questions."""
        roles = (
            (ROLES[role["name"]], role["text"]) for role in ROLE.finditer(self._text) if role["name"] in ROLES
        )
        keys = {key for role, text in roles for key in role.source_keys(text)}
        for figure in FIGURE.finditer(self._text):
            if figure["name"] in FIGURES:
                arguments = [] if figure["what"] is None else [figure["what"]]
                made = getattr(outcomes, figure["name"])(ledger(), *arguments)
                # A plotly figure keeps its sources in `layout.meta`.
                keys.update(
                    made.source_keys if hasattr(made, "source_keys") else made.layout.meta["source_keys"]
                )
        for bank in (banks()[name] for name in QUIZ.findall(self._text)):
            for item in bank.items:
                keys.update(item.sources, (cite(name).source_key for name in item.evidence))
        return keys

    def _without_sources(self) -> str:
        self._faults.clear()
        text = self._resolve(self._text, first_line=1)
        if self._faults:
            raise RawMarkup(self._faults)
        return text

    def _sources(self) -> str:
        # The same lines as on the page, as HTML: Markdown leaves a block of it alone, whatever a title contains.
        sources = ledger().sources
        lines = sorted((reference_line(sources[key]) for key in self.source_keys()), key=str.casefold)
        return tag("ul", "\n", *(join(tag("li", line), "\n") for line in lines))

    @cached_property
    def _headings(self) -> dict[str, str]:
        return {match["label"]: match["heading"] for match in LABELED.finditer(self._text)}

    def _resolve(self, text: str, first_line: int) -> str:
        def in_markdown(match: re.Match[str]) -> str:
            line = first_line + text.count("\n", 0, match.start())
            if match["kept"]:
                return match[0]
            if match["directive"]:
                return self._directive(match, line)
            if match["role"]:
                return self._role(match, line)
            if match["shown"]:
                return self._link(match, line)
            if match["raw"]:
                return self._refuse(match[0], line, f"{NO_PLAIN_FORM}: write it another way")
            return NEW_CELL if match["section"] is not None else ""

        return MARKUP.sub(in_markdown, text)

    def _refuse(self, markup: str, line: int, what: str) -> str:
        start = markup.strip().splitlines()[0]
        self._faults.append(f"book/{self._path.name}: line {line}: {start}: {what}")
        return markup

    def _directive(self, match: re.Match[str], line: int) -> str:
        options = {option["name"]: option["value"].strip() for option in OPTION.finditer(match["body"])}
        content = self._resolve(OPTION.sub("\n", match["body"]), line).strip()
        found = DIRECTIVES.get(match["directive"], CourseDirective)
        try:
            return found.plain(Block(self.name, options, content))
        except NoPlainForm:
            return self._refuse(match[0], line, f"{NO_PLAIN_FORM}: {CURE}")

    def _role(self, match: re.Match[str], line: int) -> str:
        found = ROLES.get(match["role"], PlainRole)
        try:
            return found.plain(match["said"])
        except NoPlainForm:
            return self._refuse(match[0], line, f"{NO_PLAIN_FORM}: {CURE}")
        except KeyError as unknown:
            return self._refuse(match[0], line, str(unknown.args[0]))

    def _link(self, match: re.Match[str], line: int) -> str:
        shown = self._resolve(match["shown"], line)
        page, label = (match["page"] or "").removesuffix(".md"), (match["place"] or "").removeprefix("#")
        if page in ("", self.name) and label in self._headings:
            return f"[{shown}](#{anchor(self._headings[label])})"
        # Pages without cells have no live copy; the text of the link still names them.
        return f"[{shown}]({page}.ipynb)" if page in self._live else shown


def has_cells(path: Path) -> bool:
    """Return whether a page has code cells, and so a live copy."""
    return "{code-cell}" in path.read_text("utf-8")
