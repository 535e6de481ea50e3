"""A chapter in plain Markdown: every role, directive and label put into what any Markdown reader shows."""

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import outcomes
from outcomes import cite, ledger
from outcomes.model import Source
from quizzes.evidence import spoken

from ..chapter.head import REVIEW
from ..ledger.claims import verdict
from ..ledger.references import about_reading, reference_line
from ..sources import banks

# What a chapter may hold, the first that fits wins; `raw` is everything else that only the book understands.
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
ROLE = re.compile(r"\{([\w:.-]+)\}`([^`]+)`")
OPTION = re.compile(r"^:(?P<name>[\w-]+):[ ]*(?P<value>.*)\n?", re.M)
LABELED = re.compile(r"^\((?P<label>[\w-]+)\)=[ ]*\n#+ (?P<heading>.+)$", re.M)
# A figure of the ledger, or of one with studies added, and what else it is told.
FIGURE = re.compile(r"""^(?P<name>\w+)\((?:ledger\(\)|\w+)(?:, "(?P<what>[^"]*)")?\)$""", re.M)
EXPLORER = "interval_explorer"
FIGURES = {*outcomes.CHARTS, *outcomes.DRAWINGS, EXPLORER, "explore"}
QUIZ = re.compile(r'^quiz\("([\w-]+)"\)$', re.M)
SOURCES_STAND_HERE = "\0sources\0"  # filled at the end, when every reference is known to be sound
NEW_CELL = "+++\n\n"  # so that a section can be folded, and cells of one's own put between two


class RawMarkup(ValueError):
    """A chapter holds what cannot be put into plain Markdown; the message has a line a fault."""


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
        text = self._resolve(self._text, first_line=1)
        if self._faults:
            raise RawMarkup("\n".join(self._faults))
        return text.replace(SOURCES_STAND_HERE, self._sources()) if SOURCES_STAND_HERE in text else text

    def source_keys(self) -> set[str]:
        """Return the keys of all sources behind the chapter: its numbers, citations, charts and questions."""
        roles = ROLE.findall(self._text)
        keys = {cite(said).source_key for role, said in roles if role == "ev"}
        keys.update(key.strip() for role, said in roles if role == "cite" for key in said.split(","))
        for figure in FIGURE.finditer(self._text):
            if figure["name"] in FIGURES:
                told = [] if figure["what"] is None else [figure["what"]]
                made = getattr(outcomes, figure["name"])(ledger(), *told)
                # A plotly figure has its sources among its words.
                keys.update(
                    made.source_keys if hasattr(made, "source_keys") else made.layout.meta["source_keys"]
                )
        for bank in (banks()[name] for name in QUIZ.findall(self._text)):
            for item in bank.items:
                keys.update(item.sources, (cite(name).source_key for name in item.evidence))
        return keys

    def _sources(self) -> str:
        # The very lines of the page, as HTML: Markdown leaves a block of it alone, whatever a title holds.
        sources = ledger().sources
        lines = sorted((reference_line(sources[key]) for key in self.source_keys()), key=str.casefold)
        return "\n".join(["<ul>", *(f"<li>{line}</li>" for line in lines), "</ul>"])

    @cached_property
    def _headings(self) -> dict[str, str]:
        return {match["label"]: match["heading"] for match in LABELED.finditer(self._text)}

    def _resolve(self, text: str, first_line: int) -> str:
        def plain(match: re.Match[str]) -> str:
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
                return self._refuse(match[0], line, "has no plain form")
            return NEW_CELL if match["section"] is not None else ""

        return MARKUP.sub(plain, text)

    def _refuse(self, markup: str, line: int, what: str) -> str:
        start = markup.strip().splitlines()[0]
        self._faults.append(f"book/{self._path.name}: line {line}: {start}: {what} (book/_ext/live/plain.py)")
        return markup

    def _directive(self, match: re.Match[str], line: int) -> str:
        make = DIRECTIVES.get(match["directive"])
        if make is None:
            return self._refuse(match[0], line, "a directive without a plain form")
        options = {option["name"]: option["value"].strip() for option in OPTION.finditer(match["body"])}
        content = OPTION.sub("\n", match["body"])
        return make(self, options, self._resolve(content, line).strip())

    def _role(self, match: re.Match[str], line: int) -> str:
        make = ROLES.get(match["role"])
        if make is None:
            return self._refuse(match[0], line, "a role without a plain form")
        try:
            return make(match["said"])
        except KeyError as unknown:
            return self._refuse(match[0], line, str(unknown.args[0]))

    def _link(self, match: re.Match[str], line: int) -> str:
        shown = self._resolve(match["shown"], line)
        page, label = (match["page"] or "").removesuffix(".md"), (match["place"] or "").removeprefix("#")
        if page in ("", self.name) and label in self._headings:
            return f"[{shown}](#{anchor(self._headings[label])})"
        # Pages without cells have no live copy; their names still tell what they are.
        return f"[{shown}]({page}.ipynb)" if page in self._live else shown


