"""What is built again when something changes, and what is not."""

import shutil
from pathlib import Path

import pytest

from small_book import build_small

CHAPTER, BANK = "book/marble-thumb.md", "quizzes/bank/marble-thumb.yml"
PAGE = "marble-thumb.html"
CELL = "from outcomes import remission\nremission(ledger())"


@pytest.fixture(scope="module")
def once_built(small, tmp_path_factory) -> Path:
    """A copy of the small book as it is after its first build, with the times of its files."""
    first = build_small(small)
    assert first.returncode == 0, first.said
    return shutil.copytree(small, tmp_path_factory.mktemp("built") / "book", symlinks=True)


@pytest.fixture
def built(small, once_built) -> Path:
    """The pages of the small book, up to date, whatever the test before has changed."""
    shutil.rmtree(small)
    shutil.copytree(once_built, small, symlinks=True)
    return small / "_build" / "html" / "book"


@pytest.fixture
def rebuilt(small, built):
    """Build again after an edit: return what was said, for the build has to succeed."""

    def build() -> str:
        again = build_small(small)
        assert again.returncode == 0, again.said
        return again.said

    return build


@pytest.fixture
def add_page(small, edit):
    """Add a page to the end of the book for the length of one test; return how to take it out again."""
    added: list[Path] = []
    last = "  - file: book/glossary\n"

    def add(name: str, text: str):
        path = small / "book" / f"{name}.md"
        path.write_text(text, "utf-8")
        added.append(path)
        line = f"  - file: book/{name}\n"
        edit("_toc.yml", last, last + line)

        def take_out() -> None:
            path.unlink()
            edit("_toc.yml", line, "")

        return take_out

    yield add
    for path in added:
        path.unlink(missing_ok=True)


def test_nothing_changed_nothing_written(built, rebuilt, add_page):
    # A package has the index of the search in it, which has the page of downloads in it, which says the package's size.
    add_page("downloads", "# Downloads\n\n```{downloads}\n```\n")
    rebuilt()
    site = built.parent
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert "no targets are out of date" in rebuilt()
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_a_changed_question_is_on_the_page_and_nothing_was_executed(built, rebuilt, edit):
    edit(BANK, "lead_in: ", "lead_in: Newly worded. ")
    said = rebuilt()
    assert "Newly worded." in (built / PAGE).read_text("utf-8")
    assert "Executing notebook" not in said


def test_a_change_of_what_both_packages_stand_on_runs_the_cells_anew(built, rebuilt, edit):
    edit("records/__init__.py", "The ground of both packages", "The ground beneath both packages")
    assert "Executing notebook" in rebuilt()


def test_a_corrected_estimate_corrects_sentence_figure_and_ledger(built, rebuilt, edit):
    edit("outcomes/studies/roe-2020.yml", "value: 62", "value: 61")
    rebuilt()
    page = (built / PAGE).read_text("utf-8")
    assert 'href="evidence/roe-2020.html#roe-remission" aria-describedby' in page
    assert (
        "Remission within a year: 75% of 40, 24% of 49, 61% of 50, 80% of 30." in page
    )  # the figure's summary
    assert ">61%<" in page  # the sentence
    assert "61%" in (built / "evidence" / "roe-2020.html").read_text("utf-8")
    assert '"61%"' in (built.parent / "_static" / "numbers-data.js").read_text("utf-8")


def test_launch_buttons_appear_once_the_repository_has_an_address(small, built, rebuilt, edit, add_page):
    before = (built / PAGE).read_text("utf-8")
    assert "mybinder.org" not in before
    assert "lite/index.html" not in before
    front_matter = (small / CHAPTER).read_text("utf-8").partition("# Marble thumb")[0]
    cell = f"```{{code-cell}} ipython3\nfrom outcomes import ledger\n{CELL}\n```\n"
    listed = "## Sources\n\n```{chapter-sources}\n```\n"
    add_page("for-educators", f"{front_matter}# For educators\n\n{cell}\n{listed}")
    edit("course.yml", "identity:", "repository: https://github.com/owner/name\nlite: true\nidentity:")
    rebuilt()
    launch = "https://mybinder.org/v2/gh/owner/name/HEAD?urlpath=lab/tree/_live/marble-thumb.ipynb"
    assert f'href="{launch}"' in (built / PAGE).read_text("utf-8")
    educators = (built / "for-educators.html").read_text("utf-8")
    assert f'href="{launch.replace("marble-thumb", "for-educators")}"' in educators
    # The folder stands beside the book on its host.
    assert 'href="../lite/index.html#marble-thumb"' in (built / PAGE).read_text("utf-8")
    assert 'href="../lite/index.html#for-educators"' in educators
    glossary = (built / "glossary.html").read_text("utf-8")
    assert "mybinder.org" not in glossary
    assert "lite/index.html" not in glossary


