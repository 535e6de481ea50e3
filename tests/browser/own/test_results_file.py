"""What a reader has answered is handed over as a file, taken back from it, and erased."""

import json

import pytest
from playwright.sync_api import Page, expect
from remembering import NAME, PROGRESS, SINGLES, TOTAL, answered_in_chapter, at_noon

from device import kept as record

SAID = ".transfer-said"


@pytest.fixture
def reader(new_reader):
    return at_noon(new_reader)


def export(page: Page, tmp_path):
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_exported_erased_and_imported_everything_is_as_before(reader, tmp_path):
    answered_in_chapter(reader, SINGLES[0])
    answered_in_chapter(reader, SINGLES[1], right=False)
    page = reader.open(PROGRESS)
    page.get_by_label("Pseudonym in the file").fill("Heron")
    path = export(page, tmp_path)
    assert path.name == "marble-thumb-results-heron-2026-11-21.json"
    before = record(page)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Erase everything").click()
    expect(page.locator(SAID)).to_have_text("Everything has been erased.")
    assert record(page) is None
    expect(page.locator(".memory-done")).to_have_count(0)
    page.get_by_label("Import a file").set_input_files(path)
    expect(page.locator(SAID)).to_contain_text("Answers from it: 2.")
    expect(page.locator(SAID)).not_to_contain_text("newer")
    expect(page.locator(".memory-done")).to_have_text(f"2 of {TOTAL} questions answered, 1 right.")
    expect(page.get_by_label("Pseudonym in the file")).to_have_value("Heron")
    after = record(page)
    # Who brings a record along means to go on with it here, and only then is the browser asked to keep it.
    assert [kept["settings"].get("asked") for kept in (before, after)] == [None, True]
    # When a file was saved, and that the browser was asked to keep the record, is of a record and in no file.
    here = {"saved", "asked"}
    chosen = [{k: v for k, v in kept["settings"].items() if k not in here} for kept in (before, after)]
    assert chosen[0] == chosen[1] == {"certainty": False, "daily": 20, "pseudonym": "Heron"}
    assert {**after, "seed": 0, "settings": {}} == {**before, "seed": 0, "settings": {}}


def test_everything_is_erased_whatever_the_pages_keep_and_a_path_is_left_at_once(reader):
    page = answered_in_chapter(reader, SINGLES[0])
    page.evaluate(
        """name => {
      localStorage.setItem('another-course.v2', 'stays');
      for (const key of ['place', 'path', 'theme', 'voice', 'slash', 'v2.damaged', 'of-a-later-edition'])
        localStorage.setItem(`${name}.${key}`, '{}');
      localStorage.setItem(`${name}.path`, '{"on": "ten", "step": 0}');
    }""",
        NAME,
    )
    page = reader.open(PROGRESS)
    expect(page.locator(".walk-next")).to_be_visible()
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Erase everything").click()
    expect(page.locator(SAID)).to_have_text("Everything has been erased.")
    expect(page.locator(".walk")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage)") == ["another-course.v2"]


def test_erasing_asks_first(reader):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="Erase everything")).to_be_focused()
    assert SINGLES[0].id in record(page)["answers"]


def test_before_erasing_one_may_export_and_the_dangerous_button_is_not_the_filled_one(reader, tmp_path):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    page.get_by_role("button", name="Erase everything").click()
    fill = "one => getComputedStyle(one).backgroundColor"
    empty = "rgba(0, 0, 0, 0)"
    first = page.get_by_role("button", name="Export first")
    assert page.get_by_role("button", name="Erase everything").evaluate(fill) == empty
    assert first.evaluate(fill) != empty
    with page.expect_download():
        first.click()
    assert SINGLES[0].id in record(page)["answers"]
    expect(page.get_by_role("button", name="Erase everything")).to_be_visible()


def test_a_file_that_holds_nothing_new_is_said_to(reader, tmp_path):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    path = export(page, tmp_path)
    page.get_by_label("Import a file").set_input_files(path)
    expect(page.locator(SAID)).to_have_text("Nothing new in this file: all of it is here already.")


def test_erasing_in_one_tab_erases_in_all(reader):
    chapter = answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Erase everything").click()
    expect(chapter.locator(".quiz-total")).to_contain_text("0 of")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(lambda text: text[: len(text) // 2], "cut short or damaged", id="truncated"),
        pytest.param(lambda text: text.replace(f'"{NAME}"', '"other"'), "another book", id="other-book"),
        pytest.param(
            lambda text: text.replace('"version": 1', '"version": 2'), "newer edition", id="newer-version"
        ),
        pytest.param(lambda text: '{"answers": []}', "not a results file", id="foreign"),
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
        pytest.param(lambda text: text + " " * 50_000_000, "is 50 MB", id="50-MB"),
    ],
)
def test_a_bad_file_is_refused_with_what_is_wrong_and_what_was_there_stays(reader, tmp_path, change, told):
    answered_in_chapter(reader, SINGLES[0])
    page = reader.open(PROGRESS)
    path = export(page, tmp_path)
    before = record(page)
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    page.get_by_label("Import a file").set_input_files(path)
    expect(page.locator(SAID)).to_contain_text("Not imported")
    expect(page.locator(SAID)).to_contain_text(told)
    expect(page.locator(SAID)).to_contain_text("Nothing here has changed.")
    assert record(page) == before


def test_a_name_with_mark_up_is_shown_as_it_was_typed(reader, tmp_path):
    page = reader.open(PROGRESS)
    page.get_by_label("Pseudonym in the file").fill("<b>Kim</b>")
    path = export(page, tmp_path)
    assert json.loads(path.read_text("utf-8"))["pseudonym"] == "<b>Kim</b>"
    page.reload()
    expect(page.get_by_label("Pseudonym in the file")).to_have_value("<b>Kim</b>")


def test_where_a_platform_lends_the_storage_nobody_is_told_that_the_browser_keeps_it(new_reader):
    page = at_noon(new_reader).open(PROGRESS)
    expect(page.locator(".transfer")).to_contain_text("kept in this browser, on this device")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { value: window.localStorage })")
    page.reload()
    expect(page.locator(".transfer")).to_contain_text("Your learning platform keeps your answers")
    expect(page.locator(".transfer")).not_to_contain_text("kept in this browser")
