"""Pictures of a class in a notebook: each carries its own look, since nothing around it gives it one."""

import polars as pl
import pytest
from class_room import BANKS, FLAGS, SKY, answer, cite, digests, hand_in, result_file

from quizzes.cohorts.analysis.gain import SCHEMA
from quizzes.cohorts.cohort import cohort
from quizzes.cohorts.report.pictures import before_and_after

LONG = "Explain how slow growth and early spread go together, and what follows for the first ten years."
ROWS = [
    (None, None, 40, 0.4, 0.7, 0.3, 0.1, 0.5, 0.5, None),
    ("a/b", LONG, 40, 0.2, 0.9, 0.7, 0.5, 0.9, 0.9, None),
]
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(17, 22, 27)"


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> dict[str, str]:
    """The four pictures, as a notebook gets them."""
    folder, known = tmp_path_factory.mktemp("class"), digests(cite)
    for at in range(40):
        sky, flags = at % 3 > 0, at % 4 > 0
        answers = {
            SKY: answer(known[SKY], ["blue" if sky else "red"], int(sky), certainty=1 + at % 3),
            FLAGS: answer(known[FLAGS], ["blue"], int(flags)),
        }
        hand_in(folder, f"{at}.json", result_file(answers, f"Student {at}"))
    found = cohort(folder, bank=BANKS, cite=cite)
    names = ("questions", "reliability", "calibration")
    gain = before_and_after(pl.DataFrame(ROWS, schema=SCHEMA, orient="row"))
    return {name: found.picture(name)._repr_html_() for name in names} | {"gain": gain._repr_html_()}


@pytest.fixture
def shown(browser):
    """Show markup in a page that has nothing else."""
    contexts = []

    def show(markup: str, body: str = "<body>", **options: object):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.set_content(f"<!doctype html><html>{body}{markup}")
        return page

    yield show
    for context in contexts:
        context.close()


def styles(page, selector: str, *names: str) -> list[list[str]]:
    return page.eval_on_selector_all(
        selector,
        "(all, names) => all.map((one) => names.map((name) => getComputedStyle(one)[name]))",
        list(names),
    )


@pytest.mark.parametrize("name", ["reliability", "calibration", "gain"])
def test_intervals_and_what_joins_before_and_after_are_lines_that_are_seen(pictures, shown, name):
    bars = styles(shown(pictures[name]), ".bar", "stroke", "strokeWidth")
    assert len(bars) >= 1
    assert set(map(tuple, bars)) == {("rgb(0, 114, 178)", "3px")}


@pytest.mark.parametrize("name", ["questions", "reliability", "calibration", "gain"])
def test_axes_are_lines_that_are_seen(pictures, shown, name):
    strokes = {stroke for (stroke,) in styles(shown(pictures[name]), ".grid", "stroke")}
    assert strokes == {"rgb(213, 219, 225)"}


def test_before_is_hollow_and_after_is_full(pictures, shown):
    page = shown(pictures["gain"])
    assert styles(page, ".hollow", "fill", "stroke") == [[LIGHT, "rgb(0, 114, 178)"]] * 2
    assert styles(page, ".dot", "fill", "stroke") == [["rgb(0, 114, 178)", "none"]] * 2


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["questions", "reliability", "calibration", "gain"])
def test_no_text_leaves_its_picture(pictures, shown, name, width):
    page = shown(pictures[name], viewport={"width": width, "height": 800})
    outside = page.evaluate("""() => {
      const box = document.querySelector('svg').getBoundingClientRect()
      const leaves = (one) => one.left < box.left || one.right > box.right || one.bottom > box.bottom
      return [...document.querySelectorAll('text')].filter((one) => leaves(one.getBoundingClientRect()))
        .map((one) => one.textContent)
    }""")
    assert outside == []


def test_an_objective_is_written_out_however_long_it_is(pictures, shown):
    words = shown(pictures["gain"]).eval_on_selector_all("text", "all => all.map((one) => one.textContent)")
    assert LONG in " ".join(words)


# JupyterLab says of its theme on the body what it is, and the book on the root; a page that says nothing follows
# the system.
THEMES = {
    "a dark system": ("<body>", "dark", DARK),
    "a light system": ("<body>", "light", LIGHT),
    "JupyterLab dark on a light system": ('<body data-jp-theme-light="false">', "light", DARK),
    "JupyterLab light on a dark system": ('<body data-jp-theme-light="true">', "dark", LIGHT),
}


@pytest.mark.parametrize("theme", THEMES)
def test_it_has_the_theme_of_its_notebook_and_its_own_paper(pictures, shown, theme):
    body, scheme, paper = THEMES[theme]
    page = shown(pictures["gain"], body, color_scheme=scheme)
    assert styles(page, "svg", "backgroundColor") == [[paper]]
    ink = "rgb(27, 33, 40)" if paper == LIGHT else "rgb(232, 236, 240)"
    assert {fill for (fill,) in styles(page, "text", "fill")} == {ink}


def test_pictures_change_neither_one_another_nor_what_is_around_them(pictures, shown):
    around = '<p class="dot bar">Words</p><svg id="other"><text class="grid">Other</text><circle class="dot" /></svg>'
    watched = ("fill", "stroke", "color", "backgroundColor", "fontSize", "display")
    alone = styles(shown(around), "p, #other, #other *", *watched)
    page = shown(around + "".join(pictures.values()))
    assert styles(page, "p, #other, #other *", *watched) == alone
    assert styles(page, ".hollow", "fill") == styles(shown(pictures["gain"]), ".hollow", "fill")
