"""The interval explorer in JupyterLab: it answers with the kernel busy, and Python sees and sets what it shows."""

from educator import HAS_RUN
from playwright.sync_api import expect

from outcomes.explorer.html import described


def test_it_answers_while_the_kernel_is_busy_and_python_sees_and_sets_it(course):
    notebook = course.notebook
    page = notebook.page
    explorer = page.locator("figure.explorer.is-widget")
    expect(explorer.locator("> .said")).to_have_text(described(12, 49)["said"])

    busy = notebook.start("input('Busy until Enter')")
    field = busy.locator("input.jp-Stdin-input")
    expect(field).to_be_visible()
    explorer.get_by_role("spinbutton", name="Patients (n)").fill("20")
    events = explorer.get_by_role("slider", name="With the event")
    events.focus()
    for _ in range(7):
        page.keyboard.press("ArrowLeft")  # a command of JupyterLab's, were the slider not to say otherwise
    expect(explorer.locator("> .said")).to_have_text(described(5, 20)["said"])
    field.press("Enter")
    expect(busy.locator(".jp-InputPrompt")).to_have_text(HAS_RUN)

    seen = notebook.start("explorer.events, explorer.n")
    expect(seen.locator(".jp-OutputArea-output")).to_have_text("(5, 20)")
    notebook.start("explorer.n = 3")
    expect(explorer.locator("> .said")).to_have_text(described(3, 3)["said"])
    expect(explorer.get_by_label("Numbers from")).to_have_value("")
    assert notebook.foreign == []
