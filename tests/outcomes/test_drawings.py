"""Drawings say nothing that is not written beside them, from sources that exist, in the colors of one place."""

import ast
import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

import outcomes
from outcomes import ledger
from outcomes.svg.drawing import MIME
from outcomes.svg.words import Teller, as_text

FIGURES = Path(outcomes.__file__).parent / "figures" / "drawings"
PARTS = Path(outcomes.__file__).parent / "svg"
DRAWINGS = [getattr(outcomes, name) for name in outcomes.DRAWINGS]
EVERY = pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.__name__)
SVG = "{http://www.w3.org/2000/svg}"
# Digits that are names, not findings: genes, proteins, places on chromosomes, sequences, editions and years.
NAMES = re.compile(
    r"\{[^{}]*\}|\b[A-Za-z][\w-]*\d[\w-]*(\.\d+)?|"
    r"\bt\(X;17\)\(p11\.2;q25\)|\b17q25|\b17\b|\b(19|20)\d\d\b|\b[Tt]ype [12]\b|\bexon 3\b"
)


def texts(svg: str) -> list[str]:
    """Return each text of a drawing, its lines joined."""
    root = ElementTree.fromstring(svg)
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def written(drawing) -> str:
    """Return what is written beside a drawing, without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", drawing.words))


@EVERY
class TestEveryDrawing:
    def test_is_well_formed_has_a_name_and_no_text_cut_off(self, drawing):
        for svg in drawing(ledger()).svgs:
            root = ElementTree.fromstring(svg)
            assert root.get("role") == "img"
            named = {part.get("id"): part.text for part in root if part.tag in (f"{SVG}title", f"{SVG}desc")}
            assert named[root.get("aria-labelledby")]
            assert named[root.get("aria-describedby")]
            height = float(root.get("viewBox").split()[-1])
            assert all(0 < float(line.get("y")) < height for line in root.iter(f"{SVG}tspan"))

    def test_says_in_words_all_that_it_says(self, drawing):
        drawn = drawing(ledger())
        for svg in drawn.svgs:
            said = [
                text for text in texts(svg) if not re.fullmatch(r"\d{1,2}", text)
            ]  # the place in the list
            assert said
            for text in said:
                assert text in written(drawn)

    def test_says_the_same_in_a_wide_and_a_narrow_column(self, drawing):
        wide, narrow = drawing(ledger()).svgs
        assert sorted(texts(wide)) == sorted(texts(narrow))

    def test_names_a_source_for_each_statement(self, drawing):
        drawn = drawing(ledger())
        for point in (part for top in drawn.points for part in top.all()):
            assert point.sources, point
            assert all(ledger().sources[key].short in point.names for key in point.sources)
        assert set(drawn.source_keys) <= set(ledger().sources)

    def test_has_a_finding_a_summary_and_a_caption(self, drawing):
        drawn = drawing(ledger())
        assert all((drawn.finding, drawn.summary, drawn.caption, drawn.title))

    def test_is_whole_in_a_notebook_and_told_in_plain_text(self, drawing):
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


def said_in(module: Path):
    """Yield the texts that a module has said: a statement's head and text, a figure's words."""
    for call in (
        node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)
    ):
        words = [
            part.value
            for part in call.keywords
            if part.arg in ("title", "finding", "summary", "caption", "shows")
        ]
        if getattr(call.func, "id", "") == "say":
            words += call.args[:2]
        yield from (part.value for part in words if isinstance(part, ast.Constant))


@EVERY
def test_no_number_is_typed(drawing):
    texts = list(said_in(FIGURES / f"{drawing.__name__}.py"))
    assert len(texts) > 10
    for text in texts:
        assert not re.search(r"\d", NAMES.sub("", text)), text


def test_an_unknown_id_is_refused():
    with pytest.raises(KeyError):
        Teller(ledger())("", "Nobody measured {no-such-number}.")


@pytest.mark.parametrize(
    "drawing", [outcomes.lesion_over_time, outcomes.microscope, outcomes.primary_sites, outcomes.spread]
)
def test_a_picture_is_described_to_who_cannot_see_it(drawing):
    drawn = drawing(ledger())
    assert len(drawn.shows.split()) > 40
    for svg in drawn.svgs:
        assert drawn.shows in ElementTree.fromstring(svg).find(f"{SVG}desc").text


def test_each_dot_on_the_young_body_is_a_patient_of_the_series():
    from outcomes.figures.drawings.primary_sites import DOTS

    say = Teller(ledger())
    for name, dots in DOTS.items():
        assert str(len(dots)) == say.number(f"{name} events")
    assert str(sum(map(len, DOTS.values()))) == say.number("demo-kay-thigh n")
    for svg in outcomes.primary_sites(ledger()).svgs:
        drawn = len(re.findall('class="dot orange"', svg)) + len(re.findall('<circle class="deep"', svg))
        assert drawn == sum(map(len, DOTS.values()))


def test_each_scan_meets_the_threshold_that_its_words_name():
    from outcomes.figures.drawings.lesion_over_time import FIRST, SECOND

    say = Teller(ledger())
    fall, rise = (
        int(say.number(f"io-recist.{name} value").rstrip("%")) / 100 for name in ("response", "progression")
    )
    baseline, response, growth, new = FIRST
    assert response.line == pytest.approx(baseline.radius * (1 - fall))
    assert response.radius <= response.line
    assert growth.line == pytest.approx(response.radius * (1 + rise))
    assert growth.radius >= growth.line
    assert (new.radius, bool(new.new)) == (response.radius, True)
    larger, same, smaller = SECOND
    assert larger.radius >= larger.line > same.radius == growth.radius > smaller.radius


def test_a_shape_that_is_cut_off_has_an_edge_of_its_own_in_each_layout():
    wide, narrow = outcomes.microscope(ledger()).svgs
    edges = [re.findall(r'<clipPath id="([^"]+)"', svg) for svg in (wide, narrow)]
    assert all(len(set(names)) == len(names) > 0 for names in edges)
    assert not set(edges[0]) & set(edges[1])
    for svg, names in zip((wide, narrow), edges, strict=True):
        assert re.findall(r"url\(#([^)]+)\)", svg) == names


def test_what_is_said_is_escaped():
    from outcomes.svg.canvas import Canvas
    from outcomes.svg.words import as_list

    point = Teller(ledger())("<b>", "5 < 7 & more", "mol-fusion")
    canvas = Canvas(300)
    canvas.text(point.head + point.text, 0, 0, 200)
    assert texts(canvas.svg("<x>", "&")) == ["<b>5 < 7 & more"]
    assert "<b>" not in as_list([point])
