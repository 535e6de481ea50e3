"""The opening of the first page: what the course is, counted by the build, and one way on.

A script puts in its place what the reader's own device knows: the path or the chapter that was begun, or what is due.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from course import course
from outcomes import cite
from quizzes.resolve import digest
from records.markup import Markup, data_script, join, tag

from ..chapter.head import REVIEW, review_of
from ..directives import CourseDirective, directive
from ..questions.outlines import listed, note_outlines
from ..sources import banks, chapter_title, chapters
from .paths import Route, length, paths, way

# What the script says; what stands between braces is filled in there.
WORDS = {
    "path": "Go on with the {name}",
    "next_path": "Go on to the {name}",
    "place": "Continue: {title}",
    "due": "Review {questions}",
    "due_what": "due today, before they are forgotten",
    "also_due": "Due for review: {questions}",
    "one": "one question",
    "many": "{count} questions",
    "progress": "My progress",
}


class opening_facts(nodes.General, nodes.Element):
    """A placeholder for the counts, which stand above the title."""


class opening_ways(nodes.General, nodes.Element):
    """A placeholder for the ways on, filled in once every chapter has been read."""


@directive("opening")
class Opening(CourseDirective):
    """What the course is, in a few sentences, beside the cover that `course.yml` names."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the sentences, with placeholders around them."""
        box = nodes.container(classes=["opening"])
        words = nodes.container(classes=["opening-words"])
        self.state.nested_parse(self.content, self.content_offset, words)
        words += opening_ways()
        # The picture first, so that the words are as wide from the start as they are beside it.
        if course().cover is not None:
            box += nodes.raw("", tag("div", class_="opening-picture"), format="html")
        box += words
        note_outlines(self.env)
        self.env.metadata[self.env.docname].update({"home": "yes", "opening": "yes"})
        return [opening_facts(), box]


def setup_opening(app: Sphinx) -> None:
    """Fill in the opening once every chapter has been read."""
    app.connect("doctree-resolved", _fill)


def _fill(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    for facts in list(doctree.findall(opening_facts)):
        page = facts.parent
        page.remove(facts)
        page.insert(0, nodes.raw("", tag("p", _counted(app), class_="kicker"), format="html"))
    for ways in list(doctree.findall(opening_ways)):
        ways.replace_self(nodes.raw("", _ways(app), format="html"))


def _counted(app: Sphinx) -> str:
    taught = [page for page in chapters(app.config) if page.rpartition("/")[2] not in course().tests]
    kinds = [item.kind for bank in banks().values() for item in bank.items]
    cases = kinds.count("case")
    counts = [(len(taught), "chapter"), (len(kinds), "question")]
    said = [f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts if count]
    # Progress, review and the class count a case as the question that it is.
    among = f", {cases} of them {'a case' if cases == 1 else 'branching cases'}" if cases else ""
    return f"{' · '.join(['Open course', *said])}{among}"


def _ways(app: Sphinx) -> Markup:
    env = app.env
    reviewed = [review_of(page) for page in chapters(app.config)]
    states = [state for state in reviewed if state is not None]
    # The course is as far as the chapter that is least far.
    state = min(states, key=list(REVIEW).index, default=None)
    status = tag("p", tag("a", REVIEW[state], href="about.html"), class_="opening-status") if state else None
    label, what, href = _first(app)
    on_path = {"data_path": paths()[0].id, "data_step": 0} if paths() else {}
    first = tag("a", tag("b", label), tag("span", what), href=href, class_="go-on", **on_path)
    also = _also(env)
    second = tag("a", also[0], href=also[1], class_="go-also") if also else None
    return join(status, tag("p", first, second, class_="go"), data_script(_data(app), class_="opening-data"))


def _first(app: Sphinx) -> tuple[str, str, str]:
    """Return what is said to who comes for the first time: a line, what comes, and the address."""
    for path in paths():
        step = path.steps[0]
        label = f"Start in {path.minutes} minutes"
        return label, step.text, way(step).href
    name = chapters(app.config)[0].rpartition("/")[2]
    return "Begin with the first chapter", chapter_title(name), f"{name}.html"


def _also(env: BuildEnvironment) -> tuple[str, str] | None:
    test = course().pre_test
    if test is not None:
        return f"Take the {len(banks()[test].items)}-question {chapter_title(test).lower()}", f"{test}.html"
    return (WORDS["progress"], "progress.html") if "book/progress" in env.found_docs else None


def _data(app: Sphinx) -> dict[str, object]:
    test = course().pre_test
    return {
        "words": WORDS,
        "outlines": listed(app),
        "paths": [_path(path) for path in paths()],
        # id, digest, and 0 for the one objective that all of them are counted under
        "test": [[item.id, digest(item, cite), 0] for item in banks()[test].items] if test else [],
    }


def _path(path: Route) -> dict[str, object]:
    count = len(path.steps)
    steps = [
        {"what": f"Step {number} of {count}: {step.text}", "href": way(step).href, "key": way(step).key}
        for number, step in enumerate(path.steps, start=1)
    ]
    return {"id": path.id, "name": length(path), "steps": steps}
