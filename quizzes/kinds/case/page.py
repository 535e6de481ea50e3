"""A branching case in a page with scripts off: every step can be unfolded, and leads on by a link."""

from quizzes.kinds.case.record import ShownCase, ShownMove, ShownStep
from quizzes.kinds.form import fieldset
from quizzes.kinds.options import option_row
from quizzes.kinds.reasons import Mark, reason, reasons
from quizzes.strings import say
from records.markup import Markup, join, tag


def form(item: ShownCase) -> Markup:
    """Return the first step as the front end shows it, and all steps folded away."""
    first = next(step for step in item["steps"] if step["id"] == item["start"])
    rows = join(*(option_row(item["id"], choice["text"], "radio") for choice in first["choices"]))
    numbers = {step["id"]: number for number, step in enumerate(item["steps"], start=1)}
    steps = [_step(item, step, numbers) for step in item["steps"]]
    stem = tag("p", first["text"], class_="stem", dir="auto")
    asked = tag("fieldset", tag("legend", first["lead_in"], class_="lead", dir="auto"), rows)
    whole = tag("details", tag("summary", say("case_whole")), *steps, class_="answer whole")
    scene = tag("div", stem, asked, class_="scene")
    return fieldset(item, say("how_case"), scene, whole, counts=say("counts_case"))


def answer(item: ShownCase) -> Markup:
    """Return what each choice of each step is worth, and why, and the debrief."""
    most = _most({step["id"]: step for step in item["steps"]}, item["start"], {})
    parts = [
        join(
            tag("p", say("case_step", step=number), class_="step-name"),
            reasons(_worth(choice, most, step) for choice in step["choices"]),
        )
        for number, step in enumerate(item["steps"], start=1)
        if step["choices"]
    ]
    return join(*parts, tag("p", item["debrief"], class_="debrief", dir="auto"))


def signed(worth: int) -> str:
    """Return a worth with its sign: `+2`, `0`, `−1`."""
    return f"+{worth}" if worth > 0 else str(worth).replace("-", "−")


def _most(steps: dict[str, ShownStep], name: str, found: dict[str, int]) -> dict[str, int]:
    """Return what the best path from each step is worth; the check has ruled out loops."""
    if name not in found:
        ways = steps[name]["choices"]
        found[name] = max(
            (way["worth"] + _most(steps, way["next"], found)[way["next"]] for way in ways), default=0
        )
    return found


def _worth(choice: ShownMove, most: dict[str, int], step: ShownStep) -> Markup:
    """Return a choice with its worth; the one that leads to the most in the end is right."""
    right = choice["worth"] + most[choice["next"]] == most[step["id"]]
    word = say("case_worth", worth=signed(choice["worth"]))
    return reason(
        choice["text"],
        Mark("right" if right else "neutral", word, "✓" if right else "✗"),
        choice["rationale"],
    )


def _step(item: ShownCase, step: ShownStep, numbers: dict[str, int]) -> Markup:
    """Return a step, folded away, with what follows from each of its choices."""
    ways = [
        tag(
            "details",
            tag("summary", choice["text"], dir="auto"),
            tag("p", choice["consequence"], class_="consequence", dir="auto"),
            tag(
                "a",
                tag("span", say("case_on", step=numbers[choice["next"]]), class_="name"),
                class_="way",
                href=f"#{_anchor(item, choice['next'])}",
            ),
            class_="answer",
        )
        for choice in step["choices"]
    ]
    return tag(
        "details",
        tag("summary", say("case_step", step=numbers[step["id"]])),
        tag("p", step["text"], class_="stem", dir="auto"),
        tag("p", step["lead_in"], class_="lead", dir="auto") if step["lead_in"] else None,
        *ways,
        tag("p", say("case_end"), class_="step-end") if step["end"] else None,
        class_="answer",
        id=_anchor(item, step["id"]),
    )


def _anchor(item: ShownCase, step: str) -> str:
    return f"{item['id']}--{step}"
