"""A file that was handed in is read, or refused in these words: the cases of `handed_in.json`, as in a browser."""

import binascii
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from class_room import answer, result_file

from quizzes.cohorts.result_files.handed_in import FileRefused, read

CASES = json.loads(Path(__file__).with_name("handed_in.json").read_text("utf-8"))
DEEP = {"DEEP200": 200, "DEEP201": 201}


def content(case: dict[str, Any]) -> bytes:
    """Return the file of a case, which `handed-in.test.js` makes in the same way."""
    if "text" in case:
        return case["text"].encode()
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    given = answer("0123456789ab") | case.get("answer", {})
    given.pop(case.get("without", ""), None)
    text = json.dumps({"pseudonym": "Kim", **result_file({"sky": given}), **case.get("file", {})})
    for name, depth in DEEP.items():
        text = text.replace(f'"{name}"', "[" * depth + "]" * depth)
    old, new = case.get("replace", ("", ""))
    assert old in text
    text = text.replace(old, new, 1) if old else text
    mark = "\ufeff" if case.get("mark") or "encoding" in case else ""
    return (mark + text).encode(case.get("encoding", "utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_file_is_read_or_refused_as_the_case_says(tmp_path, case):
    path = tmp_path / "kim.json"
    path.write_bytes(content(case))
    if "reason" in case:
        with pytest.raises(FileRefused) as refused:
            read(path, now=datetime.now(UTC))
        assert str(refused.value) == case["reason"]
        return
    found = read(path, now=datetime.now(UTC))
    assert {
        "student": re.sub(r"\([0-9a-f]{8}\)$", "(MARK)", found.student),
        "exported": round(found.exported.timestamp() * 1000),
        "answers": len(found.answers),
    } == case["read"]
    if "chosen" in case:
        assert found.answers["sky"]["chosen"] == case["chosen"]


def test_without_a_name_the_mark_is_the_checksum_of_the_bytes(tmp_path):
    path = tmp_path / "kim.json"
    data = b'{"pseudonym": null, ' + json.dumps(result_file({}, None)).encode()[1:]
    path.write_bytes(data)
    assert read(path, now=datetime.now(UTC)).student == f"no name ({binascii.crc32(data):08x})"
