"""What the pages are made from: checked before anything is built, and part of what triggers a rebuild."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError

from course import CourseFault, course
from course.pages import heading
from outcomes import Ledger, LedgerFault, ledger
from quizzes.authoring.bank import Bank
from quizzes.authoring.load import BankFault, load_banks
from records.faults import nearest

from .remembered import remembered

ROOT = Path(__file__).parents[2]
BANK = ROOT / "quizzes" / "bank"
REMEMBERED = ROOT / "_build" / ".banks.pickle"
STUDIES = "book/evidence"
"""The folder, as seen from the root of the site, of the pages that are made from the ledger: one for each study."""


@cache
def banks() -> dict[str, Bank]:
    """Return the questions of every chapter, read once per build; those that were checked before are not checked again.

    Raises
    ------
    BankFault
        If a bank has faults, or names a source that the ledger does not have.
    LedgerFault
        If the ledger has faults.
    """
    files = _digest(path for path in BANK.rglob("*") if path.is_file())
    made_of = f"{_code_and_ledger()} {files}"
    return remembered(REMEMBERED, made_of, lambda: load_banks(BANK, sources=ledger().sources))


def pages(config: Config) -> list[str]:
    """Return the pages of _toc.yml in their order, as in `book/marble-thumb`."""
    site_map = config.external_site_map
    return ["book/index", *(str(item) for tree in site_map.root.subtrees for item in tree.items)]


def chapters(config: Config) -> list[str]:
    """Return the pages of _toc.yml that are chapters, in their order, as in `book/marble-thumb`."""
    site_map = config.external_site_map
    return [str(item) for tree in site_map.root.subtrees if tree.caption == "Chapters" for item in tree.items]


def asked(chapter: str) -> tuple[int, str]:
    """Return how many questions a chapter asks, and what they are called: cases where all are cases."""
    kinds = [item.kind for item in banks()[chapter].items]
    what = "case" if set(kinds) == {"case"} else "question"
    return len(kinds), what if len(kinds) == 1 else f"{what}s"


def chapter_title(chapter: str) -> str:
    """Return the heading of a chapter."""
    return heading(ROOT, chapter) or chapter


def setup_sources(app: Sphinx) -> None:
    """Connect the checks; they come first, so that a fault leaves nothing half-built."""
    # Jupyter Book sets this for an extension that the course does not load.
    app.add_config_value("comments_config", {}, "")
    app.connect("config-inited", _check_everything_first, priority=100)
    app.connect("config-inited", _key_the_execution_cache)


def _executed_files() -> Iterator[Path]:
    yield from (ROOT / "outcomes").rglob("*.py")
    yield from (ROOT / "outcomes").rglob("*.yml")
    yield from (ROOT / "quizzes").rglob("*.py")
    yield from (ROOT / "records").glob("*.py")
    yield from (ROOT / "course").glob("*.py")
    yield ROOT / "course.yml"
    # What a cell returns is also what its kernel makes of it.
    yield from (ROOT / "book" / "_ext" / "cells" / name for name in ("fork_server.py", "kernels.py"))


def _key_the_execution_cache(app: Sphinx, config: Config) -> None:
    # The jupyter-cache only sees edits to a chapter. Without this, a corrected estimate leaves a stale chart.
    # Question banks are left out on purpose: their text is added when the page is built, without execution.
    config.nb_execution_cache_path = str(Path(app.outdir).parent / ".jupyter_cache" / _code_and_ledger()[:16])


@cache
def _code_and_ledger() -> str:
    return _digest(_executed_files())


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _check_everything_first(_app: Sphinx, _config: Config) -> None:
    faults: list[str] = []
    try:
        course()
    except CourseFault as fault:
        faults += fault.faults
    try:
        records = ledger()
    except LedgerFault as fault:
        faults += fault.faults
    else:
        if not faults:
            faults += _unknown_documents(records)
        try:
            banks()
        except BankFault as fault:
            faults += fault.faults
    if faults:
        raise ExtensionError(
            "\n".join([f"{len(faults)} faults in the course's data; nothing was built:", *faults])
        )


def _unknown_documents(records: Ledger) -> Iterator[str]:
    """Yield documents that are no source, and claims and corrections of a document that `course.yml` does not name."""
    known = [document.id for document in course().documents]
    for name in known:
        if name not in records.sources:
            yield f"course.yml: {name}: id: no source has this key{nearest(name, records.sources)}"
    named = [("claims.yml", claim.id, "document", claim.document) for claim in records.claims.values()]
    named += [
        ("corrections.yml", correction.id, "documents", document)
        for correction in records.corrections.values()
        for document in correction.documents
    ]
    for file, owner, field, name in named:
        if name not in known:
            yield f"{file}: {owner}: {field}: {name} is not among the documents of course.yml{nearest(name, known)}"
