"""The directive `atlas`: every estimate of the ledger as a forest, one axis at a time, and in a list under it."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from docutils import nodes

from outcomes import ledger
from outcomes.atlas import atlas
from outcomes.chart.data import data_for
from outcomes.chart.forest import LAYOUTS, count_of, forest, rows_of
from records.markup import Markup, tag

from ..directives import Block, CourseDirective, directive
from ..ledger.evidence import LEDGER_PAGE, number_address
from ..sources import ROOT
from .charts import keep_chart
from .figure import toolbar_of

NAME = "outcomes"
HEADS = ("Result", "Value", "of n", "Interval", "Study")


@directive("atlas")
class Atlas(CourseDirective):
    """``{atlas}``: the forest that a reader explores."""

    def run(self) -> list[nodes.Node]:
        """Return the figure, and have the page rebuilt when a file of the ledger changes."""
        for path in sorted((ROOT / "outcomes").rglob("*.yml")):
            self.env.note_dependency(str(path))
        self.env.metadata[self.env.docname].update({"figures": "yes", "atlas": "yes"})
        found = addressed(atlas(ledger()))
        keep_chart(
            self.env, NAME, {"forest": found}, data_for(ledger(), (row["id"] for row in rows_of(found)))
        )
        return [nodes.raw("", atlas_html(found), format="html")]

    @staticmethod
    def plain(_block: Block) -> str:
        """Return where the table of the same estimates is."""
        return "The outcomes are explored on the built page; in a notebook, `outcomes.table()` has them all."


def addressed(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return a forest with the address of each number."""
    copy = deepcopy(dict(found))
    for row in rows_of(copy):
        row["href"] = number_address(row["id"])
    for some in copy["left_out"].values():
        for each in some:
            each["href"] = number_address(each["id"])
    return copy


def atlas_html(found: Mapping[str, Any]) -> Markup:
    """Return the figure as it stands before anything is chosen: the axis with the most results, and its list."""
    first = {**found, "axes": found["axes"][:1]}
    drawn = {layout: forest(first, layout) for layout in LAYOUTS}
    size = ";".join(f"--{layout}:{height}px" for layout, (_, height) in drawn.items())
    shown = sum(1 for _ in rows_of(found))
    listed = sum(map(len, found["left_out"].values()))
    return tag(
        "figure",
        tag("p", f"{shown + listed} estimates of {len(found['axes'])} outcomes", class_="finding"),
        tag(
            "p",
            "Results share an axis only if they measure the same thing, at the same time and in the same unit; "
            "groups hold apart what the course's rules say may not be compared. "
            f"{shown} are drawn; {listed} stand only in the list of their outcome, with the reason.",
            class_="summary",
        ),
        tag("ul", *(tag("li", sign) for sign in found["signs"]), class_="legend", aria_label="Legend"),
        toolbar_of("forest"),
        tag("div", *(svg for svg, _ in drawn.values()), class_="drawing", aria_hidden="true", style=size),
        tag("div", _list(first), class_="listed"),
        tag(
            "p",
            "Without scripts the outcome with the most results stands here; ",
            tag("a", "the evidence page", href=LEDGER_PAGE),
            " has them all.",
            class_="unscripted",
        ),
        class_="chart",
        id=NAME,
        data_chart="forest",
        data_shown=",".join(row["id"] for row in rows_of(first)),
    )


def _list(found: Mapping[str, Any]) -> Markup:
    head = tag("tr", *(tag("th", words, scope="col") for words in HEADS))
    table = tag("table", tag("thead", head), tag("tbody", *_rows(found)))
    return tag(
        "div", table, class_="scroll", tabindex=0, role="region", aria_label="What is drawn, as a list"
    )


def _rows(found: Mapping[str, Any]) -> Iterator[Markup]:
    for row in rows_of(found):
        cells = (row["text"], count_of(row), row["bounds"], row["source"])
        yield tag(
            "tr",
            tag("td", tag("a", row["label"], href=row["href"])),
            *(tag("td", cell, data_column=head) for head, cell in zip(HEADS[1:], cells, strict=True)),
        )
    for each in found["left_out"].get(found["axes"][0]["measure"], ()):
        yield tag(
            "tr",
            tag("td", tag("a", each["label"], href=each["href"])),
            tag("td", each["text"], data_column="Value"),
            tag("td", f"Not drawn: {each['why']}", colspan=2),
            tag("td", each["source"], data_column="Study"),
        )
