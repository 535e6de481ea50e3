"""What readers look for in this course is found: one query of each kind, of those that the benchmark asks."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

QUERIES = yaml.safe_load((Path(__file__).parent / "search.yml").read_text("utf-8"))
BY_KIND = [
    next(query for query in QUERIES if query["in"] == kind)
    for kind in dict.fromkeys(query["in"] for query in QUERIES)
]


@pytest.mark.parametrize("query", BY_KIND, ids=[query["in"] for query in BY_KIND])
def test_each_kind_of_place_is_among_the_first_three(reader, query):
    page = reader.open(f"search.html?q={query['query'].replace(' ', '+')}")
    expect(page.locator("#search-progress")).not_to_be_empty()
    links = page.locator(".found li > a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert any(
        link == place or (place.endswith("/") and link.startswith(place))
        # Figures name references too, and come before them.
        for link in (links if query["in"] == "reference" else links[:3])
        for place in query["at"]
    )
