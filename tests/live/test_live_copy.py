"""The live copy of a chapter is plain Markdown, says where that cannot be, and never overwrites somebody's work."""

import re
from copy import deepcopy
from functools import cache

import nbformat
import pytest

from _ext.live.copy import live_notebook, pages_with_cells, write
from _ext.live.plain import Chapter, RawMarkup
from outcomes import interval_explorer, ledger

PAGES = pytest.mark.parametrize("path", pages_with_cells(), ids=lambda path: path.stem)
# A page for educators and a test have no head.
CHAPTERS = pytest.mark.parametrize(
    "path",
    [path for path in pages_with_cells() if "{chapter-head}" in path.read_text("utf-8")],
    ids=lambda path: path.stem,
)
BOOK_MARKUP = re.compile(r"\{[\w:.-]+\}|:::|^```\{|^\([\w-]+\)=|^%|\{\{|^:[\w-]+:|\0", re.M)
HEAD = "# A chapter\n\n"


@pytest.fixture
def chapter(tmp_path):
    def write_chapter(text):
        path = tmp_path / "chapter.md"
        path.write_text(text, "utf-8")
        return Chapter(path)

    return write_chapter


@pytest.fixture
def notebook():
    return deepcopy(live(pages_with_cells()[0]))


@cache
def live(path):
    return live_notebook(path)


def text_of(path):
    return "\n".join(cell.source for cell in live(path).cells if cell.cell_type == "markdown")


@PAGES
class TestTheLiveCopyOfAPage:
    def test_holds_nothing_raw(self, path):
        assert BOOK_MARKUP.findall(text_of(path)) == []

    def test_has_every_heading_and_the_code_of_the_chapter(self, path):
        source = path.read_text("utf-8")
        code = re.findall(r"^```\{code-cell\}.*?^```$", source, re.M | re.S)
        cells = [cell for cell in live(path).cells if cell.cell_type == "code"]
        headings = re.findall(r"^#+ .*$", source, re.M)
        assert len(cells) == len(code)
        assert set(headings) <= set(re.findall(r"^#+ .*$", text_of(path), re.M))

    def test_lists_the_sources_of_the_page(self, path, site):
        page = (site / "book" / f"{path.stem}.html").read_text("utf-8")
        on_the_page = re.search(r'<details class="fold sources">(.*?)</details>', page, re.S)[1]
        in_the_copy = re.search(r"<ul>(.*?)</ul>", text_of(path), re.S)[1]
        # The page counts them and leads back into its text; a notebook has them by name.
        works = re.findall(r'<li id="source-\d+">(.*?) <a [^>]*class="back"[^>]*>↩</a></li>', on_the_page)
        assert re.findall(r"<li>(.*?)</li>", in_the_copy) == sorted(works, key=str.casefold)

    def test_is_the_same_when_made_again(self, path):
        assert nbformat.writes(live_notebook(path)) == nbformat.writes(live(path))


@CHAPTERS
class TestTheLiveCopyOfAChapter:
    def test_says_the_state_of_its_review(self, path):
        said = {
            "submitted": "Not yet reviewed",
            "under-review": "Under review",
            "approved": "Reviewed and approved",
        }
        state = re.search(r"^:review: (.*)$", path.read_text("utf-8"), re.M)[1]
        assert said[state] in text_of(path)


