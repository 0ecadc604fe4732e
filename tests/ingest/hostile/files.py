"""Files that mean harm, or look like it, each made on the fly."""

import os
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl

from tests.ingest.hostile.badges import HOSTILE_BADGES

HEADINGS = ["person_key", "activity_id", "type", "joined_on"]
HEAD = ",".join(HEADINGS) + "\n"
GIGABYTE = 1 << 30
_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _workbook_bytes() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    book.active.append(["p1", "a1", "user", "2024-05-31"])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _changed(path: Path, change: Callable[[str, bytes], bytes], **more: bytes) -> None:
    """A workbook of which each part is put through `change`, with more parts beside them."""
    with (
        zipfile.ZipFile(BytesIO(_workbook_bytes())) as whole,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in whole.namelist():
            package.writestr(name, change(name, whole.read(name)))
        for name, content in more.items():
            package.writestr(name, content)


def _with_sheet(path: Path, rows: str, before: str = "") -> None:
    sheet = f'{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    _changed(path, lambda name, content: sheet.encode() if name == _SHEET else content)


def _cells(row: int, texts: list[str]) -> str:
    cells = (
        f'<c r="{chr(65 + at)}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
        for at, text in enumerate(texts)
    )
    return f'<row r="{row}">{"".join(cells)}</row>'


_ROWS = _cells(1, HEADINGS) + _cells(2, ["p1", "a1", "user", "2024-05-31"])


def sheet_that_says(path: Path, dimension: str) -> None:
    """A good table on a sheet that tells its own size."""
    sheet = f'<worksheet xmlns="{_MAIN}">{dimension}<sheetData>{_ROWS}</sheetData></worksheet>'
    _changed(path, lambda name, content: sheet.encode() if name == _SHEET else content)


def with_outside_links(path: Path) -> None:
    """A good table in a workbook that points to a file of the machine."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = (
        f'<externalLink xmlns="{_MAIN}"><externalBook xmlns:r="{kind}" r:id="rId1"/></externalLink>'
    )
    link = f'<Relationship Id="rId1" Type="{kind}/externalLinkPath" Target="file:///etc/hostname"'
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationships xmlns="{names}">{link} TargetMode="External"/></Relationships>'
    parts = {"externalLink1.xml": book, "_rels/externalLink1.xml.rels": links}
    more = {f"xl/externalLinks/{name}": text.encode() for name, text in parts.items()}
    _changed(path, lambda name, content: content, **more)


def truncated_workbook(path: Path) -> None:
    whole = _workbook_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def workbook_with_a_broken_part(path: Path) -> None:
    """The table of contents is whole, but the bytes of the sheet are not."""
    whole = bytearray(_workbook_bytes())
    with zipfile.ZipFile(BytesIO(whole)) as package:
        start = package.getinfo(_SHEET).header_offset + 30 + len(_SHEET)
    whole[start + 20 : start + 60] = b"\xff" * 40
    path.write_bytes(whole)


def zip_bomb(path: Path) -> None:
    path.write_bytes(_bomb_bytes())


@cache
def _bomb_bytes() -> bytes:
    """A few megabytes that unpack to more than a gigabyte."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(_workbook_bytes())) as whole,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
    ):
        for name in whole.namelist():
            if name != _SHEET:
                package.writestr(name, whole.read(name))
        with package.open(_SHEET, "w", force_zip64=True) as sheet:
            for _ in range((GIGABYTE >> 22) + 1):
                sheet.write(b" " * (1 << 22))
    return buffer.getvalue()


