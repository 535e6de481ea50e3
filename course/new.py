"""A new course: the engine of this one, and a first chapter, written as a whole or not at all."""

import hashlib
import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from course.engine import Lock, engine_files
from course.record import ROOT, load_course
from course.repository import git
from records.faults import Refused

TEMPLATE = Path(__file__).parent / "template"
"""The content that a new course begins with, all of it invented."""
CHAPTER = "first-chapter"
_SIGN = re.compile(r"@(\w+)(?:\|(md|yaml))?@")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$&^@])")
_EXAMPLES = "quizzes/kinds/*/example.yml"


def new(folder: Path, title: str, disease: str, authors: Sequence[str], *, today: date | None = None) -> None:
    """Make a course in a folder: a repository of git with a first commit.

    Parameters
    ----------
    folder : Path
        Not there yet, or empty.
    title, disease : str
        In any script; one line each.
    authors : sequence of str
        At least one.

    Raises
    ------
    Refused
        If anything is wrong with what was given; `.faults` holds all of it, and nothing was written.
    """
    folder, day = folder.resolve(), today or date.today()
    title, disease, authors = title.strip(), disease.strip(), [author.strip() for author in authors]
    faults = [*_wrong_place(folder), *_wrong_names(title, disease, authors), *_nobody()]
    if faults:
        raise Refused(faults)
    # In the same file system as what it becomes: it appears as a whole.
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write(made, _said(title, disease, authors, day), authors, day)
        load_course(made)
        made.chmod(0o755)
        git("init", "--quiet", "--initial-branch=main", at=made)
        git("add", "--all", at=made)
        git("commit", "--quiet", "--message", f"feat: begin a course on {disease}", at=made)
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _wrong_place(folder: Path) -> Iterator[str]:
    if not folder.parent.is_dir():
        yield f"{folder}: there is no folder {folder.parent} to make it in"
    elif folder.is_relative_to(ROOT):
        yield f"{folder}: is within {ROOT}, a course already: name a place beside it"
    elif folder.exists() and not folder.is_dir():
        yield f"{folder}: is a file: name a folder that is not there yet"
    elif folder.is_dir() and any(folder.iterdir()):
        yield f"{folder}: is not empty: name a folder that is not there yet, or empty it"


def _wrong_names(title: str, disease: str, authors: Sequence[str]) -> Iterator[str]:
    if not authors:
        yield "--author: is missing"
    for option, said in (("--title", title), ("--disease", disease), *(("--author", one) for one in authors)):
        if not any(sign.isalpha() for sign in said):
            yield f"{option}: has no letters, is {said!r}"
        elif any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in said):
            yield f"{option}: must be one line of text, is {said!r}"


def _nobody() -> Iterator[str]:
    """Yield what is wrong where git does not know who commits."""
    try:
        git("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT", at=ROOT)
    except Refused:
        yield (
            'git: does not know who you are: git config --global user.name "Your Name", '
            "and the same with user.email"
        )


def _said(title: str, disease: str, authors: Sequence[str], day: date) -> Mapping[str, str]:
    return {
        "title": title,
        "disease": disease,
        "authors": ", ".join(authors),
        "people": "\n".join(f"  - name: {json.dumps(author, ensure_ascii=False)}" for author in authors),
        "description": f"An open course on {disease}, in which every number leads to its study.",
        "identity": identity(title),
        "year": str(day.year),
        "today": day.isoformat(),
    }


def identity(title: str) -> str:
    """Return a name for the readers' record: the title in small Latin letters, or a digest where it has none.

    >>> identity('Marble thumb: a "small" course'), identity("大理石の親指")
    ('marble-thumb-a-small-course', 'course-7a0ac894')
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall(r"[a-z0-9]+", plain))
    return name if re.search("[a-z]", name) else f"course-{hashlib.sha256(title.encode()).hexdigest()[:8]}"


def _write(made: Path, said: Mapping[str, str], authors: Sequence[str], day: date) -> None:
    files = list(engine_files(ROOT))
    for file in files:
        _copy(ROOT / file, made / file)
    for path in sorted(
        path for path in TEMPLATE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ):
        target = made / path.relative_to(TEMPLATE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(filled(path.read_text("utf-8"), said), "utf-8")
    bank = made / "quizzes" / "bank" / f"{CHAPTER}.yml"
    bank.write_text(bank.read_text("utf-8") + "\n".join(_examples()), "utf-8")
    (made / "LICENSE").write_text(_license(authors, day), "utf-8")
    Lock.of(made, files, *_origin()).write(made)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def _license(authors: Sequence[str], day: date) -> str:
    """Return the license of the code: whoever copies the engine keeps the notice of those who wrote it."""
    before, notice, after = re.split(
        r"^(Copyright .*\n)", (ROOT / "LICENSE").read_text("utf-8"), maxsplit=1, flags=re.M
    )
    return f"{before}{notice}Copyright (c) {day.year}, {', '.join(authors)}\n{after}"


def _examples() -> Iterator[str]:
    """Yield a question of each kind, as its example beside it has it."""
    for path in sorted(ROOT.glob(_EXAMPLES)):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        yield "".join(line for line in lines if not line.startswith("#")).replace("every-kind", CHAPTER)


def _origin() -> tuple[str, str]:
    """Return where this engine comes from, and the commit; empty where that is not known."""
    try:
        commit = git("rev-parse", "HEAD", at=ROOT)
        return git("remote", "get-url", "origin", at=ROOT), commit
    except Refused:
        return "", ""


def filled(text: str, said: Mapping[str, str]) -> str:
    """Return a text of the template with what was said in place of its signs: as it is, as Markdown or as YAML.

    >>> filled("# @title|md@: @title|yaml@ @@", {"title": '[a] "b"'})
    '# \\\\[a\\\\] "b": "[a] \\\\"b\\\\"" @@'
    """

    def put(sign: re.Match[str]) -> str:
        what = said[sign[1]]
        if sign[2] == "md":
            return _MARKDOWN.sub(r"\\\1", what)
        return json.dumps(what, ensure_ascii=False) if sign[2] == "yaml" else what

    return _SIGN.sub(put, text)
