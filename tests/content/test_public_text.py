"""What readers see holds no words of the workshop and no ids of the ledger."""

import re
from html.parser import HTMLParser

import pytest

from chapters import chapters
from outcomes import ledger

# Notes among authors, each of which once stood on a page. Common words are left to the ear of a reviewer.
WORKSHOP = (
    "per memory",
    "from memory",
    "(recalled",
    "needs checking",
    "authors not shown",
    "seen-primary",
    "seen-secondary",
    "this ledger",
    "stored page",
    "stored cop",
    "aggregator",
    "do not state",
    "label the bar",
)
SPOKEN = ("title", "alt", "aria-label", "placeholder")


class Visible(HTMLParser):
    """Text between tags, and what attributes say to a reader; anchors, links and scripts are neither."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag, attributes):
        self._silent += tag in ("script", "style")
        self.said += [value for name, value in attributes if name in SPOKEN and value]

    def handle_endtag(self, tag):
        self._silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self._silent:
            self.said.append(data)


def said_by(html: str) -> str:
    reader = Visible()
    reader.feed(html)
    return " ".join(" ".join(reader.said).split())


def ids() -> set[str]:
    """Every id and key; one without a hyphen or a dot, such as a trial's number, is a word as well."""
    shipped = ledger()
    kinds = (
        shipped.sources,
        shipped.quantities,
        shipped.facts,
        shipped.claims,
        shipped.corrections,
        shipped.conflicts,
        shipped.comparability,
    )
    return {name for kind in kinds for name in kind if re.search(r"[-.]", name)}


def workshop_in(text: str) -> list[str]:
    return [words for words in WORKSHOP if words in text.casefold()]


def ids_in(text: str) -> set[str]:
    return ids() & set(re.findall(r"[a-z0-9]+(?:[-.][a-z0-9]+)+", text))


@pytest.fixture(scope="module")
def texts(site):
    found = {path.stem: said_by(path.read_text("utf-8")) for path in sorted((site / "book").glob("*.html"))}
    assert len(found) > 12
    return found


def test_no_page_holds_words_of_the_workshop(texts):
    assert {page: found for page, text in texts.items() if (found := workshop_in(text))} == {}


def test_no_page_shows_an_id_of_the_ledger(texts):
    assert {page: found for page, text in texts.items() if (found := ids_in(text))} == {}


def test_an_id_counts_where_it_is_read_and_not_where_it_leads():
    html = (
        '<p id="fuji-dss5-met"><a href="#gap-bx-meta">62%</a> see <b>m1-fuji</b></p>'
        '<img alt="authors not shown"><script>"atezo-orr"</script>'
    )
    text = said_by(html)
    assert ids_in(text) == {"m1-fuji"}
    assert workshop_in(text) == ["authors not shown"]


def test_no_sentence_of_a_chapter_has_a_space_before_its_stop(site):
    for page in chapters():
        html = (site / "book" / f"{page.stem}.html").read_text("utf-8").split("<article>")[1]
        without_cards = re.sub(r'<span class="ev-card".*?</a>', "</a>", html, flags=re.DOTALL)
        text = re.sub(r"<[^>]+>", "", without_cards)
        assert re.findall(r"\w{2,} [.;:](?=\s)", text) == [], page.stem
