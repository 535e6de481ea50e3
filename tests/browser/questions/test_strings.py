"""Every word of the quiz comes from the catalog: with another catalog no word of the old one is left."""

import json
import re
from pathlib import Path

import pytest
from engine_copy import bundle, put_together, python
from every_kind import FOLDER
from playwright.sync_api import Page

from build import ROOT
from device import keep
from reader import PAINTED

STEPS = 8
"""More than any case of the example has."""

# Between brackets, or a sign that every language writes so: one half, the number of answers on a picture, and the name
# of a file.
OWN = re.compile(r"[⟦⟪][^⟦⟧⟪⟫]*[⟧⟫]|½|^n \d+$|[\w-]+-results-\w+-[\d-]+\.json")
LETTER = re.compile(r"[^\W\d_]")

# The bank's own words stand in ⟪⟫, those of the catalog in ⟦⟧; what a catalog's text takes in stands in neither.
MAKE_PAGE = """
import sys
from pathlib import Path
import yaml
from quizzes.authoring.bank import Bank
from quizzes.page.card import quiz_html
from quizzes.resolve import Way, resolve

NAMES = {"id", "objective", "kind", "bloom", "paragraph", "written", "unit", "answer", "next", "start", "value"}

def marked(value, field=""):
    if isinstance(value, dict):
        return {name: marked(inner, name) for name, inner in value.items()}
    if isinstance(value, list) and field not in ("evidence", "sources"):
        return [marked(inner, field) for inner in value]
    return f"⟪{value}⟫" if isinstance(value, str) and field not in NAMES else value

class Said:
    text, title, detail, source, id = "5", "⟪a⟫", "⟪b⟫", "⟪c⟫", "d"

raw = yaml.safe_load(Path(sys.argv[1]).read_text("utf-8"))
bank = Bank.model_validate({**marked(raw), "chapter": raw["chapter"]})
shown = resolve(bank, cite=lambda _: Said, paragraph_way=lambda _, label: Way("#x", "⟪way⟫"))
print('<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="quizzes/_bundle/quiz.css">')
scripts = "".join(f'<script src="quizzes/_bundle/{name}.js"></script>' for name in ("case", "quiz"))
print(quiz_html(shown) + scripts)
"""

# What a reader may see or hear: texts that are drawn, and the attributes that are read out.
SEEN = """() => {
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (!parentElement.closest('script, style')) seen.push(data);
  }
  for (const element of document.querySelectorAll('.quiz *'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription',
      'aria-valuetext', 'label'])
      if (element.hasAttribute(name)) seen.push(element.getAttribute(name));
  return seen;
}"""


def catalogs(quizzes: Path) -> list[Path]:
    """Return what all questions say, and what each kind says."""
    return [quizzes / "strings.json", *quizzes.glob("kinds/*/words.json")]


def pseudo(text: str) -> str:
    """Return a text with each of its words in brackets, and what it takes in outside them."""
    parts = re.split(r"(\{\w+\})", text)
    return "".join(part if part.startswith("{") or not part else f"⟦{part}⟧" for part in parts)


def strays(texts: list[str]) -> list[str]:
    """Return the texts in which a letter is neither the bank's nor the catalog's."""
    found = []
    for text in texts:
        rest, before = text, None
        while rest != before:
            before, rest = rest, OWN.sub("", rest)
        if LETTER.search(rest):
            found.append(text)
    return found


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """A page with a question of every kind, made from a copy of the package with another catalog."""
    folder = put_together(tmp_path_factory.mktemp("pseudo"))
    for catalog in catalogs(folder / "quizzes"):
        words = {key: pseudo(text) for key, text in json.loads(catalog.read_text("utf-8")).items()}
        catalog.write_text(json.dumps(words, ensure_ascii=False), "utf-8")
    bundle(folder)
    made = python(folder, "-c", MAKE_PAGE, str(FOLDER / "every-kind.yml"))
    assert made.returncode == 0, made.stderr
    page = folder / "page.html"
    page.write_text(made.stdout, "utf-8")
    return page


