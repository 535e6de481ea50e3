"""The quiz as plain HTML for built pages: whole and readable with scripts off.

The front end finds each card, takes its data from the `<script type="application/json">` inside it or from a script
beside the page, and puts the interactive card of the same height in its place.
"""

from quizzes.kinds.register import KINDS
from quizzes.kinds.shown import ShownEvidence, ShownItem, ShownQuiz, ShownWay
from quizzes.strings import say
from records.markup import Markup, data_script, join, tag


def quiz_html(quiz: ShownQuiz, *, items: str | None = None, whole: bool = False) -> Markup:
    """Return the questions of a chapter as HTML. Every text appears as written, never as markup.

    Parameters
    ----------
    quiz : ShownQuiz
        What `quizzes.resolve.resolve` returns.
    items : str or None
        The address of a script with the data of the questions, which is then loaded when somebody comes near them
        (quizzes/frontend/waiting.js); None has each card carry its own.
    whole : bool
        Whether the questions are asked all together, as those of a test, and not in blocks.
    """
    total = len(quiz["items"])
    count = say("questions_one") if total == 1 else say("questions", total=total)
    parts = [
        tag("div", class_="quiz-notice", role="status"),
        tag("div", class_="quiz-head"),
        *(_card(item, inside=items is None) for item in quiz["items"]),
        tag("div", tag("p", count, class_="quiz-total"), class_="quiz-foot"),
        tag("p", class_="quiz-said", role="status"),
    ]
    lines = [part for each in parts for part in ("\n", each)]
    names = {
        "data_quiz": quiz["record"],
        "data_chapter": quiz["chapter"],
        "data_items": items,
        "data_whole": "" if whole else None,
    }
    return join(tag("div", *lines, "\n", class_="quiz", **names), "\n")


def _card(item: ShownItem, *, inside: bool) -> Markup:
    """Return one question, with its data or, where they are elsewhere, with the mark of its present form."""
    kind = KINDS[item["kind"]]
    where = say("question", i=item["i"], n=item["n"])
    level = say(f"bloom_{item['bloom']}")
    tests = say("objective", number=item["objective"]["number"], bloom=level)
    top = tag("div", tag("span", where), tag("span", tests, title=item["objective"]["text"]), class_="top")
    point = tag("p", tag("b", say("learning_point")), " ", item["learning_point"], class_="point", dir="auto")
    ways = _ways(item["evidence"], item["back"])
    answer = tag("details", tag("summary", say("answer")), kind.answer(item), point, ways, class_="answer")
    constructed = tag("p", say("vignette"), class_="vignette") if item["vignette"] else None
    stem = tag("p", item["stem"], class_="stem", dir="auto")
    # For Firefox, which would put back what was picked before a reload; the method that sends nothing anywhere.
    form = tag("form", kind.form(item), autocomplete="off", method="dialog")
    body = tag("div", constructed, stem, form, _clue(item), answer, class_="body")
    data = data_script(item, class_="item-data") if inside else None
    form_of = None if inside else item["digest"]
    return tag(
        "section",
        *(top, body, data),
        class_="item",
        id=item["id"],
        role="group",
        aria_label=where,
        data_digest=form_of,
    )


def _clue(item: ShownItem) -> Markup | None:
    """Return the hint, folded away, if there is one."""
    if "hint" not in item:
        return None
    return tag("details", tag("summary", say("hint")), tag("p", item["hint"], dir="auto"), class_="clue")


def _ways(evidence: list[ShownEvidence], back: ShownWay | None) -> Markup | None:
    """Return the studies behind the answer and the way back to the text."""
    rows = []
    for study in evidence:
        by = " ".join(part for part in (study["detail"], study["source"]) if part)
        rows.append(_row(study["title"], by, study["href"]))
    if back is not None:
        name = back.get("text")
        rows.append(_row(say("back", text=name) if name else say("back_unnamed"), "", back["href"]))
    return tag("ul", *rows, class_="ways") if rows else None


def _row(name: str, by: str, href: str | None) -> Markup:
    """Return a row, as a link if there is somewhere to lead."""
    inside = tag("span", name, class_="name", dir="auto")
    beside = tag("span", by, class_="by") if by else None
    way = "span" if href is None else "a"
    return tag("li", tag(way, inside, beside, href=href, class_="way"))
