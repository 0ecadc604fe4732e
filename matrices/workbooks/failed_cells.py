"""Cells that a spreadsheet could not work out, or has never worked out.

The library that reads workbooks gives both as empty cells, so that a figure would be missing without
a word. Those of an .xlsx are found in the bytes of its sheets.
"""

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

_CELL = rb'<c\s(?=[^>]*\st="e")(?=[^>]*\br="([A-Z]+)(\d+)")[^>]*>'
_ERROR = re.compile(_CELL + rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>")
_FORMULA = rb'<c\s(?![^>]*\st="str")(?=[^>]*\br="([A-Z]+)(\d+)")[^>]*><f[^>]*>[^<]*</f>'
_UNCALCULATED = re.compile(_FORMULA + rb"(?:<v\s*/>|<v></v>)?</c>")
"""An empty text that a formula gives is of the type `str`."""
_MAY_BE_UNCALCULATED = (b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")
ODS_PART = "content.xml"
_ERROR_IN_ODS = b'calcext:value-type="error"'
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LETTERS = 26


@dataclass
class FailedCells:
    """Those of one sheet, by row and column, both counted from 1."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """What stands there, as in `#N/A`."""
    uncalculated: dict[tuple[int, int], str] = field(default_factory=dict)
    """The name of the cell, as in `B7`."""
    has_errors_somewhere: bool = False
    """In an .ods all sheets are one part; which cell shows an error is not told."""

    def look(self, xml: bytes) -> None:
        """Find those in a piece of a sheet; what was found before is found again in an overlap."""
        self.has_errors_somewhere |= _ERROR_IN_ODS in xml
        if b't="e"' in xml:
            for letters, row, said in _ERROR.findall(xml):
                self.errors[int(row), column_number(letters)] = said.decode("utf-8", "replace")
        if any(sign in xml for sign in _MAY_BE_UNCALCULATED):
            for letters, row in _UNCALCULATED.findall(xml):
                name = (letters + row).decode()
                self.uncalculated[int(row), column_number(letters)] = name

    def __bool__(self) -> bool:
        return bool(self.errors or self.uncalculated or self.has_errors_somewhere)


def column_number(letters: bytes) -> int:
    """27 for `AA`."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def parts_of_sheets(path: Path) -> dict[str, str]:
    """Sheet to the part of an .xlsx that holds it, as far as the workbook tells it plainly; none of
    an .ods."""
    try:
        with ZipFile(path) as package:
            book = ElementTree.fromstring(package.read("xl/workbook.xml"))
            links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    return {
        sheet.get("name", ""): posixpath.join("/xl", targets.get(sheet.get(_LINK), ""))[1:]
        for sheet in book.iter(f"{_MAIN}sheet")
    }
