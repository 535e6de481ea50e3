"""What every chapter has: its head, the plain words, and pitfalls."""

import re
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from outcomes import cite
from quizzes.authoring.bank import Bank
from quizzes.evidence import fill_tokens
from records.markup import Markup, tag

from ..directives import Block, CourseDirective, directive
from ..markdown import NEW_CELL, literal, quoted
from ..sources import BANK, ROOT, asked, banks, chapter_title, pages
from .reading_time import to_answer, to_read

MINUTES = "minutes"  # metadata of a chapter: how long its text takes to read

REVIEW = {
    "submitted": "Not yet reviewed by a clinician",
    "under-review": "Under review by a clinician",
    "approved": "Reviewed and approved by a clinician",
}


# Whoever knows the words may have them out of the way, on every page.
MOVE = (
    '<p><button type="button" class="voice"><span class="to-end">Always show this after the text</span>'
    '<span class="to-top">Always show this before the text</span></button></p>'
)

HEAD = re.compile(r"^```\{chapter-head\}\n:review: (?P<review>\S+)\n:date: (?P<date>\S+)$", re.M)


class chapter_head(nodes.General, nodes.Element):
    """A placeholder for the head, filled in once the whole chapter has been read."""


class chapter_objectives(nodes.General, nodes.Element):
    """Where the objectives stand, which come from the chapter's question bank."""


@directive("chapter-head")
class ChapterHead(CourseDirective):
    """Objectives from the chapter's question bank, reading time, and the state of its review."""

    option_spec: ClassVar[OptionSpec] = {
        "review": lambda argument: directives.choice(argument, tuple(REVIEW)),
        "date": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the placeholders; `_fill` knows the length of the chapter."""
        for option in ("review", "date"):
            if option not in self.options:
                raise self.error(f"chapter-head: the option :{option}: is missing")
        return [chapter_head(**self.options), chapter_objectives()]

    @staticmethod
    def plain(block: Block) -> str:
        """Return the state of the review, how to use a live copy, and the objectives."""
        bank = banks()[block.chapter]
        objectives = [
            f"{number}. {literal(fill_tokens(objective.text, cite))} *({objective.bloom})*"
            for number, objective in enumerate(bank.objectives, start=1)
        ]
        return "\n".join(
            [
                f"*{REVIEW[block.options['review']]} · {block.options['date']} · {len(bank.items)} questions*",
                "",
                "*Live copy: choose Run, then Run All Cells, to draw the charts and start the questions. "
                "Point at a number to see what was measured, in whom, and in which study. "
                "Where the first cell fails, the notebook is not in the course's own environment: "
                "open it by `make lab` or Binder.*",
                "",
                "**After this chapter you can:**",
                "",
                *objectives,
            ]
        )


@directive("plain-words")
class PlainWords(CourseDirective):
    """What one would tell a patient."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a section with its own heading."""
        section = nodes.section(ids=["in-plain-words"], classes=["plain"])
        section += nodes.title(text="In plain words")
        self.state.nested_parse(self.content, self.content_offset, section)
        section += nodes.raw("", MOVE, format="html")
        return [section]

    @staticmethod
    def plain(block: Block) -> str:
        """Return a separate section, quoted."""
        return f"{NEW_CELL}## In plain words\n\n{quoted(block.content)}"


@directive("pitfall")
class Pitfall(CourseDirective):
    """What goes wrong in practice, or where a common statement is wrong."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a note that begins with its label."""
        note = nodes.container(classes=["pitfall"])
        self.state.nested_parse(self.content, self.content_offset, note)
        label = nodes.strong(text="Pitfall.")
        if note.children and isinstance(note[0], nodes.paragraph):
            note[0].insert(0, [label, nodes.Text(" ")])
        else:
            note.insert(0, nodes.paragraph("", "", label))
        return [note]

    @staticmethod
    def plain(block: Block) -> str:
        """Return a quotation that begins with its label."""
        return quoted(f"**Pitfall.** {block.content}")


@directive("review-status")
class ReviewStatus(CourseDirective):
    """The state of every chapter's review, as given in the chapter's head."""

    def run(self) -> list[nodes.Node]:
        """Return a table in the order of the book."""
        rows = []
        for docname in pages(self.config):
            head = _head_of(docname)
            if head is None:
                continue
            self.env.note_dependency(self.env.doc2path(docname))
            name = docname.rpartition("/")[2]
            link = tag("a", chapter_title(name), href=f"{name}.html")
            state = tag("td", REVIEW[head["review"]])
            rows.append(tag("tr", tag("th", link, scope="row"), state, tag("td", head["date"])))
        columns = [tag("th", name, scope="col") for name in ("Chapter", "State", "Date")]
        table = tag("table", tag("thead", tag("tr", *columns)), tag("tbody", *rows))
        return [nodes.raw("", tag("div", table, class_="scroll"), format="html")]


def _head_of(docname: str) -> re.Match[str] | None:
    return HEAD.search((ROOT / f"{docname}.md").read_text("utf-8"))


def review_of(docname: str) -> str | None:
    """Return how far the review of a page is, one of `REVIEW`; None where it is no chapter."""
    head = _head_of(docname)
    return None if head is None else head["review"]


def setup_chapter(app: Sphinx) -> None:
    """Fill in the placeholders of a chapter once it has been read."""
    app.connect("doctree-read", _fill)


def _fill(app: Sphinx, doctree: nodes.document) -> None:
    for head in list(doctree.findall(chapter_head)):
        head.replace_self(_head(app, doctree, head))
    for objectives in list(doctree.findall(chapter_objectives)):
        objectives.replace_self(_objectives(_bank(app)))


def _bank(app: Sphinx) -> Bank:
    return banks()[app.env.docname.rpartition("/")[2]]


def _head(app: Sphinx, doctree: nodes.document, head: chapter_head) -> nodes.Node:
    bank = _bank(app)
    app.env.note_dependency(str(BANK / f"{bank.chapter}.yml"))
    minutes = round(to_read(doctree))
    app.env.metadata[app.env.docname][MINUTES] = str(minutes)
    count, what = asked(bank.chapter)
    facts = {
        "minutes": f"{minutes} min to read, about {round(to_answer(bank))} min for the {what}",
        "progress": f"{count} {what}",
        "status": f"{REVIEW[head['review']]} · {head['date']}",
    }
    line = (tag("span", text, class_=name) for name, text in facts.items())
    return nodes.raw("", tag("div", *line, class_="chapter-head"), format="html")


def _objectives(bank: Bank) -> nodes.Node:
    objectives = (
        tag("li", fill_tokens(objective.text, cite), " ", tag("span", objective.bloom, class_="bloom"))
        for objective in bank.objectives
    )
    what = "After this chapter you can …"
    return folded(tag("ol", *objectives, class_="objectives"), f"{what} ({len(bank.objectives)})")


def folded(content: Markup, summary: str, class_: str = "") -> nodes.Node:
    """Return a part that opens when asked for: by a click, an address in it, a search in the page, on paper."""
    name = f"fold {class_}".strip()
    return nodes.raw("", tag("details", tag("summary", summary), content, class_=name), format="html")
