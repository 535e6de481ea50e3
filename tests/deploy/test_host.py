"""What `make host` writes: the same site, named by content, compressed the same every time."""

import hashlib
import json
import re
import shutil

import pytest

from _ext.site.host import write
from marble_thumb import CHAPTER

REFERENCE = re.compile(r'"((?:\.\./)*_static/[^"?]+)\?v=([0-9a-f]{12})"')


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def small(tmp_path):
    """A site of one page and its style."""
    site = tmp_path / "site"
    (site / "_static").mkdir(parents=True)
    (site / "_static" / "a.css").write_text("p { color: black }\n" * 20)
    (site / "index.html").write_text('<link rel="stylesheet" href="_static/a.css"><p>Text.</p>\n' * 20)
    (site / ".buildinfo").write_text("for Sphinx")
    return site


def test_holds_every_file_of_the_site_but_what_sphinx_keeps_for_itself(site, host):
    copied = {name for name in files(host) if not name.endswith((".gz", ".br"))}
    assert copied == set(files(site)) - {".buildinfo"} | {"404.html"}


def test_its_list_says_its_own_files_not_those_of_the_site(host):
    listed = json.loads((host / "offline.json").read_text("utf-8"))["files"]
    assert CHAPTER in listed
    for name, (digest, _) in listed.items():
        assert hashlib.sha256((host / name).read_bytes()).hexdigest().startswith(digest)


def test_github_pages_leaves_no_folder_out_whose_name_begins_with_an_underscore(site, host):
    for folder in (site, host):
        assert (folder / "_static").is_dir()
        assert (folder / ".nojekyll").is_file()


def test_every_page_has_both_compressed_copies(host):
    there = files(host)
    pages = [name for name in there if name.endswith(".html")]
    assert len(pages) > 10
    assert [name for name in pages if not {f"{name}.gz", f"{name}.br"} <= set(there)] == []


def test_a_script_or_style_is_named_by_what_is_in_it(host):
    for page in host.rglob("*.html"):
        for name, digest in REFERENCE.findall(page.read_text("utf-8")):
            assert hashlib.sha256((page.parent / name).read_bytes()).hexdigest().startswith(digest)


def test_what_asks_the_questions_later_is_named_by_its_own_content_too(host):
    page = host / CHAPTER
    later, digest = re.search(r'data-quiz="([^"?]+)\?v=([0-9a-f]+)"', page.read_text("utf-8")).groups()
    assert hashlib.sha256((page.parent / later).read_bytes()).hexdigest().startswith(digest)


def test_a_page_is_otherwise_as_it_was_built(site, host):
    for page in site.rglob("*.html"):
        copied = (host / page.relative_to(site)).read_text("utf-8")
        assert re.sub(r"\?v=[0-9a-f]{12}\"", '"', copied) == page.read_text("utf-8")


def test_the_same_site_gives_the_same_bytes_and_times(small, tmp_path):
    for name in ("one", "two"):
        write(small, tmp_path / name)
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    assert {name: path.read_bytes() for name, path in one.items()} == {
        name: path.read_bytes() for name, path in two.items()
    }
    assert {name: path.stat().st_mtime_ns for name, path in one.items()} == {
        name: path.stat().st_mtime_ns for name, path in two.items()
    }


def test_a_changed_style_has_a_new_name_and_a_removed_page_is_gone(small, tmp_path):
    (small / "old.html").write_text("<p>Old.</p>" * 50)
    write(small, tmp_path / "host")
    before = (tmp_path / "host" / "index.html").read_text()
    (small / "_static" / "a.css").write_text("p { color: navy }\n" * 20)
    (small / "old.html").unlink()
    write(small, tmp_path / "host")
    assert (tmp_path / "host" / "index.html").read_text() != before
    assert not [name for name in files(tmp_path / "host") if name.startswith("old.html")]


def test_nothing_is_kept_compressed_that_compression_makes_larger(small, tmp_path):
    (small / "short.txt").write_text("ab")
    write(small, tmp_path / "host")
    assert {"short.txt", "index.html.gz"} <= set(files(tmp_path / "host"))
    assert not {"short.txt.gz", "short.txt.br"} & set(files(tmp_path / "host"))


def test_the_page_for_a_wrong_address_leads_to_where_the_site_stands(small, tmp_path):
    write(small, tmp_path / "host", base="/course/")
    assert 'href="/course/index.html"' in (tmp_path / "host" / "404.html").read_text()


def test_a_book_not_built_yet_is_said(small, tmp_path):
    shutil.rmtree(small)
    with pytest.raises(FileNotFoundError, match="not built yet; run 'make book'"):
        write(small, tmp_path / "host")


def test_notebooks_for_the_browser_stand_below_the_site_and_are_compressed_too(small, tmp_path):
    live = tmp_path / "lite"
    live.mkdir()
    for name in ("bundle.js", "pyodide.mjs", "pyodide.wasm"):
        (live / name).write_text("let a = 1;\n" * 50)
    write(small, tmp_path / "host", live=live)
    made = set(files(tmp_path / "host"))
    for name in ("lite/bundle.js", "lite/pyodide.mjs", "lite/pyodide.wasm"):
        assert {name, f"{name}.gz", f"{name}.br"} <= made


def test_a_site_that_leads_to_notebooks_which_are_not_there_is_refused(small, tmp_path):
    with pytest.raises(FileNotFoundError, match="not built yet; run 'make lite'"):
        write(small, tmp_path / "host", live=tmp_path / "lite")
    assert not (tmp_path / "host").exists()