@pytest.fixture
def open_elsewhere(browser, elsewhere):
    contexts = []

    def open_page(**options) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.goto(elsewhere.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def fill(page: Page) -> None:
    """Give some answer wherever one can be given; of options that exclude each other it is the second, a wrong one."""
    page.evaluate("""() => {
      const tell = (input, name) => input.dispatchEvent(new Event(name, { bubbles: true }));
      for (const set of document.querySelectorAll('.quiz .item fieldset'))
        for (const input of [...set.querySelectorAll('input:enabled')].slice(0, 2)) {
          if (input.type === 'radio' || input.type === 'checkbox') input.checked || input.click();
          else if (input.value === '') { input.value = '5'; tell(input, 'input'); tell(input, 'change'); }
        }
      for (const menu of document.querySelectorAll('.quiz select:enabled'))
        if (menu.selectedIndex < 1) { menu.selectedIndex = 1; tell(menu, 'input'); tell(menu, 'change'); }
    }""")


def answer_everything(page: Page) -> set[str]:
    """Answer and check every question, a case step by step, and return all texts met on the way."""
    seen: set[str] = set()
    for _ in range(STEPS):
        fill(page)
        page.evaluate(
            "document.querySelectorAll('.quiz .item :is(.scene button, button[type=submit]):enabled')"
            ".forEach((one) => one.click())"
        )
        page.evaluate(PAINTED)
        seen.update(page.evaluate(SEEN))
    return seen


PRESS = """words => {
  const all = [...document.querySelectorAll('.quiz button:enabled')].filter((one) => one.checkVisibility());
  const next = all.find((one) => !words.includes(one.textContent));
  next?.click();
  return next?.textContent ?? null;
}"""


def press_everything(page: Page, rounds: int) -> set[str]:
    """Answer and press every button by its words, again and again, and return all texts met on the way."""
    seen = set(page.evaluate(SEEN))
    page.evaluate("document.querySelectorAll('.quiz details').forEach((one) => (one.open = true))")
    for _ in range(rounds):
        pressed: list[str] = []
        fill(page)
        while (words := page.evaluate(PRESS, pressed)) is not None:
            pressed.append(words)
            fill(page)
            page.evaluate(PAINTED)
            seen.update(page.evaluate(SEEN))
    return seen


def test_a_stray_word_is_seen():
    assert strays(["⟦Question ⟧3⟦ of ⟧8", "⟦Back to “⟧⟪the sky⟫⟦”⟧", "5 < 7 ✓", "Check ⟦it⟧"]) == [
        "Check ⟦it⟧"
    ]


def test_the_plain_page_says_nothing_but_its_catalog(open_elsewhere):
    page = open_elsewhere(java_script_enabled=False)
    texts = page.locator(".quiz").all_inner_texts()
    assert "⟦" in texts[0]
    # A closed answer is in no text that is drawn; it is read from the page itself.
    assert strays(page.evaluate(SEEN)) == []


def test_the_questions_say_nothing_but_their_catalog_whatever_one_presses(open_elsewhere):
    page = open_elsewhere()
    keep(page, settings={"certainty": True})
    page.reload()
    page.wait_for_selector(".quiz[data-total]")
    seen = answer_everything(page) | press_everything(page, rounds=2)
    assert strays(sorted(seen)) == []
    words: dict[str, str] = {}
    for catalog in catalogs(ROOT / "quizzes"):
        words |= json.loads(catalog.read_text("utf-8"))
    # Much was met: answers, their reasons, an exam, its results, and what is asked before anything is erased.
    for key in (
        "verdict_wrong",
        "right_option",
        "case_debrief",
        "exam_submit",
        "results_objectives",
        "reset_yes",
    ):
        assert any(pseudo(words[key]) in text for text in seen), key
