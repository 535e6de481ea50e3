"""One command makes a course: sound, built, and with a question that somebody can answer; or it makes nothing."""

import io
import os
import subprocess
import sys

import pytest
import yaml
from playwright.sync_api import Browser, expect

from build import ROOT
from course import load_course
from course.__main__ import main
from made import AUTHORS, SOMEBODY, TITLE, command, git, lend_environment, make_course
from quizzes.kinds.register import KINDS
from reader import Reader


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    made = make_course(tmp_path_factory.mktemp("courses") / "marble")
    lend_environment(made)
    return made


def run(made, *arguments) -> subprocess.CompletedProcess[str]:
    """Run a command of the new course in the environment of this one."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        arguments,
        cwd=made,
        env={**outside, "PYTHONPATH": str(made)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_a_repository_with_one_commit_and_nothing_left_over(made):
    assert git(made, "log", "--format=%an %s") == "Jo Doe feat: begin a course on marble thumb"
    assert git(made, "status", "--porcelain") == ""
    assert [path.name for path in made.parent.iterdir()] == ["marble"]


def test_it_says_what_it_is_as_it_was_told(made):
    said = load_course(made)
    assert (said.title, said.disease, said.authors) == (TITLE, "marble thumb", "Jo Doe, Ann O'Brien")
    assert said.identity == "marble-thumb-the-small-course-1-of-zoe-and"
    cited = yaml.safe_load((made / "CITATION.cff").read_text("utf-8"))
    assert (cited["title"], [each["name"] for each in cited["authors"]]) == (TITLE, list(AUTHORS))


def test_it_has_all_that_a_course_needs_and_nothing_of_this_one(made):
    names = {
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-CONTENT",
        ".github/workflows/pages.yml", ".binder/postBuild", "_toc.yml", "course.yml", "book/first-chapter.md",
        "book/evidence.md", "book/glossary.md", "book/references.md",
    }  # fmt: skip
    assert [name for name in names if not (made / name).is_file()] == []
    assert {path.name for path in (made / "outcomes" / "studies").iterdir()} == {
        "doe-2021.yml",
        "roe-2020.yml",
    }
    assert [path.name for path in (made / "quizzes" / "bank").iterdir()] == ["first-chapter.yml"]


def test_the_license_keeps_the_notice_of_those_who_wrote_the_engine(made):
    ours = (ROOT / "LICENSE").read_text("utf-8").splitlines()[2]
    assert ours in (made / "LICENSE").read_text("utf-8")
    assert "Jo Doe, Ann O'Brien" in (made / "LICENSE").read_text("utf-8")


def test_its_bank_asks_a_question_of_each_kind(made):
    bank = yaml.safe_load((made / "quizzes" / "bank" / "first-chapter.yml").read_text("utf-8"))
    assert {item["kind"] for item in bank["items"]} == set(KINDS)


@pytest.mark.parametrize(
    "check",
    [("course", "check"), ("outcomes", "check"), ("quizzes", "check"), ("quizzes", "lint")],
    ids=" ".join,
)
def test_its_content_is_sound(made, check):
    said = run(made, "python", "-m", *check)
    assert said.returncode == 0, said.stderr


def test_its_words_are_known_to_the_spell_checker(made):
    content = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "book/*.md", "quizzes/bank/*.yml")
    said = run(made, "node_modules/.bin/cspell", "--no-progress", "--no-summary", *content)
    assert said.stdout == ""


@pytest.fixture(scope="module")
def site(made):
    """The pages of the new course, as make builds them."""
    built = run(made, "make", "book")
    assert built.returncode == 0, built.stdout + built.stderr
    assert "The book is in _build/html" in built.stdout
    return made / "_build" / "html"


def test_somebody_answers_a_question_in_it(site, browser: Browser):
    from _ext.site.serve import running

    with running(site) as address:
        context = browser.new_context()
        reader = Reader(context, address)
        page = reader.open("book/first-chapter.html?questions=all")
        expect(page.locator(".home")).to_have_text(TITLE)
        question = page.locator("[id='first-chapter-which-number']")
        question.get_by_text("It counts deaths, and no relapse", exact=True).click()
        question.get_by_role("button", name="Check").click()
        expect(question.locator(".verdict")).to_contain_text("Right.")
        expect(question.get_by_text("Who lives with a relapse counts as alive.")).to_be_visible()
        kept = page.evaluate("Object.keys(localStorage)")
        assert "marble-thumb-the-small-course-1-of-zoe-and.v2" in kept
        assert all(key.startswith("marble-thumb-the-small-course-1-of-zoe-and.") for key in kept)
        assert (reader.foreign, reader.console) == ([], [])
        context.close()


class Terminal(io.StringIO):
    """What somebody types."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_it_asks_for_what_was_not_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", Terminal("Cold hand\ncold hand\nJo Doe, Ann Roe\n"))
    for name, value in SOMEBODY.items():
        monkeypatch.setenv(name, value)
    assert main(["new", str(tmp_path / "hand")]) == 0
    assert capsys.readouterr().out.startswith(
        "Title: Disease: Authors, with commas between: The course is in "
    )
    said = load_course(tmp_path / "hand")
    assert (said.title, said.disease, said.authors) == ("Cold hand", "cold hand", "Jo Doe, Ann Roe")


