"""Whether a workbook can be opened without running out of memory, asked before it is opened.

A workbook of a few kilobytes may unpack to gigabytes, and two cells in opposite corners of a sheet
make a table of billions of empty cells. What a file says of its own sizes is believed where that is
too much already; else, where it could unpack to too much, it is unpacked and counted, a little at a
time.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from matrices.telling import told
from matrices.workbooks.failed_cells import ODS_PART, FailedCells, column_number
from matrices.workbooks.zip_directory import is_endless

MOST_UNPACKED = 1 << 30
"""Bytes that all parts of a workbook may unpack to: some twenty million cells."""
MOST_EMPTY = 20_000_000
"""Cells of a sheet that may lie empty between its first and its last."""
DEFLATED_AT_MOST = 1032
"""Deflate makes no text smaller than this part of it."""
CHUNK_BYTES = 1 << 22
_SHEET = re.compile(r"(?i)/?xl/worksheets/[^/]+\.xml")
_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d+)"')
_WIDE = re.compile(rb'<(?:\w+:)?c\s+(?:[^r>][^>]*?\s)?r="([A-Za-z]{2,})\d')
_MAY_BE_WIDE = re.compile(rb'r="[A-Za-z]{2}')
"""Of what hardly any sheet has it is asked first whether it is there, in a tenth of the time."""
_CELLS = (b"<c ", b"<c>", b"<c/")
_CELL_OF_PREFIX = re.compile(rb"<\w+:c[ >/]")
_OVERLAP = 4096
_COLUMNS_OF_ONE_LETTER = 26


_BROKEN = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, IndexError, NotImplementedError, RuntimeError),
)
"""What the reading of a damaged, locked or unusual package can end in."""


class TooMuch(Exception):
    """What there is too much of."""


class BrokenPackage(Exception):
    """The file is no ZIP that can be unpacked."""


def looked_through(path: Path) -> dict[str, FailedCells]:
    """Part of the workbook to the cells in it that were not worked out, where there are any.

    Raises `TooMuch` or `BrokenPackage`; says nothing of files that are no ZIP at all.
    """
    with path.open("rb") as start:
        if start.read(2) != b"PK":
            return {}
    if is_endless(path):
        raise TooMuch(told("it lists more parts than any workbook has"))
    try:
        with ZipFile(path) as package:
            return dict(_look_through(package))
    except _BROKEN as error:
        raise BrokenPackage from error


def _look_through(package: ZipFile) -> Iterator[tuple[str, FailedCells]]:
    _weigh(sum(member.file_size for member in package.infolist()))
    unpacked = 0
    for member in package.infolist():
        is_sheet = member.filename == ODS_PART or bool(_SHEET.fullmatch(member.filename))
        spread, failed = _Spread(), FailedCells()
        if not is_sheet and member.compress_size * DEFLATED_AT_MOST < CHUNK_BYTES:
            continue
        for chunk in _chunks(package, member):
            unpacked += len(chunk)
            _weigh(unpacked)
            if is_sheet:
                failed.look(spread.add(chunk))
        if spread.empty > MOST_EMPTY:
            raise TooMuch(
                told("{name} spreads its cells over millions of empty ones", name=member.filename)
            )
        if failed:
            yield member.filename.lstrip("/"), failed


def _weigh(unpacked: int) -> None:
    if unpacked > MOST_UNPACKED:
        raise TooMuch(told("it unpacks to more than {most} GB", most=MOST_UNPACKED >> 30))


def _chunks(package: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    """What it really unpacks to, whatever size it gives."""
    member.file_size = 2 * MOST_UNPACKED
    with package.open(member) as file:
        yield from _read(file)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


class _Spread:
    """How far the cells of a sheet lie apart, and how many there are."""

    def __init__(self) -> None:
        self._last_row = self._cells = 0
        self._width = _COLUMNS_OF_ONE_LETTER
        self._end = b""

    def add(self, chunk: bytes) -> bytes:
        """The chunk behind the end of the one before it, so that nothing in it is cut in two."""
        text = self._end + chunk
        self._cells += sum(map(chunk.count, _CELLS))
        self._cells += len(_CELL_OF_PREFIX.findall(chunk)) if b":c" in chunk else 0
        rows = _ROW.findall(text)
        self._last_row = max(self._last_row, max(map(int, rows), default=0))
        if _MAY_BE_WIDE.search(text):
            wide = {column_number(letters) for letters in set(_WIDE.findall(text))}
            self._width = max(self._width, max(wide, default=0))
        self._end = chunk[-_OVERLAP:]
        return text

    @property
    def empty(self) -> int:
        return self._last_row * self._width - self._cells
