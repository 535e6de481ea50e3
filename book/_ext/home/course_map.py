"""The course map of the first page: the chapters in order, how long each takes, and how far the reader has come.

Without scripts it is a list; progress comes from the reader's own record, which no server ever sees.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from records.markup import Markup, data_script, join, tag

from ..chapter.head import MINUTES
from ..directives import Block, CourseDirective, directive
from ..questions.outlines import listed, note_outlines
from ..site.theme import tint
from ..sources import asked, banks, chapters

# Replaces the count once there is an answer; it still fits on one line on a phone.
DONE = "{answered} of {total} done, {right} right"


class map_facts(nodes.General, nodes.Element):
    """A placeholder for a chapter's facts, filled in once every chapter has been read."""


@directive("course-map")
class CourseMap(CourseDirective):
    """A list with one line per chapter, each beginning with its link, in the order of _toc.yml."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the list, with a placeholder for the facts at the end of each line."""
        box = nodes.container(classes=["course-map"])
        self.state.nested_parse(self.content, self.content_offset, box)
        lines = list(box.findall(nodes.list_item))
        lead_to = [_chapter_of(line) for line in lines]
        wanted = [page.removeprefix("book/") for page in chapters(self.config)]
        if lead_to != wanted:
            raise self.error(
                f"course-map: the lines lead to {', '.join(map(str, lead_to))}; _toc.yml has {', '.join(wanted)}"
            )
        for number, (line, name) in enumerate(zip(lines, wanted, strict=True), start=1):
            line["classes"].append(tint(number))
            _say_in_a_card(line)
            line.append(map_facts(chapter=name))
        note_outlines(self.env)
        self.env.metadata[self.env.docname]["home"] = "yes"
        return [box]

    @staticmethod
    def plain(block: Block) -> str:
        """Return the list as it is; only the page knows how far the reader has come."""
        return block.content


def setup_course_map(app: Sphinx) -> None:
    """Fill in the map once every chapter has been read."""
    app.connect("doctree-resolved", _fill)


def _chapter_of(line: nodes.list_item) -> str | None:
    for link in line.findall(addnodes.pending_xref):
        return str(link["reftarget"]).rpartition("/")[2].removesuffix(".md")
    return None


def _say_in_a_card(line: nodes.list_item) -> None:
    """Let what follows the link begin as a sentence: it stands below it."""
    for text in list(line.findall(nodes.Text)):
        if text.startswith(": "):
            said = text[2:].lstrip()
            text.parent.replace(text, nodes.Text(f" {said[:1].upper()}{said[1:]}"))
            return


def _fill(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    places = list(doctree.findall(map_facts))
    for place in places:
        place.replace_self(nodes.raw("", _facts(app.env, place["chapter"]), format="html"))
    if places:
        data = {"done": DONE, "outlines": listed(app)}
        box = next(node for node in doctree.findall(nodes.container) if "course-map" in node["classes"])
        box += nodes.raw("", data_script(data, class_="map-data"), format="html")


def _facts(env: BuildEnvironment, name: str) -> Markup:
    minutes = env.metadata[f"book/{name}"].get(MINUTES)
    facts: list[str] = [] if minutes is None else [f"{minutes} min"]
    if name in banks():
        count, what = asked(name)
        facts.append(tag("span", f"{count} {what}", class_="map-standing", data_chapter=name))
    bar = tag("span", class_="map-bar", aria_hidden="true") if name in banks() else None
    return join(tag("span", join(*facts, between=" · "), class_="map-facts"), bar)