class TestRefused:
    """What cannot become a course is refused at once, with every reason, and leaves no trace."""

    def refused(self, folder, *arguments, **environment) -> str:
        said = command("new", folder, *arguments, **environment)
        assert said.returncode == 1
        return said.stderr

    def test_everything_that_is_missing_or_wrong_is_told_together(self, tmp_path):
        told = self.refused(tmp_path / "new", "--title", "2026!", "--disease", "a\nb")
        assert "--title: has no letters, is '2026!'" in told
        assert r"--disease: must be one line of text, is 'a\nb'" in told
        assert "--author: is missing" in told
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_with_something_in_it_is_left_alone(self, tmp_path):
        (tmp_path / "notes.txt").write_text("mine")
        told = self.refused(tmp_path, "--title", "A", "--disease", "b", "--author", "c")
        assert f"{tmp_path}: is not empty: name a folder that is not there yet, or empty it" in told
        assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]

    def test_a_folder_without_a_parent_and_one_within_this_course(self, tmp_path):
        said = ("--title", "A", "--disease", "b", "--author", "c")
        assert "there is no folder" in self.refused(tmp_path / "nowhere" / "new", *said)
        assert "a course already: name a place beside it" in self.refused(ROOT / "new", *said)
        assert not (ROOT / "new").exists()

    def test_somebody_whom_git_does_not_know(self, tmp_path):
        nobody = {
            **dict.fromkeys(SOMEBODY, ""),
            "HOME": str(tmp_path / "home"),
            "XDG_CONFIG_HOME": str(tmp_path),
        }
        nobody |= {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "EMAIL": ""}
        said = ("--title", "A", "--disease", "b", "--author", "c")
        told = self.refused(tmp_path / "new", *said, **nobody)
        assert "git: does not know who you are: git config --global user.name" in told
        assert list(tmp_path.iterdir()) == []

    def test_a_commit_that_fails_leaves_nothing(self, tmp_path):
        hook = tmp_path / "hooks" / "pre-commit"
        hook.parent.mkdir()
        hook.write_text("#!/bin/sh\necho no commits today >&2\nexit 1\n")
        hook.chmod(0o755)
        settings = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath"}
        settings["GIT_CONFIG_VALUE_0"] = str(hook.parent)
        said = ("--title", "A", "--disease", "b", "--author", "c")
        assert "no commits today" in self.refused(tmp_path / "new", *said, **settings)
        assert [path.name for path in tmp_path.iterdir()] == ["hooks"]
