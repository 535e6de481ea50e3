"""Entries to put into their order in a page with scripts off."""

import hashlib
from html import escape

from quizzes.kinds.form import fieldset
from quizzes.kinds.ordering.record import ShownOrdering
from quizzes.kinds.reasons import Mark, reason, reasons
from quizzes.strings import say


def form(item: ShownOrdering) -> str:
    """Return the entries in an order that says nothing, each with room for the buttons, or a pen."""
    mixed = sorted(
        item["entries"], key=lambda entry: hashlib.sha256(f"{item['id']}:{entry['id']}".encode()).digest()
    )
    if mixed == item["entries"]:
        mixed.reverse()
    rows = "".join(
        f'<li class="entry"><span class="text" dir="auto">{escape(entry["text"])}</span>'
        '<span class="moves"></span></li>'
        for entry in mixed
    )
    pairs = len(mixed) * (len(mixed) - 1) // 2
    entries = f'<ol class="entries">{rows}</ol>'
    return fieldset(item, say("how_ordering"), entries, counts=say("counts_ordering", pairs=pairs))


def answer(item: ShownOrdering) -> str:
    """Return every entry in its place, with its reason."""
    return reasons(
        reason(entry["text"], Mark("right", say("place", place=place)), entry["rationale"])
        for place, entry in enumerate(item["entries"], start=1)
    )
