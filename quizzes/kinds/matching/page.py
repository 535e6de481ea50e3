"""Prompts and a menu of answers in a page with scripts off."""

from quizzes.kinds.form import fieldset, menu, offered
from quizzes.kinds.matching.record import ShownMatching
from quizzes.kinds.reasons import RIGHT, reason, reasons
from quizzes.strings import say
from records.markup import Markup, tag


def form(item: ShownMatching) -> Markup:
    """Return what the reader answers in."""
    answers = [choice["text"] for choice in item["answers"]]
    rows = [
        tag("label", tag("span", prompt["text"], class_="text", dir="auto"), menu(answers), class_="match")
        for prompt in item["prompts"]
    ]
    listed = offered(say("answers", answers="; ".join(answers)))
    counts = say("counts_matching", total=len(item["prompts"]))
    return fieldset(item, say("how_matching"), *rows, listed, counts=counts)


def answer(item: ShownMatching) -> Markup:
    """Return every prompt with the answer that fits, and why."""
    texts = {choice["id"]: choice["text"] for choice in item["answers"]}
    return reasons(
        reason(say("pair", prompt=prompt["text"], answer=texts[prompt["answer"]]), RIGHT, prompt["rationale"])
        for prompt in item["prompts"]
    )
