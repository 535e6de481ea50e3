"""A clone on a machine whose git writes the line ends of Windows, as Git for Windows does unless told otherwise."""

import subprocess

import pytest

from build import ROOT


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clone") / "course"
    subprocess.run(["git", "clone", "--quiet", "--config", "core.autocrlf=true", ROOT, folder], check=True)
    return folder


@pytest.mark.parametrize("script", [".ci/run", ".binder/postBuild"])
def test_a_script_runs_on_linux(clone, script):
    first, _, rest = (clone / script).read_bytes().partition(b"\n")
    assert first == b"#!/usr/bin/env bash"
    assert b"\r" not in rest


def test_no_file_has_the_line_ends_of_windows(clone):
    listed = subprocess.run(
        ["git", "ls-files", "--eol"], cwd=clone, check=True, capture_output=True, text=True
    )
    in_the_folder = [(line.split()[1], line.partition("\t")[2]) for line in listed.stdout.splitlines()]
    assert [name for ends, name in in_the_folder if ends not in ("w/lf", "w/none", "w/-text")] == []
