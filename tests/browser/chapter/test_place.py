"""A reader knows where in a chapter one is, reaches any section, and finds the place again."""

import json

import pytest
from playwright.sync_api import expect
from shifting import SHIFT

from axe import axe_in_every_view
from marble_thumb import CHAPTER, NAME, OTHER

TELEPHONE = {"viewport": {"width": 360, "height": 500}, "has_touch": True, "is_mobile": True}
PLACE = f"{NAME}.place"
# The section whose heading is the last one above the middle of what the bar leaves free.
ON_TOP = """() => [...document.querySelectorAll('article section[id] > :is(h2, h3)')]
  .filter((heading) => heading.getBoundingClientRect().top < 100).at(-1)?.parentElement.id"""
GO = """([id, into]) => {
  const { top, height } = document.getElementById(id).getBoundingClientRect();
  scrollTo({ top: scrollY + top + into * height - 60, behavior: 'instant' });
}"""
A_SCREEN_BEFORE = """id => {
  const { top } = document.getElementById(id).getBoundingClientRect();
  scrollTo({ top: scrollY + top - 1.5 * innerHeight, behavior: 'instant' });
}"""
# What is on top, to the question: its address, and where it begins.
LINE = """() => [...document.querySelectorAll('article :is(section, figure)[id]')]
  .map((one) => [one.id, one.getBoundingClientRect()])
  .filter(([, { top, height }]) => top < 80 && height > 0)
  .map(([id, { top }]) => [id, top]).at(-1)"""
BACK = """([id, line]) => document.readyState === 'complete'
  && Math.abs(document.getElementById(id).getBoundingClientRect().top - line) < 3"""


@pytest.fixture
def reading(new_reader, small_address):
    """Make a reader of the small book."""

    def make(**options):
        reader = new_reader(**options)
        reader.address = small_address
        return reader

    return make


def settle(page, section):
    """Wait until the page knows that somebody reads there."""
    page.wait_for_function("id => location.hash === `#${id}`", arg=section)


def on_top(page, section):
    """Wait until the section stands on top: a browser goes to an address some frames after the page has come."""
    page.wait_for_function(f"section => ({ON_TOP})() === section", arg=section)


def read_on(page, section, into=0.2):
    """Scroll to somewhere within a section, and stay."""
    page.evaluate(GO, [section, into])
    settle(page, section)


@pytest.fixture
def bookmarked(reading):
    """Return a reader who has stopped within a section of the chapter, and left."""
    reader = reading(**TELEPHONE)
    page = reader.open(CHAPTER)
    read_on(page, "how-it-runs")
    page.close()
    return reader


class TestWhereOneIs:
    def test_the_bar_says_chapter_and_section_and_the_line_how_far(self, reading):
        page = reading(**TELEPHONE).open(CHAPTER)
        here = page.locator(".bar .here")
        expect(here).to_have_accessible_name("You are at: 1 Marble thumb Contents")
        share = "getComputedStyle(document.querySelector('.read')).getPropertyValue('--read')"
        assert float(page.evaluate(share)) == 0
        read_on(page, "how-it-runs")
        expect(here).to_have_accessible_name("You are at: 1 Marble thumb How it runs")
        before = float(page.evaluate(share))
        # What comes into sight near the end makes the page longer: whoever goes to the end scrolls on until there.
        page.wait_for_function(
            f"() => (scrollTo(0, document.documentElement.scrollHeight), Number({share}) === 1)"
        )
        expect(page.locator(".here-section")).to_have_text("Sources")
        assert 0 < before < float(page.evaluate(share)) == 1

    def test_the_address_follows_and_adds_no_step_to_the_way_back(self, reading):
        page = reading().open(CHAPTER)
        steps = page.evaluate("history.length")
        read_on(page, "how-it-runs")
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_function("() => location.hash === ''")
        assert page.evaluate("history.length") == steps

    def test_beside_the_text_the_section_is_marked_and_stays_in_sight(self, reading):
        page = reading().open(CHAPTER)
        read_on(page, "how-it-runs")
        marked = page.locator(".sections [aria-current=location]")
        expect(marked).to_have_text("How it runs")
        expect(marked).to_be_in_viewport()
        left, text, right = (page.locator(part).bounding_box() for part in (".pages", "main", ".sections"))
        assert left["x"] + left["width"] <= text["x"]
        assert text["x"] + text["width"] <= right["x"]

    def test_a_low_window_is_left_to_the_text(self, reading):
        page = reading(viewport={"width": 320, "height": 200}).open(CHAPTER)
        page.evaluate("scrollTo(0, 500)")
        expect(page.locator(".bar")).not_to_be_in_viewport()


