"""What a cell returns, as the page shows it: a plotly figure, or a quiz."""

from collections.abc import Sequence
from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from quizzes.load import load_banks

from .figure import figure_html
from .quiz import quiz_html
from .sources import BANK

FIGURE = "application/vnd.plotly.v1+json"
QUIZ = "application/vnd.asps-course.quiz+json"


class CourseOutputs:
    """The mime renderer that myst-nb finds by its entry point (pyproject.toml)."""

    # Without these, the widget's own view or a plain-text fallback wins on the page.
    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [
        ("*", FIGURE, 1),
        ("*", QUIZ, 1),
    ]

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Return the nodes for a figure or a quiz, `None` for anything else."""
        if inline or data.mime_type not in (FIGURE, QUIZ):
            return None
        env: BuildEnvironment = renderer.renderer.sphinx_env
        content: Any = data.content
        if data.mime_type == FIGURE:
            env.metadata[env.docname]["figures"] = "yes"
            meta = content["layout"].get("meta") or {}
            return [
                nodes.raw("", figure_html(content), format="html", source_keys=meta.get("source_keys", []))
            ]
        chapter = content["chapter"]
        env.metadata[env.docname]["quiz"] = "yes"
        env.note_dependency(str(BANK / f"{chapter}.yml"))
        html, source_keys = quiz_html(chapter)
        return [nodes.raw("", html, format="html", source_keys=source_keys)]


def setup_outputs(app: Sphinx) -> None:
    """Check, once everything is read, that each question's way back leads somewhere."""
    app.connect("env-check-consistency", _check_ways_back)


def _check_ways_back(app: Sphinx, env: BuildEnvironment) -> None:
    labels: dict[str, tuple[str, str]] = env.domaindata["std"]["anonlabels"]
    faults = [
        f"{bank.chapter}.yml: {item.id}: paragraph: the chapter has no label '({item.paragraph})='"
        for bank in load_banks(BANK).values()
        for item in bank.items
        if f"book/{bank.chapter}" in env.found_docs
        and labels.get(item.paragraph, ("",))[0] != f"book/{bank.chapter}"
    ]
    if faults:
        raise ExtensionError("\n".join(faults))
