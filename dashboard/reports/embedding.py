"""A report carries its manifest in itself; here it goes into a file and comes out again.

Workbooks and documents hold it as a custom XML part, which office programs keep and nobody sees.
"""

import re
import zlib
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from pathlib import Path
from xml.sax.saxutils import escape, unescape
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from dashboard.reports.manifest import MARK

START_OF_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP file can name: nothing in it depends on when it was made."""

NAMESPACE = "urn:impact-matrix:report"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ITEM_ID = "{8A5C9E52-3F0B-4C0E-9C39-6D6A7B1E4D10}"
"""Names the kind of part, as office programs ask; any constant will do."""

LARGEST = 100_000_000
"""Bytes of a part that are looked through; a report is far smaller."""

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def embed(path: Path, manifest: str) -> None:
    """Puts the manifest into a workbook or document, whose times become fixed."""
    with ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    main = "xl/workbook.xml" if "xl/workbook.xml" in parts else "word/document.xml"
    folder, _, name = main.partition("/")
    relations = f"{folder}/_rels/{name}.rels"
    parts[relations] = _with_relation(parts[relations])
    parts["[Content_Types].xml"] = _with_type(parts["[Content_Types].xml"])
    write_zip(path, parts | _custom_xml(manifest))


def write_zip(path: Path, parts: dict[str, bytes]) -> None:
    """The same parts give the same bytes."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, START_OF_TIME)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)


def embedded(path: Path) -> str | None:
    """The manifest in a file of any format; None where there is none."""
    found = (_marked(text) for text in _texts(path))
    return next((manifest for manifest in found if manifest), None)


def _marked(text: str) -> str | None:
    """The JSON that begins with the mark, whatever stands around it."""
    start = text.find(MARK)
    if start < 0:
        return None
    try:
        _, end = JSONDecoder().raw_decode(text, start)
    except JSONDecodeError:
        return None
    return text[start:end]


def _texts(path: Path) -> Iterator[str]:
    """Everything in the file in which a manifest may stand."""
    content = path.read_bytes()
    if content.startswith(b"PK"):
        yield from _parts(path)
    elif content.startswith(b"%PDF"):
        yield from _streams(content)
    else:
        yield content.decode("utf-8", "replace")


def _parts(path: Path) -> Iterator[str]:
    try:
        with ZipFile(path) as archive:
            for info in archive.infolist():
                if info.filename.endswith((".xml", ".json")) and info.file_size <= LARGEST:
                    yield unescape(archive.read(info).decode("utf-8", "replace"))
    except BadZipFile:
        return


def _streams(content: bytes) -> Iterator[str]:
    """The attachments of a PDF among them, packed or not."""
    for stream in STREAM.findall(content):
        try:
            yield zlib.decompressobj().decompress(stream, LARGEST).decode("utf-8", "replace")
        except zlib.error:
            yield stream.decode("utf-8", "replace")


def _custom_xml(manifest: str) -> dict[str, bytes]:
    properties = (
        f'<ds:datastoreItem ds:itemID="{ITEM_ID}" xmlns:ds="{OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    relations = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    )
    item = f'<report xmlns="{NAMESPACE}">{escape(manifest)}</report>'
    return {
        "customXml/item1.xml": f"{DECLARATION}{item}".encode(),
        "customXml/itemProps1.xml": f"{DECLARATION}{properties}".encode(),
        "customXml/_rels/item1.xml.rels": f"{DECLARATION}{relations}".encode(),
    }


def _with_relation(relations: bytes) -> bytes:
    added = (
        f'<Relationship Id="rIdImpact" Type="{OFFICE}/relationships/customXml" '
        'Target="../customXml/item1.xml"/>'
    )
    return relations.replace(b"</Relationships>", f"{added}</Relationships>".encode())


def _with_type(types: bytes) -> bytes:
    added = f'<Override PartName="/customXml/itemProps1.xml" ContentType="{PROPERTIES}"/>'
    return types.replace(b"</Types>", f"{added}</Types>".encode())
