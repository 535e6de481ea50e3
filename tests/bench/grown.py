"""Books of any size on the disease that nobody has: the same number of chapters is the same book, to the byte."""

import re
from pathlib import Path
from random import Random

from small_book import SMALL, put_together

SEED = 20261128
MODEL = "marble-thumb"
"""The chapter of the small book that each further one is made after: its cells, its questions, its labels."""
STUDIES = ("a", "b")
"""Studies of its own that a chapter has."""
ESTIMATES = 4
SHOWN = 3
"""How many of them its own chart shows."""
ROUNDS = 3
"""How often a chapter asks the questions of the model, each time of something else."""
PARAGRAPHS, SENTENCES = 14, 6
WORDS = 4000
"""Words of the language in which the chapters are written, of which a few make most of the text, as in any language."""

_LABEL = re.compile(r"^\(([\w-]+)\)=$", re.M)
_SYLLABLES = ("ba", "ce", "do", "fi", "gu", "la", "mer", "non", "pol", "ris", "sta", "tem", "vu", "xor")


def grow(folder: Path, chapters: int) -> Path:
    """Put a book into a folder with so many chapters, tests not counted, at least two; return where it is."""
    book = put_together(folder)
    random = Random(SEED)
    words = _language(random)
    names = [f"thumb-{number:03}" for number in range(1, chapters - 1)]
    for name in names:
        for file, text in _chapter(name, words, random).items():
            (book / file).write_text(text, "utf-8")
    _list_them(book, names)
    return book


def _language(random: Random) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < WORDS:
        made["".join(random.choices(_SYLLABLES, k=random.randint(1, 4)))] = None
    return list(made)


def _sentence(words: list[str], random: Random) -> str:
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    said = random.choices(words, weights, k=random.randint(8, 18))
    return " ".join(said).capitalize()


def _chapter(name: str, words: list[str], random: Random) -> dict[str, str]:
    """Return the files of a chapter, by their path in the book."""
    keys = [f"{name}-{letter}" for letter in STUDIES]
    estimates = [f"{key}-{number}" for key in keys for number in range(ESTIMATES)]
    chart = f"remission_{name.replace('-', '_')}"
    return {
        **{f"outcomes/studies/{key}.yml": _study(key, words, random) for key in keys},
        f"outcomes/figures/charts/{chart}.py": _chart(chart, estimates[:SHOWN], words, random),
        f"quizzes/bank/{name}.yml": _bank(name, words, random),
        f"book/{name}.md": _page(name, chart, estimates, words, random),
    }


def _study(key: str, words: list[str], random: Random) -> str:
    lines = [
        "source:",
        f"  key: {key}",
        f"  authors: {words[random.randrange(WORDS)].capitalize()} J",
        f"  title: {_sentence(words, random)}",
        "  journal: Journal of Examples",
        f"  year: {random.randint(1990, 2025)}",
        "  design: invented",
        f"  n: {random.randint(20, 90)}",
        "  level_seen: invented",
        "estimates:",
    ]
    for number in range(ESTIMATES):
        n = random.randint(20, 90)
        lines += [
            f"- id: {key}-{number}",
            "  topic: course",
            f"  measure: remission within {number + 1} years",
            f"  value: {random.randint(20, 90)}",
            "  unit: '%'",
            f"  n: {n}",
            "  population: all patients",
            f"  label: {words[random.randrange(WORDS)].capitalize()}",
            "  locator: invented",
        ]
    return "\n".join(lines) + "\n"


def _chart(chart: str, estimates: list[str], words: list[str], random: Random) -> str:
    text = (SMALL / "outcomes/figures/charts/remission.py").read_text("utf-8")
    series = "".join(f'    "{name}": theme.ALL_PATIENTS,\n' for name in estimates)
    text = re.sub(r"^SERIES = \{\n.*?^\}", f"SERIES = {{\n{series}}}", text, flags=re.M | re.S)
    text = text.replace("def remission(", f"def {chart}(")
    return text.replace("Most thumbs warm up again", _sentence(words, random))


def _bank(name: str, words: list[str], random: Random) -> str:
    text = (SMALL / f"quizzes/bank/{MODEL}.yml").read_text("utf-8")
    head, items = text.split("items:\n")
    asked = []
    for number in range(ROUNDS):
        said = items.replace(f"id: {MODEL}-", f"id: {name}-{number}-")
        said = re.sub(r'(?<=stem: ")', lambda _: f"{_sentence(words, random)}. ", said)
        said = re.sub(r"(?<=paragraph: )([\w-]+)", rf"\1-{name}", said)
        asked.append(said.strip("\n"))
    return f"{head.replace(MODEL, name)}items:\n" + "\n\n".join(asked) + "\n"


def _page(name: str, chart: str, estimates: list[str], words: list[str], random: Random) -> str:
    text = (SMALL / f"book/{MODEL}.md").read_text("utf-8")
    title = " ".join(random.choices(words[50:], k=3)).capitalize()
    text = text.replace("# Marble thumb", f"# {title}", 1).replace(f'quiz("{MODEL}")', f'quiz("{name}")')
    text = re.sub(r"\bremission(?=\n|\()", chart, text)
    for label in _LABEL.findall(text):
        text = text.replace(f"({label})=", f"({label}-{name})=").replace(
            f"](#{label})", f"](#{label}-{name})"
        )
    paragraphs = "\n\n".join(_paragraph(estimates, words, random) for _ in range(PARAGRAPHS))
    return text.replace("\n## Key points", f"\n{paragraphs}\n\n## Key points", 1)


def _paragraph(estimates: list[str], words: list[str], random: Random) -> str:
    lines = [f"{_sentence(words, random)}." for _ in range(SENTENCES)]
    shown = random.choice(estimates)
    study = shown.rpartition("-")[0]
    return "\n".join(
        [*lines, f"It was seen in {{ev}}`{shown}` {{cite}}`{study}`, before any {{term}}`relapse`."]
    )


def _list_them(book: Path, names: list[str]) -> None:
    """Name the chapters in the contents and on the first page, before the test that ends the course."""
    for file, before, line in (
        ("_toc.yml", "  - file: book/final-test\n", "  - file: book/{0}\n"),
        ("book/index.md", "3. [Final test]", "3. [{0}]({0}.md): one of many.\n"),
    ):
        path = book / file
        lines = "".join(line.format(name) for name in names)
        path.write_text(path.read_text("utf-8").replace(before, lines + before, 1), "utf-8")
