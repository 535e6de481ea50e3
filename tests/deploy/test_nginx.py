"""deploy/nginx.conf, run by a real nginx: the policies, what a browser may keep, small answers, and nothing listed."""

import gzip
import http.client
import re
import urllib.parse

import brotli
import pytest
from playwright.sync_api import expect

from _ext.site.serve import HEADERS
from axe import axe
from marble_thumb import CHAPTER, OTHER
from patience import PATIENCE

GOOD_FOR_EVER = "public, max-age=31536000, immutable"
ASKED_AGAIN = "public, max-age=300, must-revalidate"
EVERYWHERE = ["", "book/", CHAPTER, "_static/course.css", "_static/search/index.js", "no/such/page"]
COMPRESSED = [
    CHAPTER,
    "_static/course.css",
    "_static/forest.js",
    "_static/search/index.js",
    "_static/icon.svg",
]


class Answer:
    """What a client gets that follows no redirect and unpacks nothing."""

    def __init__(self, address: str, path: str, **headers: str) -> None:
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=PATIENCE)
        connection.request(
            "GET", f"/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = connection.getresponse()
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        connection.close()


@pytest.fixture
def ask(address):
    return lambda path, **headers: Answer(address, path, **headers)


@pytest.fixture
def assets(ask):
    page = ask(CHAPTER).body.decode()
    return [
        f"book/{name}"
        for name in re.findall(r'(?:src|href|data-(?:forest|charts))="(\.\./_static/[^"]+)"', page)
    ]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_has_the_headers_that_make_serve_sends(ask, path):
    headers = ask(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert headers["Server"] == "nginx"  # and not which


@pytest.mark.parametrize("path", ["search.html", CHAPTER, "book/review.html", "book/progress.html"])
def test_a_page_works_under_the_policy_and_asks_no_other_host(new_reader, path):
    reader = new_reader()
    page = reader.open(path)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").is_visible()
    assert reader.console == []  # a violation would stand here
    assert reader.foreign == []


def test_a_worker_may_stand_behind_its_pages_and_takes_the_book_along(new_reader):
    reader = new_reader(service_workers="allow")
    page = reader.open("book/index.html")
    page.locator(".take-along").get_by_role("button").click()
    expect(page.locator(".take-along")).to_have_text(re.compile("^The whole book is on this device"))


def test_a_figure_is_drawn_and_an_answer_checked(reader):
    page = reader.open(f"{CHAPTER}?questions=all")
    figure = page.locator("figure.chart").first
    figure.locator(".drawing").click()
    page.wait_for_function("figure => figure.dataset.drawn", arg=figure.element_handle())
    item = page.locator(".item", has=page.locator("input[type=radio]")).first
    item.locator("label.option").first.click()
    item.get_by_role("button", name="Check").click()
    item.locator(".verdict").wait_for()


@pytest.mark.parametrize("path", COMPRESSED)
@pytest.mark.parametrize(
    ("accepted", "encoding", "ending", "unpack"),
    [
        ("gzip, deflate", "gzip", ".gz", gzip.decompress),
        ("gzip, deflate, br", "br", ".br", brotli.decompress),
    ],
    ids=["gzip", "brotli"],
)
def test_text_is_sent_as_it_was_compressed_once(host, ask, path, accepted, encoding, ending, unpack):
    answer = ask(path, Accept_Encoding=accepted)
    assert answer.headers["Content-Encoding"] == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.body == (host / f"{path}{ending}").read_bytes()
    assert unpack(answer.body) == (host / path).read_bytes()


def test_a_client_that_takes_no_compression_gets_the_file(host, ask):
    answer = ask(CHAPTER, Accept_Encoding="identity")
    assert "Content-Encoding" not in answer.headers
    assert answer.body == (host / CHAPTER).read_bytes()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (CHAPTER, "text/html"),
        ("_static/quiz.js", "application/javascript"),
        ("_static/course.css", "text/css"),
    ],
)
def test_text_says_that_it_is_utf_8(ask, path, kind):
    assert ask(path).headers["Content-Type"] == f"{kind}; charset=utf-8"


def test_a_page_keeps_its_scripts_and_styles_for_good(ask, assets):
    assert len(assets) > 5
    assert {ask(path).headers["Cache-Control"] for path in assets} == {GOOD_FOR_EVER}


@pytest.mark.parametrize(
    "path",
    [CHAPTER, "", "sw.js", "offline.json", "_static/search/index.js", "_static/quiz.js", f"{CHAPTER}?v=1"],
)
def test_everything_else_is_asked_for_again_soon(ask, path):
    assert ask(path).headers["Cache-Control"] == ASKED_AGAIN


# What a page has, by its address, and whether the host was asked for it; what comes from the cache has no size.
HAS = """() => Object.fromEntries(performance.getEntriesByType('resource')
  .filter(({ name }) => /_static.*[?]v=/.test(name)).map(({ name, transferSize }) => [name, transferSize > 0]))"""


def test_what_two_pages_share_is_asked_for_once(reader):
    first = reader.open(CHAPTER).evaluate(HAS)
    again = reader.open(OTHER).evaluate(HAS)
    shared = first.keys() & again.keys()
    assert len(shared) > 5
    assert [name for name in shared if not first[name]] == []
    assert [name for name in shared if again[name]] == []


def test_asking_again_costs_no_page_where_nothing_changed(ask):
    first = ask(CHAPTER, Accept_Encoding="gzip")
    again = ask(CHAPTER, Accept_Encoding="gzip", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "path",
    ["no/such/page", "_static/none.js?v=0123456789ab", "_static/", ".buildinfo", ".git/config", "404.html/x"],
)
def test_what_is_not_there_or_not_to_be_listed_is_a_page_that_leads_back(host, ask, path):
    answer = ask(path)
    assert answer.status == 404
    assert answer.body == (host / "404.html").read_bytes()
    assert answer.headers["Cache-Control"] == ASKED_AGAIN


def test_a_folder_without_its_slash_leads_on_at_the_same_host(ask):
    answer = ask("book")
    assert (answer.status, answer.headers["Location"]) == (301, "/book/")


def test_the_page_for_a_wrong_address_breaks_no_rule_and_leads_to_the_course(new_reader):
    reader = new_reader()
    page = reader.open("no/such/page")
    assert axe(page) == []
    reader.console.clear()  # the browser says there that the page was not found, as it should
    page.get_by_role("link", name="open the course").click()
    # One address leads on to the next: asked for its state, the page itself answers for the last of them.
    page.wait_for_function(
        "() => location.pathname === '/book/index.html' && document.readyState === 'complete'"
    )
    expect(page.get_by_role("heading", level=1)).to_be_visible()
