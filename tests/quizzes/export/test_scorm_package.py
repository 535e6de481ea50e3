"""What a package of SCORM 1.2 holds, and what none is made from. `tests/browser/export/test_scorm.py` takes one."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from every_kind import FOLDER, cite

from quizzes.export import scorm
from quizzes.export.format import NotReady
from quizzes.export.question import Questions
from quizzes.export.register import FORMATS
from quizzes.export.selection import questions

CP = {"cp": scorm.CONTENT, "md": scorm.METADATA}
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;">'
PAGE = f'{POLICY}<script src="../_static/{{script}}">'


@pytest.fixture(scope="module")
def every() -> Questions:
    return questions(FOLDER, cite=cite)


@pytest.fixture
def site(tmp_path, monkeypatch, every):
    """A site of a page, the scripts and styles that it names, and some that it does not."""
    folder, bundle = tmp_path / "html", tmp_path / "bundle"
    for name, text in {
        "book/every-kind.html": PAGE.format(script="first.js")
        + "".join(f'{{"digest":"{each.digest}"}}' for _, each in every.each()),
        "book/other.html": PAGE.format(script="other.js"),
        "_static/course.css": "",
        "_static/first.js": "load('late.js')",
        "_static/late.js": "",
        "_static/late.css": "",
        "_static/other.js": "",
        "downloads/old.zip": "",
        ".buildinfo": "",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    bundle.mkdir()
    for name in ("borrow.js", "shell.js", "shell.css"):
        (bundle / name).write_text(f"/* {name} */")
    monkeypatch.setattr(scorm, "SITE", folder)
    monkeypatch.setattr(scorm, "BUNDLE", bundle)
    return folder


def opened(found: Questions) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(scorm.write(found)))


def test_the_manifest_lies_at_the_root_and_names_one_sco_and_every_file(site, every):
    package = opened(every)
    manifest = ET.fromstring(package.read("imsmanifest.xml"))
    (resource,) = manifest.findall(".//cp:resource", CP)
    assert resource.get(f"{{{scorm.SCORM}}}scormtype") == "sco"
    assert resource.get("href") in package.namelist()
    (item,) = manifest.findall(".//cp:item", CP)
    assert item.get("identifierref") == resource.get("identifier")
    files = [each.get("href") for each in resource.findall("cp:file", CP)]
    assert sorted([*files, "imsmanifest.xml"]) == sorted(package.namelist())
    assert package.namelist()[0] == "imsmanifest.xml"
    rights = manifest.findtext(".//md:rights/md:description/md:langstring", namespaces=CP)
    assert rights == every.credit


def test_a_chapter_alone_holds_its_page_and_what_that_needs(site, every):
    assert set(opened(every).namelist()) == {
        "imsmanifest.xml",
        "scorm.html",
        "scorm/shell.js",
        "scorm/shell.css",
        "book/every-kind.html",
        "_static/course.css",
        "_static/first.js",
        "_static/late.js",
        "_static/late.css",
    }


def test_the_pages_borrow_their_storage_before_any_other_script(site, every):
    assert opened(every).read("_static/first.js") == b"/* borrow.js */load('late.js')"


def test_the_shell_has_the_policy_of_the_pages_and_no_script_of_its_own_in_it(site, every):
    shell = opened(every).read("scorm.html").decode()
    assert 'content="default-src &#x27;self&#x27;"' in shell
    assert '<script src="scorm/shell.js" defer=""></script>' in shell
    assert shell.count("<script") == 2
    assert '<script type="application/json"' in shell


def test_the_same_questions_and_pages_make_the_same_package(site, every):
    assert scorm.write(every) == scorm.write(every)


def test_a_package_is_known_as_one_and_as_no_other_export(site, every, tmp_path):
    path = tmp_path / "package"
    path.write_bytes(scorm.write(every))
    assert [name for name, each in FORMATS.items() if each.wrote(path)] == ["scorm"]


def test_every_pick_of_an_answer_has_a_place(every):
    known = {each.id: scorm.picks(each.task) for _, each in every.each()}
    assert known["every-kind-single"] == ["sarcoma", "any", "growth"]
    assert known["every-kind-matching"][:2] == ["os=overall", "os=specific"]
    assert all(known.values())


def test_pages_that_are_not_built_or_older_than_their_questions_are_named(site, every):
    page = site / "book" / "every-kind.html"
    page.write_text(page.read_text().replace(next(iter(every.each()))[1].digest, "0" * 12))
    with pytest.raises(NotReady) as told:
        scorm.write(every)
    assert told.value.faults == [f"{page}: is older than its questions (every-kind-single); run 'make book'"]
    page.unlink()
    (scorm.BUNDLE / "shell.js").unlink()
    with pytest.raises(NotReady) as told:
        scorm.write(every)
    assert told.value.faults == [
        f"{scorm.BUNDLE / 'shell.js'}: is not made yet; run 'make book'",
        f"{page}: is not built yet; run 'make book'",
    ]
