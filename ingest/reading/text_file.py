"""One pass over the bytes of a text file: its encoding, its lines and its fingerprint."""

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import BinaryIO

import numpy

from ingest.reading.code_pages import CodePage, code_pages
from matrices.telling import told

CHUNK_BYTES = 1 << 22
MOST_LINE_BYTES = 1 << 23
"""A line is held in memory as a whole, so it must have an end; the longest text has one sooner."""
ODD_SPACES = tuple(space.encode() for space in "\t\u00a0\u202f\ufeff")
UTF8 = "utf-8-sig"
"""Python's codec for UTF-8, with the mark at its start or without."""
UNSEEN = "\u200b"
"""Stands for every sign without a shape, of which there are many."""
STAND_INS = "〃"
"""Stands for every sign and word that means another cell or none."""
MOST_BY_HAND = 100_000
"""So many lines no hand has written: what hands put in place of a text is not looked for in them."""
PLAIN_SIGNS = ("@", "#", "+", "[")
SIGNS = (*PLAIN_SIGNS, UNSEEN, STAND_INS)
"""What a check looks for in every cell that it need not look for where the file has none."""
_UNSEEN = re.compile(rb"\xc2\xad|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xa4]|\xef\xbb\xbf")
"""`ingest.reading.recognition.INVISIBLE` in UTF-8."""
_UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
SOME_NOT_UTF8_NOTE = told("It is written in UTF-8, but for some lines; these were refused.")


class EndlessLine(Exception):
    """A line that is longer than any row of a table."""

    def __init__(self, line: int) -> None:
        super().__init__(
            told(
                "Line {line} is longer than {most} MB, as no row of a table is. Save it anew as "
                ".csv, a row a line.",
                line=line,
                most=MOST_LINE_BYTES >> 20,
            )
        )


class Spaces(Enum):
    """What may stand around a text in a cell, and has to be trimmed."""

    NONE = "none"
    """Not even the space of the space bar is anywhere."""
    PLAIN = "plain"
    ODD = "odd"
    """There is a tab or a no-break space somewhere."""


@dataclass(frozen=True)
class TextFile:
    """What is known of a text file before any of it is understood."""

    path: Path
    size_bytes: int
    sha256: str
    lines: int
    """Physical lines up to the last that is not blank; counted on their own, to check readers."""
    blank_at_end: int
    encoding: str
    """As a receipt names it."""
    codec: str
    is_plain: bool
    """Whether it is UTF-8 throughout and without a NUL, so that DuckDB reads it as it is."""
    has_lone_returns: bool
    """Whether a carriage return ends a line by itself, as on old Macs."""
    spaces: Spaces
    absent: frozenset[str] = frozenset()
    """Those of SIGNS that are nowhere in the file."""
    note: str | None = None
    pages: tuple[CodePage, ...] = ()
    """The code pages it may be written in, where it is neither UTF-8 nor UTF-16."""

    def read_as(self, page: CodePage) -> "TextFile":
        return replace(self, encoding=page.name, codec=page.codec, note=page.note)

    @contextmanager
    def text(self) -> Iterator[Iterator[str]]:
        """Its lines with their ends; a byte that is no letter becomes U+FFFD."""
        with self.path.open(encoding=self.codec, errors="replace", newline="") as lines:
            yield lines

    @property
    def is_damaged(self) -> bool:
        """Whether a U+FFFD stands for a byte that could not be read."""
        return not self.is_plain


def examine(path: Path) -> TextFile:
    """Raises `OSError` where the file cannot be read, and `EndlessLine`."""
    digest, tally = hashlib.sha256(), _Tally()
    with path.open("rb") as file:
        _take_in_pieces(file, digest.update, tally.add)
        blank_at_end = _blank_at_end(file, tally.size)
    if tally.lines <= MOST_BY_HAND:
        tally.signs.add(STAND_INS)
    encoding, codec, note = _encoding(path, tally)
    text = TextFile(
        path=path,
        size_bytes=tally.size,
        sha256=digest.hexdigest(),
        lines=tally.lines - blank_at_end,
        blank_at_end=blank_at_end,
        encoding=encoding,
        codec=codec,
        is_plain=tally.is_utf8 and not tally.nuls,
        has_lone_returns=tally.returns != tally.line_ends,
        spaces=tally.spaces,
        absent=frozenset(SIGNS) - tally.signs,
        note=note,
    )
    if encoding:
        return text
    pages = tuple(code_pages(path))
    return replace(text, pages=pages).read_as(pages[0])


