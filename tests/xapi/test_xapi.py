"""What a class handed in as statements of xAPI: judged by Ralph's strict model, and sent to Ralph itself."""

import json
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from every_kind import FOLDER, cite
from filelock import FileLock

from build import ROOT
from course import course
from patience import PATIENCE
from quizzes import __main__ as command
from quizzes.cohorts import cohort as reading
from quizzes.export.question import Questions
from quizzes.export.selection import questions
from quizzes.xapi.store import NotSent, send

HERE = Path(__file__).parent
KEY = "teacher:secret"
AT = 1_764_000_000_000
CHOSEN = {
    "every-kind-single": (["sarcoma"], 1),
    "every-kind-multiple": (["any"], 0.5),
    "every-kind-matching": (["os=overall"], 0.25),
    "every-kind-numeric": (["7.5", "months"], 1),
}


@pytest.fixture(scope="module")
def every() -> Questions:
    return questions(FOLDER, cite=cite)


@pytest.fixture
def handed_in(tmp_path, every) -> Path:
    """A folder with the file of one student, who also left an answer unchecked and one to a question now changed."""
    digests = {question.id: question.digest for _, question in every.each()}
    usual = {"checked": True, "certainty": 2, "hints": 0, "ms": 12_340, "flagged": False, "at": AT}
    answers = {
        name: {**usual, "digest": digests[name], "chosen": chosen, "score": score}
        for name, (chosen, score) in CHOSEN.items()
    }
    answers["every-kind-short"] = {**usual, "digest": "0" * 12, "chosen": ["x"], "score": 0}
    answers["every-kind-ordering"] = {
        **usual,
        "digest": digests["every-kind-ordering"],
        "chosen": [],
        "checked": False,
        "score": None,
    }
    name = course().identity
    head = {"format": f"{name}-results", "version": 1, "book": name, "exported": "2026-11-28T12:00:00Z"}
    body = {"pseudonym": "heron", "settings": {"certainty": True, "daily": 20}, "reviews": {}, "exams": {}}
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "heron.json").write_text(json.dumps({**head, **body, "answers": answers}))
    (folder / "empty.json").write_text("")
    return folder


@pytest.fixture
def give(monkeypatch, capsys, every, handed_in, tmp_path):
    """Give the command on that folder; return its exit code and what it said. The file is `statements.json`."""
    real = reading.cohort
    monkeypatch.setattr(reading, "cohort", lambda source, bank: real(source, bank=FOLDER, cite=cite))
    monkeypatch.setattr(command, "questions", lambda _bank: every)

    def run(*arguments: str, key: str = KEY) -> tuple[int, str, str]:
        monkeypatch.setenv("XAPI_KEY", key)
        target = tmp_path / "statements.json"
        monkeypatch.setattr(sys, "argv", ["quizzes", "xapi", str(handed_in), "-o", str(target), *arguments])
        return (command.main(), *capsys.readouterr())

    return run


@pytest.fixture
def made(give, tmp_path) -> dict[str, dict]:
    """The statements, by the id of the question."""
    assert give()[0] == 0
    found = json.loads((tmp_path / "statements.json").read_text("utf-8"))
    return {each["object"]["id"].rpartition("/")[2]: each for each in found}


@pytest.fixture(scope="session")
def ralph_python() -> Path:
    """Python with Ralph, in an environment that is made again only when its requirements change."""
    wanted, folder = HERE / "requirements.txt", ROOT / "_build" / "ralph"
    folder.parent.mkdir(exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        made_of = folder / "requirements.txt"
        if not made_of.is_file() or made_of.read_bytes() != wanted.read_bytes():
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, folder], check=True)
            install: list[str | Path] = [
                "uv",
                "pip",
                "install",
                "--quiet",
                "--python",
                folder / "bin" / "python",
                "-r",
                wanted,
            ]
            subprocess.run(install, check=True)
            shutil.copy2(wanted, made_of)
    return folder / "bin" / "python"


@pytest.fixture
def ralph(ralph_python, tmp_path) -> Iterator[str]:
    """The address of a store on this machine."""
    folder = tmp_path / "ralph"
    folder.mkdir()
    command = [ralph_python, HERE / "ralph_store.py", "serve", folder]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as store:
        assert store.stdout
        yield f"http://127.0.0.1:{int(store.stdout.readline())}/xAPI"
        store.kill()


