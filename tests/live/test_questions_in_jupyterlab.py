"""In a notebook somebody answers a question of every kind, one by one and as an exam, and Python sees it all."""

import pytest
from every_kind import cite
from kinds_page import BANK
from playwright.sync_api import Locator, expect

from hands import HANDS, answer, authored_of, check, check_button
from quizzes.evidence import fill_tokens
from quizzes.kinds.single_best_answer.record import SingleBestAnswer

TOTAL = len(BANK.items)
FLAGGED, LEFT_OUT = BANK.items[0], BANK.items[1]
STATE = """{"responses": quiz.responses, "score": quiz.score, "total": quiz.total, "complete": quiz.complete,
 "results": quiz.results().to_dicts()}"""
EVERY_ITEM = pytest.mark.parametrize(
    "authored", BANK.items, ids=lambda item: item.id.removeprefix("every-kind-")
)


def show(notebook) -> Locator:
    """Show a new quiz in a new cell; return it."""
    quiz = notebook.run("quiz = Quiz(shown); quiz").locator(".quiz")
    expect(quiz.locator(".item")).to_have_count(TOTAL)
    return quiz


def card(quiz: Locator, authored) -> Locator:
    question = quiz.page.locator("legend.lead").get_by_text(fill_tokens(authored.lead_in, cite), exact=True)
    return quiz.locator(".item").filter(has=question)


@pytest.fixture(scope="module", params=HANDS)
def taken(request, every_kind):
    """The quiz with each question answered and checked, and what Python then knows."""
    quiz = show(every_kind)
    for authored in BANK.items:
        answer(card(quiz, authored), authored, request.param)
        check(card(quiz, authored), request.param)
    return quiz, every_kind.tell(STATE)


@pytest.fixture(scope="module", params=HANDS)
def submitted(request, every_kind):
    """An exam with one question flagged and one left out; what Python knew before submitting, and after."""
    press = request.param
    quiz = show(every_kind)
    press(quiz.locator(".offer > summary"))
    press(quiz.get_by_role("button", name="Start the exam"))
    for at in range(TOTAL):
        item = quiz.locator(f".item[aria-label='Question {at + 1} of {TOTAL}']")
        expect(item).to_be_focused()
        authored = authored_of(BANK, item)
        if authored != LEFT_OUT:
            answer(item, authored, press)
        if authored == FLAGGED:
            press(item.get_by_role("button", name="Flag"))
        if at + 1 < TOTAL:
            press(item.get_by_role("button", name="Next question"))
    before = every_kind.tell(STATE)
    press(quiz.get_by_role("button", name="Submit", exact=True))
    press(quiz.get_by_role("button", name="Submit now"))
    return quiz, before, every_kind.tell(STATE)


class TestOneByOne:
    @EVERY_ITEM
    def test_the_verdict_and_the_learning_point_are_seen(self, taken, authored):
        quiz, _ = taken
        expect(card(quiz, authored).locator(".verdict")).to_contain_text("Right.")
        expect(card(quiz, authored).locator(".verdict")).to_contain_text(
            fill_tokens(authored.learning_point, cite)
        )

    @EVERY_ITEM
    def test_python_sees_the_answer_and_what_it_is_worth(self, taken, authored):
        _, told = taken
        response = told["responses"][authored.id]
        assert (response["checked"], response["correct"], response["score"]) == (True, True, 1)
        assert response["chosen"]

    def test_python_sees_the_score_and_that_all_is_answered(self, taken):
        _, told = taken
        assert (told["score"], told["total"], told["complete"]) == (TOTAL, TOTAL, True)

    def test_the_results_are_a_table_with_one_row_an_item(self, taken):
        _, told = taken
        assert [row["item"] for row in told["results"]] == [item.id for item in BANK.items]
        assert [row["kind"] for row in told["results"]] == [item.kind for item in BANK.items]
        assert [row["chosen"] for row in told["results"]] == [
            told["responses"][item.id]["chosen"] for item in BANK.items
        ]

    def test_the_results_are_on_the_screen_too(self, taken):
        quiz, _ = taken
        expect(quiz.locator(".score")).to_contain_text(f"{TOTAL} of {TOTAL} points")


