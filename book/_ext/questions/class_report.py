"""The page that reads a class in the browser: a placeholder, with the questions that answers are compared with."""

from docutils import nodes

from outcomes import cite
from quizzes.strings import say
from records.markup import data_script, tag

from ..directives import CourseDirective, directive
from ..sources import BANK, ROOT

STYLE = ROOT / "quizzes" / "cohorts" / "report" / "report.css"


@directive("class-report")
class ClassReport(CourseDirective):
    """``{class-report}``: a place where result files are read, and what a script needs to read them."""

    def run(self) -> list[nodes.Node]:
        """Return the place; the page is rebuilt when a question or the ledger changes."""
        for path in (*BANK.glob("*.yml"), *(ROOT / "outcomes").rglob("*.yml"), ROOT / "_toc.yml", STYLE):
            self.env.note_dependency(str(path))
        self.env.metadata[self.env.docname].update({"class_report": "yes", "own": "yes"})
        # What reads a class stands on polars; a build that does not make this page does without.
        from quizzes.cohorts.in_browser import in_browser
        from quizzes.cohorts.question_tables import question_tables

        data = {**in_browser(question_tables(BANK, cite=cite)), "style": STYLE.read_text("utf-8")}
        html = tag(
            "section",
            tag("div", tag("p", say("class_needs_scripts"), class_="memory-needs"), class_="class-place"),
            tag("p", class_="quiz-said", role="status"),
            data_script(data, class_="class-data"),
            class_="quiz memory class-report",
            data_class_report="",
        )
        return [nodes.raw("", html, format="html")]
