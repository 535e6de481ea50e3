"""What every engine is to the journeys: a page, and what came out of it."""

import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from patience import PATIENCE


class Engine(ABC):
    """A browser with one page, in Playwright's words, and a folder of its own for what it keeps."""

    name: str

    def __init__(self, page: Any, folder: Path) -> None:
        self.page = page
        self.folder = folder

    @abstractmethod
    def said(self) -> list[str]:
        """Return what pages have written to the console since the start."""

    def resize(self, width: int) -> None:
        """Give the page another width, in pixels, and wait until the page has it."""
        self._resize(width)
        self.page.wait_for_function("width => innerWidth === width", arg=width)

    @abstractmethod
    def _resize(self, width: int) -> None:
        """Ask for another width."""

    @abstractmethod
    def back(self) -> None:
        """Go to the page before, as the button does."""

    @abstractmethod
    def print(self) -> Path:
        """Print the page and return the file."""

    def saved(self, ending: str = ".json") -> str:
        """Wait for the one file of its kind that is being downloaded; return its text, and remove it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            # Until all is there it has a second file beside it, or is empty.
            files = [path for path in (self.folder / "downloads").iterdir() if ending in path.name]
            if len(files) == 1 and (text := files[0].read_text("utf-8")):
                files[0].unlink()
                return text
            self.page.evaluate("() => new Promise(resolve => setTimeout(resolve, 50))")
        raise AssertionError(f"nothing was downloaded: {files}")
