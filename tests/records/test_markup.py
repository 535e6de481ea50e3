"""HTML is written in one place, which cannot forget to escape a text."""

import ast
import re

from build import ROOT

PACKAGES = ("book/_ext", "outcomes", "quizzes", "records")
TAG = re.compile(
    r"(?<!\?P)</?(?!b>|br>)[a-z][a-z0-9]*(?=[\s>/]|$)"
)  # <b> and <br> are what plotly understands
# docutils has a node open and close its element in two calls, and escapes with its own `attval` and `encode`.
OF_DOCUTILS = re.compile(r"_?(visit|depart)_")


def values_put_into_html(source):
    """Return the lines of f-strings that put a value into an element."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    excused = {id(inner) for node in functions if OF_DOCUTILS.match(node.name) for inner in ast.walk(node)}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and id(node) not in excused and TAG.search(fixed(node))
    ]


def fixed(node):
    return "\0".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))


def test_no_f_string_puts_a_value_into_html():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        if path != ROOT / "records" / "markup.py"
        for line in values_put_into_html(path.read_text("utf-8"))
    ]
    assert found == []


def test_such_an_f_string_would_be_found():
    assert values_put_into_html("x = 1\ny = f'<td class=\"n\">{x}</td>'") == [2]
    assert values_put_into_html("y = f'{x}<br>{x}'") == []
