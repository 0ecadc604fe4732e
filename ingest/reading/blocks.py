"""Separated text read in blocks: lines with nothing odd about them all at once, others with care.

It tells the same rows as `logical_rows`, in the same order. Where few lines are damaged it takes a
small part of the time: most lines are never looked at one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy

from ingest.reading.csv_reader import Line, Lines, read_row

BLOCK_BYTES = 1 << 22
REPLACED = "\ufffd".encode()
"""What stands in a text for a byte that could not be read."""


@dataclass(frozen=True)
class Layout:
    """How a text file is to be read from below its headings on."""

    path: Path
    separator: str
    width: int
    """Cells of a row; at least two, so that a blank line is an odd one."""
    head_row: int
    head_line: int
    is_damaged: bool = False
    """Whether some bytes are no letters in UTF-8."""


@dataclass
class Block:
    """The rows of some lines."""

    row: int
    line: int
    """The row and the physical line before the first."""
    plain: list[memoryview] = field(default_factory=list)
    """Lines without a quote and with a cell for each heading, as they stand in the file."""
    plain_rows: list[range] = field(default_factory=list)
    """The numbers of their rows."""
    others: list[Line] = field(default_factory=list)

    def add_plain(self, lines: memoryview, count: int) -> None:
        if count:
            self.plain.append(lines)
            self.plain_rows.append(range(self.row + 1, self.row + count + 1))
            self.row, self.line = self.row + count, self.line + count

    def add_other(self, cells: list[str], followers: int, fault: str | None) -> None:
        self.others.append(Line(self.row + 1, self.line + 1, cells, fault))
        self.row, self.line = self.row + 1, self.line + 1 + followers


class _MoreIsNeeded(Exception):
    """A quoted text may go on after the last line that was read."""


def blocks(layout: Layout, size: int = BLOCK_BYTES) -> Iterator[Block]:
    """Every row below the headings. No carriage return may stand in the file but before a line
    feed: elsewhere it ends a line, which is not looked for here."""
    row, line, held = layout.head_row, layout.head_line, b""
    with layout.path.open("rb") as file:
        for _ in range(layout.head_line):
            file.readline()
        is_last = False
        while not is_last:
            chunk = file.read(size)
            is_last, held = not chunk, held + chunk
            end = len(held) if is_last else held.rfind(b"\n") + 1
            block = Block(row, line)
            used = _read(block, held[:end], layout, is_last)
            yield block
            row, line, held = block.row, block.line, held[used:]


def _read(block: Block, text: bytes, layout: Layout, is_last: bool) -> int:
    """Fill the block with the rows of whole lines; gives how many bytes were used."""
    ends = _ends_of_lines(text)
    starts = numpy.concatenate([[0], ends[:-1]]) if len(ends) else ends
    view, at = memoryview(text), 0
    for odd in numpy.flatnonzero(_odd_lines(text, ends, layout)):
        if odd < at:
            continue  # within a quoted text that began on a line above
        block.add_plain(view[starts[at] : starts[odd]], int(odd) - at)
        stream = Lines(_lines_from(text, starts, ends, odd, is_last))
        try:
            row = read_row(next(stream), stream, layout.separator, layout.width, layout.is_damaged)
        except _MoreIsNeeded:
            return int(starts[odd])
        block.add_other(*row)
        at = int(odd) + 1 + row[1]
    if at < len(ends):
        block.add_plain(view[starts[at] :], len(ends) - at)
    return len(text)


def _ends_of_lines(text: bytes) -> numpy.ndarray:
    """Where each line ends, its line feed included."""
    ends = numpy.flatnonzero(numpy.frombuffer(text, numpy.uint8) == ord("\n")) + 1
    return ends if text.endswith(b"\n") or not text else numpy.append(ends, len(text))


def _odd_lines(text: bytes, ends: numpy.ndarray, layout: Layout) -> numpy.ndarray:
    """Whether a line has more or fewer cells than there are headings, a quote, a NUL, or a byte
    that is no letter."""
    signs = numpy.frombuffer(text, numpy.uint8)
    separators = numpy.flatnonzero(signs == ord(layout.separator))
    counts = numpy.diff(numpy.searchsorted(separators, ends), prepend=0)
    odd = counts != layout.width - 1
    for sign in (b'"', b"\0"):
        if sign in text:
            odd[_lines_of(numpy.flatnonzero(signs == sign[0]), ends)] = True
    if layout.is_damaged:
        odd[_lines_of(list(_unreadable(text, ends)), ends)] = True
    return odd


def _lines_of(places: numpy.ndarray | list[int], ends: numpy.ndarray) -> numpy.ndarray:
    return numpy.searchsorted(ends, numpy.asarray(places, numpy.int64), side="right")


def _unreadable(text: bytes, ends: numpy.ndarray) -> Iterator[int]:
    """A place on each line with bytes that are no letters, or with the sign that replaces them."""
    view, start = memoryview(text), 0
    while start < len(text):
        try:
            str(view[start:], "utf-8")
            break
        except UnicodeDecodeError as error:
            yield start + error.start
            start = int(ends[_lines_of([start + error.start], ends)[0]])
    place = text.find(REPLACED)
    while place >= 0:
        yield place
        place = text.find(REPLACED, place + 1)


def _lines_from(
    text: bytes, starts: numpy.ndarray, ends: numpy.ndarray, first: int, is_last: bool
) -> Iterator[str]:
    for start, end in zip(starts[first:], ends[first:], strict=True):
        yield text[start:end].decode("utf-8", errors="replace")
    if not is_last:
        raise _MoreIsNeeded
