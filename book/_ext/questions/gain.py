"""The gain: what a reader got right in the pre-test and in the final test, on the objectives that both ask."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from course import course
from outcomes import cite
from quizzes.authoring.bank import Bank
from quizzes.evidence import fill_tokens
from quizzes.kinds.item import Item
from quizzes.resolve import digest
from quizzes.strings import say
from records.markup import Markup, data_script, tag

from ..directives import Block, CourseDirective, directive
from ..sources import BANK, ROOT, banks, chapter_title
from .own_pages import without_scripts


class gain(nodes.General, nodes.Element):
    """A placeholder for the comparison, filled in once the titles of all chapters are known."""


@directive("gain")
class Gain(CourseDirective):
    """``{gain}``: a placeholder that a script fills from the reader's own record."""

    def run(self) -> list[nodes.Node]:
        """Return the placeholder; the page is rebuilt when either test or a chapter they lead back to changes."""
        if not all(tests()):
            raise self.error("gain: course.yml names no pre_test and final_test to compare")
        for path in (*BANK.glob("*.yml"), *(ROOT / "outcomes").rglob("*.yml"), ROOT / "_toc.yml"):
            self.env.note_dependency(str(path))
        for row in shared():
            self.env.note_dependency(self.env.doc2path(f"book/{row[1].home(tests()[1])}"))
        self.env.metadata[self.env.docname].update({"gain": "yes", "own": "yes"})
        return [gain()]

    @staticmethod
    def plain(_block: Block) -> str:
        """Return what to do by hand, since a notebook has no record of the reader's answers."""
        return (
            "*The page of this chapter compares both tests, from the answers that a browser keeps. "
            "Here, write down what you had right in each, objective by objective.*"
        )


def setup_gain(app: Sphinx) -> None:
    """Fill in the comparison once the titles of all chapters are known."""
    app.connect("doctree-resolved", _fill)


def tests() -> tuple[str, str]:
    """Return the names of the pre-test and of the final test, each empty where there is none."""
    return course().pre_test or "", course().final_test or ""


def shared() -> list[tuple[Item, Item]]:
    """Return the questions of the pre-test and of the final test that ask the same objective, in pairs.

    Raises
    ------
    ExtensionError
        If a test asks one of these objectives twice: before and after could not be compared.
    """
    before, after = (_by_objective(banks()[name]) for name in tests())
    return [(item, after[name]) for name, item in before.items() if name in after]


def _by_objective(bank: Bank) -> dict[str, Item]:
    by_objective: dict[str, Item] = {}
    for item in bank.items:
        if item.objective in by_objective:
            raise ExtensionError(f"{bank.chapter}.yml: {item.id}: objective: is asked twice in one test")
        by_objective[item.objective] = item
    return by_objective


def _fill(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    for place in list(doctree.findall(gain)):
        place.replace_self(nodes.raw("", _html(app.env), format="html"))


def _html(env: BuildEnvironment) -> Markup:
    both = [_test(name, env.titles[f"book/{name}"].astext()) for name in tests()]
    links = {str(test["href"]): str(test["title"]) for test in both}
    return tag(
        "section",
        tag("div", without_scripts(say("gain_needs_scripts"), links), class_="gain-place"),
        data_script({"tests": both, "rows": _rows()}, class_="gain-data"),
        class_="quiz memory",
        data_gain="",
    )


def _test(name: str, title: str) -> dict[str, object]:
    items = banks()[name].items
    return {
        "title": title,
        "href": f"{name}.html#{items[0].id}",
        "items": [[item.id, digest(item, cite)] for item in items],
    }


def _rows() -> list[dict[str, object]]:
    last = tests()[1]
    texts = {objective.id: objective.text for objective in banks()[last].objectives}
    return [
        {
            "text": fill_tokens(texts[after.objective], cite),
            "title": chapter_title(after.home(last)),
            "href": f"{after.home(last)}.html#{after.paragraph}",
            "items": [before.id, after.id],
        }
        for before, after in shared()
    ]
