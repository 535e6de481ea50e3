"""What it costs to read a class in the browser: time, and how long the page cannot answer."""

import re
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from class_files import write_banks, write_class
from playwright.sync_api import sync_playwright

from build import SITE
from chromium import launch_options
from quizzes.cohorts.in_browser import in_browser
from quizzes.cohorts.question_tables import question_tables
from records.markup import json_script

FILES = 300
"""Files in a class, each with 100 answers."""

PAGE = "book/reading-a-class.html"
LONGEST = """() => {
  window.longest = 0;
  const note = (list) => list.getEntries().forEach((one) => (window.longest = Math.max(window.longest, one.duration)));
  new PerformanceObserver(note).observe({ type: 'longtask' });
}"""


def class_page_costs() -> list[dict[str, object]]:
    """Return the seconds from choosing the files to the table, and the longest task [ms]."""
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        write_banks(folder / "banks")
        questions = question_tables(folder / "banks")
        digests = dict(zip(questions.items["item"], questions.items["digest"], strict=True))
        write_class(folder / "class", FILES, digests)
        page = playwright.chromium.launch(**launch_options()).new_page()
        page.goto(_page_of(folder, json_script({**in_browser(questions), "style": ""})).as_uri())
        page.evaluate(LONGEST)
        start = time.perf_counter()
        page.locator(".class-drop input").last.set_input_files(folder / "class")
        page.get_by_text(f"Students: {FILES}. Checked answers").first.wait_for()
        took = time.perf_counter() - start
        longest = page.evaluate("window.longest")
    what = f"class of {FILES} files, read on the page"
    return [
        {"what": what, "value": round(took, 2), "unit": "s", "promise": "5 or less"},
        {
            "what": "… longest time in which it cannot answer",
            "value": round(longest),
            "unit": "ms",
            "promise": "",
        },
    ]


def _page_of(folder: Path, data: str) -> Path:
    """Return the built page, with the class's questions in place of the course's."""
    (folder / "_static").symlink_to(SITE / "_static")
    built = (SITE / PAGE).read_text("utf-8")
    mine, count = re.subn(
        r'(<script[^>]*class="class-data">).*?(</script>)', lambda m: m[1] + data + m[2], built
    )
    if count != 1:
        raise RuntimeError(f"{PAGE} has no data to replace; is the book built?")
    target = folder / PAGE
    target.parent.mkdir()
    target.write_text(mine, "utf-8")
    return target
