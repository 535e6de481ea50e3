"""The book's own Sphinx extensions: one file per concern, most with a `setup_…` of their own."""

import zlib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from .cells import atlas  # noqa: F401 - registers a directive, and has nothing to connect
from .cells.charts import setup_charts
from .cells.kernels import setup_kernels
from .cells.outputs import setup_outputs
from .chapter.citations import setup_citations
from .chapter.glossary import setup_glossary
from .chapter.head import setup_chapter
from .chapter.order import setup_order
from .chapter.tables import setup_tables
from .directives import setup_directives
from .home import take_along  # noqa: F401 - registers a directive, and has nothing to connect
from .home.course_map import setup_course_map
from .home.moved_questions import setup_moved
from .home.opening import setup_opening
from .home.paths import setup_paths
from .ledger import page, tally  # noqa: F401 - register a directive and a role, and have nothing to connect
from .ledger.claims import setup_claims
from .ledger.evidence import setup_evidence
from .ledger.references import setup_references
from .ledger.studies import setup_studies
from .ledger.uses import setup_uses
from .live.check import setup_live_check
from .questions import class_report  # noqa: F401 - registers a directive, and has nothing to connect
from .questions.downloads import setup_downloads
from .questions.gain import setup_gain
from .questions.own_pages import setup_own_pages
from .search.index import setup_search
from .site.config import setup_config
from .site.edition import setup_edition
from .site.offline import setup_offline
from .site.sheets import setup_sheets
from .site.theme import setup_theme
from .sources import setup_sources


def setup(app: Sphinx) -> dict[str, Any]:
    """Register every extension, in the order in which a build meets them."""
    setup_sources(app)
    setup_config(app)
    setup_directives(app)
    setup_references(app)
    setup_theme(app)
    setup_sheets(app)
    setup_edition(app)
    setup_order(app)
    setup_chapter(app)
    setup_citations(app)
    setup_evidence(app)
    setup_glossary(app)
    setup_claims(app)
    setup_uses(app)
    setup_studies(app)
    setup_kernels(app)
    setup_outputs(app)
    setup_charts(app)
    setup_own_pages(app)
    setup_course_map(app)
    setup_moved(app)
    setup_paths(app)
    setup_opening(app)
    setup_gain(app)
    setup_downloads(app)
    setup_tables(app)
    setup_search(app)
    setup_live_check(app)
    setup_offline(app)
    return {
        "version": "1",
        "env_version": _version(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _version() -> int:
    """Return a number that changes whenever one of these files does, so that every page is built again."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return zlib.crc32(b"".join(file.read_bytes() for file in files))