def lying_bomb(path: Path) -> None:
    """The same, but its table of contents says that it unpacks to a hundred bytes."""
    whole = bytearray(_bomb_bytes())
    size = ((GIGABYTE >> 22) + 1 << 22).to_bytes(4, "little")
    entry = whole.rindex(b"PK\x01\x02", 0, whole.rindex(_SHEET.encode()))
    assert whole[entry + 24 : entry + 28] == size
    whole[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    path.write_bytes(whole)


def cells_far_apart(path: Path) -> None:
    """Two cells in opposite corners, between them seventeen billion empty ones."""
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    _with_sheet(path, f'<row r="1"><c r="A1"><v>1</v></c></row>{far}')


def entity_bomb(path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    before = f'<!DOCTYPE worksheet [<!ENTITY e0 "ha">{entities}]>'
    text = '<c r="A1" t="inlineStr"><is><t>&e9;</t></is></c>'
    _with_sheet(path, f'<row r="1">{text}</row>', before)


def outside_entity(path: Path) -> None:
    """An entity that asks for a file of the machine."""
    before = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    text = '<c r="A1" t="inlineStr"><is><t>&x;</t></is></c><c r="B1"><v>1</v></c>'
    _with_sheet(path, f'<row r="1">{text}</row>', before)


def climbing_names(path: Path) -> None:
    """A workbook without a table, with parts whose names climb out of any folder."""
    _with_sheet(path, '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("../../climbed-out.txt", b"here")
        package.writestr("/climbed-out.txt", b"here")


def text_that_is_nowhere(path: Path) -> None:
    """A cell that asks for the four billionth of the workbook's texts."""
    _with_sheet(path, '<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>')


def cell_beyond_the_sheet(path: Path) -> None:
    _with_sheet(path, '<row r="1"><c r="ZZZZZZ99999999999"><v>1</v></c></row>')


def row_before_the_first(path: Path) -> None:
    _with_sheet(path, '<row r="0"><c r="A0"><v>1</v></c></row>')


def endless_line(path: Path) -> None:
    """A gigabyte without the end of a line; its zeros take no room on the disk."""
    path.write_text(HEAD)
    os.truncate(path, GIGABYTE)


def endless_text(path: Path) -> None:
    path.write_bytes(HEAD.encode() + b"p1,a1,user," + b"x" * (12 << 20) + b"\n")


def million_columns(path: Path) -> None:
    path.write_text(",".join(f"c{n}" for n in range(1_000_000)) + "\n")


def only_nuls(path: Path) -> None:
    path.write_bytes(b"\0" * 5000)


def noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def empty(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    """Whoever opens it waits for ever."""
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def nothing(path: Path) -> None:
    """A link that leads nowhere."""
    path.symlink_to("nowhere")


def _listing(name: bytes, times: int) -> bytes:
    """An archive that lists the same empty part again and again."""
    part = b"PK\x03\x04" + struct.pack("<5H3I2H", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    listed = struct.pack("<6H3I5H2I", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), *[0] * 6)
    directory = (b"PK\x01\x02" + listed + name) * times
    few = min(times, 0xFFFE)
    end = struct.pack("<4H2IH", 0, 0, few, few, len(directory), len(part), 0)
    return part + directory + b"PK\x05\x06" + end


def endless_directory(path: Path) -> None:
    path.write_bytes(_listing(b"a", 200_000))


def nameless_part(path: Path) -> None:
    path.write_bytes(_listing(b"", 1))


def thousand_sheets(path: Path) -> None:
    """All of them the same part of the file."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = "".join(
        f'<sheet name="s{n}" sheetId="{n}" xmlns:r="{kind}" r:id="rId1"/>' for n in range(9, 1009)
    )
    end = b"</sheets>"
    _changed(path, lambda name, content: content.replace(end, more.encode() + end))


def truncated_older_workbook(path: Path) -> None:
    """The first 512 bytes of an .xls, which say that a sector follows."""
    sizes = struct.pack(
        "<8s16x5H10x2I4xI", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 62, 3, 0xFFFE, 9, 6, 1, 1, 4096
    )
    path.write_bytes(
        sizes
        + struct.pack("<4I", 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
        + struct.pack("<I", 0)
        + b"\xff" * 432
    )


def package_with_a_name_that_is_no_text(path: Path) -> None:
    content = _workbook_bytes()
    at = content.rindex(b"PK\x01\x02")
    flags = bytes([content[at + 8], content[at + 9] | 0x08])  # it says that the name is in UTF-8
    path.write_bytes(
        content[: at + 8] + flags + content[at + 10 : at + 46] + b"\xf5" + content[at + 47 :]
    )


def loop(path: Path) -> None:
    """A link that leads to itself."""
    path.symlink_to(path.name)


HOSTILE_TABLES: dict[str, tuple[Callable[[Path], None], str]] = {
    "truncated.xlsx": (truncated_workbook, "It is no workbook that can be opened"),
    "broken-part.xlsx": (workbook_with_a_broken_part, "It is no workbook that can be opened"),
    "bomb.xlsx": (zip_bomb, "It is too much for one workbook: it unpacks to more than 1 GB"),
    "lying-bomb.xlsx": (
        lying_bomb,
        "It is too much for one workbook: it unpacks to more than 1 GB",
    ),
    "far-apart.xlsx": (cells_far_apart, "It is too much for one workbook: xl/worksheets/sheet1"),
    "entities.xlsx": (entity_bomb, "It is no workbook that can be opened"),
    "outside.xlsx": (outside_entity, "It is no workbook that can be opened"),
    "climbing.xlsx": (climbing_names, "Sheet `Sheet`: None of the headings is known"),
    "text-nowhere.xlsx": (text_that_is_nowhere, "It is no workbook that can be opened"),
    "beyond.xlsx": (cell_beyond_the_sheet, "It is too much for one workbook"),
    "row-zero.xlsx": (row_before_the_first, "It is no workbook that can be opened"),
    "endless.csv": (endless_line, "Line 2 is longer than 8 MB"),
    "endless-text.csv": (endless_text, "Line 2 is longer than 8 MB"),
    "columns.csv": (million_columns, "Row 1 has 1,000,000 cells; no table that is known"),
    "nuls.csv": (only_nuls, "There is no row of headings"),
    "noise.csv": (noise, "There is no row of headings"),
    "empty.csv": (empty, "It is empty"),
    "folder.csv": (folder, "It is a folder"),
    "pipe.csv": (pipe, "It is no file but a device or a pipe"),
    "device.csv": (device, "It is no file but a device or a pipe"),
    "nothing.csv": (nothing, "There is no such file"),
    "loop.csv": (loop, "There is no such file"),
    "sheets.xlsx": (thousand_sheets, "It is too much for one workbook: it has 1,001 sheets"),
    "truncated.xls": (truncated_older_workbook, "It is no workbook that can be opened"),
    "no-text.xlsx": (package_with_a_name_that_is_no_text, "It is no workbook that can be opened"),
    "nameless.zip": (nameless_part, "This ZIP cannot be opened"),
    "directory.xlsx": (endless_directory, "It is a ZIP that lists more files than anybody"),
}
"""Name to how it is made, and how the sentence begins that it ends in."""
HOSTILE = HOSTILE_TABLES | HOSTILE_BADGES
