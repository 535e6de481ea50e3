"""What a printed PDF paints outside its tags: heads of pages, backgrounds, borders, the lines and letters of a drawing.

Who hears it is spared them: a drawing has its words. PDF/UA-1 (ISO 14289-1, 7.1) wants all that is painted either in a
tag or marked as an artifact; Chromium marks none.
"""

import re

import pikepdf

MARK = re.compile(rb"^(?:(?P<begins>.*B[DM]C)|EMC)$", re.MULTILINE)
"""The operators of marked content, each of which Chromium gives a line of its own."""
TAGS = (b"/MCID", b"/Artifact")
"""What tells a mark that is a tag or an artifact from one that says how a ligature is spelled."""
PAINTED = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
LEFT = "n"
"""Ends a path that nothing paints: it clips."""
WHOLE = {"m": {*PAINTED, LEFT}, "re": {*PAINTED, LEFT}, "BT": {"ET"}}
"""What begins a path or a text, by what ends it: a mark may stand around one, not within."""
ALONE = {"Do", "sh", "INLINE IMAGE"}
# Most gaps paint nothing, and need not be read operator by operator, which takes long.
PAINTS = re.compile(rb"\b(?:BT|Do|sh|BI|[FSs]|f|[Bb])(?:\*|\b)")


def mark(printed: pikepdf.Pdf) -> None:
    """Mark what is painted outside the tags of each page."""
    for page in printed.pages:
        page.contents_coalesce()
        page.Contents = printed.make_stream(_marked(page.Contents.read_bytes(), printed))


def _marked(content: bytes, printed: pikepdf.Pdf) -> bytes:
    """Return the content of a page in which each gap between tags is marked."""
    parts: list[bytes] = []
    marks: list[bool] = []
    begun = 0
    for found in MARK.finditer(content):
        outside = not any(marks)
        if mark := found["begins"]:
            marks.append(any(kind in mark for kind in TAGS))
            if outside and any(marks):
                parts.append(_artifacts(content[begun : found.start()], printed))
                begun = found.start()
        else:
            marks.pop()
            if not outside and not any(marks):
                parts.append(content[begun : found.end()])
                begun = found.end()
    return b"".join([*parts, _artifacts(content[begun:], printed)])


def _artifacts(gap: bytes, printed: pikepdf.Pdf) -> bytes:
    """Return the operators of a gap with a mark around each path, text and image."""
    if not PAINTS.search(gap):
        return gap
    parts: list[bytes] = [b""]
    whole: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    ends: set[str] = set()
    for instruction in pikepdf.parse_content_stream(printed.make_stream(gap)):
        operator = str(instruction.operator)
        whole.append(instruction)
        ends = ends or WHOLE.get(operator, set())
        if ends and operator not in ends:
            continue
        paints = (ends and operator != LEFT) or operator in ALONE
        written = pikepdf.unparse_content_stream(whole)
        parts.append(b"/Artifact BMC\n" + written + b"\nEMC" if paints else written)
        whole, ends = [], set()
    return b"\n".join([*parts, b""])
