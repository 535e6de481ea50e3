"""The interval explorer in JupyterLab: it answers with the kernel busy, and Python sees and sets what it shows."""

import pytest
from educator import HAS_RUN, PATIENCE, Notebook
from playwright.sync_api import expect

from _ext.live import live_notebook, write
from outcomes.explorer_html import described

CHAPTER = """---
kernelspec:
  name: python3
  display_name: Python 3
---

# Intervals

```{code-cell} ipython3
from outcomes import interval_explorer, ledger
interval_explorer(ledger())
```
"""


@pytest.fixture(scope="module")
def notebook(browser, lab, tmp_path_factory):
    """A chapter with nothing but the explorer, open in JupyterLab and run."""
    chapter = tmp_path_factory.mktemp("chapter") / "intervals.md"
    chapter.write_text(CHAPTER, "utf-8")
    write(live_notebook(chapter), lab.root / "_live" / "intervals.ipynb")
    foreign: list[str] = []

    def only_from_the_server(route):
        if route.request.url.startswith((lab.address, "data:", "blob:")):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.route("**/*", only_from_the_server)
    notebook = Notebook(chapter, context.new_page(), foreign)
    notebook.page.goto(lab.page_of("intervals"))
    notebook.run_all()
    yield notebook
    context.close()


def test_it_answers_while_the_kernel_is_busy_and_python_sees_and_sets_it(notebook):
    page = notebook.page
    explorer = page.locator("figure.explorer.is-widget")
    expect(explorer.locator("> .said")).to_have_text(described(12, 49)["said"], timeout=PATIENCE)

    busy = notebook.start("input('Busy until Enter')")
    field = busy.locator("input.jp-Stdin-input")
    expect(field).to_be_visible(timeout=PATIENCE)
    explorer.get_by_role("spinbutton", name="Patients (n)").fill("20")
    events = explorer.get_by_role("slider", name="With the event")
    events.focus()
    for _ in range(7):
        page.keyboard.press("ArrowLeft")  # a command of JupyterLab's, were the slider not to say otherwise
    expect(explorer.locator("> .said")).to_have_text(described(5, 20)["said"])
    field.press("Enter")
    expect(busy.locator(".jp-InputPrompt")).to_have_text(HAS_RUN, timeout=PATIENCE)

    seen = notebook.start("explorer.events, explorer.n")
    expect(seen.locator(".jp-OutputArea-output")).to_have_text("(5, 20)", timeout=PATIENCE)
    notebook.start("explorer.n = 3")
    expect(explorer.locator("> .said")).to_have_text(described(3, 3)["said"], timeout=PATIENCE)
    expect(explorer.get_by_label("Numbers from")).to_have_value("")
    assert notebook.foreign == []