class TestMarkupWithoutAPlainForm:
    @pytest.mark.parametrize(
        "markup",
        ["{nosuch}`x`", "```{nosuch}\nx\n```", ":::{pitfall}", "(label)=text", "% a comment", "{{ name }}", "x[^1]"],
    )  # fmt: skip
    def test_is_refused_with_file_line_and_markup(self, chapter, markup):
        with pytest.raises(RawMarkup, match=r"book/chapter\.md: line 3: ") as refused:
            chapter(HEAD + markup + "\n").plain()
        assert markup.splitlines()[0].removeprefix("x") in str(refused.value)

    def test_is_found_within_a_directive_too(self, chapter):
        with pytest.raises(RawMarkup, match=r"line 5: \{nosuch\}`x`"):
            chapter(HEAD + "```{pitfall}\nA line.\nSee {nosuch}`x`.\n```\n").plain()

    def test_is_told_all_at_once(self, chapter):
        with pytest.raises(RawMarkup) as refused:
            chapter(HEAD + "{one}`x`\n{two}`y`\n").plain()
        assert len(str(refused.value).splitlines()) == 2

    def test_unknown_evidence_is_told_with_its_line(self, chapter):
        with pytest.raises(RawMarkup, match=r"line 3: \{ev\}`nosuch`: .*nosuch"):
            chapter(HEAD + "It was {ev}`nosuch`.\n").plain()

    def test_an_unknown_source_is_told_with_its_line(self, chapter):
        with pytest.raises(RawMarkup, match=r"line 3: \{cite\}`nosuch`: .*nosuch"):
            chapter(HEAD + "It was {cite}`nosuch`.\n").plain()


class TestPlainMarkdown:
    def test_code_that_is_shown_stays_as_it_is(self, chapter):
        text = HEAD + "Write `{ev}` in a sentence:\n\n```text\n{ev}`id`\n```\n"
        assert chapter(text).plain() == text

    def test_a_term_keeps_the_words_of_its_sentence(self, chapter):
        assert chapter("{term}`PET <PET/CT>`, {term}`remission`").plain() == "PET, remission"

    def test_a_link_to_a_labelled_heading_leads_to_the_heading(self, chapter):
        text = chapter("See [where](#sites).\n\n(sites)=\n# Where it goes\n").plain()
        assert "See [where](#Where-it-goes)." in text
        assert "(sites)=" not in text

    def test_a_link_to_a_page_without_a_live_copy_is_its_words(self, chapter):
        assert chapter("See the [glossary](glossary.md).").plain() == "See the glossary."

    def test_a_link_to_another_chapter_leads_to_its_live_copy(self, tmp_path):
        path = tmp_path / "one.md"
        path.write_text("See [two](two.md).")
        assert Chapter(path, frozenset({"one", "two"})).plain() == "See [two](two.ipynb)."

    def test_a_link_to_the_world_stays(self, chapter):
        text = "See [the book](https://jupyterbook.org)."
        assert chapter(text).plain() == text

    def test_the_course_map_is_a_list_that_leads_to_the_live_copies(self, tmp_path):
        path = tmp_path / "chapter.md"
        path.write_text(HEAD + "```{course-map}\n1. [Other](other.md): a line.\n```\n", "utf-8")
        assert "1. [Other](other.ipynb): a line." in Chapter(path, frozenset({"other"})).plain()

    def test_the_studies_of_the_interval_explorer_are_sources(self, chapter):
        code = "from outcomes import interval_explorer, ledger\ninterval_explorer(ledger())"
        cell = f"```{{code-cell}} ipython3\n{code}\n```\n"
        assert set(interval_explorer(ledger()).source_keys) <= chapter(HEAD + cell).source_keys()


class TestWriting:
    def test_replaces_a_notebook_that_was_only_run(self, notebook, tmp_path):
        path = tmp_path / "chapter.ipynb"
        write(notebook, path)
        run = nbformat.read(path, as_version=4)
        code = next(cell for cell in run.cells if cell.cell_type == "code")
        code.execution_count = 1
        nbformat.write(run, path)
        assert write(notebook, path) is None
        assert [file.name for file in tmp_path.iterdir()] == ["chapter.ipynb"]

    def test_keeps_a_notebook_that_somebody_edited(self, notebook, tmp_path):
        path = tmp_path / "chapter.ipynb"
        write(notebook, path)
        edited = nbformat.read(path, as_version=4)
        edited.cells[0].source += "\n\nFor my class."
        nbformat.write(edited, path)
        kept = write(notebook, path)
        assert kept.name == "chapter.edited-1.ipynb"
        assert "For my class." in kept.read_text("utf-8")
        assert "For my class." not in path.read_text("utf-8")

    def test_keeps_a_file_that_is_no_notebook_any_more(self, notebook, tmp_path):
        path = tmp_path / "chapter.ipynb"
        path.write_text("half a notebo")
        assert write(notebook, path).read_text() == "half a notebo"
