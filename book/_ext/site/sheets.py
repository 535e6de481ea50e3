"""The style sheets of a page: what shapes its top is written into it, the rest is linked where it is first used.

A page is seen once its sheets and scripts are there, each a request of its own. A sheet that is written into the page
is none, and one that is linked in the text holds up only what follows it.
"""

import hashlib
import re
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from records.markup import join, tag

from .theme import static_files

FIRST = "course.css"
"""The look of every page."""
# What shapes the top of a page that uses something, in the order in which one may change what another says.
AT_THE_TOP = {
    "quiz.css": {"own"},
    "case.css": {"review"},
    "own.css": {"own"},
    "glossary.css": {"glossary"},
    "class-report.css": {"class_report"},
    "home.css": {"home"},
    "ledger.css": {"ledger"},
}
# What is linked before the first part that it shapes, and how that begins.
FIGURE, QUIZ = "<figure ", '<div class="quiz"'
FURTHER_DOWN = {
    "figures.css": (FIGURE, {"figures", "drawings", "atlas", "explorer"}),
    "drawing.css": (FIGURE, {"drawings"}),
    "explorer.css": (FIGURE, {"explorer"}),
    "quiz.css": (QUIZ, {"quiz"}),
    "case.css": (QUIZ, {"case"}),
}

PICTURE = re.compile(r"url\(([\w.-]+)\)")
"""What a sheet shows, which stands beside it."""


def setup_sheets(app: Sphinx) -> None:
    """Give each page its sheets, and make all pages anew where one that is written into them has changed."""
    app.add_config_value("sheets", "", "html")
    app.connect("config-inited", _digest)
    app.connect("html-page-context", _sheets_of, priority=900)  # once it is known what the page uses


def _digest(_app: Sphinx, config: Config) -> None:
    files = static_files()
    written = [files[name] for name in (FIRST, *AT_THE_TOP) if files[name].exists()]
    config.sheets = hashlib.sha256(b"".join(path.read_bytes() for path in written)).hexdigest()


def _sheets_of(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    uses = {name for name, used in context["uses"].items() if used}
    top = [FIRST, *(name for name, of in AT_THE_TOP.items() if uses & of)]
    context["body"] = _linked_below(context.get("body", ""), uses, top, context["pathto"])
    # The pages of the studies, which are many and small, share the files instead of carrying them each.
    if page in app.env.found_docs:
        said = "".join(_text(static_files()[name]) for name in top)
        context["sheet"] = PICTURE.sub(
            lambda found: f"url({context['pathto'](f'_static/{found[1]}', 1)})", said
        )
    else:
        context["linked"] = top


def _linked_below(body: str, uses: Set[str], top: list[str], pathto: Any) -> str:  # noqa: ANN401 - Sphinx's own
    """Return the text of a page with links to its further sheets, each before the first part that it shapes."""
    for place in (FIGURE, QUIZ):
        names = [
            name for name, (at, of) in FURTHER_DOWN.items() if at == place and uses & of and name not in top
        ]
        links = join(*(tag("link", rel="stylesheet", href=pathto(f"_static/{name}", 1)) for name in names))
        body = body.replace(place, f"{links}{place}", 1)
    return body


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")