class _Tally:
    """What is counted chunk by chunk."""

    def __init__(self) -> None:
        self.size = self.nuls = self._newlines = self._line_bytes = 0
        self.returns = self.line_ends = 0
        self.start = self._end = b""
        self._has_odd_spaces = self._has_spaces = False
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._decodes = True
        self.signs: set[str] = set()

    def add(self, chunk: bytes) -> None:
        self.start = self.start or chunk[:4]
        self.size += len(chunk)
        self._refuse_endless(chunk)
        self.nuls += chunk.count(b"\0") if b"\0" in chunk else 0
        self._newlines += _count(chunk, b"\n")
        self._count_returns(chunk)
        is_ascii = chunk.isascii() and self._end.isascii()
        self._has_spaces = self._has_spaces or b" " in chunk
        self._has_odd_spaces = self._has_odd_spaces or self._is_odd(chunk, is_ascii)
        self.signs.update(sign for sign in PLAIN_SIGNS if sign.encode() in chunk)
        if not is_ascii and _UNSEEN.search((self._end + chunk).removeprefix(codecs.BOM_UTF8)):
            self.signs.add(UNSEEN)
        self._decodes = self._decodes and (is_ascii or self._is_decoded(chunk))
        self._end = chunk[-2:]

    def _count_returns(self, chunk: bytes) -> None:
        """All of them, and those that stand before a line feed."""
        self.line_ends += self._end.endswith(b"\r") and chunk.startswith(b"\n")
        if b"\r" in chunk:
            self.returns += _count(chunk, b"\r")
            self.line_ends += chunk.count(b"\r\n")

    def _refuse_endless(self, chunk: bytes) -> None:
        """Old Macs ended a line with a carriage return alone."""
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        first = chunk.find(b"\n") if b"\n" in chunk else chunk.find(b"\r")
        if self._line_bytes + (len(chunk) if end < 0 else first) > MOST_LINE_BYTES:
            raise EndlessLine(self._newlines + 1)
        self._line_bytes = len(chunk) - end - 1 + (self._line_bytes if end < 0 else 0)

    def _is_odd(self, chunk: bytes, is_ascii: bool) -> bool:
        spaces = ODD_SPACES[:1] if is_ascii else ODD_SPACES
        return any(space in chunk or space in self._end + chunk[:2] for space in spaces)

    @property
    def spaces(self) -> Spaces:
        if self._has_odd_spaces:
            return Spaces.ODD
        return Spaces.PLAIN if self._has_spaces else Spaces.NONE

    @property
    def lines(self) -> int:
        return self._newlines + (self._end[-1:] not in (b"", b"\n"))

    @property
    def is_utf8(self) -> bool:
        return self._decodes and self._is_decoded(b"", final=True)

    def _is_decoded(self, chunk: bytes, final: bool = False) -> bool:
        try:
            self._decoder.decode(chunk, final)
        except UnicodeDecodeError:
            return False
        return True


def _take_in_pieces(
    file: BinaryIO, digest: Callable[[bytes], None], tally: Callable[[bytes], None]
) -> None:
    """Both get every chunk in its turn; one is digested while the next is read and counted."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        digested = beside.submit(digest, b"")
        while chunk := file.read(CHUNK_BYTES):
            digested.result()
            digested = beside.submit(digest, chunk)
            tally(chunk)


def _count(chunk: bytes, byte: bytes) -> int:
    """Of a byte that is often there: in a third of the time that `bytes.count` takes."""
    return int(numpy.count_nonzero(numpy.frombuffer(chunk, numpy.uint8) == byte[0]))


def _blank_at_end(file: BinaryIO, size: int) -> int:
    file.seek(max(0, size - CHUNK_BYTES))
    tail = file.read()
    ends = tail[len(tail.rstrip(b"\r\n")) :].count(b"\n")
    return max(0, ends - 1)


def _encoding(path: Path, tally: _Tally) -> tuple[str, str, str | None]:
    """Its name, Python's codec for it, and what a person should know; no name for a code page."""
    if tally.start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16", "utf-16", None
    if tally.is_utf8:
        return ("UTF-8", UTF8, None) if tally.nuls < tally.size / 4 else _utf16(tally)
    if tally.nuls >= tally.size / 4:
        return _utf16(tally)
    if tally.start.startswith(codecs.BOM_UTF8) or _is_mostly_utf8(path):
        return "UTF-8", UTF8, SOME_NOT_UTF8_NOTE
    return "", "", None


def _utf16(tally: _Tally) -> tuple[str, str, str | None]:
    """Text of mostly Latin letters in UTF-16 has a NUL in every other byte."""
    codec = "utf-16-be" if tally.start[:1] == b"\0" else "utf-16-le"
    return "UTF-16", codec, None


def _is_mostly_utf8(path: Path) -> bool:
    """Whether at least as many letters beyond ASCII are right in UTF-8 as are wrong."""
    right = wrong = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            right += len(_UTF8_LETTER.findall(chunk))
            wrong += chunk.decode("utf-8", errors="replace").count("\ufffd")
    return right >= wrong
