"""A correction of the engine reaches a course with one command, and touches nothing that is the course's own."""

import shutil

import pytest

from course.engine import LOCK, Lock, is_content
from made import command, git, make_course

TAG = "v2"


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """Two repositories: where the engine is written, with a newer version of it, and a course made before that."""
    folder = tmp_path_factory.mktemp("engines")
    made = make_course(folder / "course")
    # The first course made is where the engine is written, for all that the second can tell.
    engine = shutil.copytree(made, folder / "engine", symlinks=True)
    (engine / "records" / "__init__.py").write_text('"""Corrected."""\n', "utf-8")
    (engine / "records" / "newer.py").write_text('"""New."""\n', "utf-8")
    (engine / "records" / "room").mkdir()
    (engine / "records" / "room" / "newer.py").write_text('"""New."""\n', "utf-8")
    (engine / "deploy" / "nginx.conf").unlink()
    (engine / "book" / "first-chapter.md").write_text("# Somebody else's chapter\n", "utf-8")
    git(engine, "add", "--all")
    git(engine, "commit", "--quiet", "-m", "fix: correct the engine")
    git(engine, "tag", TAG)
    (engine / "records" / "__init__.py").write_text('"""Later still."""\n', "utf-8")
    git(engine, "commit", "--quiet", "-am", "fix: correct it again")
    return folder


@pytest.fixture
def course(first, tmp_path):
    """The course, which a test may change."""
    return shutil.copytree(first / "course", tmp_path / "course", symlinks=True)


def content(folder) -> dict[str, bytes]:
    files = (
        path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts
    )
    named = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in named.items() if is_content(name) and name != LOCK}


def state(folder) -> str:
    return git(folder, "status", "--porcelain")


def test_the_engine_is_that_of_the_tag_and_the_content_is_as_it_was(first, course):
    chapter = course / "book" / "first-chapter.md"
    chapter.write_text(chapter.read_text("utf-8") + "\nA sentence more.\n", "utf-8")
    before = content(course)
    said = command("update", f"{first / 'engine'}@{TAG}", at=course)
    assert said.returncode == 0, said.stderr
    assert "changed 1, new 2, gone 1" in said.stdout
    assert (course / "records" / "__init__.py").read_text("utf-8") == '"""Corrected."""\n'
    assert (course / "records" / "newer.py").is_file()
    assert not (course / "deploy" / "nginx.conf").exists()
    assert content(course) == before
    assert Lock.read(course).commit == git(first / "engine", "rev-parse", TAG)


def test_without_a_tag_it_is_the_newest_and_a_second_time_changes_nothing(first, course):
    assert command("update", first / "engine", at=course).returncode == 0
    assert (course / "records" / "__init__.py").read_text("utf-8") == '"""Later still."""\n'
    assert "changed 0, new 0, gone 0" in command("update", first / "engine", at=course).stdout


def test_files_that_were_changed_by_hand_are_named_and_nothing_is_touched(first, course):
    (course / "Makefile").write_text("book:\n", "utf-8")
    (course / "outcomes" / "load.py").unlink()
    before = state(course)
    said = command("update", first / "engine", at=course)
    assert said.returncode == 1
    assert "Makefile: was changed" in said.stderr
    assert "outcomes/load.py: was taken out" in said.stderr
    assert "2 files of the engine were changed in this course: put them back with git checkout" in said.stderr
    assert state(course) == before


def test_a_file_of_the_course_where_the_new_engine_has_one_is_not_overwritten(first, course):
    (course / "records" / "newer.py").write_text('"""Mine."""\n', "utf-8")
    before = state(course)
    said = command("update", first / "engine", at=course)
    assert "records/newer.py: is not of the engine here, and would be overwritten" in said.stderr
    assert state(course) == before


def test_a_change_that_fails_halfway_leaves_all_as_it_was(first, course):
    (course / "records" / "room").write_text("a file where the newer engine has a folder", "utf-8")
    before = state(course)
    said = command("update", first / "engine", at=course)
    assert said.returncode == 1
    assert "records/room: File exists: make room for it; all is as it was" in said.stderr
    assert state(course) == before


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("engine@v9", "v9: the repository has no tag, branch or commit of that name"),
        ("nowhere", "git clone: "),
        ("empty", "empty: has no course/engine.py: it is not the repository of this engine"),
    ],
)
def test_a_repository_that_cannot_be_had_changes_nothing(first, course, where, told):
    if where == "empty":
        (first / "empty").mkdir(exist_ok=True)
        git(first / "empty", "init", "--quiet")
        git(first / "empty", "commit", "--quiet", "--allow-empty", "-m", "nothing")
    said = command("update", str(first / where), at=course)
    assert said.returncode == 1
    assert told in said.stderr
    assert state(course) == ""


def test_where_the_engine_is_written_there_is_nothing_to_bring_it_to():
    assert ".engine.json: is missing: an engine is brought to a course" in command("update", ".").stderr
