"""A forest answers its reader: by touch, by keys, and in an address that somebody else can open."""

import re

import pytest
from forests import on_the_page
from playwright.sync_api import expect

from marble_thumb import CHAPTER, LEDGER
from outcomes.chart import theme
from outcomes.chart.choice import Choice, choose
from outcomes.chart.rows import table_of
from small.outcomes.figures.charts.remission import CLASSES, panels_of

FOREST = "figure.chart[data-chart='forest']"
STATE = "?figure=figure-1&order=size&interval=wilson"


def forest(page):
    return page.locator(FOREST).first


def labels(chart):
    """Return the first words of each line that is seen, from the top down."""
    return chart.locator(".line:visible").evaluate_all(
        """all => all
            .map(one => one.querySelector("text"))
            .map(words => [words.getBoundingClientRect().top, words.textContent])
            .sort(([above], [below]) => above - below)
            .map(([, words]) => words)"""
    )


def test_a_choice_is_drawn_said_and_in_an_address_that_draws_it_again(reader):
    page = reader.open(CHAPTER)
    chart = forest(page)
    before = labels(chart)
    chart.get_by_role("button", name="Choose and compare").click()
    chart.get_by_label("Order").select_option("size")
    expect(chart.get_by_role("status")).to_contain_text("n, largest first")
    assert labels(chart) != before
    assert sorted(labels(chart)) == sorted(before)
    chart.get_by_label("Interval").select_option("wilson")
    expect(page).to_have_url(re.compile(rf"{re.escape(STATE)}(#|$)"))
    again = reader.open(CHAPTER + STATE)
    expect(forest(again).get_by_role("status")).to_contain_text("Wilson")
    assert labels(forest(again)) == labels(chart)
    chart.get_by_role("button", name="Reset").click()
    expect(chart.get_by_role("status")).to_contain_text("as listed")
    assert labels(chart) == before
    expect(page).not_to_have_url(re.compile("figure="))


# Which part stands first in the document says nothing: a line only moves.
PARTS = """(picture, drawn) => {
  const other = document.createElement("div");
  other.innerHTML = drawn;
  return [picture, other.firstChild].map(({ children }) => [...children].map((part) => part.outerHTML).sort());
}"""


def test_a_picture_that_followed_many_choices_is_the_one_that_is_drawn_for_the_last(reader):
    page = reader.open(CHAPTER)
    chart = forest(page)
    chart.get_by_role("button", name="Choose and compare").click()
    expect(chart.get_by_label("Order")).to_be_visible()
    described = chart.evaluate("figure => courseCharts[figure.id].forest")
    choice = {}
    for name, value in (
        ("order", "size"),
        ("interval", "wilson"),
        ("least", "45"),
        ("order", ""),
        ("least", ""),
    ):
        choice |= {name: value}
        field = chart.locator(f"[name={name}]")
        field.fill(value) if name == "least" else field.select_option(value)
        (found,) = on_the_page([(described, choice)])
        shown, drawn = chart.locator(".picture.wide").evaluate(PARTS, found["wide"][0])
        assert shown == drawn, choice


def test_the_table_and_the_caption_say_what_is_drawn(reader):
    page = reader.open(CHAPTER + STATE + "&least=45")
    chart = forest(page)
    expect(chart.get_by_role("status")).to_contain_text("Wilson")
    chart.get_by_text("Table", exact=True).click()
    choice = Choice(order="size", interval="wilson", least=45)
    lines = table_of(choose(panels_of(LEDGER), CLASSES, choice))
    expect(chart.locator(".data tbody tr")).to_have_count(len(lines))
    told = chart.locator(".data tbody tr").evaluate_all(
        "lines => lines.map(line => [...line.cells].map(cell => cell.textContent))"
    )
    assert told == lines
    caption = chart.locator("figcaption")
    expect(caption).to_contain_text("Wilson's 95% interval")
    expect(caption).not_to_contain_text(theme.EXACT)
    chart.get_by_role("button", name="Reset").click()
    expect(caption).to_contain_text(theme.EXACT)
    expect(chart.locator(".data tbody tr")).to_have_count(len(table_of(panels_of(LEDGER))))


