"""A fault in what the book is made from stops the build before anything is written, and says where to mend it."""

import shutil
from pathlib import Path

import pytest

from small_book import build_small

CHAPTER, BANK = "book/marble-thumb.md", "quizzes/bank/marble-thumb.yml"


def refused(small: Path) -> str:
    """Build where there are no pages, see that it failed and wrote none, and return what it said."""
    shutil.rmtree(small / "_build" / "html", ignore_errors=True)
    built = build_small(small)
    assert built.returncode != 0
    assert not list((small / "_build").glob("html/**/*.html"))
    return built.said


def test_an_unknown_number_in_a_sentence_names_chapter_and_line(small, edit):
    line = edit(CHAPTER, "{ev}`roe-remission`", "{ev}`roe-nobody`")
    said = refused(small)
    assert f"marble-thumb.md:{line}: ERROR: ev: no number has the id 'roe-nobody'" in said


def test_an_unknown_work_in_a_sentence_names_chapter_and_line(small, edit):
    line = edit(CHAPTER, "{cite}`moe-2022`", "{cite}`moe-2021`")
    said = refused(small)
    assert (
        f"marble-thumb.md:{line}: ERROR: cite: the ledger has no source moe-2021 (did you mean moe-2022?)"
        in said
    )


def test_a_page_that_cites_and_lists_no_sources_is_named(small, edit):
    edit("book/glossary.md", "# Glossary\n", "# Glossary\n\nA mitten is a mitten {cite}`moe-2022`.\n")
    said = refused(small)
    assert "glossary.md: ERROR: cites works, and has no {chapter-sources} that lists them" in said


def test_faults_of_several_files_are_told_together(small, edit):
    edit("outcomes/studies/roe-2020.yml", "value: 62", "value: 620")
    edit("outcomes/studies/doe-2021.yml", "unit:", "units:")
    said = refused(small)
    assert "roe-2020.yml: roe-remission: value:" in said
    assert "doe-2021.yml: doe-remission: units: is not a field" in said
    assert "nothing was built" in said


def test_a_question_without_a_key_names_file_and_item(small, edit):
    edit(BANK, "correct: true", "correct: false")
    said = refused(small)
    assert "marble-thumb.yml: marble-thumb-after-a-year: " in said
    assert "nothing was built" in said


def test_a_source_that_the_ledger_does_not_have_names_file_and_item(small, edit):
    edit(BANK, "sources: [roe-2020", "sources: [roe-2021")
    said = refused(small)
    assert (
        "marble-thumb.yml: marble-thumb-after-a-year: sources: no source has the key 'roe-2021'"
        " (did you mean roe-2020?)" in said
    )
    assert "nothing was built" in said


def test_a_way_back_to_no_paragraph_names_the_question(small, edit):
    edit(BANK, "paragraph: ", "paragraph: nowhere-")
    said = refused(small)
    assert "marble-thumb-after-a-year: paragraph: the chapter has no label '(nowhere-how-it-shows)='" in said


def test_a_cell_that_raises_stops_the_build(small, edit):
    edit(CHAPTER, "from outcomes import", "raise SystemError('cell')\nfrom outcomes import")
    assert "SystemError" in refused(small)


def test_a_claim_that_nobody_made_names_chapter_and_line(small, edit):
    line = edit(CHAPTER, "{claim}`doctors-pale`", "{claim}`doctors-nobody`")
    said = refused(small)
    assert f"marble-thumb.md:{line}: ERROR: claim: the ledger has no claim 'doctors-nobody'" in said


def test_a_tally_of_an_unknown_verdict_names_page_and_line(small, edit):
    line = edit("book/index.md", "{tally}`claims outdated`", "{tally}`claims outdatet`")
    said = refused(small)
    assert f"index.md:{line}: ERROR: tally: no claims are 'outdatet' (did you mean outdated?)" in said


def test_what_the_course_says_of_itself_is_checked_with_the_rest(small, edit):
    edit("course.yml", "description:", "descripton:")
    edit("outcomes/studies/roe-2020.yml", "value: 62", "value: 620")
    said = refused(small)
    assert "course.yml: descripton: is not a field (did you mean description?)" in said
    assert "course.yml: description: is missing" in said
    assert "roe-2020.yml: roe-remission: value:" in said


def test_a_document_that_the_course_does_not_name_is_told_with_its_claim(small, edit):
    edit("course.yml", "id: clinical-answer", "id: clinical-answers")
    said = refused(small)
    assert "course.yml: clinical-answers: id: no source has this key (did you mean clinical-answer?)" in said
    assert (
        "claims.yml: doctors-cold: document: clinical-answer is not among the documents of course.yml"
        " (did you mean clinical-answers?)" in said
    )


class TestMarkupWithoutAPlainForm:
    """A page with cells has a live copy; what it could not show is told when the book is built."""

    def test_a_directive_is_named_with_its_page_its_line_and_the_cure(self, small, edit):
        line = edit(CHAPTER, "## Check yourself", "```{ledger} statements\n```\n\n## Check yourself")
        assert (
            f"book/marble-thumb.md: line {line}: ```{{ledger}} statements: has no plain form, which the live copy of a "
            "page with cells needs: give it a `plain` (book/_ext/directives.py), or move it to a page without cells"
        ) in refused(small)

    def test_a_role_is_told_like_a_directive(self, small, edit):
        line = edit(CHAPTER, "## Check yourself", "There are {tally}`claims`.\n\n## Check yourself")
        assert f"book/marble-thumb.md: line {line}: {{tally}}`claims`: has no plain form" in refused(small)


def test_a_course_map_that_leaves_a_chapter_out_is_told_with_its_line(small, edit):
    opening = "```{course-map}\n1. [Marble thumb]"
    line = edit("book/index.md", f"{opening}(marble-thumb.md)", f"{opening}(glossary.md)")
    built = build_small(small)
    assert built.returncode != 0
    assert (
        f"index.md:{line}: ERROR: course-map: the lines lead to glossary; _toc.yml has marble-thumb"
        in built.said
    )


def test_markup_without_a_plain_form_is_welcome_on_a_page_without_cells(small, edit):
    edit("book/glossary.md", "# Glossary", "# Glossary\n\n```{ledger} statements\n```\n")
    built = build_small(small)
    assert built.returncode == 0, built.said


PATHS = """paths:
- id: ten
  title: Know it
  steps:
  - {minutes: 2, text: "How it runs", to: marble-thumb#how-it-runs}
  - {minutes: 3, text: "A question", questions: [marble-thumb-after-a-year]}
"""


class TestAPath:
    @pytest.fixture
    def path(self, small):
        file = small / "book" / "paths.yml"
        before = file.read_text("utf-8")
        yield lambda old, new: file.write_text(PATHS.replace(old, new), "utf-8")
        file.write_text(before, "utf-8")

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("marble-thumb#", "marbel-thumb#", "steps.1.to: _toc.yml names no page 'marbel-thumb'"),
            ("#how-it-runs", "#how-it-ran", "steps.1.to: marble-thumb has no address #how-it-ran"),
            (
                "after-a-year",
                "after-a-yaer",
                "steps.2.questions: there is no question 'marble-thumb-after-a-yaer'",
            ),
            ("minutes: 2", "minutes: 0", "steps.1.minutes: must be"),
            (", to: marble-thumb#how-it-runs", "", "steps.1.to: is missing, and so are questions"),
        ],
    )
    def test_that_leads_nowhere_names_file_path_and_step(self, small, path, old, new, told):
        path(old, new)
        said = refused(small)
        assert "book/paths.yml: ten: " in said
        assert told in said
