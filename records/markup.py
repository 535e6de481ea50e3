"""HTML and SVG that no text can break out of: whatever is not already markup is escaped."""

import json
from html import escape

VOID = {"br", "input", "link", "meta"}
SHAPES = {"circle", "line", "path", "rect"}
"""Elements of SVG that usually have no content, and then close themselves."""


class Markup(str):
    """Text that is markup. Only this module makes it."""

    __slots__ = ()


Child = str | None
"""Text, which is escaped, markup, which is not, or nothing."""


def tag(name: str, /, *children: Child, **attributes: object) -> Markup:
    """Return an element. In an attribute's name `_` stands for `-`, and one at the end is dropped; None leaves it out.

    >>> tag("p", "a < b", tag("b", "c"), class_="x", title='"')
    '<p class="x" title="&quot;">a &lt; b<b>c</b></p>'
    >>> tag("line", x1=0, text_anchor=None)
    '<line x1="0"/>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in SHAPES and not children:
        return Markup(f"<{name}{said}/>")
    return Markup(f"<{name}{said}>" if name in VOID else f"<{name}{said}>{join(*children)}</{name}>")


def join(*children: Child, between: str = "") -> Markup:
    """Return children in a row, with a text between each two; None leaves no gap.

    >>> join("a < b", None, tag("b", "c"), between=" & ")
    'a &lt; b &amp; <b>c</b>'
    """
    return Markup(escape(between).join(_of(child) for child in children if child is not None))


def as_made(written: str) -> Markup:
    """Return as markup what this module made and what has become text since, as in the output of a cell."""
    return Markup(written)


def style(rules: str) -> Markup:
    """Return a style sheet, which must be the course's own: it is not escaped."""
    return Markup(f"<style>{rules}</style>")


def document(head: Markup, body: Markup) -> str:
    """Return a whole page in English, from the content of its head and its `<body>`."""
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n{body}\n</html>\n'


def json_script(data: object) -> str:
    r"""Return data as JSON for a `<script>`, which no text in it can close.

    >>> json_script({"text": "</script>"})
    '{"text":"\\u003c/script\\u003e"}'
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written


def data_script(data: object, **attributes: object) -> Markup:
    """Return data as an element that a script on the page reads.

    >>> data_script([1], class_="x")
    '<script type="application/json" class="x">[1]</script>'
    """
    return tag("script", Markup(json_script(data)), type="application/json", **attributes)


def _of(child: str) -> str:
    return child if isinstance(child, Markup) else escape(child)
