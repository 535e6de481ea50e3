"""A package of QTI: a manifest, a test for each chapter, a file for each question."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass

from quizzes.export.archive import zipped
from quizzes.export.qti.item import item, name
from quizzes.export.question import Chapter, Questions

METADATA = "http://ltsc.ieee.org/xsd/LOM"


@dataclass(frozen=True)
class Edition:
    """An edition of QTI: its namespaces, what its manifest calls things, and how its elements are written."""

    namespace: str
    packaging: str
    schema: str
    version: str
    kind: str
    """What a resource is, as in `imsqti_item_xmlv2p2`, with `{}` for item or test."""
    written: Callable[[ET.Element], ET.Element]


def package(found: Questions, edition: Edition) -> bytes:
    """Return the package."""
    items = {
        f"items/{question.id}.xml": _file(edition, item(found, question)) for _, question in found.each()
    }
    tests = {f"tests/{chapter.name}.xml": _file(edition, _test(found, chapter)) for chapter in found.chapters}
    manifest = _xml(_manifest(found, edition))
    return zipped({"imsmanifest.xml": manifest, **tests, **items})


def _test(found: Questions, chapter: Chapter) -> ET.Element:
    root = ET.Element(
        "assessmentTest", identifier=name(chapter.name), title=f"{found.title}: {chapter.title}"
    )
    part = ET.SubElement(
        root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual"
    )
    section = ET.SubElement(
        part, "assessmentSection", identifier="section", title=chapter.title, visible="true"
    )
    for question in chapter.questions:
        ET.SubElement(
            section, "assessmentItemRef", identifier=name(question.id), href=f"../items/{question.id}.xml"
        )
    return root


def _manifest(found: Questions, edition: Edition) -> ET.Element:
    root = ET.Element("manifest", {"xmlns": edition.packaging, "identifier": found.identity})
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = edition.schema
    ET.SubElement(metadata, "schemaversion").text = edition.version
    lom = ET.SubElement(metadata, "lom", xmlns=METADATA)
    title = ET.SubElement(ET.SubElement(lom, "general"), "title")
    ET.SubElement(title, "string", language="en").text = found.title
    rights = ET.SubElement(ET.SubElement(lom, "rights"), "description")
    ET.SubElement(rights, "string", language="en").text = found.credit
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    for chapter in found.chapters:
        test = _resource(resources, edition, "test", f"test-{chapter.name}", f"tests/{chapter.name}.xml")
        for question in chapter.questions:
            ET.SubElement(test, "dependency", identifierref=f"item-{question.id}")
    for _, question in found.each():
        _resource(resources, edition, "item", f"item-{question.id}", f"items/{question.id}.xml")
    return root


def _resource(resources: ET.Element, edition: Edition, what: str, identifier: str, href: str) -> ET.Element:
    made = ET.SubElement(
        resources, "resource", identifier=identifier, type=edition.kind.format(what), href=href
    )
    ET.SubElement(made, "file", href=href)
    return made


def _file(edition: Edition, root: ET.Element) -> bytes:
    written = edition.written(root)
    written.set("xmlns", edition.namespace)
    return _xml(written)


def _xml(root: ET.Element) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()
