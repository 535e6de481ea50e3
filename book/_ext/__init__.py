"""The book's own Sphinx extensions: one file a concern, each with its `setup_…`."""

import zlib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from .chapter import setup_chapter
from .claims import setup_claims
from .course_map import setup_course_map
from .evidence import setup_evidence
from .gain import setup_gain
from .glossary import setup_glossary
from .kernels import setup_kernels
from .ledger_tables import setup_ledger_tables
from .memory import setup_memory
from .outputs import setup_outputs
from .references import setup_references
from .search import setup_search
from .sources import setup_sources
from .tables import setup_tables
from .theme import setup_theme


def setup(app: Sphinx) -> dict[str, Any]:
    """Register every extension, in the order in which a build meets them."""
    setup_sources(app)
    setup_references(app)
    setup_theme(app)
    setup_chapter(app)
    setup_evidence(app)
    setup_glossary(app)
    setup_claims(app)
    setup_ledger_tables(app)
    setup_kernels(app)
    setup_outputs(app)
    setup_memory(app)
    setup_course_map(app)
    setup_gain(app)
    setup_tables(app)
    setup_search(app)
    return {
        "version": "1",
        "env_version": _version(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _version() -> int:
    """Return a number that changes with any of these files: what they made of the pages is then made anew."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return zlib.crc32(b"".join(file.read_bytes() for file in files))
