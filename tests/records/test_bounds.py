"""Whatever a file is, and whatever it holds, it is read or refused in little time."""

import os
import time

import pytest

from records import bounds
from records.reading import read

# Of processor time, for what took minutes or never ended; a file that is refused takes a small part of it.
SECONDS = 30

MERGED = "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 8))
BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
# name: (what is written, how what is told begins). Each took minutes, gigabytes or the process with it.
VAST = {
    "25,000 brackets": ("a: " + "[" * 25_000, "line 1: is nested too deeply: 20 levels"),
    "25,000 braces": ("{a: " * 25_000, "line 1: is nested too deeply"),
    "10,000 lists on one line": ("- " * 10_000 + "a", "line 1: is nested too deeply"),
    "10,000 mappings on one line": ("? " * 10_000 + "a", "line 1: is nested too deeply"),
    "1,200 mappings, each in the one before": (
        "".join(f"{' ' * n}a:\n" for n in range(1_200)),
        "line 21: is nested too deeply",
    ),
    "merged mappings, seven deep": (f"a0: &a0 {{b: 1}}\n{MERGED}", "line 2: uses an alias, *a0"),
    "aliases of aliases": (f"a0: &a0 [x, x]\n{BOMB}", "line 2: uses an alias, *a0"),
    "80,000 names": ("".join(f"k{n}: 1\n" for n in range(80_000)), "line 1: is a mapping of more than 200 names"),
    "80,000 names that are one": ("k: 1\n" * 80_000, "line 1: is a mapping of more than 200 names"),
    "80,000 entries": ("a:\n" + "- b\n" * 80_000, "line 2: is a list of more than 2000 entries"),
    "50,000 directives": ("".join(f"%TAG !{n}! x\n" for n in range(50_000)), "line 1: begins with %"),
    "a million and one bytes": ("a: " + "b" * 999_998, "is larger than 1,000,000 bytes: split it"),
    "a number of 100,000 digits": ("a: " + "9" * 100_000, "a: line 1: YAML reads this as another number"),
    "a number of 100,000 parts": ("a: 1" + ":1" * 100_000, "a: line 1: YAML reads this as another number"),
}  # fmt: skip


@pytest.mark.parametrize("case", VAST)
def test_whatever_is_vast_is_told_in_little_time(case, written):
    text, fault = VAST[case]
    begun = time.process_time()
    told = written(text).faults
    assert time.process_time() - begun < SECONDS
    assert told[0].startswith(fault)


SOUND = {
    "one text": "a: |\n" + "  line\n" * 140_000,
    "one text of empty lines": "a: |\n  line" + "\n" * 900_000,
    "one text in quotes": 'a: "' + "line\n\n  " * 100_000 + '"',
    "many entries": "a:\n" + ("- {id: b, c: [1, 2.5, true], d: 'text of an entry'}\n" * 1_900),
    "comments": "# line\n" * 140_000 + "a: 1",
}


@pytest.mark.parametrize("case", SOUND)
def test_the_largest_file_is_read_in_little_time(case, written):
    begun = time.process_time()
    data, faults = written(SOUND[case])
    assert time.process_time() - begun < SECONDS
    assert (list(data), faults) == (["a"], [])


def test_what_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "device.yml").symlink_to("/dev/zero")
    (tmp_path / "nowhere.yml").symlink_to("gone")
    (tmp_path / "round.yml").symlink_to("round.yml")
    assert {path.stem: read(path).faults for path in tmp_path.iterdir()} == {
        "pipe": ["is a pipe, not a file"],
        "folder": ["is a folder, not a file"],
        "device": ["is a device, not a file"],
        "nowhere": ["cannot be read: No such file or directory"],
        "round": ["cannot be read: Too many levels of symbolic links"],
    }


def test_a_file_that_grows_while_it_is_read_is_read_to_its_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(bounds, "MOST_BYTES", 10)
    (tmp_path / "some.yml").write_text("a: " + "b" * 8)
    assert read(tmp_path / "some.yml").faults == ["is larger than 10 bytes: split it"]