def test_a_changed_definition_is_on_the_cards_of_the_chapters(built, rebuilt, edit):
    edit("book/glossary.md", "The thumb is warm again", "Newly worded: the thumb is warm again")
    said = rebuilt()
    assert "Newly worded: the thumb" in (built / PAGE).read_text("utf-8")
    assert "Executing notebook" not in said


def test_a_changed_sentence_is_found_after_the_next_build(built, rebuilt, edit):
    index = built.parent / "_static" / "search"
    assert "quokka" not in (index / "words-q.js").read_text("utf-8")
    edit("book/glossary.md", "# Glossary", "# Glossary of the quokka")
    rebuilt()
    assert '"quokka"' in (index / "words-q.js").read_text("utf-8")
    before = (index / "index.js").stat().st_mtime_ns
    rebuilt()
    assert (index / "index.js").stat().st_mtime_ns == before


def test_a_cell_puts_the_explorer_on_its_page_only(built, rebuilt, edit):
    edit(
        CHAPTER,
        CELL,
        "from outcomes.explorer.widget import IntervalExplorer\nIntervalExplorer([], {'patient-page': 'A clinic'})",
    )
    assert "Your pale thumb" not in (built / PAGE).read_text("utf-8")
    rebuilt()
    page = (built / PAGE).read_text("utf-8")
    assert page.count(' data-events="1" data-n="10">') == 1
    assert "jupyter.widget" not in page
    assert "Your pale thumb" in page  # in the chapter's sources
    for asset in ("_static/explorer.js", "_static/explorer.css"):
        assert f"../{asset}" in page
        assert (built.parent / asset).is_file()
        assert asset not in (built / "glossary.html").read_text("utf-8")


def test_an_extension_that_was_edited_makes_the_pages_anew_and_executes_nothing(built, rebuilt, edit):
    edit("book/_ext/chapter/head.py", 'class_="chapter-head"', 'class_="chapter-head newly-classed"')
    said = rebuilt()
    assert "newly-classed" in (built / PAGE).read_text("utf-8")
    assert "Executing notebook" not in said


def test_a_page_that_left_the_book_leaves_the_site_and_its_search(built, rebuilt, add_page):
    page, index = built / "quokkas.html", built.parent / "_static" / "search" / "index.js"
    take_out = add_page("quokkas", "# Quokkas\n\nThey smile.\n")
    rebuilt()
    assert page.exists()
    assert "quokkas" in index.read_text("utf-8")
    take_out()
    rebuilt()
    assert not page.exists()
    assert "quokkas" not in index.read_text("utf-8")
    assert (built / PAGE).exists()


def test_a_script_that_the_build_no_longer_names_leaves_the_site_and_what_others_put_there_stays(
    built, rebuilt, edit
):
    static = built.parent / "_static"
    (static / "of-the-host.js").write_text("")
    earlier, now = 'EVIDENCE / "take.css": "take.css"', 'EVIDENCE / "take.css": "taken.css"'
    edit("book/_ext/site/theme.py", earlier, now)
    rebuilt()
    assert (static / "taken.css").exists()
    assert not (static / "take.css").exists()
    assert '"_static/take.css"' not in (built.parent / "offline.json").read_text("utf-8")
    assert (static / "of-the-host.js").exists()


def test_what_the_course_is_called_and_says_of_a_document_reaches_every_page(built, rebuilt, edit):
    edit("course.yml", "name: Patient page", "name: Newly called page")
    edit("course.yml", "a small course", "a newly called course")
    rebuilt()
    assert "<span>Marble thumb: a newly called course</span></a>" in (built / "glossary.html").read_text(
        "utf-8"
    )
    assert "Newly called page" in (built / "evidence.html").read_text("utf-8")
