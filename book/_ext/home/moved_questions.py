"""Questions that have moved to a page of their own: each of their addresses on the old page leads on to the new one.

A link stands at each address, and shows when an address names it, so that it is there with scripts off too.
"""

from docutils import nodes
from sphinx.application import Sphinx

from records.markup import join, tag

from ..directives import CourseDirective, directive
from ..sources import BANK, banks

MOVED = "These questions stand on a page of their own now:"


class moved(nodes.General, nodes.Element):
    """A placeholder for the links, filled in once the title of the other page is known."""


@directive("moved")
class Moved(CourseDirective):
    """``{moved} pre-test``: where the questions of that page stood before."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the placeholder; the page is rebuilt when the questions change."""
        name = self.arguments[0]
        if name not in banks():
            raise self.error(f"moved: no page {name!r} has questions; {', '.join(banks())} have")
        self.env.note_dependency(str(BANK / f"{name}.yml"))
        self.env.note_dependency(self.env.doc2path(f"book/{name}"))
        self.env.metadata[self.env.docname]["home"] = "yes"
        return [moved(page=name)]


def setup_moved(app: Sphinx) -> None:
    """Fill in the links once every page has been read."""
    app.connect("doctree-resolved", _fill)


def _fill(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    for place in list(doctree.findall(moved)):
        name = place["page"]
        title = app.env.titles[f"book/{name}"].astext()
        places = {name: f"{name}.html", **{item.id: f"{name}.html#{item.id}" for item in banks()[name].items}}
        links = (tag("p", f"{MOVED} ", tag("a", title, href=href), id=old) for old, href in places.items())
        place.replace_self(nodes.raw("", tag("div", join(*links), class_="moved"), format="html"))
