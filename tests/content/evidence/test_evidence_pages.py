"""The evidence of this course on a telephone: pages that end, and a study found within three actions."""

import re

import pytest
from playwright.sync_api import expect

from _ext.ledger.facets import rows
from outcomes import ledger
from outcomes.whom import OTHER

SCREENS = 20
HEIGHT = 780
# The most numbers, statements and uses; the others are made alike.
LONG = [
    "evidence",
    "evidence/index",
    "evidence/fujiwara-2022",
    "evidence/chen-2023",
    "evidence/fujiwara-2023",
]
TALLEST = """() => {
  const folds = [...document.querySelectorAll('article details.fold, article details.letter')];
  const tall = (fold) => {
    fold.open = true;
    const height = document.documentElement.scrollHeight;
    fold.open = false;
    return height;
  };
  return Math.max(document.documentElement.scrollHeight, ...folds.map(tall));
}"""


@pytest.fixture
def telephone(new_reader):
    return new_reader(viewport={"width": 360, "height": HEIGHT}, has_touch=True, is_mobile=True)


@pytest.mark.parametrize("page", LONG)
def test_no_view_is_longer_than_twenty_screens_whichever_part_is_open(telephone, page):
    assert telephone.open(f"book/{page}.html").evaluate(TALLEST) <= SCREENS * HEIGHT


def test_a_study_is_found_within_three_actions_and_says_its_number(telephone):
    page = telephone.open("book/evidence.html")
    page.get_by_label("Words").fill("chen 2023")
    page.locator(".studies-found a", has_text="Chen 2023").tap()
    page.locator("summary", has_text="immunotherapy").tap()
    expect(page.locator("[id='atezo-orr']")).to_contain_text("37% (19/52; 95% CI 24-51)")


def test_the_table_goes_on_by_pages_of_twenty_five_and_an_address_leads_to_one(telephone):
    page = telephone.open("book/evidence.html?drug=pazopanib&sort=study")
    names = page.locator("#numbers-table td[data-column='Study']")
    expect(names).to_have_count(25)
    first = names.all_inner_texts()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".pager")).to_contain_text("Page 2 of")
    expect(page.locator(".numbers-said")).to_be_focused()
    second = names.all_inner_texts()
    assert [*first, *second] == sorted([*first, *second], key=str.casefold)
    again = telephone.open(page.url.partition("/book/")[2].join(("book/", "")))
    expect(again.locator(".pager")).to_contain_text("Page 2 of")
    assert (
        names.all_inner_texts() == again.locator("#numbers-table td[data-column='Study']").all_inner_texts()
    )


def test_what_the_page_holds_at_first_is_small(telephone):
    page = telephone.open("book/evidence.html")
    assert page.locator("#numbers-table tbody tr").count() == 25
    assert page.evaluate("document.querySelectorAll('script[src*=\"numbers-data\"]').length") == 0
    assert page.evaluate("document.querySelectorAll('*').length") < 3000


def test_every_number_is_counted_in_whom_and_most_name_a_population():
    found = list(rows(ledger()))
    assert len(found) == len(ledger().quantities)
    assert sum(row.whom != OTHER for row in found) > len(found) / 2


@pytest.mark.parametrize(
    ("number", "whom", "drugs"),
    [
        ("atezo-orr", "ASPS", ("atezolizumab",)),
        ("paz-2018-orr", "ASPS", ("pazopanib",)),
        ("fuji-mos-met", "ASPS", ()),
    ],
)
def test_a_number_belongs_to_the_drugs_and_the_patients_that_it_names(number, whom, drugs):
    row = next(row for row in rows(ledger()) if row.id == number)
    assert (row.whom, row.drugs) == (whom, drugs)


def test_every_place_that_a_study_leads_back_to_is_there(site):
    pages = {path.name: path.read_text("utf-8") for path in (site / "book").glob("*.html")}
    studies = [path.read_text("utf-8") for path in (site / "book" / "evidence").glob("*.html")]
    places = {
        place for study in studies for place in re.findall(r'href="\.\./([\w-]+\.html)#([^"]+)"', study)
    }
    assert len(places) > 1000
    assert [(page, name) for page, name in sorted(places) if f'id="{name}"' not in pages[page]] == []
