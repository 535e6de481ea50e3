"""The search leads to the place: a section, a figure's table, a question, a term, a row of the ledger."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from _ext.search.places import Places
from _ext.search.stemming import fold, stems
from axe import WIDTHS, axe_in_every_view
from marble_thumb import CHAPTER
from reader import Reader

# References are asked apart: figures name theirs too, and come first.
BY_KIND = {
    "text": ("girth shrinks", "book/marble-thumb.html#how-it-runs"),
    "figure": ("registry mitten clinic", "book/marble-thumb.html#figure-1-table"),
    "question": ("pianist", "book/marble-thumb.html#marble-thumb-first-look"),
    "glossary": ("cold challenge minute", "book/glossary.html#term-cold-challenge"),
    "evidence": ("hazard ratio mitten against none", "book/evidence/moe-2022.html#moe-hr"),
}
QUESTION = "marble-thumb-first-look"
UNLOADED = "The search could not be loaded."


def ask(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("button", name="Search", exact=True).click()


@pytest.fixture
def cut_off(reader: Reader) -> Iterator[Callable[[str], None]]:
    """Have the network fail for some of the files of the index."""

    def fail(files: str) -> None:
        reader.context.route(f"**/search/{files}.js*", lambda route: route.abort())

    yield fail
    # The browser says what did not come, and nobody says anything else.
    assert set(reader.console) == {"error: Failed to load resource: net::ERR_FAILED"}
    reader.console.clear()


def found(page: Page) -> list[str]:
    expect(page.locator("#search-progress")).not_to_be_empty()
    return page.locator(".found li > a").evaluate_all("all => all.map(one => one.getAttribute('href'))")


@pytest.mark.parametrize(("query", "place"), BY_KIND.values(), ids=BY_KIND)
def test_each_kind_of_place_is_among_the_first_three(reader, query, place):
    assert place in found(reader.open(f"search.html?q={query.replace(' ', '+')}"))[:3]


def test_a_study_is_found_by_its_authors_and_journal(reader):
    page = reader.open("search.html?q=moe+annals+of+examples+trial")
    assert "book/evidence/moe-2022.html#moe-2022" in found(page)[:3]


def test_every_result_leads_to_a_place_that_there_is(reader):
    page = reader.open("search.html?q=mitten")
    for link in found(page):
        other = reader.open(link)
        name = link.partition("#")[2]
        assert other.locator(f"[id='{name}']").count() == 1
        other.close()


def test_a_result_for_a_figure_opens_its_table(reader):
    page = reader.open("search.html")
    ask(page, "registry mitten clinic")
    page.locator(".found a[href$='marble-thumb.html#figure-1-table']").click()
    expect(page).to_have_url(re.compile(r"#figure-1-table$"))
    expect(page.get_by_role("cell", name="Roe").first).to_be_visible()


def test_a_question_is_found_by_its_reasons_which_are_not_given_away(reader):
    page = reader.open("search.html")
    ask(page, "quartz length tells")
    row = page.locator(".found li", has=page.locator(f"a[href$='#{QUESTION}']"))
    expect(row).to_contain_text("Question")
    reasons = reader.open(CHAPTER).locator(f"[id='{QUESTION}'] .why")
    for reason in reasons.all_text_contents():
        assert reason not in row.inner_text()


def test_words_are_found_as_they_are_typed_and_marked(reader):
    page = reader.open("search.html")
    page.get_by_role("searchbox").press_sequentially("remiss")
    expect(page.locator(".found li").first).to_contain_text("remission")
    expect(page.locator("mark").first).to_contain_text(re.compile("^remiss", re.I))


@pytest.mark.parametrize(("british", "american"), [("colour", "color"), ("anaemic", "anemic")])
def test_either_spelling_finds_the_same(reader, british, american):
    page = reader.open("search.html")
    ask(page, british)
    one = found(page)
    page.goto(page.url.partition("?")[0] + f"?q={american}")
    assert found(page) == one != []


def test_where_no_place_has_all_words_those_with_some_are_shown_and_it_is_said(reader):
    page = reader.open("search.html?q=girth+quartz")
    expect(page.locator("#search-progress")).to_contain_text("No place has all of these words")
    assert len(found(page)) > 0


def test_nothing_found_is_said_and_what_may_help(reader):
    page = reader.open("search.html?q=zzzz")
    expect(page.locator("#search-progress")).to_contain_text("Nothing found")
    assert found(page) == []


def test_more_places_come_by_the_button_and_the_focus_goes_to_the_first_of_them(reader):
    page = reader.open("search.html?q=thumb")
    assert len(found(page)) == 10
    page.get_by_role("button", name="More places").click()
    expect(page.locator(".found li")).to_have_count(20)
    expect(page.locator(".found li").nth(10).locator("a")).to_be_focused()


@pytest.mark.parametrize("files", ["index", "words-*", "texts-*"])
def test_what_could_not_be_loaded_is_said_and_asked_for_again(reader, cut_off, files):
    page = reader.open("search.html")
    cut_off(files)
    ask(page, "quartz")
    expect(page.locator("#search-progress")).to_have_text(UNLOADED)
    reader.context.unroute(f"**/search/{files}.js*")
    ask(page, "quartz")
    expect(page.locator(".found li").first).to_be_visible()


def test_more_places_that_could_not_be_loaded_are_asked_for_again_by_the_same_button(reader, cut_off):
    page = reader.open("search.html?q=thumb")
    said = page.locator("#search-progress")
    expect(said).to_contain_text("found")
    before = said.text_content()
    cut_off("texts-*")
    page.get_by_role("button", name="More places").click()
    expect(said).to_have_text(UNLOADED)
    reader.context.unroute("**/search/texts-*.js*")
    page.get_by_role("button", name="More places").click()
    expect(page.locator(".found li")).to_have_count(20)
    expect(said).to_have_text(before)


def test_a_search_without_its_stemmer_says_so(reader, cut_off):
    cut_off("stemmer")
    page = reader.open("search.html?q=thumb")
    expect(page.locator("#search-progress")).to_have_text(UNLOADED)


def test_a_text_in_the_query_is_text(reader):
    page = reader.open("search.html?q=%3Cimg+src%3Dx%3E+mitten")
    expect(page.locator(".found li").first).to_be_visible()
    assert page.locator("#search-results img").count() == 0


def test_the_index_is_loaded_by_the_word_and_on_the_search_page_only(reader):
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    page = reader.open("book/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url]
    page = reader.open("search.html?q=quartz")
    expect(page.locator(".found li").first).to_be_visible()
    assert sum("/search/words-" in url for url in asked) == 1


def test_it_works_from_a_folder_by_double_click(new_reader, site):
    page = new_reader().open("search.html?q=remission", at=f"{site.as_uri()}/")
    expect(page.locator(".found li").first).to_contain_text("remission")
    ask(page, "quartz")
    page.locator(f".found a[href$='#{QUESTION}']").click()
    expect(page.locator(f"[id='{QUESTION}']")).to_be_in_viewport()


def test_the_page_and_the_index_know_the_same_words(reader, site):
    page = reader.open("search.html")
    for name in ("marble-thumb", "glossary", "references"):
        text = " ".join(
            place.read for place in Places((site / "book" / f"{name}.html").read_text("utf-8")).found
        )
        assert page.evaluate("text => courseSearch.stems(text)", text) == list(stems(text))
    odd = "Crohn's, NAÏVE m² β-catenin MARB1::THB2 t(X;17)(p11;q25) 8.3 tumours analyses metastases biology histology"
    assert page.evaluate("text => courseSearch.stems(text)", odd) == list(stems(odd))
    assert fold("NAÏVE") == "naive"


def test_with_results_no_rule_of_accessibility_is_broken(reader):
    page = reader.open("search.html?q=thumb")
    expect(page.locator(".found li").first).to_be_visible()
    assert axe_in_every_view(page) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_with_results_the_page_is_not_too_wide(new_reader, width):
    page = new_reader(viewport={"width": width, "height": 900}).open("search.html?q=thumb")
    expect(page.locator(".found li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_scripts_the_page_says_what_works_without(new_reader):
    page = new_reader(java_script_enabled=False).open("search.html")
    expect(page.get_by_text("needs scripts")).to_be_visible()