def anchor(heading: str) -> str:
    """Return what a notebook's link to a heading says behind the `#`.

    JupyterLab knows a heading by its own letters; what would end a link of Markdown is written as a code.

    >>> anchor("Where it goes, and when (if at all)")
    'Where-it-goes,-and-when-%28if-at-all%29'
    """
    return quote(heading.replace(" ", "-"), safe="!$&'*+,/:;=?@")


def literal(text: str) -> str:
    r"""Return text that Markdown shows as it stands, also within a table and a link's title.

    >>> literal('"p" < 0.05 | a*b')
    '\\"p\\" \\< 0.05 \\| a\\*b'
    """
    return re.sub(r"""[\\`*_\[\]<>|$"~]""", r"\\\g<0>", text)


def linked(text: str, source: Source, card: list[str]) -> str:
    """Return a link to the study, its card shown on hover; without an address, to the chapter's sources."""
    target = source.address or "#" + anchor("Sources")
    lines = "&#10;".join(literal(line) for line in card if line)
    return f'[{literal(text)}]({target} "{lines}")'


def _ev(said: str) -> str:
    citation = cite(said)
    card = [citation.title, citation.detail, citation.source]
    return linked(citation.text, ledger().sources[citation.source_key], card)


def _cite(said: str) -> str:
    sources = ledger().sources
    keys = [key.strip() for key in said.split(",")]
    if unknown := [key for key in keys if key not in sources]:
        raise KeyError(f"the ledger has no source {', '.join(unknown)}")
    return "(" + "; ".join(_work(sources[key]) for key in keys) + ")"


def _work(source: Source) -> str:
    return linked(
        source.short, source, [source.title, *filter(None, [source.journal]), *about_reading(source)]
    )


def _term(said: str) -> str:
    return re.sub(r"\s*<[^>]*>$", "", said)


def _claim(said: str) -> str:
    return f"*({verdict(said)})*"


def _head(chapter: Chapter, options: dict[str, str], _content: str) -> str:
    bank = banks()[chapter.name]
    objectives = [
        f"{number}. {literal(spoken(objective.text, cite))} *({objective.bloom})*"
        for number, objective in enumerate(bank.objectives, start=1)
    ]
    return "\n".join(
        [
            f"*{REVIEW[options['review']]} · {options['date']} · {len(bank.items)} questions*",
            "",
            "*Live copy: choose Run, then Run All Cells, to draw the charts and start the questions. "
            "Point at a number to see what was measured, in whom, and in which study.*",
            "",
            "**After this chapter you can:**",
            "",
            *objectives,
        ]
    )


def _quoted(content: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in content.splitlines())


def _plain_words(_chapter: Chapter, _options: dict[str, str], content: str) -> str:
    return f"{NEW_CELL}## In plain words\n\n{_quoted(content)}"


def _pitfall(_chapter: Chapter, _options: dict[str, str], content: str) -> str:
    return _quoted(f"**Pitfall.** {content}")


def _gain(*_: object) -> str:
    return (
        "*The page of this chapter compares both tests, from the answers that a browser keeps. "
        "Here, write down what you had right in each, objective by objective.*"
    )


def _sources(*_: object) -> str:
    return SOURCES_STAND_HERE


def _course_map(_chapter: Chapter, _options: dict[str, str], content: str) -> str:
    return content


DIRECTIVES: dict[str, Callable[[Chapter, dict[str, str], str], str]] = {
    "chapter-head": _head,
    "plain-words": _plain_words,
    "pitfall": _pitfall,
    "chapter-sources": _sources,
    "gain": _gain,
    "course-map": _course_map,
}
ROLES: dict[str, Callable[[str], str]] = {"ev": _ev, "cite": _cite, "claim": _claim, "term": _term}
