"""The workflow that publishes on GitHub Pages: linted, every action pinned, no right but what a job needs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "pages.yml"
NODE = Path(sys.executable).parent / "node"
ACTIONLINT = ROOT / "node_modules" / "@tktco" / "node-actionlint" / "bin" / "node-actionlint.js"


def actionlint(folder):
    return subprocess.run([NODE, ACTIONLINT], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def jobs():
    return yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]


@pytest.fixture
def spoiled(tmp_path):
    """Where a copy of the workflow stands that a test has spoiled."""

    def spoil(old: str, new: str) -> Path:
        text = WORKFLOW.read_text("utf-8")
        assert old in text
        copy = tmp_path / WORKFLOW.relative_to(ROOT)
        copy.parent.mkdir(parents=True)
        copy.write_text(text.replace(old, new), "utf-8")
        return tmp_path

    return spoil


def test_actionlint_finds_nothing():
    said = actionlint(ROOT)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "Checking 1 workflow" in said.stdout


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("needs: test", "needs: tset", 'needs job "tset" which does not exist'),
        ("github.event_name !=", "github.evnt_name !=", 'property "evnt_name" is not defined'),
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-24.4", 'label "ubuntu-24.4" is unknown'),
    ],
)
def test_actionlint_would_find_a_slip(spoiled, old, new, complaint):
    said = actionlint(spoiled(old, new))
    assert said.returncode == 1
    assert complaint in said.stdout


def test_every_action_is_pinned_by_commit_with_its_version_beside_it():
    used = re.findall(r"uses: *(.*)", WORKFLOW.read_text("utf-8"))
    assert len(used) == 3
    assert [
        line for line in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", line)
    ] == []


def test_only_the_job_that_publishes_may_write_and_it_runs_no_code_of_the_repository(jobs):
    assert yaml.safe_load(WORKFLOW.read_text("utf-8"))["permissions"] == {}
    assert jobs["test"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step.get("run") for step in jobs["publish"]["steps"]] == [None]


def test_nothing_is_published_that_did_not_pass_or_is_not_on_main(jobs):
    assert jobs["publish"]["needs"] == "test"
    assert "github.ref == 'refs/heads/main'" in jobs["publish"]["if"]
    assert ".ci/run" in [step.get("run") for step in jobs["test"]["steps"]]
