"""The list of pages beside the text: it is as long in a book of 500 chapters as in one of 40."""

import re

from sphinx_external_toc.parsing import parse_toc_data

from _ext.site.menu import menu


class Book:
    """What the list asks of a build: the contents, the titles, and the way from one page to another."""

    def __init__(self, chapters: int) -> None:
        self.names = [f"book/chapter-{number}" for number in range(1, chapters + 1)]
        parts = [
            {"caption": "Chapters", "chapters": [{"file": name} for name in self.names]},
            {"caption": "Reference", "chapters": [{"file": "book/glossary"}]},
        ]
        toc = {"format": "jb-book", "root": "book/index", "parts": parts}
        self.builder = self.config = self.env = self
        self.external_site_map, self.master_doc = parse_toc_data(toc), "book/index"
        self.titles = {name: name.rpartition("/")[2] for name in ("book/index", *self.names, "book/glossary")}

    def render_partial(self, title: str) -> dict[str, str]:
        return {"title": title}

    def get_relative_uri(self, _page: str, other: str) -> str:
        return f"{other.rpartition('/')[2]}.html"


def lines(chapters: int, page: str) -> list[str]:
    return re.findall(r"<a [^>]*>([^<]*)</a>", menu(Book(chapters), f"book/{page}"))


def test_a_short_book_lists_every_page():
    assert lines(40, "chapter-3") == [f"chapter-{number}" for number in range(1, 41)] + ["glossary"]


def test_a_long_one_lists_those_near_the_page_and_leads_to_all():
    near = [f"chapter-{number}" for number in range(188, 213)]
    assert lines(500, "chapter-200") == [*near, "All 500, on the home page", "glossary"]


def test_it_is_as_long_at_either_end_and_on_a_page_of_another_part():
    begins = [f"chapter-{number}" for number in range(1, 26)]
    ends = [f"chapter-{number}" for number in range(476, 501)]
    assert lines(500, "chapter-2")[:25] == begins
    assert lines(500, "glossary")[:25] == begins
    assert lines(500, "chapter-499")[:25] == ends


def test_the_page_itself_is_marked_and_leads_nowhere():
    assert 'current"><a class="current reference internal" href="#">chapter-200</a>' in menu(
        Book(500), "book/chapter-200"
    )
