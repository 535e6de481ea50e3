"""What leaves the site says of which edition it is, under which license, as far as CITATION.cff says it."""

import pytest
from sphinx.errors import ExtensionError

from _ext.site import edition as module
from course import course


@pytest.fixture
def cited(tmp_path, monkeypatch):
    """Write CITATION.cff, and return what is said then."""
    file = tmp_path / "CITATION.cff"
    monkeypatch.setattr(module, "CITATION", file)
    monkeypatch.setattr(module, "BANK", tmp_path)

    def write(text: str | None):
        if text is not None:
            file.write_text(text, "utf-8")
        return module.edition()

    return write


def test_title_version_day_and_the_license_of_the_content_are_those_of_the_citation_file(cited):
    assert cited(
        "title: Thumbs\nversion: 1.2.0\ndate-released: 2026-01-02\nlicense: [BSD-3-Clause, CC-BY-SA-4.0]\n"
    ) == {
        "title": "Thumbs",
        "authors": course().authors,
        "version": "1.2.0",
        "release": "2026-01-02",
        "license": "CC BY-SA 4.0",
        "terms": "https://creativecommons.org/licenses/by-sa/4.0/",
    }


@pytest.mark.parametrize("text", [None, "", "license: [BSD-3-Clause]", "title:\nlicense:\n"])
def test_what_it_does_not_say_is_left_out_and_the_course_has_a_title(cited, text):
    assert cited(text) == {"title": course().title, "authors": course().authors}


def test_a_single_license_is_written_without_a_list(cited):
    assert cited("license: CC-BY-4.0")["license"] == "CC BY 4.0"


def test_a_question_that_is_newer_than_the_citation_file_makes_the_edition_newer_as_in_the_downloads(
    cited, tmp_path
):
    (tmp_path / "changed.json").write_text('{"q": ["0", "2026-03-04T00:00:00Z"]}', "utf-8")
    assert cited("date-released: 2026-01-02\n")["release"] == "2026-03-04"
    assert cited("date-released: 2026-05-06\n")["release"] == "2026-05-06"


@pytest.mark.parametrize("text", ["title: *a\n", "- a\n", "title: !!int ''\n", "title: \x07\n", "[" * 25_000])
def test_a_citation_file_that_cannot_be_read_is_named_with_why(cited, text):
    with pytest.raises(ExtensionError, match=r"^CITATION\.cff: (line 1: |holds a list)"):
        cited(text)
