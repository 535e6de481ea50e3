"""Somebody looks for a study, from a number, from the table of numbers, or from an address of an earlier edition."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from marble_thumb import CHAPTER

PAGE = "book/evidence.html"
TELEPHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}


def rows(page: Page):
    return page.locator("#numbers-table tbody tr")


def downloaded(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").click()
    text = waiting.value.path().read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_on_a_telephone_a_number_leads_to_its_study_within_two_taps(new_reader):
    page = new_reader(**TELEPHONE).open(CHAPTER)
    number = page.locator('a.ev[href$="#roe-remission"]').first
    number.tap()
    number.tap()
    expect(page.get_by_role("heading", name="Roe 2020")).to_be_visible()
    row = page.locator("[id='roe-remission']")
    expect(row).to_be_in_viewport()
    page.wait_for_function("document.getElementById('roe-remission').matches(':target')")
    other = page.locator("tr:not(:target)").last
    paint = "row => getComputedStyle(row).backgroundColor"
    assert row.evaluate(paint) != other.evaluate(paint)


def test_on_a_telephone_a_study_is_found_by_its_name_within_three_actions(new_reader):
    page = new_reader(**TELEPHONE).open(PAGE)
    page.get_by_label("Words").fill("poe 2019")
    page.locator(".studies-found a").first.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Poe 2019")


def test_the_page_of_a_study_says_what_it_is_and_how_much_of_it_was_read(reader):
    page = reader.open("book/evidence/roe-2020.html")
    names = page.locator(".about-study dt").all_inner_texts()
    said = dict(zip(names, page.locator(".about-study dd").all_inner_texts(), strict=True))
    assert said["Authors"] == "Roe J, Poe E"
    assert said["Published in"] == "Journal of Examples 2020"
    assert (said["Design"], said["n"], said["Read"]) == ("invented", "50", "invented")
    expect(page.get_by_role("link", name="doi:10.1000/roe.2020")).to_have_attribute(
        "href", "https://doi.org/10.1000/roe.2020"
    )


def test_a_number_of_a_study_leads_to_the_figures_that_draw_it(reader):
    page = reader.open("book/evidence/doe-2021.html")
    row = page.locator("[id='doe-remission']")
    row.locator(".uses summary").click()
    drawn = row.get_by_role("listitem").filter(has_text="Figure: Most thumbs warm up again")
    drawn.get_by_role("link", name="Marble thumb").click()
    page.wait_for_url("**#figure-1")
    expect(page.locator("#figure-1 .finding")).to_have_text("Most thumbs warm up again")


def test_a_number_of_a_study_leads_back_to_the_sentence_that_uses_it(reader):
    page = reader.open("book/evidence/roe-2020.html")
    uses = page.locator("[id='roe-remission'] .uses")
    uses.locator("summary").click()
    uses.locator("a[href*='marble-thumb.html#ev-']").first.click()
    expect(page).to_have_url(re.compile(r"marble-thumb\.html#ev-\d+$"))
    number = page.locator("a.ev:has(:target)")
    expect(number).to_be_in_viewport()
    assert "roe-remission" in (number.get_attribute("href") or "")


def test_a_number_of_a_study_leads_back_to_a_question_that_rests_on_it(reader):
    page = reader.open("book/evidence/roe-2020.html")
    uses = page.locator("[id='roe-remission'] .uses")
    uses.locator("summary").click()
    question = uses.locator("li", has_text="Question:").first
    question.locator("a").click()
    expect(page).to_have_url(re.compile(r"marble-thumb\.html#marble-thumb-"))
    expect(page.locator(f".item[id='{page.url.partition('#')[2]}']")).to_be_in_viewport()


@pytest.mark.parametrize("record", ["moe-hr", "numbers.range", "mitten-first"])
def test_an_address_of_an_earlier_edition_leads_to_the_page_of_the_study(reader, record):
    page = reader.open(f"{PAGE}#{record}")
    expect(page).to_have_url(re.compile(rf"evidence/[\w-]+\.html#{re.escape(record)}$"))
    expect(page.locator(f"[id='{record}']")).to_be_in_viewport()


def test_an_address_of_a_claim_opens_it(reader):
    claim = reader.open(CHAPTER).locator("a.claim").first.get_attribute("href")
    page = reader.open(f"book/{claim}")
    record = page.locator(f"[id='{claim.partition('#')[2]}']")
    expect(record.get_by_text("What the studies say:")).to_be_in_viewport()


def test_words_and_facets_narrow_the_table_and_the_counts_follow(reader):
    page = reader.open(PAGE)
    page.get_by_label("Topic").select_option("treatment")
    expect(rows(page)).to_have_count(4)
    expect(page.locator(".numbers-said")).to_contain_text("4 of 22 numbers")
    expect(page.get_by_label("Unit").locator("option[value='HR']")).to_have_text("HR (1)")
    expect(page.get_by_label("Unit").locator("option[value='h']")).to_have_attribute("disabled", "")
    page.get_by_label("Unit").select_option("HR")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text("0.58")
    page.get_by_role("button", name="Reset").click()
    expect(rows(page)).to_have_count(22)
    page.get_by_label("Words").fill("RELAPSE poe")
    expect(rows(page)).to_have_count(1)


def test_values_are_sorted_by_size_and_only_within_one_unit(reader):
    page = reader.open(PAGE)
    order = page.get_by_label("Order")
    page.get_by_label("Words").fill("moe 2022")
    expect(rows(page)).to_have_count(6)
    expect(order.locator("option[value='up']")).to_have_attribute("disabled", "")
    page.get_by_label("Words").fill("")
    page.get_by_label("Unit").select_option("%")
    expect(order.locator("option[value='up']")).not_to_have_attribute("disabled", "")
    order.select_option("up")
    expect(rows(page).first).to_contain_text("-8.3%")
    values = page.locator("#numbers-table td[data-column='Value']").all_inner_texts()
    sizes = [float(match[0]) for text in values if (match := re.match(r"-?[\d.]+(?=%)", text))]
    assert sizes == sorted(sizes)
    assert len(sizes) > 8


def test_a_choice_is_kept_in_the_address_and_an_address_makes_the_choice(reader):
    page = reader.open(PAGE)
    page.get_by_label("Topic").select_option("treatment")
    page.get_by_label("Order").select_option("n")
    expect(page).to_have_url(re.compile(r"\?topic=treatment&sort=n$"))
    other = reader.open(f"{PAGE}?topic=treatment&sort=n")
    expect(rows(other)).to_have_count(4)
    expect(other.get_by_label("Order")).to_have_value("n")


def test_an_address_that_chooses_what_there_is_not_chooses_nothing(reader):
    page = reader.open(f"{PAGE}?topic=nothing&sort=nowhere&page=-7")
    expect(rows(page)).to_have_count(22)


def test_what_is_chosen_is_downloaded_as_a_table(reader):
    page = reader.open(PAGE)
    page.get_by_label("Topic").select_option("treatment")
    expect(rows(page)).to_have_count(4)
    found = downloaded(page)
    assert [row["id"] for row in found] == ["moe-remission", "moe-weeks", "moe-hr", "moe-girth"]
    assert found[1] | {"value": "8", "unit": "weeks", "n": "30", "study": "Moe 2022"} == found[1]
    assert found[3]["value"] == "-8.3"


def test_from_a_folder_the_table_is_narrowed_linked_and_downloaded(new_reader, site):
    page = new_reader().open(PAGE, at=f"{site.as_uri()}/")
    page.get_by_label("Topic").select_option("treatment")
    expect(rows(page)).to_have_count(4)
    expect(page.get_by_role("link", name="Link to this selection")).to_have_attribute(
        "href", "evidence.html?topic=treatment"
    )
    assert len(downloaded(page)) == 4


def test_a_script_that_does_not_come_is_said_and_asked_for_again(reader):
    page = reader.open(PAGE)
    page.route("**/numbers-data.js", lambda route: route.abort())
    page.get_by_label("Topic").select_option("treatment")
    expect(page.get_by_text("The numbers could not be loaded.")).to_be_visible()
    page.unroute("**/numbers-data.js")
    page.get_by_label("Topic").select_option("")
    page.get_by_label("Topic").select_option("treatment")
    expect(rows(page)).to_have_count(4)
    reader.console.clear()


class TestWithScriptsOff:
    @pytest.fixture
    def page(self, new_reader):
        return new_reader(java_script_enabled=False).open(PAGE)

    def test_the_first_rows_can_be_read_and_nothing_is_offered_that_needs_a_script(self, page):
        expect(rows(page).first).to_be_visible()
        expect(page.locator("main :is(button, input, select):visible")).to_have_count(0)

    def test_every_study_is_reached_from_the_list(self, page):
        page.get_by_role("link", name=re.compile("^All 8 studies")).click()
        links = page.locator(".letter a")
        expect(links).to_have_count(8)
        page.locator("summary", has_text="R").click()
        page.get_by_role("link", name="Roe 2020").click()
        expect(page.locator("[id='roe-remission']")).to_contain_text("62%")
