"""A chapter's questions on its page and as data beside it, and where their numbers and links back lead."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from docutils import nodes
from sphinx.application import Sphinx

from course.record import course
from outcomes import cite
from quizzes.authoring.bank import Bank
from quizzes.kinds.shown import ShownQuiz
from quizzes.page.card import quiz_html
from quizzes.resolve import Way, resolve
from quizzes.strings import say
from records.markup import Markup, json_script, tag

from ..ledger.evidence import number_address
from ..sources import banks, chapter_title

ITEMS = "_static/items"


def chapter_quiz(chapter: str) -> tuple[Markup, list[str]]:
    """Return the questions of a chapter as HTML, and the keys of the sources they rest on."""
    test = chapter in course().tests
    html = quiz_html(shown_quiz(chapter), items=items_address(chapter), whole=test)
    return html, sorted(set(_source_keys(banks()[chapter])))


def shown_quiz(chapter: str, *, page: str = "") -> ShownQuiz:
    """Return the questions of a chapter as shown on its own page, or on another one, with `page` as the way back."""
    return resolve(
        banks()[chapter],
        cite=cite,
        evidence_href=number_address,
        paragraph_way=lambda home, label: Way(
            f"{page}#{label}" if home == chapter else f"{home}.html#{label}",
            "" if home == chapter else chapter_title(home),
        ),
    )


@cache
def items_script(name: str) -> str:
    """Return the questions of a chapter as a separate script, which even a page opened from a folder can load."""
    items = json_script(shown_quiz(name, page=f"{name}.html")["items"])
    return f"(window.courseItems = window.courseItems || {{}})[{json.dumps(name)}] = {items};\n"


def items_address(name: str) -> str:
    """Return where the pages find that script: another address for each of its states, so that no old copy is shown."""
    version = hashlib.sha256(items_script(name).encode()).hexdigest()[:12]
    return f"../{ITEMS}/{name}.js?{version}"


def add_ways_to_questions(app: Sphinx, doctree: nodes.document) -> None:
    """End the own text of each section that questions lead back to with a link to them."""
    folder, _, chapter = app.env.docname.rpartition("/")
    if folder != "book" or "quiz" not in app.env.metadata[app.env.docname]:
        return
    places = {label: node for node in doctree.findall(nodes.Element) for label in node["ids"]}
    ids_by_section: defaultdict[nodes.section, list[str]] = defaultdict(list)
    for item in banks()[chapter].items:
        place = places.get(item.paragraph) if item.home(chapter) == chapter else None
        if place is not None:
            ids_by_section[_section_of(place)].append(item.id)
    for section, ids in ids_by_section.items():
        words = say("to_questions_one") if len(ids) == 1 else say("to_questions", count=len(ids))
        way = tag(
            "p", tag("a", words, href=f"#{ids[0]}", data_questions=" ".join(ids)), class_="to-questions"
        )
        inner = section.first_child_matching_class(nodes.section)
        section.insert(len(section) if inner is None else inner, nodes.raw("", way, format="html"))


def _section_of(place: nodes.Element) -> nodes.section:
    """Return the section that a label names, or in which it names a paragraph."""
    while not isinstance(place, nodes.section):
        place = place.parent
    return place


def _source_keys(bank: Bank) -> Iterator[str]:
    for item in bank.items:
        yield from item.sources
        yield from (cite(name).source_key for name in item.evidence)
