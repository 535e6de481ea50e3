"""The controls in JupyterLab: what is chosen is drawn, and Python sees and sets the choice."""

from playwright.sync_api import expect


def test_a_choice_redraws_the_figure_and_python_sees_and_sets_it(course):
    notebook = course.notebook
    cell = notebook.start("controls = explore(ledger()); controls")
    endpoint, shown, interval = (cell.get_by_label(name) for name in ("Endpoint", "Show", "Interval"))
    expect(endpoint).to_be_visible()
    title = cell.locator(".gtitle")

    shown.select_option("With a mitten")
    expect(title).to_have_text("Remission: With a mitten")
    interval.select_option("Wilson")
    expect(cell.locator(".gsubtitle, .g-gtitle")).to_contain_text("Wilson")
    points = cell.locator(".scatterlayer .point").count()
    endpoint.select_option("Cold again")
    expect(title).to_contain_text("Cold again")
    expect(cell.locator(".scatterlayer .point")).not_to_have_count(points)

    seen = notebook.start("controls.endpoint.value, controls.shown.value, controls.interval.value")
    expect(seen.locator(".jp-OutputArea-output")).to_have_text("('Cold again', 'All', 'wilson')")
    notebook.start("controls.shown.value = 'Poe 2019'")
    expect(title).to_contain_text("Poe 2019")
    expect(shown).to_have_value("Poe 2019")
    assert notebook.foreign == []
