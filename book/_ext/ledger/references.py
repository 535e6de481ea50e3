"""References: the bibliography is written from the ledger, so that a source is typed only once."""

import os
import re
from pathlib import Path
from typing import ClassVar

import pybtex.plugin
from docutils import nodes
from pybtex.database import Entry
from pybtex.style import FormattedEntry, template
from pybtex.style.formatting.unsrt import Style
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.template import field, href, optional, sentence
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from outcomes import ledger
from outcomes.model import Source
from records.markup import Markup, join, tag

from ..files import write_if_new
from ..markdown import anchor, literal

PERSON = re.compile(r"^[\w'’\- ]+ [A-Z]{1,4}$")


def setup_references(app: Sphinx) -> None:
    """Write the bibliography before `sphinxcontrib-bibtex` reads it, and register its style."""
    pybtex.plugin.register_plugin("pybtex.style.formatting", "course", CourseStyle)
    pybtex.plugin.register_plugin("pybtex.style.labels", "course", FirstAuthorYear)
    app.connect("config-inited", _write_bibliography, priority=400)
    app.connect("env-before-read-docs", _keep_what_was_formatted)
    app.add_node(nodes.citation, override=True, html=(_visit_citation, HTML5Translator.depart_citation))


def _visit_citation(self: HTML5Translator, node: nodes.citation) -> None:
    # docutils gives list entries a role that ARIA has retired and that a list may not contain.
    HTML5Translator.visit_citation(self, node)
    self.body[-1] = self.body[-1].replace('role="doc-biblioentry"', 'role="listitem"')


def _write_bibliography(app: Sphinx, config: Config) -> None:
    path = Path(app.outdir).parent / "references.bib"
    text = "\n".join(bibtex_entry(source) for source in ledger().sources.values())
    write_if_new(path, text)
    # From the folder of the book: where that is on this machine must not tell in what is built.
    config.bibtex_bibfiles = [os.path.relpath(path, app.confdir)]
    config.bibtex_default_style = "course"
    # The course's own citations have cards; without this, each source is formatted twice.
    config.bibtex_tooltips = False


def _keep_what_was_formatted(_app: Sphinx, env: BuildEnvironment, _pages: list[str]) -> None:
    # `sphinxcontrib-bibtex` formats every source in every build, which takes longer than all else where nothing has
    # changed. What it has kept of the last build is of this very code: the environment's version tells (`_ext`).
    kept = env.domaindata["cite"]["citations"]
    CourseStyle.formatted = {each.entry.key: (each.entry, each.formatted_entry) for each in kept}


def authors(source: Source) -> list[str]:
    """Return the authors as BibTeX names; an institution is one name, held together by braces."""
    names = [name.strip() for name in source.cited_by.replace(" et al", ", et al").split(",")]
    people = [name for name in names if name and name != "et al"]
    if not all(PERSON.match(name) for name in people):
        return ["{" + _without_braces(source.cited_by) + "}"]
    inverted = [" ".join(name.split()[:-1]) + ", " + name.split()[-1] for name in people]
    return inverted + (["others"] if "et al" in names else [])


def bibtex_entry(source: Source) -> str:
    """Return the source as one BibTeX entry under its own key, without the braces and backslashes that BibTeX reads."""
    fields = {
        "author": " and ".join(authors(source)),
        "title": _without_braces(source.title),
        "journal": _without_braces(_journal(source)),
        "year": "n.d." if source.year is None else str(source.year),
        "volume": _without_braces(source.volume_pages or ""),
        "url": source.address or "",
        "eprint": _identifier(source),
        "note": _without_braces(". ".join(about_reading(source))),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@article{{{source.key},\n{lines}}}\n"


def _journal(source: Source) -> str:
    """Return the journal, unless it already stands in for the authors."""
    return (source.journal or "") if source.authors else ""


def _identifier(source: Source) -> str:
    """Return the text of the link to the source."""
    if source.doi:
        return f"doi:{source.doi}"
    return source.pmcid or (f"PMID {source.pmid}" if source.pmid else "")


def about_reading(source: Source) -> list[str]:
    """Return what a reader must know about a source: how much of it was read, and what is unconfirmed."""
    gaps = ", ".join(source.unconfirmed)
    said = [
        f"Found at {source.found_at}" if source.found_at else "",
        f"Not confirmed in a public record: {gaps}" if gaps else "",
        f"Read: {source.level_seen}",
        (source.note or "").removesuffix("."),
    ]
    return [part for part in said if part]


def _without_braces(text: str) -> str:
    return re.sub(r"[{}\\]", "", text)


def reference_line(source: Source) -> Markup:
    """Return the source as one line of HTML, its address as a link."""
    parts = [source.cited_by, None if source.year is None else f"({source.year})"]
    opening = " ".join(part for part in parts if part) + f". {source.title.rstrip('.')}"
    opening += " " if opening.endswith(("?", "!")) else ". "
    journal = tag("em", _journal(source)) if _journal(source) else None
    place = join(journal, source.volume_pages or None, between=" ")
    address = tag("a", _identifier(source), href=source.address) if source.address else None
    found = join(place and join(place, "."), address and join(" ", address, "."))
    seen = tag("span", ". ".join(about_reading(source)) + ".", class_="seen")
    return join(opening if found else opening.rstrip(), found, " ", seen)


def source_link(text: str, source: Source, card: list[str]) -> str:
    """Return a Markdown link to a source, its card shown on hover; without an address, to the chapter's sources."""
    target = source.address or "#" + anchor("Sources")
    lines = "&#10;".join(literal(line) for line in card if line)
    return f'[{literal(text)}]({target} "{lines}")'


class FirstAuthorYear(BaseLabelStyle):  # type: ignore[misc]
    """Labels as medical readers know them: `Roe 2020`."""

    def format_labels(self, sorted_entries: list[Entry]) -> list[str]:
        """Return one label per entry; two from the same year get a letter."""
        labels: list[str] = []
        seen: dict[str, int] = {}
        sources = ledger().sources
        for entry in sorted_entries:
            label = sources[entry.key].short
            seen[label] = seen.get(label, 0) + 1
            letter = "" if seen[label] == 1 else "abcdefghijklmnopqrstuvwxyz"[seen[label] - 1]
            labels.append(f"{label} ({letter})" if letter and not label[-1].isdigit() else label + letter)
        return labels


class CourseStyle(Style):  # type: ignore[misc]
    """One layout for papers, labels and web pages alike."""

    default_label_style = "course"
    default_sorting_style = "author_year_title"
    formatted: ClassVar[dict[str, tuple[Entry, FormattedEntry]]] = {}
    """What the last build formatted, by key."""

    def format_entry(self, label: str, entry: Entry, bib_data: object = None) -> FormattedEntry:
        """Return the entry as it stands in the list, as it was formatted before if nothing of it has changed."""
        before, done = self.formatted.get(entry.key, (None, None))
        if done is not None and before == entry:
            return FormattedEntry(entry.key, done.text, label)
        return super().format_entry(label, entry, bib_data)

    def get_article_template(self, _e: object) -> object:
        """Return authors, title, journal, year, address, and how much was read."""
        return template.join(sep=" ")[
            sentence[self.format_names("author", as_sentence=False)],
            sentence[field("title", raw=True)],
            sentence(sep=", ")[
                optional[field("journal")], field("year"), optional[field("volume", raw=True)]
            ],
            optional[sentence[href[field("url", raw=True), field("eprint", raw=True)]]],
            sentence[field("note", raw=True)],
        ]
