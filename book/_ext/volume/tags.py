"""What the tags of a printed PDF lack for those who hear it, as far as it can be put right after Chromium's print.

PDF/UA-1 (ISO 14289-1) wants an alternative for each figure, a standard type for each tag, and words for each link.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

STANDARD = {"/Em": Name.Span, "/Strong": Name.Span}
"""Types that Chromium takes from PDF 2.0, by the one that PDF 1.7 has."""

IN_AN_ENTRY = (Name.Lbl, Name.LBody)
"""What an entry of a list may hold."""


def mend(printed: pikepdf.Pdf) -> None:
    """Say of the tags what they are, and of each link where it leads."""
    tree = printed.Root.StructTreeRoot
    tree.RoleMap = Dictionary(STANDARD)
    parents = pikepdf.NumberTree(tree.ParentTree)
    for element in _elements(tree.K):
        # What HTML calls a figure is the drawing with its caption and its table, each of which is read on its own.
        if element.get("/S") == Name.Figure and not str(element.get("/Alt", "")):
            element.S = Name.Div
        if element.get("/S") == Name.LI:
            _give_body(element, printed, parents)
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


def _give_body(entry: pikepdf.Object, printed: pikepdf.Pdf, parents: pikepdf.NumberTree) -> None:
    """Put what an entry of a list says into the body that a list has beside its label.

    A number among an element's kids is content of a page, whose own list of parents says to which element it belongs.
    """
    kids = list(entry.K) if isinstance(entry.K, Array) else [entry.K]
    said = [kid for kid in kids if not (isinstance(kid, Dictionary) and kid.get("/S") in IN_AN_ENTRY)]
    if not said:
        return
    body = printed.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=entry, K=Array(said)))
    for kid in said:
        if isinstance(kid, int):
            body.Pg = entry.Pg
            parents[int(entry.Pg.StructParents)][kid] = body
        elif "/MCID" in kid:
            page = kid.Pg if "/Pg" in kid else entry.Pg
            parents[int(page.StructParents)][int(kid.MCID)] = body
        else:
            kid.P = body
    entry.K = Array([*(kid for kid in kids if kid not in said), body])


def _leads(link: pikepdf.Object, places: dict[str, int]) -> str:
    """Return where a link leads, in words: an address, or a page of this document."""
    action = link.get("/A", Dictionary())
    if "/URI" in action:
        return str(action.URI)
    to = link.get("/Dest", action.get("/D"))
    return f"Page {places[str(to)]}" if str(to) in places else "A place in this document"
