"""Drawings say nothing that is not written beside them, from sources that exist, in the colors of one place."""

import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

import outcomes
from marble_thumb import LEDGER
from outcomes import ledger
from outcomes.svg.canvas import NARROW, WIDE, Canvas
from outcomes.svg.drawing import MIME
from outcomes.svg.tissue import Field, Look, nests
from outcomes.svg.words import Teller, as_text
from records.markup import Markup
from small.outcomes.figures.drawings.first_steps import first_steps

FIGURES = Path(outcomes.__file__).parent / "figures" / "drawings"
PARTS = Path(outcomes.__file__).parent / "svg"
# Those of the book, and that of the small one.
DRAWINGS = [
    (first_steps, lambda: LEDGER),
    *((getattr(outcomes, name), ledger) for name in outcomes.DRAWINGS),
]
EVERY = pytest.mark.parametrize(
    ("drawing", "ledger"), DRAWINGS, ids=[drawing.__name__ for drawing, _ in DRAWINGS]
)
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    """Return each text of a drawing, its lines joined."""
    root = ElementTree.fromstring(svg)
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def written(drawing) -> str:
    """Return what is written beside a drawing, without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", drawing.words))


@EVERY
class TestEveryDrawing:
    def test_is_well_formed_has_a_name_and_no_text_cut_off(self, drawing, ledger):
        for svg in drawing(ledger()).svgs:
            root = ElementTree.fromstring(svg)
            assert root.get("role") == "img"
            named = {part.get("id"): part.text for part in root if part.tag in (f"{SVG}title", f"{SVG}desc")}
            assert named[root.get("aria-labelledby")]
            assert named[root.get("aria-describedby")]
            height = float(root.get("viewBox").split()[-1])
            assert all(0 < float(line.get("y")) < height for line in root.iter(f"{SVG}tspan"))

    def test_says_in_words_all_that_it_says(self, drawing, ledger):
        drawn = drawing(ledger())
        for svg in drawn.svgs:
            said = [
                text for text in texts(svg) if not re.fullmatch(r"\d{1,2}", text)
            ]  # the place in the list
            assert said
            for text in said:
                assert text in written(drawn)

    def test_says_the_same_in_a_wide_and_a_narrow_column(self, drawing, ledger):
        wide, narrow = drawing(ledger()).svgs
        assert sorted(texts(wide)) == sorted(texts(narrow))

    def test_names_a_source_for_each_statement(self, drawing, ledger):
        drawn = drawing(ledger())
        for point in (part for top in drawn.points for part in top.all()):
            assert point.sources, point
            assert all(ledger().sources[key].short in point.names for key in point.sources)
        assert set(drawn.source_keys) <= set(ledger().sources)

    def test_has_a_finding_a_summary_and_a_caption(self, drawing, ledger):
        drawn = drawing(ledger())
        assert all((drawn.finding, drawn.summary, drawn.caption, drawn.title))

    def test_is_whole_in_a_notebook_and_told_in_plain_text(self, drawing, ledger):
        bundle = drawing(ledger())._repr_mimebundle_()
        page = bundle[MIME]
        assert json.loads(json.dumps(page)) == page
        for part in ("picture", "words"):
            assert page[part] in bundle["text/html"]
        assert as_text(drawing(ledger()).points) in bundle["text/plain"]
        assert not re.search(r"<script|https?://(?!www\.w3\.org/2000/svg)", bundle["text/html"])


def modules():
    return [*FIGURES.glob("*.py"), *PARTS.glob("*.py")]


def test_no_drawing_writes_a_color_of_its_own():
    for path in modules():
        literals = r"#[0-9A-Fa-f]{3,8}\b|(rgba?|hsla?)\(|(fill|stroke)=\"|style=\""
        assert not re.findall(literals, path.read_text("utf-8")), path.name


def test_every_color_on_the_page_is_the_themes():
    style = (PARTS / "drawing.css").read_text("utf-8")
    course = (PARTS.parents[1] / "book/_theme/static/course.css").read_text("utf-8")
    for name, value in re.findall(r"var\((--\w[\w-]*), (#\w+)\)", style):
        assert f"{name}: {value}" in course, name
    assert len(re.findall("#[0-9a-f]{6}", style)) == len(re.findall(r"var\(--[\w-]+, #", style))


def test_an_unknown_id_is_refused():
    with pytest.raises(KeyError):
        Teller(LEDGER)("", "Nobody measured {no-such-number}.")


def test_what_is_said_is_escaped():
    from outcomes.svg.canvas import Canvas
    from outcomes.svg.words import as_list

    point = Teller(LEDGER)("<b>", "5 < 7 & more", "cause-unknown")
    canvas = Canvas(300)
    canvas.text(point.head + point.text, 0, 0, 200)
    assert texts(canvas.svg("<x>", "&")) == ["<b>5 < 7 & more"]
    assert "<b>" not in as_list([point])


def field_on(width: int, radius: float, kind: str, shared: dict[str, Markup]) -> str:
    """Return a drawing of one field of view, and put what it shares with another layout among what is given."""
    canvas, view = Canvas(width, "thumb", shared), Field(56)
    nests(view, 46, 10, Look(cell=kind), 7)
    view.draw(canvas, 100, 60, radius)
    return canvas.svg("Thumb", "A thumb")


def test_a_page_holds_a_field_of_view_once_and_each_layout_shows_it():
    shared: dict[str, Markup] = {}
    for width, radius in ((WIDE, 56), (NARROW, 50)):
        layout = ElementTree.fromstring(field_on(width, radius, "clear", shared))
        assert [use.get("href") for use in layout.iter(f"{SVG}use")] == [f"#{name}" for name in shared]
        assert not list(layout.iter(f"{SVG}path"))
    (held,) = shared.values()
    whole = ElementTree.fromstring(held)
    assert [whole.get("id")] == list(shared)
    assert len(list(whole.iter("path"))) > 3


def test_a_field_that_is_not_alike_in_both_layouts_is_refused_by_name():
    shared: dict[str, Markup] = {}
    field_on(WIDE, 56, "clear", shared)
    with pytest.raises(ValueError, match="thumb-1: is not alike"):
        field_on(NARROW, 50, "pink", shared)
