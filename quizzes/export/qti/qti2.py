"""A package of QTI 2.2, for TAO, OpenOlat and others."""

from quizzes.export.format import Format
from quizzes.export.qti.item import KEPT, NOT_KEPT
from quizzes.export.qti.package import Edition, package
from quizzes.export.question import Questions

QTI = Edition(
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p2",
    packaging="http://www.imsglobal.org/xsd/imscp_v1p1",
    schema="QTIv2.2 Package",
    version="1.0.0",
    kind="imsqti_{}_xmlv2p2",
    written=lambda root: root,
)


def write(found: Questions) -> bytes:
    """Return the package."""
    return package(found, QTI)


FORMAT = Format(
    name="qti2",
    title="QTI 2.2 package",
    suffix=".zip",
    sign=QTI.namespace,
    use=(
        "For teachers whose platform takes QTI 2.2, such as TAO and OpenOlat: import the package. Scores are those of "
        "the book, and the reasons of everything stand together, after the answer. For Canvas take its own package."
    ),
    kept=KEPT,
    not_kept=NOT_KEPT,
    write=write,
)
