"""A class is read on a page: files are dropped or chosen, and become the table that `quizzes report` makes."""

import json
from pathlib import Path

import pytest
from class_room import answer, result_file
from playwright.sync_api import expect
from shifting import SHIFT, open_before_its_script

from axe import WIDTHS, axe_in_every_view

PAGE = "book/class-report.html"
HOSTILE = "<img src=x onerror=alert(1)>"
SUM = (
    "Students: {}. Checked answers that count: {}. Files refused: {}. Older exports and copies set aside: {}."
)


def questions(page) -> list[dict]:
    data = json.loads(page.locator(".class-data").text_content())
    return [question for bank in data["banks"].values() for question in bank["questions"]]


def the_class(page, folder: Path) -> list[Path]:
    """Write the files of a class: five students, an older export, a copy, and what is none."""
    book = page.evaluate("document.documentElement.dataset.book")
    asked = [question for question in questions(page) if question["key"]][:3]
    files = []

    def write(name, content):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        files.append(path)

    def of(student, wrong=0, **changes):
        answers = {
            question["item"]: answer(question["digest"], [question["key"]], 1)
            if at >= wrong
            else answer(question["digest"], [question["options"][-1]["option"]], 0)
            for at, question in enumerate(asked)
            if question["options"][-1]["option"] != question["key"] or at >= wrong
        }
        return result_file(answers, student, format=f"{book}-results", book=book, **changes)

    for at in range(4):
        write(f"group/{at}.json", of(f"Student {at}", at % 3))
    write("hostile.json", of(HOSTILE))
    write("older.json", of("Student 0", exported="2025-01-31T12:00:00.000Z"))
    write("cut.json", '{"format"')
    write(f"{HOSTILE[:12]}.json", "")
    write(".DS_Store", "Bud1")
    return files


def which(page) -> list[str]:
    """Return which file is which, as the page lists it beside the report."""
    return page.locator(".class-which li").all_text_contents()


@pytest.fixture
def page(reader):
    return reader.open(PAGE)


@pytest.fixture
def read(page, tmp_path):
    """Open the page with a class read."""
    page.get_by_label("Files", exact=True).set_input_files(the_class(page, tmp_path / "class"))
    expect(page.locator(".class-came")).to_contain_text("Students: 5.")
    return page


def test_the_files_that_are_chosen_become_the_report(read):
    assert read.locator(".class-came").text_content() == SUM.format(5, 15, 2, 1)
    expect(read.get_by_role("heading", name="Questions", exact=True)).to_be_visible()
    heads = read.locator(".class-shown thead").first.locator("th").all_text_contents()
    assert heads == ["Question", "Answers", "Facility", "Discrimination", "Mind"]
    assert read.locator(".class-came").evaluate("one => one === document.activeElement")


def test_a_refused_file_is_named_with_the_reason(read):
    rows = read.locator("table[aria-label='Refused files'] tbody tr").all_text_contents()
    assert rows == ["file 2is empty", "file 3is not JSON: cut short or damaged"]


def test_a_folder_is_chosen_with_the_folders_in_it(page, tmp_path):
    the_class(page, tmp_path / "class")
    page.get_by_label("A folder, with the folders in it").set_input_files(tmp_path / "class")
    expect(page.locator(".class-came")).to_have_text(SUM.format(5, 15, 2, 1))
    rows = page.locator("table[aria-label^='Older exports'] tbody tr").all_text_contents()
    assert rows == ["file 4Student 0is older than file 3"]


def test_files_are_dropped(page, tmp_path):
    files = [path.read_text("utf-8") for path in the_class(page, tmp_path)[:3]]
    dropped = page.evaluate_handle(
        """files => {
            const dropped = new DataTransfer();
            files.forEach((text, at) => dropped.items.add(new File([text], `${at}.json`)));
            return dropped;
        }""",
        files,
    )
    page.dispatch_event(".class-drop", "drop", {"dataTransfer": dropped})
    expect(page.locator(".class-came")).to_have_text(SUM.format(3, 9, 0, 0))


def test_more_files_join_the_class_and_a_copy_counts_once(read, tmp_path):
    read.get_by_label("Files", exact=True).set_input_files(tmp_path / "class" / "group" / "1.json")
    expect(read.locator(".class-came")).to_have_text(SUM.format(5, 15, 2, 2))
    rows = read.locator("table[aria-label^='Older exports'] tbody tr").all_text_contents()
    page_of = {line.partition(": ")[2]: line.partition(": ")[0] for line in which(read)}
    assert f"{page_of['1.json (2)']}Student 1was exported at the same moment as {page_of['1.json']}" in rows


