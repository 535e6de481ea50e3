"""A ninth kind is a folder and two lines: it is checked, linted, drawn, graded, kept, exported and read in a class."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from engine_copy import bundle, put_together, python
from every_kind import EVIDENCE, bank
from playwright.sync_api import expect

from build import ROOT
from marble_thumb import KEY

NINTH = ROOT / "tests" / "quizzes" / "ninth_kind" / "yes_no"
CITE = f"""
from functools import partial
from pathlib import Path
from outcomes import load_ledger
from outcomes.phrase import cite_from
cite = partial(cite_from, load_ledger({str(EVIDENCE)!r}))
"""
PAGE = f"""{CITE}
from quizzes.authoring.load import load_bank
from quizzes.page.card import quiz_html
from quizzes.resolve import resolve
questions = quiz_html(resolve(load_bank("every-kind", Path("bank"), cite=cite), cite=cite))
Path("page.html").write_text(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Nine</title>'
    '<link rel="stylesheet" href="quizzes/_bundle/quiz.css">'
    + questions + '<script src="quizzes/_bundle/quiz.js"></script>', "utf-8")
"""
EXPORT = """const { decode } = await import("./quizzes/frontend/record/record.js");
const { written } = await import("./quizzes/frontend/record/transfer.js");
console.log(written(decode(process.argv[1]).kept, Date.now()));"""
CLASS = (
    CITE
    + """
from quizzes import cohort
found = cohort("class", bank=Path("bank"), cite=cite)
print(dict(found.scored.select("item", "score").cast({"item": str}).iter_rows()))
print(found.options().filter(found.options()["item"] == "every-kind-yes-no").select("text", "picked").rows())
assert "car accident" in found.report()
"""
)


@pytest.fixture(scope="module")
def nine(tmp_path_factory) -> Path:
    """Return a copy of the engine with the ninth kind, and a bank with its example."""
    folder = put_together(tmp_path_factory.mktemp("nine"))
    kinds = folder / "quizzes" / "kinds"
    shutil.copytree(NINTH, kinds / "yes_no")
    for register, last, line in (
        ("register.py", '    "case",\n', '    "yes_no",\n'),
        (
            "cards.js",
            'export { branchingCase } from "./case/card.js";\n',
            'export { yesNo } from "./yes_no/card.js";\n',
        ),
    ):
        text = (kinds / register).read_text("utf-8")
        assert last in text
        (kinds / register).write_text(text.replace(last, last + line), "utf-8")
    (folder / "bank").mkdir()
    (folder / "bank" / "every-kind.yml").write_text(
        f"{bank()}\n{(NINTH / 'example.yml').read_text('utf-8')}", "utf-8"
    )
    bundle(folder)
    made = python(folder, "-c", PAGE)
    assert made.returncode == 0, made.stderr
    return folder


def spoil(nine: Path, folder: Path, words: str, others: str) -> None:
    """Write the bank into a folder with other words."""
    text = (nine / "bank" / "every-kind.yml").read_text("utf-8")
    assert words in text
    (folder / "every-kind.yml").write_text(text.replace(words, others), "utf-8")


@pytest.fixture
def page(browser, nine):
    context = browser.new_context()
    page = context.new_page()
    page.goto((nine / "page.html").as_uri() + "?questions=all")
    yield page
    context.close()


def test_its_rules_are_told_like_those_of_any_kind(nine, tmp_path):
    spoil(nine, tmp_path, "count as an event?", "count.")
    told = python(
        nine,
        "-c",
        f"{CITE}from quizzes.authoring.load import load_banks; load_banks(Path({str(tmp_path)!r}), cite=cite)",
    )
    assert (
        "every-kind.yml: every-kind-yes-no: lead_in: is no question; end it with a question mark"
        in told.stderr
    )


def test_it_is_judged_by_the_rules_of_good_questions(nine, tmp_path):
    spoil(nine, tmp_path, "Does a death in a car accident count", "Does a death in a car accident not count")
    told = python(
        nine,
        "-c",
        f"{CITE}from quizzes.authoring.lint import lint; print(*lint(Path({str(tmp_path)!r}), cite=cite), sep='\\n')",
    )
    assert "every-kind-yes-no: negative: the lead-in says “not”" in told.stdout


def test_its_fields_are_in_the_schema_for_editors(nine):
    told = python(nine, "-c", "from quizzes.authoring.schema import schema; print(schema())")
    assert "YesNo" in json.loads(told.stdout)["$defs"]


def test_with_scripts_off_it_stands_there_with_its_answer(browser, nine):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((nine / "page.html").as_uri())
    item = page.locator("[id='every-kind-yes-no']")
    expect(item.locator("label.option")).to_have_text(["Yes", "No"])
    expect(item.locator(".reasons")).to_contain_text("Deaths from other causes are censored.")
    context.close()


def test_it_has_its_own_look(page):
    style = page.locator("[id='every-kind-yes-no'] label.option").first.evaluate(
        "one => getComputedStyle(one).fontStyle"
    )
    assert style == "italic"


def test_it_is_graded_and_kept_and_counts_in_a_class(page, nine):
    item = page.locator("[id='every-kind-yes-no']")
    item.get_by_label("No", exact=True).check()
    item.get_by_role("button", name="Check").click()
    expect(item.locator(".verdict")).to_contain_text("Right.")
    page.reload()
    expect(item.locator(".verdict")).to_contain_text("Right.")
    kept = page.evaluate("key => localStorage.getItem(key)", KEY)
    file = subprocess.run(
        ["node", "--input-type=module", "--eval", EXPORT, kept],
        cwd=nine,
        check=True,
        capture_output=True,
        text=True,
    )
    (nine / "class").mkdir()
    (nine / "class" / "kim.json").write_text(file.stdout, "utf-8")
    told = python(nine, "-c", CLASS)
    assert told.stdout.splitlines() == ["{'every-kind-yes-no': 1.0}", "[('Yes', 0), ('No', 1)]"], told.stderr
