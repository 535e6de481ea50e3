"""What a page of the small book keeps on the reader's device."""

import json
from typing import Any

from playwright.sync_api import Page

from marble_thumb import KEY, NAME


def kept(page: Page) -> dict[str, Any] | None:
    """Return the record; none where there is none."""
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    return None if text is None else json.loads(text)


def keep(page: Page, **record: Any) -> None:
    """Put a record in place of what is kept: these fields, and those that every record has."""
    whole = {"version": 2, "book": NAME, "seed": 7, "answers": {}, **record}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(whole)])


def keep_first_edition(page: Page, answers: dict[str, Any]) -> None:
    """Put what the first edition kept in place of what is kept."""
    record = {"version": 1, "book": NAME, "seed": 7, "answers": answers}
    page.evaluate(
        "([key, text]) => { localStorage.clear(); localStorage.setItem(key, text); }",
        [f"{NAME}.v1", json.dumps(record)],
    )
