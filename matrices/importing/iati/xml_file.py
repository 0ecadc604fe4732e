"""XML from a stranger: parsed without entities, without the network, within bounds."""

from pathlib import Path

from lxml import etree

from matrices.importing.findings import ImportProblem, ImportProblems, Place

MOST_BYTES = 100 << 20
"""Larger than any published IATI file; a larger one would fill the memory."""
FIRST = Place.line(1)
_DOCTYPE = (
    "the file declares a document type, which can hide or fetch other content. Remove what stands "
    "between `<!DOCTYPE` and its end."
)


def parsed(path: Path) -> etree._Element:
    """The root of the file; raises `ImportProblems` where it is no XML that can be trusted.

    Every element knows its line (`sourceline`).
    """
    try:
        content = _content(path)
    except OSError as error:
        raise _problem(path, FIRST, f"the file cannot be read: {error.strerror}.") from error
    try:
        root = etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        if b"<!DOCTYPE" in content:
            raise _problem(path, FIRST, _DOCTYPE) from error
        raise _problem(path, _place(error), _not_xml(error)) from error
    if root.getroottree().docinfo.doctype:
        raise _problem(path, FIRST, _DOCTYPE)
    return root


def _content(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MOST_BYTES:
        text = f"the file has {size >> 20} MB; at most {MOST_BYTES >> 20} are read."
        raise _problem(path, FIRST, text)
    return path.read_bytes()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _place(error: etree.XMLSyntaxError) -> Place:
    return Place.line(error.lineno or 1)


def _not_xml(error: etree.XMLSyntaxError) -> str:
    said = (error.msg or "nothing is in it").rpartition(", line ")[0] or error.msg or "it is empty"
    return f"the file is not whole XML: {said}. Export it again, or mend it at this line."


def _problem(path: Path, place: Place, text: str) -> ImportProblems:
    return ImportProblems([ImportProblem(path.name, place, text)])
