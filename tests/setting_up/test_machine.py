"""What the machine lacks is named all at once, or installed, before a test is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build import ROOT

APT = """#!/bin/sh
echo "$DEBIAN_FRONTEND $RUNLEVEL: $*" >> {record}
{then}
"""


def program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture
def path(tmp_path) -> Path:
    """A folder that is the whole path of a machine, with nothing that a test needs but what stands in /usr/sbin."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program(folder / "dpkg", "#!/bin/sh\n")
    for needed in ("sh", "cat"):
        (folder / needed).symlink_to(f"/bin/{needed}")
    return folder


def prepare(path: Path, **named: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "tests" / "machine.py"],
        env={"PATH": str(path), "HOME": str(path), "LANG": "C.UTF-8", **named},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_machine_that_has_everything_is_told_nothing():
    said = subprocess.run(
        [sys.executable, ROOT / "tests" / "machine.py"], capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


def test_everything_missing_is_named_at_once_with_the_line_that_installs_it(path):
    said = prepare(path)
    assert said.returncode == 1
    for need in ("a Chromium: ", "a Firefox: ", "a WebKit: ", "a font: "):
        assert f"  - {need}" in said.stderr
    for packages in ("chromium-headless-shell", "firefox-esr", "webkit2gtk-driver", "fontconfig"):
        assert f"  sudo apt-get install --no-install-recommends {packages}" in said.stderr


def test_a_named_browser_that_is_not_there_is_said_and_none_is_installed_in_its_place(path):
    said = prepare(path, CHROMIUM="/nowhere/chromium", FIREFOX="/nowhere/firefox")
    assert "a Chromium: $CHROMIUM is '/nowhere/chromium', and there is no such file" in said.stderr
    assert "a Firefox: $FIREFOX is '/nowhere/firefox', and there is no such file" in said.stderr
    assert "--no-install-recommends webkit2gtk-driver" in said.stderr
    assert "chromium-headless-shell" not in said.stderr
    assert "firefox-esr" not in said.stderr


def test_a_named_browser_is_taken_before_one_on_the_path(path, tmp_path):
    for place in (path, tmp_path):
        program(place / "chromium", "#!/bin/sh\necho 'no screen' >&2\n")
    named = str(tmp_path / "chromium")
    assert f"a Chromium: {named} does not start: no screen" in prepare(path, CHROMIUM=named).stderr


def test_a_chromium_of_another_architecture_is_told_from_one_that_is_missing(path):
    program(path / "chromium", "\x7fELF of a machine that is none of ours")
    assert f"a Chromium: {path}/chromium does not start: Exec format error" in prepare(path).stderr


def test_a_chromium_that_starts_and_ends_at_once_is_told_with_its_last_words(path):
    program(
        path / "chromium",
        "#!/bin/sh\necho 'error while loading shared libraries: libnss3.so' >&2\nexit 127\n",
    )
    said = prepare(path).stderr
    assert f"{path}/chromium does not start: error while loading shared libraries: libnss3.so" in said


def test_a_firefox_that_is_too_old_to_be_driven_is_told_with_its_version(path):
    program(path / "firefox-esr", "#!/bin/sh\necho 'Mozilla Firefox 140.12.0esr'\n")
    said = prepare(path).stderr
    assert f"a Firefox: {path}/firefox-esr is Firefox 140, and 143 or later is needed" in said


def test_on_debian_root_has_all_installed_in_one_go_without_a_question_and_nobody_else_has_anything(
    path, tmp_path
):
    record = tmp_path / "asked"
    program(path / "apt-get", APT.format(record=record, then="exit 0"))
    said = prepare(path)
    assert said.returncode == 1  # this apt-get brings nothing
    if os.geteuid() != 0:
        assert not record.exists()
        return
    update, install = record.read_text().splitlines()
    assert update.startswith("noninteractive 1: ")
    assert update.endswith(" update")
    assert (
        "install -y --no-install-recommends chromium-headless-shell firefox-esr webkit2gtk-driver" in install
    )
    assert "Installing what the tests need: chromium-headless-shell firefox-esr" in said.stdout


def test_an_apt_that_fails_is_quoted(path, tmp_path):
    refusal = "E: Unable to fetch some archives"
    program(path / "apt-get", APT.format(record=tmp_path / "asked", then=f"echo '{refusal}' >&2; exit 100"))
    said = prepare(path)
    assert said.returncode == 1
    assert (refusal in said.stderr) is (os.geteuid() == 0)
    assert "The tests were not started" in said.stderr
