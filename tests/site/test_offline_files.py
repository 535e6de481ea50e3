"""What the worker, and a device that installs the book, are told: every file by what is in it, and icons by code."""

import hashlib
import json
import struct
import zlib

import pytest

from _ext.site.offline import icon, list_anew, write_list

MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#0a4f6b"/></svg>'


def listed(folder):
    return json.loads((folder / "offline.json").read_text("utf-8"))


def corner(png: bytes) -> tuple[int, ...]:
    """Return the first pixel of a PNG: red, green, blue and how opaque it is, from 0 to 255."""
    at, packed = 8, b""
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    return tuple(zlib.decompress(packed)[1:5])


@pytest.fixture
def folder(tmp_path):
    for name in (
        "book/index.html",
        "_static/offline.js",
        "downloads/cards.apkg",
        "sw.js",
        ".buildinfo",
        "a.js.gz",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    write_list(tmp_path, "marble-thumb")
    return tmp_path


def test_the_list_says_each_file_of_the_book_by_what_is_in_it(small_site):
    said = listed(small_site)
    assert said["book"] == "marble-thumb"
    assert {"book/index.html", "search.html", "_static/quiz.js", "_static/forest.js"} <= set(said["files"])
    for name, (digest, _) in said["files"].items():
        assert hashlib.sha256((small_site / name).read_bytes()).hexdigest()[:16] == digest
    assert said["size"] == sum((small_site / name).stat().st_size for name in said["files"])


def test_the_list_leaves_out_what_is_for_other_tools_and_what_the_worker_starts_from(folder):
    assert set(listed(folder)["files"]) == {"book/index.html", "_static/offline.js"}


def test_the_same_files_make_the_same_list_and_another_file_another_entry(folder):
    before = (folder / "offline.json").read_bytes()
    list_anew(folder)
    assert (folder / "offline.json").read_bytes() == before
    (folder / "book" / "index.html").write_text("Corrected.")
    list_anew(folder)
    after, old = listed(folder)["files"], json.loads(before)["files"]
    assert [name for name in old if after[name] != old[name]] == ["book/index.html"]


def test_every_address_that_a_device_is_given_is_relative_and_leads_somewhere(small_site):
    told = json.loads((small_site / "manifest.json").read_text("utf-8"))
    addresses = [told["start_url"], *(way["url"] for way in told["shortcuts"])]
    files = [address.partition("?")[0] for address in addresses] + [each["src"] for each in told["icons"]]
    assert [name for name in files if not (small_site / name).is_file()] == []
    assert told["scope"] == "./"
    for each in told["icons"]:
        width, height = struct.unpack(">II", (small_site / each["src"]).read_bytes()[16:24])
        assert each["sizes"] == f"{width}x{height}"


def test_an_icon_that_is_cut_to_a_shape_has_its_ground_to_the_corners():
    assert corner(icon(MARK, 64, maskable=False))[3] == 0
    assert corner(icon(MARK, 64, maskable=True)) == (0x0A, 0x4F, 0x6B, 255)