class TestAsAnExam:
    def test_python_is_told_nothing_of_right_or_wrong_before_it_is_submitted(self, submitted):
        _, before, _ = submitted
        assert len(before["responses"]) == TOTAL - 1
        assert {row["correct"] for row in before["results"]} == {None}
        assert (before["score"], before["complete"]) == (None, False)

    def test_python_sees_each_answer_once_it_is_submitted(self, submitted):
        _, _, told = submitted
        right = {row["item"] for row in told["results"] if row["checked"] and row["correct"]}
        assert right == {item.id for item in BANK.items} - {LEFT_OUT.id}
        assert (told["score"], told["complete"]) == (TOTAL - 1, False)

    def test_python_sees_the_flag(self, submitted):
        _, _, told = submitted
        assert [row["item"] for row in told["results"] if row["flagged"]] == [FLAGGED.id]

    def test_the_review_shows_the_score_and_every_verdict(self, submitted):
        quiz, _, _ = submitted
        expect(quiz.locator(".score")).to_contain_text(f"{TOTAL - 1} of {TOTAL} points")
        expect(quiz.locator(".score")).to_contain_text("Not answered: 1.")
        expect(quiz.locator(".verdict")).to_have_count(TOTAL)

    def test_what_is_hidden_is_not_on_the_screen(self, submitted):
        quiz, _, _ = submitted
        expect(quiz.locator(".only-bar[hidden]")).to_be_attached()
        expect(quiz.locator("[hidden]:visible")).to_have_count(0)

    def test_the_strip_says_what_was_right_flagged_and_left_out(self, submitted):
        quiz, _, _ = submitted
        steps = quiz.locator(".strip .step")
        expect(steps.filter(has_text="✓")).to_have_count(TOTAL - 1)
        expect(steps.filter(has_text="⚑")).to_have_count(1)
        expect(steps.filter(has_text="–")).to_have_count(1)


class TestAsLongAsTheWidgetLives:
    @pytest.fixture
    def begun(self, every_kind):
        """A quiz with every second question answered and checked, and each other answered and left so."""
        quiz = show(every_kind)
        for at, authored in enumerate(BANK.items):
            answer(card(quiz, authored), authored)
            if at % 2 == 0:
                check(card(quiz, authored))
        return quiz

    def is_begun(self, quiz: Locator) -> None:
        for at, authored in enumerate(BANK.items):
            item = card(quiz, authored)
            expect(item.locator(".verdict")).to_have_count(1 if at % 2 == 0 else 0)
            if at % 2 == 1:
                expect(check_button(item)).to_be_enabled()

    def test_a_second_view_has_the_same_answers(self, begun, every_kind):
        self.is_begun(every_kind.run("quiz").locator(".quiz"))

    def test_what_is_answered_in_one_view_is_seen_in_the_other(self, every_kind):
        one = show(every_kind)
        other = every_kind.run("quiz").locator(".quiz")
        answer(card(other, FLAGGED), FLAGGED)
        check(card(other, FLAGGED))
        expect(card(one, FLAGGED).locator(".verdict")).to_contain_text("Right.")

    def test_what_python_sets_is_seen_on_the_page(self, every_kind):
        quiz = show(every_kind)
        assert isinstance(FLAGGED, SingleBestAnswer)
        right = next(option.id for option in FLAGGED.options if option.correct)
        every_kind.run(f"quiz.responses = {{{FLAGGED.id!r}: {{'chosen': [{right!r}], 'checked': True}}}}")
        expect(card(quiz, FLAGGED).locator(".verdict")).to_contain_text("Right.")
        assert every_kind.tell("quiz.score") == 1

    def test_loading_the_page_again_loses_nothing(self, begun, every_kind):
        before = every_kind.tell(STATE)
        every_kind.save()
        every_kind.page.reload()
        every_kind.ready()
        self.is_begun(every_kind.page.locator(".quiz").last)
        assert every_kind.tell(STATE) == before
