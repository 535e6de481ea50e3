"""What stands on pages of this course once they are built: the paths of the first page, the lesson of the last."""

import re
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from outcomes import ledger


@pytest.fixture
def read(site):
    return lambda name: (site / "book" / name).read_text("utf-8")


CARD = re.compile(r'<span class="ev-card" role="tooltip" aria-hidden="true" id="ev-\d+">(.*?) </span></a>')


def test_no_card_of_a_number_is_longer_than_220_characters_or_repeats_a_fact_of_several_numbers(site):
    shared = [fact.statement[:60] for fact in ledger().facts.values() if len(fact.numbers) > 1]
    cards = {
        card for page in (site / "book").glob("*.html") for card in CARD.findall(page.read_text("utf-8"))
    }
    # A way to more, and the gaps between the lines, say nothing of the number.
    lines = [re.findall("<span[^>]*>([^<]*)<", card.replace(">more<", "><")) for card in cards]
    said = [unescape("".join(parts)) for parts in lines]
    assert len(said) > 500
    assert [text for text in said if len(text) > 220] == []
    assert [text for text in said if any(words in text for words in shared)] == []


def test_a_page_of_cases_says_that_they_are_cases(read):
    assert re.search(r">\d+ min to read, about \d+ min for the cases<.*?>4 cases<", read("cases.html"))


def test_every_step_of_a_path_leads_to_its_place(read):
    paths = re.search(r'id="three-paths"(.*?)id="course-map"', read("index.html"), re.S)[1]
    steps = re.findall(r'<a (?:class="reference internal" )?href="([^"#]*)#([^"]+)"', paths)
    assert len(steps) > 5
    for name, place in steps:
        assert f'id="{place}"' in read(name.partition("?")[0]), f"{name}#{place}"


def test_every_address_that_the_first_page_had_is_on_it(read):
    page = read("index.html")
    for place in (
        "alveolar-soft-part-sarcoma-an-open-course",
        "for-whom",
        "what-is-different-here",
        "three-paths",
        "minutes-not-to-miss-it",
        "minutes-to-look-after-one-patient",
        "minutes-to-judge-what-is-known",
        "course-map",
        "how-to-use-it",
        "pre-test",
        "please-note",
        "sources",
    ):
        assert f'id="{place}"' in page, place


def test_every_step_of_the_ready_lesson_leads_to_its_question_figure_or_scene(read):
    lesson = re.search(r'id="teach-it-tomorrow"(.*?)id="lesson-plans"', read("for-educators.html"), re.S)[1]
    steps = set(
        re.findall(r'<a (?:class="reference internal" )?href="([\w-]+\.html)?(?:\?[^"#]*)?#([^"]+)"', lesson)
    )
    for name, ids in re.findall(r'href="([\w-]+\.html)\?present=([^"#]+)#', lesson):
        steps |= {(name, place) for place in ids.split("+")}
    assert len(steps) > 12
    for name, place in steps:
        assert f'id="{place}"' in read(name or "for-educators.html"), f"{name}#{place}"


def test_the_handout_opens_with_what_prints_it_alone_and_has_its_answers_in_a_section_of_its_own(read):
    page = read("for-educators.html")
    handout = re.search(r'<section id="handout">(.*?)<section id="handout-answers">', page, re.S)[1]
    assert handout.count('class="handout"') == page.count('class="handout"') == 1
    assert re.search(r'</h2>\s*<p class="handout">', handout)


def test_developers_see_the_forest_with_the_invented_study_said_to_be_none_of_the_ledger(read):
    page = read("for-developers.html")
    forest, last = page.split('<figure class="chart')[1:]
    assert "Added in memory, not of the ledger" in forest
    assert "Invented drug" in re.search(r"<tbody>.*?</tr>", forest, re.S)[0]
    assert 'class="finding"' in last


def test_developers_see_the_eight_largest_series_as_a_table(read):
    table = re.search(r'<table[^>]*class="dataframe.*?</table>', read("for-developers.html"), re.S)[0]
    assert table.count("<tr>") == 1 + 8


MOVED = [
    "figure-1",
    "figure-2",
    "reading-with-python",
    "the-commands",
    "past-one-machine",
    "running-it-live",
    "publishing",
    "adapting",
    "exploring",
    "exploring-the-studies",
]


@pytest.mark.parametrize("place", MOVED)
def test_an_old_address_of_what_moved_leads_to_a_link_to_its_text(read, place):
    line = re.search(rf'<li>((?:(?!</li>).)*id="{place}".*?)</li>', read("for-educators.html"), re.S)[1]
    target = re.search(r'href="for-developers\.html#([^"]+)"', line)[1]
    assert f'id="{target}"' in read("for-developers.html")


def test_the_mark_of_the_course_stands_in_the_bar_and_in_the_tab(site, read):
    mark = Path("book", "mark.svg").read_text("utf-8")
    assert (site / "_static" / "icon.svg").read_text("utf-8") == mark
    assert read("index.html").count("icon.svg") == 1
    shown = re.search(r'<img src="data:image/svg\+xml,([^"]+)"', read("index.html"))[1]
    assert unquote(shown) == mark.strip()


def test_chapters_that_follow_each_other_have_different_colors(read):
    cards = re.findall(r'<li class="tint-(\d)">', read("index.html"))
    assert len(cards) == 14
    assert all(one != other for one, other in pairwise(cards))
    assert f'class="tint-{cards[3]}"' in read("diagnosis.html").partition("<head>")[0]


def test_the_picture_of_the_first_page_comes_before_the_words_that_stand_beside_it(read):
    page = read("index.html")
    assert 0 < page.index('class="opening-picture"') < page.index('class="opening-words')
