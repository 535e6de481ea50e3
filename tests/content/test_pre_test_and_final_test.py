"""The pre-test and the final test ask the same objectives with other questions, so that a gain can be read."""

import pytest

from chapters import TESTS, banks, both_tests, chapters, pages, source

PAGES = pytest.mark.parametrize("page", both_tests(), ids=lambda page: page.stem)
BEFORE, AFTER = (banks()[name] for name in TESTS)


def objectives(bank):
    return [item.objective for item in bank.items]


def texts(item):
    """Return what a reader could know again: the scene, what is offered, and what is to be kept."""
    offered = [*getattr(item, "options", ()), *getattr(item, "prompts", ()), *getattr(item, "entries", ())]
    return {item.stem, item.learning_point, *(each.text for each in offered)}


def test_the_pre_test_is_a_page_of_its_own_and_the_final_test_stands_behind_the_chapters():
    assert both_tests() == [pages()[1], pages()[len(chapters()) + 2]]
    assert [page.stem for page in both_tests()] == list(TESTS)


def test_the_pre_test_asks_an_objective_of_each_chapter_and_the_final_test_ten_more():
    assert len(BEFORE.items) == len(set(objectives(BEFORE))) == len(chapters())
    assert len(AFTER.items) == len(set(objectives(AFTER))) == len(chapters()) + 10


def test_they_share_exactly_those_of_the_pre_test():
    assert set(objectives(BEFORE)) & set(objectives(AFTER)) == set(objectives(BEFORE))


def test_what_they_share_is_asked_in_one_kind_and_at_one_level():
    after = {item.objective: (item.kind, item.bloom) for item in AFTER.items}
    assert {item.objective: (item.kind, item.bloom) for item in BEFORE.items} == {
        name: after[name] for name in objectives(BEFORE)
    }


def test_no_text_of_one_is_in_the_other_or_in_a_chapter():
    elsewhere = [item for bank in banks().values() if bank not in (BEFORE, AFTER) for item in bank.items]
    before, after, chapter = (
        set().union(*map(texts, items)) for items in (BEFORE.items, AFTER.items, elsewhere)
    )
    assert before & after == set()
    assert {item.stem for item in (*BEFORE.items, *AFTER.items)} & chapter == set()


def test_the_final_test_has_four_kinds_beside_the_single_best_answer():
    assert len({item.kind for item in AFTER.items} - {"single-best-answer"}) >= 4


@PAGES
class TestATest:
    def test_asks_its_questions(self, page):
        assert f'quiz("{page.stem}")' in source(page)

    def test_asks_every_chapter(self, page):
        asked = {item.home(page.stem) for item in banks()[page.stem].items}
        assert asked == {chapter.stem for chapter in chapters()}

    def test_gives_no_hint(self, page):
        assert [item.id for item in banks()[page.stem].items if item.hint] == []

    def test_has_no_objective_of_its_own(self, page):
        assert [name for name in objectives(banks()[page.stem]) if "/" not in name] == []
