"""What Sphinx is told of the course: title, authors and address by `course.yml`, the pages by `_toc.yml`."""

from sphinx.application import Sphinx
from sphinx.config import Config

from course import course


def setup_config(app: Sphinx) -> None:
    """Fill the configuration once the course is known to be sound (see `sources`)."""
    app.add_config_value("course", "", "env")
    app.connect("config-inited", _fill, priority=200)
    app.connect("config-inited", _only_the_listed, priority=950)  # once the contents are known
    app.connect("config-inited", _as_configured, priority=950)  # once the extensions have had their say


def _fill(_app: Sphinx, config: Config) -> None:
    said = course()
    config.html_title = said.title
    config.author = said.authors
    config.copyright = said.year
    config.html_theme_options = {"repository": said.repository or ""}
    # Whatever a page took from course.yml is made anew when the file changes.
    config.course = said.model_dump_json()


def _only_the_listed(_app: Sphinx, config: Config) -> None:
    # The setting of Jupyter Book that does the same looks through every folder, node_modules among them.
    config.include_patterns = [f"{page}.*" for page in config.external_site_map]


def _as_configured(_app: Sphinx, config: Config) -> None:
    # Jupyter Book's extension for LaTeX numbers figures whatever _config.yml says, and Sphinx then looks through every
    # page of the book in every build.
    config.numfig = False
