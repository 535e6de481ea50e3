"""repo2docker, which Binder runs, accepts the repository as it is; no image is built for that."""

import subprocess

import pytest
from binder import Image, repo2docker


@pytest.fixture(scope="module")
def said(binder: Image) -> str:
    """What it says of a copy of the repository, the recipe of the image among it."""
    command = [repo2docker(), "--no-build", "--no-run", "--debug", str(binder.root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_it_finds_a_python_and_the_one_that_is_named(binder, said):
    wanted = (binder.root / ".binder" / "runtime.txt").read_text().strip().removeprefix("python-")
    assert f"Building conda environment for python={wanted}" in said


def test_it_runs_post_build_and_installs_nothing_before(said):
    assert ".binder/postBuild" in said
    assert "pip install --no-cache-dir -r" not in said