class TestTheSheet:
    @pytest.fixture
    def page(self, reading):
        page = reading(**TELEPHONE).open(CHAPTER)
        read_on(page, "how-it-runs")
        page.locator(".bar .here").tap()
        return page

    def test_it_opens_at_the_section_that_is_read(self, page):
        marked = page.locator("dialog [aria-current=location]")
        expect(marked).to_have_text("How it runs")
        expect(marked).to_be_in_viewport()
        expect(marked).to_be_focused()

    def test_a_section_is_one_tap_away(self, page):
        page.get_by_role("link", name="Check yourself").tap()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.locator("#check-yourself > h2")).to_be_in_viewport()

    def test_it_has_the_course_too(self, page):
        other = page.get_by_role("dialog").get_by_role("link", name="Warming it")
        expect(other).to_be_hidden()
        page.get_by_role("button", name="Course").tap()
        other.tap()
        page.wait_for_url(f"**/{OTHER}")

    @pytest.mark.parametrize("leave", ["escape", "close", "behind"])
    def test_it_closes_to_the_same_place(self, page, leave):
        at = page.evaluate("scrollY")
        {
            "escape": lambda: page.keyboard.press("Escape"),
            "close": lambda: page.get_by_role("button", name="Close").tap(),
            "behind": lambda: page.touchscreen.tap(180, 40),
        }[leave]()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.locator(".bar .here")).to_be_focused()
        assert page.evaluate("scrollY") == at

    def test_its_targets_are_high_enough_for_a_finger(self, page):
        for one in page.locator("dialog :is(a, button):visible").all():
            assert one.bounding_box()["height"] >= 40

    def test_axe_finds_nothing_in_it(self, page):
        assert axe_in_every_view(page) == []


class TestTheKeyboard:
    @pytest.mark.parametrize("options", [{}, TELEPHONE])
    def test_three_first_stops_lead_to_text_sections_and_questions(self, reading, options):
        page = reading(**options).open(CHAPTER)
        for name in ("Skip to the text", "Skip to the sections", "Skip to the questions"):
            page.keyboard.press("Tab")
            expect(page.get_by_role("link", name=name)).to_be_focused()

    def test_the_sections_are_forty_stops_away_at_the_most(self, reading):
        page = reading().open(CHAPTER)
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.sections') !== null"):
                return
        raise AssertionError("no section within forty stops")

    def test_the_way_to_the_sections_leads_to_the_one_that_is_read(self, reading):
        page = reading().open(CHAPTER)
        read_on(page, "how-it-runs")
        page.locator(".skip[href='#contents']").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".sections [aria-current]")).to_be_focused()


