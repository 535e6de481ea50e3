"""The drawings of this course type no number, and show what their sources counted."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import outcomes
from outcomes import FIGURES, ledger
from outcomes.svg.words import Teller

EVERY = pytest.mark.parametrize("name", outcomes.DRAWINGS)
SVG = "{http://www.w3.org/2000/svg}"
# Digits that are names, not findings: genes, proteins, places on chromosomes, sequences, editions and years.
NAMES = re.compile(
    r"\{[^{}]*\}|\b[A-Za-z][\w-]*\d[\w-]*(\.\d+)?|"
    r"\bt\(X;17\)\(p11\.2;q25\)|\b17q25|\b17\b|\b(19|20)\d\d\b|\b[Tt]ype [12]\b|\bexon 3\b"
)


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
def test_no_number_is_typed(name):
    texts = list(said_in(FIGURES / "drawings" / f"{name}.py"))
    assert len(texts) > 10
    for text in texts:
        assert not re.search(r"\d", NAMES.sub("", text)), text


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


def test_a_shape_that_is_cut_off_has_its_edge_where_it_is_seen():
    """Of two layouts one is not shown, and what it holds cuts nothing; what both share is always there."""
    parts = re.findall(r"<svg.*?</svg>", outcomes.microscope(ledger()).picture, re.DOTALL)
    names = [set(re.findall(r' id="([^"]+)"', svg)) for svg in parts]
    needed = [set(re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', svg)) for svg in parts]
    assert len(parts) == 3
    assert sum(map(len, names)) == len(set.union(*names)) > 0
    assert any(needed)
    for own, others in zip(names, needed, strict=True):
        assert {edge or field for edge, field in others} <= own | names[0]
