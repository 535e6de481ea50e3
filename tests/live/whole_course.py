"""Every page of the small book with cells, one after another in one notebook: one JupyterLab shows them all."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from educator import Notebook
from playwright.sync_api import Error, Locator

from marble_thumb import BANKS
from patience import PATIENCE
from small_book import SMALL

NAMES = ("pre-test", "marble-thumb", "warming-it", "final-test", "for-educators")
PAGES = {name: SMALL / "book" / f"{name}.md" for name in NAMES}
ASKING = [name for name in NAMES if name in BANKS]
FIGURES = SMALL / "outcomes" / "figures"

# What stands in an output, and by what somebody sees that it is there.
KINDS = {
    "figure": ".js-plotly-plot .scatterlayer .point",
    "drawing": "figure.drawn-alone svg",
    "explorer": "figure.explorer.is-widget > .said",
    "questions": ".quiz .item legend",
    "table": "table.dataframe td",
}


def kind_of(figures: Path) -> dict[str, str]:
    """Return what the last line of a cell shows, by its first word; `figures` is a folder of charts and drawings."""
    charts, drawings = (
        [path.stem for path in (figures / part).glob("[!_]*.py")] for part in ("charts", "drawings")
    )
    return {
        **dict.fromkeys([*charts, "explore"], "figure"),
        **dict.fromkeys(drawings, "drawing"),
        **dict.fromkeys(["interval_explorer", "explorer"], "explorer"),
        **dict.fromkeys(["quiz", "questions"], "questions"),
    }


NOTHING_EMPTY = """kinds => [...document.querySelectorAll('.jp-OutputArea-child')]
  .every(output => output.querySelector(Object.values(kinds).join()))"""
LOOK = """async ([kinds, patience]) => {
  const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const all = (within, what) => [...within.querySelectorAll(what)];
  const visible = {visibilityProperty: true, contentVisibilityAuto: true};
  const seen = element => element?.checkVisibility(visible) ?? false;
  const box = element => element?.getBoundingClientRect().toJSON();
  const figure = drawn => ({
    seen: seen(drawn.querySelector('.main-svg')) && seen(drawn.querySelector('.scatterlayer .point')),
    frame: box(drawn.querySelector('.main-svg')),
    words: [box(drawn.querySelector('.gtitle')), box(all(drawn, '.annotation-text').at(-1))],
    buttons: all(drawn, '.modebar-btn').length,
    share: all(drawn, '[data-title*="Share"]').length,
  });
  const looked = [];
  for (const cell of all(document, '.jp-Notebook .jp-Cell')) {
    const figures = [];
    for (const drawn of all(cell, '.js-plotly-plot')) {
      // What comes into sight above it may push it away again: a reader scrolls on until it is there.
      const end = performance.now() + patience;
      do {
        drawn.scrollIntoView({block: 'center'});
        await painted();
      } while (!figure(drawn).seen && performance.now() < end);
      figures.push(figure(drawn));
    }
    looked.push({
      text: cell.querySelector('.jp-RenderedMarkdown')?.textContent ?? null,
      headings: all(cell, '[data-jupyter-id]').map(heading => heading.dataset.jupyterId),
      links: all(cell, 'a').map(link => ({text: link.textContent, title: link.title, to: link.getAttribute('href')})),
      faults: all(cell, '[data-mime-type$="stderr"], [data-mime-type$="error"]').map(fault => fault.textContent),
      outputs: all(cell, '.jp-Cell-outputWrapper .jp-OutputArea-child')
        .filter(output => !output.parentElement.closest('.jp-OutputArea-child'))
        .map(output => Object.keys(kinds).filter(kind => output.querySelector(kinds[kind]))),
      figures,
    });
  }
  return looked;
}"""


def whole_course(
    live: Path, pages: Iterable[str], asking: Collection[str]
) -> tuple[nbformat.NotebookNode, dict[str, range]]:
    """Return the live copies of some pages as one notebook, in their order, and which cells are whose.

    In it, `asked` holds the questions of each page that asks, by its name.
    """
    cells, parts = [nbformat.v4.new_code_cell("asked = {}")], {}
    for name in pages:
        copy = nbformat.read(live / f"{name}.ipynb", as_version=4)
        parts[name] = range(len(cells), len(cells) + len(copy.cells))
        cells += copy.cells
        if name in asking:
            cells.append(nbformat.v4.new_code_cell(f"asked[{name!r}] = questions"))
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": copy.metadata.kernelspec}), parts


@dataclass
class Course:
    """The whole course, open and run; `looked` is what somebody saw of each cell, before anything was touched.

    `parts` says which cells are whose.
    """

    notebook: Notebook
    parts: dict[str, range]
    looked: list[dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        # What stays empty is told by the test of it, and of no other.
        with suppress(Error):
            self.notebook.page.wait_for_function(NOTHING_EMPTY, arg=KINDS)
        self.looked = self.notebook.page.evaluate(LOOK, [KINDS, PATIENCE * 1000])

    @property
    def every_cell(self) -> Locator:
        """The cells of all pages, and those in between."""
        return self.notebook.page.locator(".jp-Notebook .jp-Cell")

    def seen(self, name: str) -> list[dict[str, Any]]:
        """Return what was seen of the cells of a page."""
        return [self.looked[number] for number in self.parts[name]]

    def cells(self, name: str) -> list[Locator]:
        """Return the cells of a page."""
        return [self.every_cell.nth(number) for number in self.parts[name]]

    def questions(self, name: str) -> Locator:
        """Return the cell in which a page asks."""
        outputs = [cell["outputs"] for cell in self.seen(name)]
        return self.cells(name)[outputs.index([["questions"]])]
