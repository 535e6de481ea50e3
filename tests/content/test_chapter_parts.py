"""Every chapter has the parts that the course promises, in plain words that are plain."""

import re

import pytest

from chapters import CELL, banks, both_tests, chapters, section, source

# The debrief of a case draws the path that its reader took: no figure from the ledger stands beside it.
FIGURE_IN_ITS_ITEMS = {"cases"}
CHAPTERS = pytest.mark.parametrize("page", chapters(), ids=lambda page: page.stem)


def directive(page, name):
    found = re.search(rf"^```\{{{name}\}}\n(.*?)^```", source(page), re.M | re.S)
    return found[1] if found else ""


def grade(text: str) -> float:
    """US school grade by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    sentences = [part for part in re.split(r"[.!?:]+\s", text + " ") if part.strip()]
    words = re.findall(r"[A-Za-z'’-]+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, a silent final e left out; never none."""
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - (word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1))


# Worked by hand: 6 words, 1 sentence, 6 syllables; 0.39*6 + 11.8*1 - 15.59 = -1.45.
def test_the_grade_is_the_formula_of_flesch_and_kincaid():
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


@CHAPTERS
class TestAChapter:
    def test_opens_with_its_head(self, page):
        head = directive(page, "chapter-head")
        assert re.search(r"^:review: (submitted|under-review|approved)$", head, re.M)
        assert re.search(r"^:date: \d{4}-\d\d-\d\d$", head, re.M)

    def test_has_plain_words_under_150_at_grade_8_or_below(self, page):
        plain = directive(page, "plain-words")
        assert 0 < len(plain.split()) < 150
        assert grade(plain) <= 8

    def test_has_a_figure(self, page):
        drawn = re.search(r"\(ledger\(\)\)", "".join(CELL.findall(source(page))))
        assert drawn or page.stem in FIGURE_IN_ITS_ITEMS

    def test_names_pitfalls(self, page):
        assert directive(page, "pitfall")

    def test_has_five_key_points_at_the_most(self, page):
        points = re.findall(r"^(?:\d+\.|-) ", section(page, "Key points"), re.M)
        assert 1 <= len(points) <= 5

    def test_asks_its_own_questions(self, page):
        assert f'quiz("{page.stem}")' in section(page, "Check yourself")

    def test_ends_with_sources_made_from_what_it_cites(self, page):
        assert "{chapter-sources}" in section(page, "Sources")


@pytest.mark.parametrize("page", [*chapters(), *both_tests()], ids=lambda page: page.stem)
class TestTheQuestionsOfAChapter:
    def test_are_for_half_or_more_about_a_constructed_scene(self, page):
        items = banks()[page.stem].items
        assert sum(item.vignette for item in items) * 2 >= len(items)

    def test_ask_for_application_or_more_in_two_of_five(self, page):
        items = banks()[page.stem].items
        above = sum(item.bloom not in ("remember", "understand") for item in items)
        assert above / len(items) >= 0.4
