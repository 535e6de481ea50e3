"""A package of QTI 3.0: the same as 2.2, with its elements and attributes written in the newer way."""

import re
import xml.etree.ElementTree as ET

from quizzes.export.format import Format
from quizzes.export.qti.item import KEPT, NOT_KEPT
from quizzes.export.qti.package import Edition, package
from quizzes.export.question import Questions

HTML = {"a", "b", "br", "div", "li", "p", "span", "ul"}
"""Elements that are HTML in both editions."""


def newer(root: ET.Element) -> ET.Element:
    """Return an element of QTI 2.2 as one of 3.0: `simpleChoice` is `qti-simple-choice`, `maxChoices` `max-choices`."""
    made = ET.Element(root.tag if root.tag in HTML else f"qti-{_hyphens(root.tag)}")
    for key, value in root.attrib.items():
        made.set(_hyphens(key), value)
    made.text, made.tail = root.text, root.tail
    # What is told is content like the body, and stands in an element of its own.
    inner = ET.SubElement(made, "qti-content-body") if root.tag == "modalFeedback" else made
    inner.extend(newer(child) for child in root)
    return made


def _hyphens(written: str) -> str:
    return re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", written)


QTI = Edition(
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    packaging="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema="QTI Package",
    version="3.0.0",
    kind="imsqti_{}_xmlv3p0",
    written=newer,
)


def write(found: Questions) -> bytes:
    """Return the package."""
    return package(found, QTI)


FORMAT = Format(
    name="qti3",
    title="QTI 3.0 package",
    suffix=".zip",
    sign=QTI.namespace,
    use=(
        "For teachers whose platform takes QTI 3.0: import the package. Scores are those of the book, and the reasons "
        "of everything stand together, after the answer."
    ),
    kept=KEPT,
    not_kept=NOT_KEPT,
    write=write,
)
