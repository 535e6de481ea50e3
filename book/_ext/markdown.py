"""Plain Markdown, which every notebook shows as it is meant."""

import re
from urllib.parse import quote

NEW_CELL = "+++\n\n"  # so that a section can be folded, and cells of one's own put between two


def anchor(heading: str) -> str:
    """Return what a notebook's link to a heading says behind the `#`.

    JupyterLab knows a heading by its own letters; what would end a link of Markdown is written as a code.

    >>> anchor("Where it goes, and when (if at all)")
    'Where-it-goes,-and-when-%28if-at-all%29'
    """
    return quote(heading.replace(" ", "-"), safe="!$&'*+,/:;=?@")


def literal(text: str) -> str:
    r"""Return text that Markdown shows as it stands, also within a table and a link's title.

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
