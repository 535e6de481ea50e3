"""What is built again when something changes, and what is not."""

from build import build

PAGE = "_build/html/book/staging-and-prognosis.html"


def test_nothing_changed_nothing_written(built):
    build(built)
    said = build(built)
    assert said.returncode == 0
    assert "no targets are out of date" in said.stdout


def test_a_changed_question_is_on_the_page_and_nothing_was_executed(built, edit):
    build(built)
    edit("quizzes/bank/staging-and-prognosis.yml", "lead_in: ", "lead_in: Newly worded. ")
    said = build(built)
    assert said.returncode == 0, said.stderr
    assert "Newly worded." in (built / PAGE).read_text("utf-8")
    assert "Executing notebook" not in said.stdout + said.stderr


def test_a_corrected_estimate_corrects_sentence_figure_and_ledger(built, edit):
    edit("outcomes/studies/fujiwara-2022.yml", "value: 62", "value: 61")
    assert build(built).returncode == 0
    page = (built / PAGE).read_text("utf-8")
    assert 'href="evidence.html#fuji-dss5-met" aria-describedby' in page
    assert "disease-specific survival 61%" in page  # the figure's summary
    assert ">61%<" in page  # the sentence
    assert "61%" in (built / "_build/html/book/evidence.html").read_text("utf-8")


def test_launch_buttons_appear_once_the_repository_has_an_address(built, edit):
    assert "mybinder.org" not in (built / PAGE).read_text("utf-8")
    edit(
        "_config.yml",
        "html_theme_options: {}",
        "html_theme_options: {repository: 'https://github.com/owner/name'}",
    )
    assert build(built).returncode == 0
    launch = "https://mybinder.org/v2/gh/owner/name/HEAD?urlpath=lab/tree/_live/staging-and-prognosis.ipynb"
    assert f'href="{launch}"' in (built / PAGE).read_text("utf-8")
    educators = (built / "_build/html/book/for-educators.html").read_text("utf-8")
    assert f'href="{launch.replace("staging-and-prognosis", "for-educators")}"' in educators
    assert "mybinder.org" not in (built / "_build/html/book/about.html").read_text("utf-8")


def test_a_changed_definition_is_on_the_cards_of_the_chapters(built, edit):
    build(built)
    edit("book/glossary.md", "A metastasis found after", "Newly worded: a metastasis found after")
    said = build(built)
    assert said.returncode == 0, said.stderr
    assert "Newly worded: a metastasis" in (built / PAGE).read_text("utf-8")
    assert "Executing notebook" not in said.stdout + said.stderr


def test_a_changed_sentence_is_found_after_the_next_build(built, edit):
    build(built)
    index = built / "_build" / "html" / "_static" / "search"
    assert "quokka" not in (index / "words-q.js").read_text("utf-8")
    edit("book/about.md", "# About", "# About the quokka and")
    assert build(built).returncode == 0
    assert '"quokka"' in (index / "words-q.js").read_text("utf-8")
    before = (index / "index.js").stat().st_mtime_ns
    assert build(built).returncode == 0
    assert (index / "index.js").stat().st_mtime_ns == before


def test_a_cell_puts_the_explorer_on_its_page_only(built, edit):
    edit(
        "book/staging-and-prognosis.md",
        "from outcomes import ledger, metastatic_sites\nmetastatic_sites(ledger())",
        "from outcomes import interval_explorer, ledger\ninterval_explorer(ledger())",
    )
    said = build(built)
    assert said.returncode == 0, said.stderr
    book = built / "_build" / "html" / "book"
    page = (book / "staging-and-prognosis.html").read_text("utf-8")
    assert page.count(' data-events="12" data-n="49">') == 1
    assert "jupyter.widget" not in page
    assert "Jovanovic BD, Levy PS" in page  # in the chapter's sources
    for asset in ("_static/explorer.js", "_static/explorer.css"):
        assert f"../{asset}" in page
        assert (built / "_build" / "html" / asset).is_file()
        assert asset not in (book / "about.html").read_text("utf-8")


def test_an_extension_that_was_edited_makes_the_pages_anew_and_executes_nothing(built, edit):
    edit("book/_ext/chapter.py", 'class="chapter-head"', 'class="chapter-head newly-classed"')
    said = build(built)
    assert said.returncode == 0, said.stderr
    assert "newly-classed" in (built / PAGE).read_text("utf-8")
    assert "Executing notebook" not in said.stdout + said.stderr


def test_a_page_that_left_the_book_leaves_the_site_and_its_search(built, edit):
    source, page = built / "book" / "quokkas.md", built / "_build" / "html" / "book" / "quokkas.html"
    index = built / "_build" / "html" / "_static" / "search" / "index.js"
    source.write_text("# Quokkas\n\nThey smile.\n", "utf-8")
    edit("_toc.yml", "  - file: book/about\n", "  - file: book/about\n  - file: book/quokkas\n")
    said = build(built)
    assert said.returncode == 0, said.stderr
    assert page.exists()
    assert "quokkas" in index.read_text("utf-8")
    source.unlink()
    edit("_toc.yml", "book/about", "book/about")
    said = build(built)
    assert said.returncode == 0, said.stderr
    assert not page.exists()
    assert "quokkas" not in index.read_text("utf-8")
    assert (built / PAGE).exists()
