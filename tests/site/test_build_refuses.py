"""A fault in what the book is made from stops the build before anything is written, and says where to mend it."""

from pathlib import Path

from build import build


def refused(copied: Path) -> str:
    """Build, see that it failed and wrote no page, and return what it said."""
    built = build(copied)
    assert built.returncode != 0
    assert not list((copied / "_build").glob("html/**/*.html"))
    return built.stdout + built.stderr


def test_an_unknown_number_in_a_sentence_names_chapter_and_line(copied, edit):
    chapter = "book/staging-and-prognosis.md"
    edit(chapter, "{ev}`m1-fuji`", "{ev}`m1-nobody`")
    line = next(
        n for n, text in enumerate((copied / chapter).read_text().splitlines(), 1) if "m1-nobody" in text
    )
    said = refused(copied)
    assert f"staging-and-prognosis.md:{line}: ERROR: ev: no number has the id 'm1-nobody'" in said


def test_faults_of_several_files_are_told_together(copied, edit):
    edit("outcomes/studies/fujiwara-2022.yml", "value: 86", "value: 860")
    edit("outcomes/studies/portera-2001.yml", "unit:", "units:")
    said = refused(copied)
    assert "fujiwara-2022.yml: fuji-dss5-loc: value:" in said
    assert "portera-2001.yml: " in said
    assert "nothing was built" in said


def test_a_question_without_a_key_names_file_and_item(copied, edit):
    edit("quizzes/bank/staging-and-prognosis.yml", "correct: true", "correct: false")
    assert "staging-and-prognosis.yml: staging-and-prognosis-" in refused(copied)


def test_a_source_that_the_ledger_does_not_have_names_file_and_item(copied, edit):
    edit("quizzes/bank/staging-and-prognosis.yml", "sources: [uk-2024-table2", "sources: [uk-2024-table3")
    said = refused(copied)
    assert "sources: no source has the key 'uk-2024-table3'; near it: uk-2024-table2" in said
    assert "staging-and-prognosis.yml: staging-and-prognosis-" in said
    assert "nothing was built" in said


def test_a_way_back_to_no_paragraph_names_the_question(copied, edit):
    edit("quizzes/bank/staging-and-prognosis.yml", "paragraph: ", "paragraph: nowhere-")
    assert "paragraph: the chapter has no label '(nowhere-" in refused(copied)


def test_a_cell_that_raises_stops_the_build(copied, edit):
    edit(
        "book/staging-and-prognosis.md",
        "from outcomes import ledger,",
        "raise SystemError('cell')\nfrom outcomes import ledger,",
    )
    assert "SystemError" in refused(copied)


def test_a_claim_that_nobody_made_names_chapter_and_line(copied, edit):
    chapter = "book/staging-and-prognosis.md"
    edit(chapter, "{claim}`oracle-nodes`", "{claim}`oracle-nobody`")
    line = next(
        n for n, text in enumerate((copied / chapter).read_text().splitlines(), 1) if "oracle-nobody" in text
    )
    said = refused(copied)
    assert f"staging-and-prognosis.md:{line}: ERROR: claim: the ledger has no claim 'oracle-nobody'" in said


def test_a_tally_of_an_unknown_verdict_names_page_and_line(copied, edit):
    edit("book/about.md", "{tally}`claims outdated`", "{tally}`claims outdatet`")
    page = (copied / "book" / "about.md").read_text().splitlines()
    line = next(n for n, text in enumerate(page, 1) if "outdatet" in text)
    said = refused(copied)
    assert f"about.md:{line}: ERROR: tally: no claims are 'outdatet' (did you mean outdated?)" in said


def test_a_course_map_that_leaves_a_chapter_out_is_told_with_its_line(copied, edit):
    edit("book/index.md", "(biology.md): one fusion", "(diagnosis.md): one fusion")
    said = build(copied).stderr
    assert "index.md:" in said
    assert "course-map: the lines lead to" in said
