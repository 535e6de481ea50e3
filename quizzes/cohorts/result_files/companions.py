"""Files that systems and programs leave beside those that students handed in."""

import re
import stat
from pathlib import Path

NAME = (
    r"^(\.ds_store|thumbs\.db|desktop\.ini|icon\r?|\._[^/]*|~\$[^/]*|[^/]*[:\uf03a]zone\.identifier|onlinetext\.html"
    r"|([^/]*-)?class-report( ?\(\d+\))?\.(html|csv))$"
)
"""What such a file is called, in any case: by macOS, Windows, Office, a learning platform, or as a report of this
course. A browser reads this pattern too and must understand the same."""

_COMPANION = re.compile(NAME, re.IGNORECASE)
_BEGINNING = 64
"""How much of a file says what it is [bytes]."""


def is_companion(path: Path) -> bool:
    """Return whether a file that could not be read as a result file is nobody's work.

    Its name alone does not decide: what begins with a brace, as a result file does, was handed in.
    """
    if _COMPANION.fullmatch(path.name) is None:
        return False
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return False
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False
    # The marks of UTF-8 and UTF-16, and the half of each letter that is empty in UTF-16.
    return not beginning.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n").startswith(b"{")
