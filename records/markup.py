"""HTML and SVG that no text can end: whatever is not markup already is escaped."""

import json
from html import escape

VOID = {"br", "input", "meta"}


class Markup(str):
    """Text that is markup. Only this module makes it."""

    __slots__ = ()


Child = str | None
"""Text, which is escaped, markup, which is not, or nothing."""


def tag(name: str, /, *children: Child, **attributes: object) -> Markup:
    """Return an element; `_` in the name of an attribute stands for `-`, one at its end for nothing.

    >>> tag("p", "a < b", tag("b", "c"), class_="x", title='"')
    '<p class="x" title="&quot;">a &lt; b<b>c</b></p>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{said}>" if name in VOID else f"<{name}{said}>{join(*children)}</{name}>")


def join(*children: Child) -> Markup:
    """Return several one after the other."""
    return Markup("".join(_of(child) for child in children))


def style(rules: str) -> Markup:
    """Return a style sheet, which is the course's own."""
    return Markup(f"<style>{rules}</style>")


def document(head: Markup, body: Markup) -> str:
    """Return a page."""
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n{body}\n</html>\n'


def json_script(data: object) -> str:
    r"""Return data as JSON that no text in it can end, whatever it holds.

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


def _of(child: Child) -> str:
    if child is None:
        return ""
    return child if isinstance(child, Markup) else escape(child)
