"""A drawing as a cell returns it: in its own MIME type for a page, and whole, with its words, for a notebook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outcomes.svg.canvas import NARROW, WIDE, Canvas
from outcomes.svg.words import Point, as_list, as_text
from records.markup import Markup, join, style, tag

MIME = "application/vnd.course.drawing+json"
STYLE = Path(__file__).with_name("drawing.css")  # of every drawing; the site gives it to a page that has one
ALONE = Path(__file__).with_name("alone.css")  # of the frame around it where there is no page


@dataclass(frozen=True)
class Drawing:
    """A figure drawn by code, in two layouts, and all it says as a list.

    Parameters
    ----------
    name
        An identifier, which prefixes the ids of its parts.
    title
        What kind of picture it is, for readers who cannot see it.
    finding, summary, caption
        As for a chart: what it shows as a sentence, one line more, and how to read it.
    points
        All that it says, in the order of reading; the drawing takes its words from here.
    draw
        Draws the points on a canvas.
    shows
        What the eye sees and no label says, for readers who cannot see it.
    """

    name: str
    title: str
    finding: str
    summary: str
    caption: str
    points: Sequence[Point]
    draw: Callable[[Canvas], None]
    shows: str = ""

    @property
    def source_keys(self) -> list[str]:
        """Return the keys of all sources, each once, in order of first use."""
        return list(
            dict.fromkeys(key for point in self.points for part in point.all() for key in part.sources)
        )

    @property
    def svgs(self) -> tuple[Markup, Markup]:
        """Return the drawing for a wide column and for a narrow one, each whole."""
        return self._svg(WIDE), self._svg(NARROW)

    def _svg(self, width: int, shared: dict[str, Markup] | None = None) -> Markup:
        canvas = Canvas(width, self.name, shared)
        self.draw(canvas)
        said = "All that it says is written in words below it."
        return canvas.svg(self.title, f"{self.shows} {said}".strip())

    @property
    def picture(self) -> Markup:
        """Return both layouts; the style decides by the width which is seen. What they share is there once."""
        shared: dict[str, Markup] = {}
        layouts = [self._svg(width, shared) for width in (WIDE, NARROW)]
        once = (
            tag("svg", tag("defs", *shared.values()), class_="shared", aria_hidden="true") if shared else None
        )
        return tag("div", once, *layouts, class_="drawn")

    @property
    def words(self) -> Markup:
        """Return all that the drawing says, as a list in HTML."""
        return join(as_list(self.points))

    def _repr_mimebundle_(self, **_include_or_exclude: object) -> dict[str, Any]:
        page = {
            "finding": self.finding,
            "summary": self.summary,
            "picture": self.picture,
            "words": self.words,
            "caption": self.caption,
            "source_keys": self.source_keys,
        }
        return {MIME: page, "text/html": self._alone(), "text/plain": str(self)}

    def _alone(self) -> Markup:
        words = tag("summary", "The drawing in words, with its sources")
        return tag(
            "figure",
            style("".join(path.read_text("utf-8") for path in (STYLE, ALONE))),
            tag("p", self.finding, class_="finding"),
            tag("p", self.summary, class_="summary"),
            self.picture,
            tag("details", words, self.words),
            tag("figcaption", self.caption),
            class_="drawn-alone",
        )

    def __str__(self) -> str:
        return "\n".join([self.finding, self.summary, as_text(self.points), self.caption])
