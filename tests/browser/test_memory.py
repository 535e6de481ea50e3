"""What a reader has answered is kept, shown, handed over as a file, and asked again when it is due."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from axe import SCHEMES, axe
from quizzes.load import load_bank
from reader import CHAPTER

PROGRESS = "book/progress.html"
REVIEW = "book/review.html"
BANK = load_bank("staging-and-prognosis")
SINGLES = [item for item in BANK.items if item.kind == "single-best-answer"]
TOTAL = len(BANK.items)
ZONE = "America/Denver"
NOON = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo(ZONE))
SAID = ".transfer-said"


@pytest.fixture
def reader(new_reader):
    """A reader at a desk in Colorado, at noon."""
    reader = new_reader(timezone_id=ZONE, accept_downloads=True)
    reader.context.clock.set_fixed_time(NOON)
    return reader


def later(reader, **time: float) -> None:
    """Let time go by for every page that is opened from now on."""
    for target in (reader.context, *reader.context.pages):
        target.clock.set_fixed_time(NOON + timedelta(**time))


def answer(card: Locator, item, *, right: bool) -> None:
    text = next(option.text for option in item.options if option.correct is right)
    card.locator("label.option").filter(has=card.page.get_by_text(text, exact=True)).click()
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".verdict")).to_be_visible()


def answered_in_chapter(reader, *items, right: bool = True) -> Page:
    page = reader.open(CHAPTER)
    for item in items:
        answer(page.locator(f"[id='{item.id}']"), item, right=right)
    return page


def record(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('asps-course.v2')"))


def due(page: Page, item) -> datetime:
    return datetime.fromtimestamp(record(page)["reviews"][item.id]["due"] / 1000, ZoneInfo(ZONE))


def asked(page: Page):
    """Return the question on the review page."""
    text = page.locator(".review-stage .stem").inner_text()
    return next(item for item in SINGLES if item.stem.split("{")[0].strip() in text)


class TestProgress:
    def test_before_the_first_answer_it_leads_to_the_questions(self, reader):
        page = reader.open(PROGRESS)
        expect(page.locator(".memory-place")).to_contain_text("You have not answered a question yet.")
        expect(page.locator('.memory-place a[href="staging-and-prognosis.html"]')).to_be_visible()

    def test_it_counts_what_is_answered_and_right_by_chapter_and_objective(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        answered_in_chapter(reader, SINGLES[1], right=False)
        page = reader.open(PROGRESS)
        expect(page.locator(".memory-done")).to_have_text(f"2 of {TOTAL} questions answered, 1 right.")
        expect(page.locator(".memory table tbody tr")).to_have_count(len(BANK.objectives))
        mine = [item for item in BANK.items if item.objective == SINGLES[0].objective]
        row = page.locator(".memory table tr", has=page.locator(f"a[href$='#{mine[0].id}']"))
        expect(row.locator("td").nth(1)).to_contain_text(f"of {len(mine)}")

    def test_what_one_was_sure_of_and_wrong_about_comes_first(self, reader):
        page = reader.open(CHAPTER)
        page.evaluate(
            "localStorage.setItem('asps-course.v2', JSON.stringify({version: 2, book: 'asps-course', "
            "seed: 1, answers: {}, settings: {certainty: true, daily: 20}}))"
        )
        page.reload()
        card = page.locator(f"[id='{SINGLES[0].id}']")
        wrong = next(option.text for option in SINGLES[0].options if not option.correct)
        card.locator("label.option").filter(has=page.get_by_text(wrong, exact=True)).click()
        card.locator("input[type=radio][value='3']").check()
        card.get_by_role("button", name="Check").click()
        page = reader.open(PROGRESS)
        expect(page.locator("h2").first).to_have_text("Sure, and wrong")
        page.locator(f"a.way[href='staging-and-prognosis.html#{SINGLES[0].id}']").click()
        expect(page.locator(f"[id='{SINGLES[0].id}']")).to_be_in_viewport()

    def test_it_follows_another_tab(self, reader):
        page = reader.open(PROGRESS)
        answered_in_chapter(reader, SINGLES[0])
        expect(page.locator(".memory-done")).to_have_text(f"1 of {TOTAL} questions answered, 1 right.")

    def test_it_says_what_is_due_and_when_the_next_is(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        page = reader.open(PROGRESS)
        expect(page.locator(".memory-due")).to_have_text(
            "Nothing to review today. Next on Monday, November 23: 1 question."
        )
        later(reader, days=2)
        page = reader.open(PROGRESS)
        expect(page.locator(".memory-due")).to_have_text("To review today: 1 question. Go to the review")

    def test_answers_that_cannot_be_kept_are_told_here_too(self, reader):
        reader.context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
        )
        for path in (PROGRESS, REVIEW):
            page = reader.open(path)
            expect(page.locator(".quiz-notice")).to_contain_text("does not let the page keep answers")


class TestFile:
    def export(self, page: Page, tmp_path):
        with page.expect_download() as download:
            page.get_by_role("button", name="Export").click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def test_exported_erased_and_imported_everything_is_as_before(self, reader, tmp_path):
        answered_in_chapter(reader, SINGLES[0])
        answered_in_chapter(reader, SINGLES[1], right=False)
        page = reader.open(PROGRESS)
        page.get_by_label("Name in the file").fill("Heron")
        path = self.export(page, tmp_path)
        assert path.name == "asps-course-results-heron-2026-11-21.json"
        before = record(page)
        page.get_by_role("button", name="Erase everything").click()
        page.get_by_role("button", name="Erase everything").click()
        expect(page.locator(SAID)).to_have_text("Everything is erased.")
        assert page.evaluate("localStorage.getItem('asps-course.v2')") is None
        expect(page.locator(".memory-done")).to_have_count(0)
        page.get_by_label("Import a file").set_input_files(path)
        expect(page.locator(SAID)).to_contain_text("Answers from it: 2.")
        expect(page.locator(".memory-done")).to_have_text(f"2 of {TOTAL} questions answered, 1 right.")
        expect(page.get_by_label("Name in the file")).to_have_value("Heron")
        assert record(page) == {**before, "seed": record(page)["seed"]}

    def test_erasing_asks_first(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        page = reader.open(PROGRESS)
        page.get_by_role("button", name="Erase everything").click()
        page.get_by_role("button", name="Keep it").click()
        expect(page.get_by_role("button", name="Erase everything")).to_be_focused()
        assert SINGLES[0].id in record(page)["answers"]

    def test_erasing_in_one_tab_erases_in_all(self, reader):
        chapter = answered_in_chapter(reader, SINGLES[0])
        page = reader.open(PROGRESS)
        page.get_by_role("button", name="Erase everything").click()
        page.get_by_role("button", name="Erase everything").click()
        expect(chapter.locator(".quiz-total")).to_contain_text("0 of")

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            pytest.param(lambda text: text[: len(text) // 2], "cut short or damaged", id="truncated"),
            pytest.param(
                lambda text: text.replace('"asps-course"', '"other"'), "another book", id="other-book"
            ),
            pytest.param(
                lambda text: text.replace('"version": 1', '"version": 2'), "newer edition", id="newer-version"
            ),
            pytest.param(lambda text: '{"answers": []}', "no results file", id="foreign"),
            pytest.param(
                lambda text: text.replace('"answers": {', '"answers": {"__proto__": {"a": 1},'),
                "cannot be read: __proto__",
                id="prototype",
            ),
            pytest.param(
                lambda text: text.replace(SINGLES[0].id, "<img src=x onerror=alert(1)>"),
                "cannot be read: answers",
                id="mark-up",
            ),
            pytest.param(
                lambda text: text.replace('"checked": true', '"checked": "yes"'),
                "cannot be read: answers",
                id="wrong-type",
            ),
            pytest.param(lambda text: text + " " * 50_000_000, "has 50 MB", id="50-MB"),
        ],
    )
    def test_a_bad_file_is_refused_with_what_is_wrong_and_what_was_there_stays(
        self, reader, tmp_path, change, told
    ):
        answered_in_chapter(reader, SINGLES[0])
        page = reader.open(PROGRESS)
        path = self.export(page, tmp_path)
        before = record(page)
        path.write_text(change(path.read_text("utf-8")), "utf-8")
        page.get_by_label("Import a file").set_input_files(path)
        expect(page.locator(SAID)).to_contain_text("Not imported")
        expect(page.locator(SAID)).to_contain_text(told)
        expect(page.locator(SAID)).to_contain_text("Nothing here has changed.")
        assert record(page) == before

    def test_a_name_with_mark_up_is_shown_as_it_was_typed(self, reader, tmp_path):
        page = reader.open(PROGRESS)
        page.get_by_label("Name in the file").fill("<b>Kim</b>")
        path = self.export(page, tmp_path)
        assert json.loads(path.read_text("utf-8"))["pseudonym"] == "<b>Kim</b>"
        page.reload()
        expect(page.get_by_label("Name in the file")).to_have_value("<b>Kim</b>")


class TestReview:
    def test_before_the_first_answer_it_leads_to_the_questions(self, reader):
        page = reader.open(REVIEW)
        expect(page.locator(".memory-place")).to_contain_text("after you have answered it once")
        expect(page.locator('.memory-place a[href="staging-and-prognosis.html"]')).to_be_visible()

    def test_a_question_comes_back_on_its_day_not_before(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        later(reader, days=1, hours=11)
        page = reader.open(REVIEW)
        expect(page.locator(".review-state")).to_have_text("Nothing to review today.")
        expect(page.locator(".memory-place")).to_contain_text("Next on Monday, November 23: 1 question.")
        later(reader, days=1, hours=13)
        page = reader.open(REVIEW)
        expect(page.locator(".review-state")).to_have_text("1 left for today.")
        assert asked(page).id == SINGLES[0].id

    def test_answering_moves_the_date_and_says_so(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        later(reader, days=2)
        page = reader.open(REVIEW)
        answer(page.locator(".review-stage .item"), SINGLES[0], right=True)
        moved = due(page, SINGLES[0])
        assert moved.time().isoformat() == "00:00:00"
        assert moved > NOON + timedelta(days=5)
        expect(page.locator(".review-back")).to_have_text(
            f"This question comes back on {moved:%A, %B} {moved.day}."
        )
        page.get_by_role("button", name="Finish").click()
        expect(page.locator(".review-state")).to_have_text("That was all for today. Reviewed today: 1.")
        expect(page.locator(".review-state")).to_be_focused()

    def test_what_was_answered_in_the_chapter_stays(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        later(reader, days=2)
        page = reader.open(REVIEW)
        before = record(page)["answers"]
        answer(page.locator(".review-stage .item"), SINGLES[0], right=False)
        assert record(page)["answers"] == before

    def test_trying_again_after_the_reasons_moves_nothing(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        later(reader, days=2)
        page = reader.open(REVIEW)
        card = page.locator(".review-stage .item")
        answer(card, SINGLES[0], right=False)
        moved = due(page, SINGLES[0])
        card.get_by_role("button", name="Try again").click()
        answer(card, SINGLES[0], right=True)
        assert due(page, SINGLES[0]) == moved

    def test_an_answer_can_be_undone(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        later(reader, days=2)
        page = reader.open(REVIEW)
        before = record(page)["reviews"]
        undo = page.get_by_role("button", name="Undo the last answer")
        expect(undo).to_be_hidden()
        answer(page.locator(".review-stage .item"), SINGLES[0], right=False)
        page.get_by_role("button", name="Finish").click()
        undo.click()
        expect(page.locator(".review-stage .item")).to_be_focused()
        expect(page.locator(".verdict")).to_have_count(0)
        assert record(page)["reviews"] == before
        answer(page.locator(".review-stage .item"), SINGLES[0], right=True)
        assert record(page)["reviews"] != before

    def test_no_more_a_day_than_the_reader_wants(self, reader):
        answered_in_chapter(reader, *SINGLES[:3])
        later(reader, days=2)
        page = reader.open(REVIEW)
        limit = page.get_by_label("Questions a day at the most")
        expect(limit).to_have_value("20")
        expect(page.locator(".review-state")).to_have_text("3 left for today.")
        limit.fill("2")
        limit.press("Tab")
        expect(page.locator(".review-state")).to_have_text("2 left for today.")
        for name in ("Next question", "Finish"):
            answer(page.locator(".review-stage .item"), asked(page), right=True)
            page.get_by_role("button", name=name).click()
        expect(page.locator(".review-state")).to_have_text("That was all for today. Reviewed today: 2.")
        page.reload()
        expect(page.locator(".review-state")).to_have_text("That was all for today. Reviewed today: 2.")
        expect(page.locator(".review-stage .item")).to_have_count(0)

    def test_a_limit_that_is_none_is_not_taken(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        page = reader.open(REVIEW)
        limit = page.get_by_label("Questions a day at the most")
        limit.fill("0")
        limit.press("Tab")
        expect(page.get_by_role("alert")).to_have_text("Type a whole number from 1 to 500.")
        assert record(page)["settings"]["daily"] == 20

    def test_two_tabs_do_not_ask_the_same_twice(self, reader):
        answered_in_chapter(reader, *SINGLES[:2])
        later(reader, days=2)
        one, other = reader.open(REVIEW), reader.open(REVIEW)
        first = asked(one)
        assert asked(other).id == first.id
        answer(one.locator(".review-stage .item"), first, right=True)
        expect(other.locator(".review-state")).to_have_text("1 left for today. Reviewed today: 1.")
        assert asked(other).id != first.id

    def test_with_certainty_being_sure_and_right_moves_it_further(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        later(reader, days=2)
        page = reader.open(REVIEW)
        page.evaluate(
            "() => { const kept = JSON.parse(localStorage.getItem('asps-course.v2')); kept.settings.certainty = true;"
            "localStorage.setItem('asps-course.v2', JSON.stringify(kept)); }"
        )
        page.reload()
        card = page.locator(".review-stage .item")
        key = next(option.text for option in SINGLES[0].options if option.correct)
        card.locator("label.option").filter(has=page.get_by_text(key, exact=True)).click()
        card.locator("input[type=radio][value='3']").check()
        card.get_by_role("button", name="Check").click()
        expect(page.locator(".review-back")).to_contain_text("comes back")
        assert due(page, SINGLES[0]) > NOON + timedelta(days=20)

    def test_a_changed_question_is_not_asked(self, reader):
        page = answered_in_chapter(reader, SINGLES[0])
        page.evaluate(
            "() => { const text = localStorage.getItem('asps-course.v2');"
            'localStorage.setItem(\'asps-course.v2\', text.replace(/"digest":"[0-9a-f]+"/g, \'"digest":"0"\')); }'
        )
        later(reader, days=5)
        page = reader.open(REVIEW)
        expect(page.locator(".review-state")).to_have_text("Nothing to review today.")

    def test_answers_of_the_first_edition_are_due_too(self, reader):
        digest = record(answered_in_chapter(reader, SINGLES[0]))["answers"][SINGLES[0].id]["digest"]
        kept = {"digest": digest, "chosen": ["a"], "checked": True, "at": NOON.timestamp() * 1000}
        old = {"version": 1, "book": "asps-course", "seed": 7, "answers": {SINGLES[0].id: kept}}
        page = reader.open("book/about.html")
        page.evaluate(
            "old => { localStorage.clear(); localStorage.setItem('asps-course.v1', old); }", json.dumps(old)
        )
        later(reader, days=2)
        page = reader.open(REVIEW)
        assert asked(page).id == SINGLES[0].id

    def test_a_question_whose_file_is_gone_is_said_to_be_missing(self, reader):
        answered_in_chapter(reader, SINGLES[0])
        later(reader, days=2)
        gone = {"status": 200, "body": "", "content_type": "text/javascript"}
        reader.context.route("**/items/*.js*", lambda route: route.fulfill(**gone))
        page = reader.open(REVIEW)
        expect(page.locator(".review-stage")).to_contain_text("could not be loaded")

    def test_it_works_from_a_folder_by_double_click(self, reader, site):
        folder = f"{site.as_uri()}/"
        page = reader.open(CHAPTER, at=folder)
        answer(page.locator(f"[id='{SINGLES[0].id}']"), SINGLES[0], right=True)
        later(reader, days=2)
        page = reader.open(REVIEW, at=folder)
        answer(page.locator(".review-stage .item"), SINGLES[0], right=True)
        expect(page.locator(".review-back")).to_contain_text("comes back")


@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_with_answers_no_page_is_wider_than_a_telephone(new_reader, path):
    reader = new_reader(viewport={"width": 360, "height": 800}, timezone_id=ZONE)
    reader.context.clock.set_fixed_time(NOON)
    answered_in_chapter(reader, *SINGLES[:2], right=False)
    later(reader, days=3)
    page = reader.open(path)
    expect(page.locator(".memory-done, .review-stage .item")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_with_answers_no_rule_of_accessibility_is_broken(new_reader, path, scheme):
    reader = new_reader(timezone_id=ZONE, color_scheme=scheme)
    reader.context.clock.set_fixed_time(NOON)
    answered_in_chapter(reader, *SINGLES[:2], right=False)
    later(reader, days=3)
    page = reader.open(path)
    if path == REVIEW:
        answer(page.locator(".review-stage .item"), asked(page), right=True)
    else:
        page.get_by_role("button", name="Erase everything").click()
    assert axe(page) == []


@pytest.mark.parametrize("path", [PROGRESS, REVIEW])
def test_without_scripts_a_page_says_what_it_needs_and_leads_to_the_chapters(new_reader, path):
    page = new_reader(java_script_enabled=False).open(path)
    expect(page.locator(".memory")).to_contain_text("so it needs scripts")
    expect(page.locator('.memory a[href="staging-and-prognosis.html"]')).to_be_visible()


def test_the_scheduler_is_loaded_on_the_review_page_only(reader):
    def scripts(path):
        return " ".join(
            reader.open(path).locator("script[src]").evaluate_all("all => all.map(one => one.src)")
        )

    assert "review.js" in scripts(REVIEW)
    for path in (CHAPTER, PROGRESS, "book/about.html"):
        assert "review.js" not in scripts(path)
