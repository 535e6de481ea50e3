"""What the tags of a printed PDF lack for those who hear it, as far as it can be put right after Chromium's print.

PDF/UA-1 (ISO 14289-1) wants an alternative for each figure, a standard type for each tag, and words for each link.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

STANDARD = {"/Em": Name.Span, "/Strong": Name.Span}
"""Types that Chromium takes from PDF 2.0, by the one that PDF 1.7 has."""


def mend(printed: pikepdf.Pdf) -> None:
    """Say of the tags what they are, and of each link where it leads."""
    tree = printed.Root.StructTreeRoot
    tree.RoleMap = Dictionary(STANDARD)
    for element in _elements(tree.K):
        # What HTML calls a figure is the drawing with its caption and its table, each of which is read on its own.
        if element.get("/S") == Name.Figure and not str(element.get("/Alt", "")):
            element.S = Name.Div
    numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(printed.pages, 1)}
    places = {name: numbers[to[0].objgen] for name, to in printed.Root.get("/Dests", {}).items()}
    for page in printed.pages:
        for link in page.get("/Annots", ()):
            if link.get("/Subtype") == Name.Link and "/Contents" not in link:
                link.Contents = _leads(link, places)


def _elements(kids: pikepdf.Object) -> Iterator[Dictionary]:
    """Yield the elements of a structure, itself first."""
    waiting = [kids]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Array):
            waiting.extend(here)
        elif isinstance(here, Dictionary):
            yield here
            if "/K" in here:
                waiting.append(here.K)


def _leads(link: pikepdf.Object, places: dict[str, int]) -> str:
    """Return where a link leads, in words: an address, or a page of this document."""
    action = link.get("/A", Dictionary())
    if "/URI" in action:
        return str(action.URI)
    to = link.get("/Dest", action.get("/D"))
    return f"Page {places[str(to)]}" if str(to) in places else "A place in this document"
