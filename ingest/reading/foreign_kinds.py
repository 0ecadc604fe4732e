"""Files of kinds that are not read here, told by how they begin, each with what would be right."""

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from ingest.checking.personal import without_emails_in
from matrices.telling import told

_PACKED = told("It is packed (GZIP, 7-Zip or the like). Unpack it, and load what was in it.")
_TEXT = told(
    "It is a text document, from which no table is taken. Copy its table into a spreadsheet, and save "
    "that as .xlsx."
)
_PDF = told(
    "It is a PDF, from which no table can be taken for certain. Ask for the table as .xlsx or .csv."
)
_PICTURE = told("It is a picture. Ask for what is on it as .xlsx or .csv.")
_DATABASE = told("It is a database or Parquet file. Save its table as .csv, and load that.")
_UTF32 = told("It is written in UTF-32, which hardly any program reads. Save it in UTF-8.")
_PAGE = told(
    "It is a web page, whatever its name ends in. If it shows a table, open it in a spreadsheet and "
    "save it as .xlsx; a saved page of an activity is read by `impact page FILE`."
)
_XML = told(
    "It is XML, whatever its name ends in. If it is a spreadsheet of an older kind, open it in a "
    "spreadsheet and save it as .xlsx."
)
_JSON_LINES = told(
    "It has JSON on every line, which is not read as a table. Save it as .csv with a row of headings."
)
_TABLES_IN_ZIP = told(
    "It is a ZIP with tables in it, such as `{name}`. Unpack it, and load them by themselves."
)

_STARTS = {
    b"\x1f\x8b": _PACKED,
    b"BZh": _PACKED,
    b"\xfd7zXZ": _PACKED,
    b"7z\xbc\xaf": _PACKED,
    b"Rar!": _PACKED,
    b"\x28\xb5\x2f\xfd": _PACKED,
    b"%PDF-": _PDF,
    b"{\\rtf": _TEXT,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"PAR1": _DATABASE,
    b"SQLite format 3": _DATABASE,
    b"\xff\xfe\0\0": _UTF32,
    b"\0\0\xfe\xff": _UTF32,
}
_WEB_PAGE = re.compile(rb"<(!doctype html|html|head|body|table|meta|div)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(\?xml|!doctype|html|head|body|table|meta|div)[\s>]", re.IGNORECASE)
_OBJECT_A_LINE = re.compile(rb"\{[^\n\r]*\}[ \t]*[\n\r]\s*\{")
_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_DOCUMENTS = ("word/document.xml", "ppt/presentation.xml")


def what_is_foreign(path: Path) -> str | None:
    """What a person should know of a file of a kind that is not read here."""
    with path.open("rb") as file:
        start = file.read(4096)
    known = next((text for sign, text in _STARTS.items() if start.startswith(sign)), None)
    return known or _of_text(start.removeprefix(b"\xef\xbb\xbf").lstrip())


def _of_text(start: bytes) -> str | None:
    if _OBJECT_A_LINE.match(start):
        return _JSON_LINES
    if not _MARKUP.match(start):
        return None
    return _PAGE if _WEB_PAGE.search(start) else _XML


def what_is_foreign_in_zip(path: Path) -> str | None:
    """The same of a ZIP: a text document, or tables without a badge among them."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return None
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            kind = _said_kind(archive) if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError):
        return None  # told where it is read
    if b"opendocument.text" in kind or not set(names).isdisjoint(_DOCUMENTS):
        return _TEXT
    if "[Content_Types].xml" in names or kind:
        return None
    endings = [PurePosixPath(name).suffix.lower() for name in names]
    tables = [name for name, ending in zip(names, endings, strict=True) if ending in _TABLES]
    if tables and set(endings) <= {*_TABLES, ""}:
        return _TABLES_IN_ZIP.format(name=without_emails_in(PurePosixPath(tables[0]).name))
    return None


def _said_kind(archive: zipfile.ZipFile) -> bytes:
    with archive.open("mimetype") as file:
        return file.read(100)
