"""Every page with cells is checked for its live copy during the build: markup without a plain form stops it."""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

from .plain import Chapter, RawMarkup, has_cells

logger = logging.getLogger(__name__)

RAW = "raw"  # metadata of a page that holds markup without a plain form


def setup_live_check(app: Sphinx) -> None:
    """Check each page as it is read; the build fails once every page has been read."""
    app.connect("doctree-read", _note_raw_markup)
    app.connect("env-check-consistency", _refuse_raw_markup)


def _note_raw_markup(app: Sphinx, _doctree: nodes.document) -> None:
    page, path = app.env.docname, Path(app.env.doc2path(app.env.docname))
    # What the ledger does not know has been reported already, with its line.
    if "unknown" in app.env.metadata[page] or not has_cells(path):
        return
    try:
        Chapter(path).check()
    except RawMarkup as raw:
        for fault in raw.faults:
            logger.error("%s", fault)
        app.env.metadata[page][RAW] = "yes"


def _refuse_raw_markup(_app: Sphinx, env: BuildEnvironment) -> None:
    # An error, not a warning: a build without -W must not publish a page that can have no live copy.
    pages = sorted(name for name, metadata in env.metadata.items() if RAW in metadata)
    if pages:
        raise ExtensionError(f"markup without a plain form stands in: {', '.join(pages)}; lines above")
