"""Plain Markdown, which every notebook displays."""

import re
from urllib.parse import quote

NEW_CELL = "+++\n\n"  # so that a section can be folded, and a teacher's own cells put between two


def anchor(heading: str) -> str:
    """Return what follows the `#` in a notebook's link to a heading.

    JupyterLab finds a heading by its own text; characters that would end a Markdown link are percent-encoded.

    >>> anchor("Where it goes, and when (if at all)")
    'Where-it-goes,-and-when-%28if-at-all%29'
    """
    return quote(heading.replace(" ", "-"), safe="!$&'*+,/:;=?@")


def literal(text: str) -> str:
    r"""Escape a text so that Markdown shows it as it stands, even in a table or a link's title.

    >>> literal('"p" < 0.05 | a*b')
    '\\"p\\" \\< 0.05 \\| a\\*b'
    """
    return re.sub(r"""[\\`*_\[\]<>|$"~]""", r"\\\g<0>", text)


def quoted(content: str) -> str:
    """Return Markdown as a block quotation.

    >>> quoted("One line.\\n\\nAnother.")
    '> One line.\\n>\\n> Another.'
    """
    return "\n".join(f"> {line}".rstrip() for line in content.splitlines())
