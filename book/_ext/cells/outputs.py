"""What a cell returns, as the page shows it: a plotly figure, a drawing, the interval explorer, or a quiz."""

from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from outcomes import ledger
from outcomes.chart.data import data_of
from outcomes.explorer.html import MIME as EXPLORER
from outcomes.explorer.html import explorer_html
from outcomes.svg.drawing import MIME as DRAWING
from quizzes.notebook import MIME as QUIZ
from records.markup import Markup

from ..ledger.evidence import LEDGER_PAGE, number_address
from ..ledger.uses import use_in_figure
from ..questions.quiz import add_ways_to_questions, chapter_quiz
from ..sources import BANK, banks
from .charts import keep_chart
from .figure import drawing_html, drawn_from, figure_html

FIGURE = "application/vnd.plotly.v1+json"


class CourseRenderer(NbElementRenderer):  # type: ignore[misc]
    """The renderer that _config.yml asks myst-nb for, found by its entry point (pyproject.toml).

    A renderer rather than a MIME plugin, because plugins act in every book built in the same environment.
    """

    def render_mime_type(self, data: MimeData) -> list[nodes.Element]:
        """Return nodes for the course's own outputs, and leave everything else to myst-nb."""
        if data.mime_type not in (FIGURE, DRAWING, EXPLORER, QUIZ):
            usual: list[nodes.Element] = super().render_mime_type(data)
            return usual
        env: BuildEnvironment = self.renderer.sphinx_env
        content: Any = data.content
        attributes: dict[str, Any] = {}
        if data.mime_type == FIGURE:
            env.metadata[env.docname]["figures"] = "yes"
            meta = content["layout"].get("meta") or {}
            name = _figure_id(env)
            html, source_keys = figure_html(content, name), meta.get("source_keys", [])
            if meta.get("one_at_a_time"):
                env.metadata[env.docname]["drawings"] = "yes"
            data = data_of(ledger(), content)
            keep_chart(env, name, drawn_from(content, _address), data)
            use_in_figure(env, name, meta["finding"], (str(number) for number, *_ in data))
            attributes["read"] = _read(meta)
        elif data.mime_type == DRAWING:
            env.metadata[env.docname]["drawings"] = "yes"
            html, source_keys = drawing_html(content, _figure_id(env)), content["source_keys"]
            attributes["read"] = _read(content)
        elif data.mime_type == EXPLORER:
            env.metadata[env.docname]["explorer"] = "yes"
            html, source_keys = explorer_figure(content, _figure_id(env)), content["source_keys"]
        else:
            chapter = content["chapter"]
            env.metadata[env.docname]["quiz"] = "yes"
            env.note_dependency(str(BANK / f"{chapter}.yml"))
            if any(item.kind == "case" for item in banks()[chapter].items):
                env.metadata[env.docname]["case"] = "yes"
            html, source_keys = chapter_quiz(chapter)
        return [nodes.raw("", html, format="html", source_keys=source_keys, **attributes)]


def _address(name: str) -> str:
    """Return where a number of a chart leads; what a document claims, to its claim."""
    claim = name.removeprefix("claim ")
    return number_address(name) if claim == name else f"{LEDGER_PAGE}#{claim}"


def _read(figure: dict[str, Any]) -> str:
    """Return the words around a figure that every reader reads; its table is folded away."""
    return " ".join(figure[part] for part in ("finding", "summary", "caption"))


def _figure_id(env: BuildEnvironment) -> str:
    """Return an id for the next figure on the page, so that a search can lead to it."""
    return f"figure-{env.new_serialno('figure') + 1}"


def explorer_figure(content: dict[str, Any], name: str) -> Markup:
    """Return the interval explorer as the page shows it, with a link from each study to the ledger."""
    events, n = content["counts"]
    return explorer_html(
        content["presets"],
        content["start"],
        sources=content["sources"],
        counts=(events, n),
        name=name,
        href=lambda preset: number_address(preset["id"]),
    )


def setup_outputs(app: Sphinx) -> None:
    """Link the text to its questions, and check that each question's link back leads somewhere."""
    app.connect("doctree-read", add_ways_to_questions)
    app.connect("env-check-consistency", _check_ways_back)


def _check_ways_back(_app: Sphinx, env: BuildEnvironment) -> None:
    labels: dict[str, tuple[str, str]] = env.domaindata["std"]["anonlabels"]
    faults = [
        f"{bank.chapter}.yml: {item.id}: paragraph: "
        f"{'the chapter' if item.home(bank.chapter) == bank.chapter else item.home(bank.chapter) + '.md'}"
        f" has no label '({item.paragraph})='"
        for bank in banks().values()
        for item in bank.items
        if f"book/{bank.chapter}" in env.found_docs
        and labels.get(item.paragraph, ("",))[0] != f"book/{item.home(bank.chapter)}"
    ]
    if faults:
        raise ExtensionError("\n".join(faults))
