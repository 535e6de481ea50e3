"""A branching case in a page with scripts off: every step can be unfolded, and leads on by a link."""

from html import escape

from quizzes.kinds.case.record import ShownCase, ShownMove, ShownStep
from quizzes.kinds.form import fieldset
from quizzes.kinds.options import option_rows
from quizzes.kinds.reasons import Mark, reason, reasons
from quizzes.strings import say


def form(item: ShownCase) -> str:
    """Return the first step as the front end shows it, and all steps folded away."""
    first = next(step for step in item["steps"] if step["id"] == item["start"])
    rows = option_rows(item["id"], (choice["text"] for choice in first["choices"]), "radio")
    numbers = {step["id"]: number for number, step in enumerate(item["steps"], start=1)}
    steps = "".join(_step(item, step, numbers) for step in item["steps"])
    scene = (
        f'<div class="scene"><p class="stem" dir="auto">{escape(first["text"])}</p><fieldset>'
        f'<legend class="lead" dir="auto">{escape(first["lead_in"] or "")}</legend>{rows}</fieldset></div>'
        f'<details class="answer whole"><summary>{escape(say("case_whole"))}</summary>{steps}</details>'
    )
    return fieldset(item, say("how_case"), scene, counts=say("counts_case"))


def answer(item: ShownCase) -> str:
    """Return what each choice of each step is worth, and why, and the debrief."""
    most = _most({step["id"]: step for step in item["steps"]}, item["start"], {})
    parts = [
        f'<p class="step-name">{escape(say("case_step", step=number))}</p>'
        + reasons(_worth(choice, most, step) for choice in step["choices"])
        for number, step in enumerate(item["steps"], start=1)
        if step["choices"]
    ]
    return f'{"".join(parts)}<p class="debrief" dir="auto">{escape(item["debrief"])}</p>'


def signed(worth: int) -> str:
    """Return a worth with its sign: `+2`, `0`, `−1`."""
    return f"+{worth}" if worth > 0 else str(worth).replace("-", "−")


def _most(steps: dict[str, ShownStep], name: str, found: dict[str, int]) -> dict[str, int]:
    """Return what the best path from each step is worth; the check has seen that no way leads back."""
    if name not in found:
        ways = steps[name]["choices"]
        found[name] = max(
            (way["worth"] + _most(steps, way["next"], found)[way["next"]] for way in ways), default=0
        )
    return found


def _worth(choice: ShownMove, most: dict[str, int], step: ShownStep) -> str:
    """Return a choice with its worth; right is what leads to the most in the end."""
    right = choice["worth"] + most[choice["next"]] == most[step["id"]]
    word = say("case_worth", worth=signed(choice["worth"]))
    return reason(
        choice["text"],
        Mark("right" if right else "neutral", word, "✓" if right else "✗"),
        choice["rationale"],
    )


def _step(item: ShownCase, step: ShownStep, numbers: dict[str, int]) -> str:
    """Return a step, folded away, with what follows from each of its choices."""
    name = escape(say("case_step", step=numbers[step["id"]]))
    asked = f'<p class="lead" dir="auto">{escape(step["lead_in"])}</p>' if step["lead_in"] else ""
    end = f'<p class="step-end">{escape(say("case_end"))}</p>' if step["end"] else ""
    ways = "".join(
        f'<details class="answer"><summary dir="auto">{escape(choice["text"])}</summary>'
        f'<p class="consequence" dir="auto">{escape(choice["consequence"])}</p>'
        f'<a class="way" href="#{escape(_anchor(item, choice["next"]))}">'
        f'<span class="name">{escape(say("case_on", step=numbers[choice["next"]]))}</span></a></details>'
        for choice in step["choices"]
    )
    return (
        f'<details class="answer" id="{escape(_anchor(item, step["id"]))}"><summary>{name}</summary>'
        f'<p class="stem" dir="auto">{escape(step["text"])}</p>{asked}{ways}{end}</details>'
    )


def _anchor(item: ShownCase, step: str) -> str:
    return f"{item['id']}--{step}"
