"""The bundled front end that a widget carries with it."""

from pathlib import Path


def bundled(path: Path) -> str:
    """Return the text of a script or a style sheet as esbuild writes it.

    Raises
    ------
    FileNotFoundError
        If it has not been built; the message names the command.
    """
    if not path.is_file():
        raise FileNotFoundError(
            f"{path} is missing: the front end is not built yet. "
            "From the folder of the repository: make book, or: npm ci && npm run bundle"
        )
    return path.read_text("utf-8")