class TestComingBack:
    @pytest.mark.parametrize("options", [{}, TELEPHONE])
    @pytest.mark.parametrize("section", ["key-points", "how-many-warm-up", "how-it-runs", "check-yourself"])
    def test_a_reload_comes_back_to_the_line(self, reading, section, options):
        page = reading(**options).open(CHAPTER)
        if section == "check-yourself":  # where the questions have come by the time one reads
            page.evaluate(A_SCREEN_BEFORE, section)
            expect(page.locator(".quiz[data-mode]")).to_be_attached()
        read_on(page, section)
        heading, line = page.evaluate(ON_TOP), page.evaluate(LINE)
        page.reload()
        page.wait_for_function(BACK, arg=line)
        assert page.evaluate(ON_TOP) == heading == section

    def test_a_reload_at_what_is_folded_leaves_it_folded(self, reading):
        page = reading(**TELEPHONE).open(CHAPTER)
        page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
        settle(page, "sources")
        page.reload()
        assert page.locator("#sources > .fold").evaluate("fold => fold.open") is False

    def test_a_step_back_comes_back_to_the_line(self, reading):
        page = reading(**TELEPHONE).open(CHAPTER)
        read_on(page, "how-it-runs")
        line = page.evaluate(LINE)
        page.goto(page.url.partition("book/")[0] + OTHER)
        page.go_back()
        page.wait_for_function(BACK, arg=line)

    @pytest.mark.parametrize("options", [{}, TELEPHONE])
    def test_a_step_back_within_the_page_comes_back_to_the_line(self, reading, options):
        page = reading(**options).open(CHAPTER)
        read_on(page, "how-it-runs")
        line = page.evaluate(LINE)
        # A tap that does not bring the link into view first.
        page.evaluate("document.querySelector('a[href=\"#check-yourself\"]').click()")
        page.wait_for_function("location.hash === '#check-yourself'")
        on_top(page, "check-yourself")
        page.go_back()
        page.wait_for_function(BACK, arg=line)

    def test_nothing_shifts_when_a_place_is_restored(self, reading):
        reader = reading(**TELEPHONE)
        page = reader.open(CHAPTER)
        read_on(page, "how-it-shows", 0.1)
        page.reload()
        page.wait_for_load_state("networkidle")
        assert page.evaluate(SHIFT) == 0

    def test_a_later_visit_offers_the_place_and_does_not_force_it(self, bookmarked):
        page = bookmarked.open(CHAPTER)
        resume = page.locator(".resume")
        expect(resume).to_contain_text("You stopped at “How it runs”.")
        assert page.evaluate("scrollY") == 0
        resume.get_by_role("link", name="Continue").tap()
        expect(resume).to_be_hidden()
        on_top(page, "how-it-runs")
        expect(page.locator("#how-it-runs > h2")).to_be_focused()

    def test_the_offer_is_put_away_and_lies_in_nobodys_way(self, bookmarked):
        page = bookmarked.open(CHAPTER)
        page.get_by_role("button", name="Do not continue there").tap()
        expect(page.locator(".resume")).to_be_hidden()

    def test_who_only_looks_at_the_top_has_lost_nothing(self, bookmarked):
        page = bookmarked.open(CHAPTER)
        page.evaluate("scrollTo(0, 300)")
        page.goto("about:blank")
        expect(bookmarked.open(CHAPTER).locator(".resume-at")).to_have_text("How it runs")

    def test_an_address_wins(self, bookmarked):
        page = bookmarked.open(f"{CHAPTER}#how-it-shows")
        on_top(page, "how-it-shows")
        expect(page.locator(".resume")).to_be_hidden()

    def test_each_chapter_has_its_own_place(self, bookmarked):
        expect(bookmarked.open(OTHER).locator(".resume")).to_be_hidden()

    @pytest.mark.parametrize(
        "kept",
        [
            "no record",
            "[]",
            "null",
            json.dumps({NAME: None}),
            json.dumps({NAME: {"id": "a-section-that-is-gone", "into": 0.5}}),
            json.dumps({NAME: {"id": "how-it-runs", "into": "half"}}),
            json.dumps({NAME: {"id": "how-it-runs", "into": 7}}),
            json.dumps({NAME: {"id": "content", "into": 0.5}}),
        ],
    )
    def test_what_cannot_be_a_place_is_none(self, reading, kept):
        reader = reading()
        reader.open(CHAPTER).evaluate("([key, kept]) => localStorage.setItem(key, kept)", [PLACE, kept])
        page = reader.open(CHAPTER)
        expect(page.locator(".resume")).to_be_hidden()
        read_on(page, "how-it-runs")
        expect(reader.open(CHAPTER).locator(".resume-at")).to_have_text("How it runs")

    @pytest.mark.parametrize("fails", ["getItem", "setItem"])
    def test_where_nothing_can_be_kept_the_page_says_nothing_of_a_place(self, reading, fails):
        reader = reading()
        reader.context.add_init_script(
            f"Storage.prototype.{fails} = () => {{ throw new Error('refused or full') }}"
        )
        page = reader.open(CHAPTER)
        read_on(page, "how-it-runs")
        line = page.evaluate(LINE)
        page.reload()
        page.wait_for_function(BACK, arg=line)
        expect(reader.open(CHAPTER).locator(".resume")).to_be_hidden()


class TestErasing:
    def erase(self, reader):
        page = reader.open("book/progress.html")
        page.get_by_role("button", name="Erase everything").click()
        expect(page.locator("main")).to_contain_text("where you stopped reading")
        page.get_by_role("button", name="Erase everything").last.click()
        return page

    def test_erasing_the_record_erases_the_place(self, bookmarked):
        page = self.erase(bookmarked)
        assert page.evaluate("key => localStorage.getItem(key)", PLACE) is None
        expect(bookmarked.open(CHAPTER).locator(".resume")).to_be_hidden()

    def test_a_tab_that_is_open_does_not_bring_it_back(self, reading):
        reader = reading(**TELEPHONE)
        chapter = reader.open(CHAPTER)
        read_on(chapter, "how-it-runs")
        page = self.erase(reader)
        chapter.goto("about:blank")
        assert page.evaluate("key => localStorage.getItem(key)", PLACE) is None


def test_without_scripts_the_contents_follow_the_text(reading):
    page = reading(**TELEPHONE, java_script_enabled=False).open(CHAPTER)
    page.locator(".bar .here").tap()
    expect(page.locator("#contents").get_by_role("link", name="How it runs")).to_be_in_viewport()
    page.get_by_role("link", name="How it runs").tap()
    expect(page.locator("#how-it-runs > h2")).to_be_in_viewport()


def test_what_stands_in_a_line_is_as_high_as_a_finger_needs(reading):
    page = reading(**TELEPHONE).open(CHAPTER)
    low = """all => all.filter((one) => [...one.getClientRects()].some(({ height }) => height < 24))
      .map((one) => one.textContent)"""
    links = page.locator("main :is(a.ev, a.term, a.cite, a.claim)")
    assert links.count() > 5
    assert links.evaluate_all(low) == []
