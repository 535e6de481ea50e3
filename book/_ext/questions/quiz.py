"""A chapter's questions on its page: where numbers and ways back lead from there."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from outcomes import cite
from quizzes.authoring.bank import Bank
from quizzes.kinds.shown import ShownQuiz
from quizzes.page.card import quiz_html as page_html
from quizzes.resolve import Way, resolve
from quizzes.strings import say

from ..ledger.evidence import LEDGER_PAGE
from ..sources import banks, chapter_title


def quiz_html(chapter: str) -> tuple[str, list[str]]:
    """Return the questions of a chapter as HTML, and the keys of the sources they rest on."""
    return page_html(shown_quiz(chapter)), sorted(set(_source_keys(banks()[chapter])))


def shown_quiz(chapter: str, *, page: str = "") -> ShownQuiz:
    """Return the questions of a chapter as shown on its own page, or elsewhere with `page` as the way there."""
    return resolve(
        banks()[chapter],
        cite=cite,
        evidence_href=lambda name: f"{LEDGER_PAGE}#{name}",
        paragraph_way=lambda home, label: Way(
            f"{page}#{label}" if home == chapter else f"{home}.html#{label}",
            "" if home == chapter else chapter_title(home),
        ),
    )


def add_ways_to_questions(app: Sphinx, doctree: nodes.document) -> None:
    """Put a link to its questions under each heading or paragraph that questions lead back to."""
    folder, _, chapter = app.env.docname.rpartition("/")
    if folder != "book" or "quiz" not in app.env.metadata[app.env.docname]:
        return
    asked: defaultdict[str, list[str]] = defaultdict(list)
    for item in banks()[chapter].items:
        if item.home(chapter) == chapter:
            asked[item.paragraph].append(item.id)
    places = {label: node for node in doctree.findall(nodes.Element) for label in node["ids"]}
    for label, ids in asked.items():
        # A label of its own line stands before what it names, and carries the id where that is no section.
        place = places.get(label)
        if place is None:
            continue
        words = escape(say("to_questions", count=len(ids)))
        link = nodes.raw(
            "", f'<p class="to-questions"><a href="#{escape(ids[0])}">{words}</a></p>', format="html"
        )
        if isinstance(place, nodes.section):
            place.insert(1, link)
        elif place.parent is not None:
            place.parent.insert(place.parent.index(place) + 1, link)


def _source_keys(bank: Bank) -> Iterator[str]:
    for item in bank.items:
        yield from item.sources
        yield from (cite(name).source_key for name in item.evidence)
