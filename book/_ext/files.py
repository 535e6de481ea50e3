"""Files that the book's own extensions write; one whose content has not changed keeps its timestamp."""

from collections.abc import Mapping
from pathlib import Path


def write_if_new(path: Path, text: str) -> None:
    """Write a text, creating its folder if need be, unless the file holds it already."""
    if path.exists() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def fill(folder: Path, texts: Mapping[str, str]) -> None:
    """Make a folder hold exactly these texts, each under its name, and no other file."""
    for path in folder.glob("*"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        write_if_new(folder / name, text)