def test_an_address_that_makes_no_sense_draws_the_chart_as_it_is_and_says_so(reader):
    plain = labels(forest(reader.open(CHAPTER)))
    chart = forest(reader.open(CHAPTER + "?figure=figure-1&order=banana&least=-3&pick=nobody"))
    expect(chart.get_by_role("status")).to_contain_text("order=banana, least=-3, pick=nobody")
    assert labels(chart) == plain


def test_a_tap_on_a_line_opens_its_card_which_leads_to_the_study(new_reader):
    reader = new_reader(viewport={"width": 360, "height": 780}, has_touch=True)
    page = reader.open(CHAPTER)
    chart = forest(page)
    chart.locator(".line:visible text").first.tap()
    card = chart.locator(".point-card")
    expect(card).to_contain_text(labels(chart)[0])
    card.get_by_role("link").click()
    page.wait_for_url("**/evidence/*.html#*")


def test_the_keys_go_from_result_to_result_and_to_its_study(reader):
    page = reader.open(CHAPTER)
    chart = forest(page)
    chart.locator(".drawing").focus()
    page.keyboard.press("ArrowDown")
    expect(chart.get_by_role("status")).to_contain_text(labels(chart)[0])
    page.keyboard.press("ArrowDown")
    expect(chart.get_by_role("status")).to_contain_text(labels(chart)[1])
    page.keyboard.press("Enter")
    expect(chart.locator(".point-card a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(chart.locator(".drawing")).to_be_focused()


def test_two_results_are_laid_beside_each_other_with_what_their_intervals_do_not_say(reader):
    page = reader.open(CHAPTER)
    chart = forest(page)
    for line in (0, 1):
        chart.locator(":scope > .drawing .line:visible").nth(line).locator("text").first.click()
        chart.get_by_role("button", name="Compare", exact=True).click()
    expect(chart.locator(".beside")).to_contain_text("overlap")
    expect(chart.locator(".beside")).to_contain_text("Wider:")
    expect(chart.locator(".beside .line:visible")).to_have_count(2)


@pytest.mark.parametrize("width", [360, 1280])
def test_bringing_a_forest_to_life_moves_nothing(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 800}).open(CHAPTER)
    chart = forest(page)
    before = chart.locator(".picture:visible").inner_html()
    chart.locator(".drawing").click(position={"x": 1, "y": 1})
    page.wait_for_function("figure => figure.dataset.drawn", arg=chart.element_handle())
    assert chart.locator(".picture:visible").inner_html() == before


def test_without_scripts_there_is_a_picture_and_a_table_and_no_dead_button(new_reader):
    chart = forest(new_reader(java_script_enabled=False).open(CHAPTER))
    expect(chart.locator(".picture:visible")).to_have_count(1)
    expect(chart.get_by_role("button", name="Choose and compare")).to_have_count(0)
    chart.get_by_text("Table", exact=True).click()
    expect(chart.locator("table")).to_be_visible()
    expect(chart.locator(".picture:visible")).to_have_count(0)


def test_of_all_outcomes_one_is_drawn_and_listed_and_an_address_leads_to_another(reader):
    page = reader.open("book/explore.html")
    chart = forest(page)
    assert len(labels(chart)) == chart.locator(".listed tbody tr").count()
    chart.get_by_role("button", name="Choose and compare").click()
    expect(chart.get_by_label("Endpoint")).to_be_visible()
    options = chart.get_by_label("Endpoint").locator("option").all_inner_texts()
    chart.get_by_label("Endpoint").select_option(options[1])
    expect(chart.get_by_role("status")).to_contain_text(options[1])
    expect(chart.locator(".listed tbody a")).to_have_text(labels(chart))
    assert chart.locator(".measure:visible").text_content() == options[1]
    expect(page).to_have_url(re.compile("figure="))
    again = reader.open(page.url.partition("/book/")[1].lstrip("/") + page.url.partition("/book/")[2])
    expect(forest(again).get_by_role("status")).to_contain_text(options[1])
    expect(forest(again).locator(".listed tbody a")).to_have_text(labels(chart))
