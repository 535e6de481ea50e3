"""The place on the first page where a reader takes the whole book along; empty where a browser cannot."""

from docutils import nodes

from records.markup import tag

from ..directives import CourseDirective, directive


@directive("take-along")
class TakeAlong(CourseDirective):
    """``{take-along}``: filled in by a script (`book/_theme/static/offline.js`) that says what is there already."""

    def run(self) -> list[nodes.Node]:
        """Return the place, which nobody sees before something is said in it."""
        self.env.metadata[self.env.docname].update({"home": "yes", "offline": "yes"})
        return [nodes.raw("", tag("div", class_="take-along", hidden=""), format="html")]
