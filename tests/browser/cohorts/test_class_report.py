"""The report of a class in a real browser: readable on a telephone, light and dark, on paper, and running nothing."""

from pathlib import Path

import pytest
from class_room import BANKS, FLAGS, SKY, answer, cite, digests, hand_in, result_file
from playwright.sync_api import expect

from axe import axe_in_every_view
from quizzes.cohorts.cohort import cohort

HOSTILE = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> str:
    """The address of the report of a class of forty, and of files that are none."""
    folder, known = tmp_path_factory.mktemp("class"), digests(cite)
    for at in range(40):
        right, certainty = at % 3 > 0, 1 + at % 3
        answers = {
            SKY: answer(known[SKY], ["blue" if right else "red"], int(right), certainty=certainty),
            FLAGS: answer(
                known[FLAGS], ["blue", "white", "red" if at % 2 else "green"], 1 if at % 2 else 1 / 3
            ),
        }
        hand_in(folder, f"{at}.json", result_file(answers, f"Student {at}"))
    hand_in(folder, "hostile.json", result_file({SKY: answer("0" * 12, [HOSTILE])}, HOSTILE[:80]))
    hand_in(folder, "hostile-old.json", result_file({}, HOSTILE[:80], exported="2025-01-31T12:00:00.000Z"))
    hand_in(folder, f"{'long-name-' * 20}.json", "{")
    page = tmp_path_factory.mktemp("report") / "report.html"
    page.write_text(cohort(folder, bank=BANKS, cite=cite).report(), "utf-8")
    return page.as_uri()


@pytest.fixture
def opened(browser, report):
    """Open the report; at the end it must have asked for nothing and said nothing in the console."""
    contexts, asked, said = [], [], []

    def open_it(**options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(report)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert set(asked) == {report}
    assert said == []


def test_axe_finds_nothing_on_a_telephone_and_at_a_desk_light_and_dark(opened):
    page = opened()
    page.eval_on_selector_all("details", "all => all.forEach((one) => (one.open = true))")
    assert axe_in_every_view(page) == []


def test_a_telephone_scrolls_tables_and_never_the_page(opened):
    page = opened(viewport={"width": 360, "height": 800})
    page.eval_on_selector_all("details", "all => all.forEach((one) => (one.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_telephone_shows_all_of_every_table_as_cards(opened):
    page = opened(viewport={"width": 360, "height": 800})
    page.eval_on_selector_all("details", "all => all.forEach((one) => (one.open = true))")
    wider = page.eval_on_selector_all(
        ".scroll", "all => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel)"
    )
    assert wider == []
    names = page.eval_on_selector_all(
        "table[aria-label=Questions] tbody tr:first-child td",
        """all => all.filter((one) => one.textContent)
            .map((one) => getComputedStyle(one, '::before').content.replaceAll('"', ''))""",
    )
    assert [name.replace("attr(data-column)", "") for name in names][:3] == [
        "Answers: ",
        "Facility: ",
        "Discrimination: ",
    ]


def test_the_letters_of_drawings_are_as_large_as_they_must_be_on_a_telephone(opened):
    page = opened(viewport={"width": 360, "height": 800})
    heights = page.eval_on_selector_all(
        "svg.class-picture text", "all => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert len(heights) > 20
    assert min(heights) > 10


def test_text_of_a_student_is_shown_and_not_run(opened):
    page = opened()
    assert page.title() == "Class report"
    assert page.get_by_text("<script>").count() > 0


def test_every_part_is_reached_by_keyboard_from_the_list_at_the_top(opened):
    page = opened()
    targets = page.eval_on_selector_all(
        "nav a", "all => all.map((one) => document.querySelector(one.hash)?.tagName)"
    )
    assert targets == ["H2"] * 8


def test_paper_gets_all_of_a_table_in_dark_ink_whatever_the_screen_is(opened):
    page = opened(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    ink, overflow = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.querySelector('.scroll')).overflowX]"
    )
    assert (ink, overflow) == ("rgb(0, 0, 0)", "visible")


def test_paper_gets_what_is_folded_on_the_screen(opened):
    page = opened()
    folded = page.locator("details > :is(ol, ul) > li")
    seen = page.locator("details > :is(ol, ul) > li:visible")
    assert folded.count() > 40
    expect(seen).to_have_count(0)
    page.emulate_media(media="print")
    # Unfolded with the next frame, not at once.
    expect(seen).to_have_count(folded.count())


def test_the_page_needs_nothing_beside_it(report):
    page = Path(report.removeprefix("file://")).read_text("utf-8")
    assert "<script" not in page
    assert "http-equiv" in page
    assert "url(" not in page