def test_text_of_a_student_is_shown_and_not_run(read):
    read.get_by_text("Students: 5", exact=True).click()
    expect(read.get_by_text(HOSTILE, exact=True)).to_be_visible()
    assert read.locator(".class-shown img").count() == 0


def test_it_is_saved_as_a_page_that_needs_nothing_and_as_csv(read, new_reader, tmp_path):
    with read.expect_download() as saved:
        read.get_by_role("button", name="Save as a page").click()
    saved.value.save_as(tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text("utf-8")
    assert "<script" not in text
    assert "default-src 'none'" in text
    alone = new_reader(java_script_enabled=False).context.new_page()
    alone.goto((tmp_path / "report.html").as_uri())
    assert alone.locator("tbody tr").count() == read.locator(".class-shown tbody tr").count()
    # What needs a script stays behind; the way to a question does not.
    assert alone.locator("button, [aria-sort]").count() == 0
    links = "all => all.map((one) => one.href)"
    shown = read.locator(".class-shown tbody a").evaluate_all(links)
    assert alone.locator("tbody a").evaluate_all(links) == shown
    with read.expect_download() as saved:
        read.get_by_role("button", name="Save the table as CSV").click()
    saved.value.save_as(tmp_path / "report.csv")
    lines = (tmp_path / "report.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("item,bank,place,question,n,facility,facility_low")
    assert len(lines) == 4


def facilities(table) -> list[str]:
    return [text.split("%")[0] for text in table.locator("tbody tr td:nth-child(3)").all_text_contents()]


def test_a_heading_sorts_its_table_by_keys_and_says_so(read):
    table = read.get_by_role("table", name="Questions").first
    heading = table.get_by_role("columnheader", name="Facility")
    before = facilities(table)
    assert len(set(before)) > 1
    heading.get_by_role("button").focus()
    for order, expected in (("ascending", False), ("descending", True)):
        read.keyboard.press("Enter")
        expect(heading).to_have_attribute("aria-sort", order)
        expect(table.locator("[aria-sort]")).to_have_count(1)
        expect(heading.get_by_role("button")).to_be_focused()
        assert facilities(table) == sorted(before, key=int, reverse=expected)
    table.get_by_role("button", name="Question").click()
    assert facilities(table) == before


def test_a_question_of_the_table_leads_to_its_place(read):
    link = read.get_by_role("table", name="Questions").first.locator("tbody a").first
    with read.context.expect_page() as opened:
        link.click()
    place = opened.value.url.partition("#")[2]
    expect(opened.value.locator(f"[id='{place}']")).to_be_visible()
    # The class is still there.
    expect(read.locator(".class-came")).to_contain_text("Students: 5.")


def test_nothing_is_kept_and_a_class_is_forgotten_at_a_press(read):
    assert read.evaluate("Object.keys(localStorage)") == []
    read.get_by_role("button", name="Forget this class").click()
    expect(read.locator(".class-came")).to_have_text("The class is forgotten.")
    assert read.locator(".class-shown table").count() == 0


def test_it_works_from_a_folder(new_reader, site, tmp_path):
    page = new_reader().context.new_page()
    page.goto((site / PAGE).as_uri())
    page.get_by_label("Files", exact=True).set_input_files(the_class(page, tmp_path / "class"))
    expect(page.locator(".class-came")).to_have_text(SUM.format(5, 15, 2, 1))


def test_without_scripts_the_page_says_what_it_needs(new_reader):
    page = new_reader(java_script_enabled=False).open(PAGE)
    expect(page.locator(".class-report")).to_contain_text("so it needs scripts")


def test_no_violation_with_a_class_read(read):
    read.eval_on_selector_all("details", "all => all.forEach((one) => (one.open = true))")
    assert axe_in_every_view(read) == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_nothing_is_wider_than_the_screen(new_reader, width, tmp_path):
    page = new_reader(viewport={"width": width, "height": 900}).open(PAGE)
    page.get_by_label("Files", exact=True).set_input_files(the_class(page, tmp_path / "class"))
    expect(page.locator(".class-came")).to_contain_text("Students: 5.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [360, 1280])
def test_its_coming_moves_nothing(new_reader, width):
    reader = new_reader(viewport={"width": width, "height": 800})
    page = reader.context.new_page()
    open_before_its_script(page, reader.address + PAGE, "**/class-report.js*")
    expect(page.locator(".class-drop")).to_be_visible()
    assert page.evaluate(SHIFT) == 0