def kept(address: str) -> list[dict]:
    """What the store has."""
    request = urllib.request.Request(f"{address}/statements", headers={"X-Experience-API-Version": "1.0.3"})
    request.add_header("Authorization", "Basic dGVhY2hlcjpzZWNyZXQ=")
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)["statements"]


def test_each_checked_answer_is_a_statement_and_the_others_are_counted(give, tmp_path):
    code, out, err = give()
    assert code == 0
    assert "statements 4, answers left out 2" in out
    assert "files refused 1" in out
    assert err.startswith("empty.json: ")


def test_a_file_that_holds_anything_but_statements_is_left_as_it_is(give, handed_in, tmp_path):
    target = tmp_path / "statements.json"
    for before in (next(handed_in.glob("*.json")).read_text("utf-8") or "{}", "[1]", "no json"):
        target.write_text(before, "utf-8")
        code, _, err = give()
        assert code == 1
        assert "is there already and is no file of statements" in err
        assert target.read_text("utf-8") == before


def test_a_statement_says_who_by_pseudonym_what_how_and_when(made):
    single = made["every-kind-single"]
    name = course().identity
    assert single["actor"] == {
        "objectType": "Agent",
        "account": {"homePage": f"http://{name}.invalid", "name": "heron"},
    }
    assert single["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
    assert single["timestamp"] == "2025-11-24T16:00:00.000Z"
    assert single["result"]["score"] == {"scaled": 1, "raw": 1, "min": 0, "max": 1}
    assert (single["result"]["success"], single["result"]["response"]) == (True, "sarcoma")
    assert single["result"]["duration"] == "PT12.34S"
    assert single["object"]["definition"]["correctResponsesPattern"] == ["sarcoma"]
    assert made["every-kind-matching"]["result"]["response"] == "os[.]overall"
    assert made["every-kind-multiple"]["result"]["success"] is False


def test_the_same_class_makes_the_same_statements(give, made, tmp_path):
    first = (tmp_path / "statements.json").read_bytes()
    give()
    assert (tmp_path / "statements.json").read_bytes() == first
    assert len({each["id"] for each in made.values()}) == len(made)


def test_every_statement_stands_before_the_strict_model(made, tmp_path, ralph_python):
    judged = subprocess.run(
        [ralph_python, HERE / "ralph_store.py", "judge", tmp_path / "statements.json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (judged.returncode, judged.stdout) == (0, f"{len(made)}\n"), judged.stderr


def test_a_store_that_is_sent_them_twice_has_them_once(give, ralph):
    for _ in range(2):
        code, out, err = give("--to", ralph)
        assert code == 0, err
        assert f"statements 4 sent to {ralph}" in out
    ids = [each["id"] for each in kept(ralph)]
    assert len(ids) == len(set(ids)) == 4


def test_a_store_that_refuses_is_told_and_the_file_stays(give, ralph, tmp_path):
    code, _, err = give("--to", ralph, key="teacher:wrong")
    assert code == 1
    assert f"{ralph}/statements: answers 401 after 0 statements" in err
    assert len(json.loads((tmp_path / "statements.json").read_text("utf-8"))) == 4
    assert kept(ralph) == []


@pytest.mark.parametrize(
    "address", ["http://example.org/xAPI", "ftp://127.0.0.1/", "store", "file:///etc/passwd"]
)
def test_nothing_is_sent_to_what_is_no_store(address):
    with pytest.raises(NotSent, match="begins with https://"):
        send([{}], address, KEY)


def test_nothing_is_sent_without_a_key(give):
    code, _, err = give("--to", "http://127.0.0.1:9/xAPI", key="")
    assert code == 1
    assert "its name and its secret, joined by a colon" in err


def test_a_key_is_not_handed_on_to_where_a_store_points():
    seen: list[str] = []

    class Pointing(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            seen.append(self.path)
            self.send_response(302)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def do_GET(self) -> None:
            seen.append(self.path)

        def log_message(self, *_of: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Pointing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(NotSent, match="answers 302"):
            send([{}], f"http://127.0.0.1:{server.server_port}/xAPI", KEY)
        server.shutdown()
    assert seen == ["/xAPI/statements"]
