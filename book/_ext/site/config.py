"""What Sphinx is told of the course by `course.yml`: title, authors, address."""

from sphinx.application import Sphinx
from sphinx.config import Config

from course import course


def setup_config(app: Sphinx) -> None:
    """Fill the configuration once the course is known to be sound (see `sources`)."""
    app.add_config_value("course", "", "env")
    app.connect("config-inited", _fill, priority=200)


def _fill(_app: Sphinx, config: Config) -> None:
    said = course()
    config.html_title = said.title
    config.author = said.authors
    config.copyright = said.year
    config.html_theme_options = {"repository": said.repository or ""}
    # Whatever a page took from course.yml is made anew when the file changes.
    config.course = said.model_dump_json()
