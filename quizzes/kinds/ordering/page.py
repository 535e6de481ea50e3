"""Entries to put into their order in a page with scripts off."""

import hashlib

from quizzes.kinds.form import fieldset
from quizzes.kinds.ordering.record import ShownEntry, ShownOrdering
from quizzes.kinds.reasons import Mark, reason, reasons
from quizzes.strings import say
from records.markup import Markup, tag


def form(item: ShownOrdering) -> Markup:
    """Return the entries in an order that gives nothing away, each with room for buttons, or for a pen."""
    shown = mixed(item)
    rows = [
        tag(
            "li",
            tag("span", entry["text"], class_="text", dir="auto"),
            tag("span", class_="moves"),
            class_="entry",
        )
        for entry in shown
    ]
    pairs = len(shown) * (len(shown) - 1) // 2
    entries = tag("ol", *rows, class_="entries")
    return fieldset(item, say("how_ordering"), entries, counts=say("counts_ordering", pairs=pairs))


def mixed(item: ShownOrdering) -> list[ShownEntry]:
    """Return the entries in an order that gives nothing away, the same at every build."""
    entries = sorted(
        item["entries"], key=lambda entry: hashlib.sha256(f"{item['id']}:{entry['id']}".encode()).digest()
    )
    return entries[::-1] if entries == item["entries"] else entries


def answer(item: ShownOrdering) -> Markup:
    """Return every entry in its place, with its reason."""
    return reasons(
        reason(entry["text"], Mark("right", say("place", place=place)), entry["rationale"])
        for place, entry in enumerate(item["entries"], start=1)
    )
