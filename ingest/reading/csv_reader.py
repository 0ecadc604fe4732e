"""Separated text read line by line with care: every physical line is accounted for.

An opening quote that is never properly closed spoils its own line only. The reading goes on with
the very next line, where a reader that trusts the quote would swallow row after row.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matrices.telling import told

MOST_LINES = 500
"""A quoted text that runs on over more lines than these is taken for a quote never closed."""
NEVER_CLOSED = told("a quote opens here and is never closed")
LOOKS_LIKE_ROWS = told("a quote opens here and closes only after lines that look like rows")
NOT_AFTER_QUOTE = told("something stands between a closing quote and the next separator")
HAS_NUL = told("it holds a NUL, a sign that no text has")
NOT_IN_ENCODING = told("it holds bytes that are no letters in the encoding of the file")


class Line(NamedTuple):
    """A row of the table as far as it could be read."""

    row: int
    """As a spreadsheet counts: a row that runs over several lines is one."""
    line: int
    """The physical line on which it begins, from 1."""
    cells: list[str]
    fault: str | None = None
    """Why the line cannot be read; then it has no cells."""


class Lines:
    """Lines that can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        return self._waiting.popleft() if self._waiting else next(self._lines)

    def put_back(self, lines: list[str]) -> None:
        self._waiting.extendleft(reversed(lines))


class _Broken(Exception):
    """Why a line cannot be read."""


def logical_rows(
    lines: Iterable[str], separator: str, width: int = 0, is_damaged: bool = False
) -> Iterator[Line]:
    """Every row, blank and broken ones too. `width` is the number of headings, once known."""
    stream = Lines(lines)
    line = 0
    for row, text in enumerate(stream, start=1):
        cells, followers, fault = read_row(text, stream, separator, width, is_damaged)
        yield Line(row, line + 1, cells, fault)
        line += 1 + followers


def read_row(
    text: str, stream: Lines, separator: str, width: int, is_damaged: bool
) -> tuple[list[str], int, str | None]:
    """The cells of the row that begins with a line; how many lines of the stream it runs on over,
    which are taken from it; and why the line cannot be read, where it cannot."""
    try:
        if "\0" in text or (is_damaged and "\ufffd" in text):
            raise _Broken(HAS_NUL if "\0" in text else NOT_IN_ENCODING)
        if '"' not in text:
            return text.rstrip("\r\n").split(separator), 0, None
        cells, followers = _quoted(text, stream, separator, width)
        return cells, len(followers), None
    except _Broken as broken:
        return [], 0, str(broken)


def _quoted(text: str, stream: Lines, separator: str, width: int) -> tuple[list[str], list[str]]:
    """The cells of a line with quotes, and the lines that its quoted texts run on over."""
    followers: list[str] = []
    try:
        cells = _cells([text], separator)
        while cells is None:
            _follow(stream, followers)
            cells = _cells([text, *followers], separator) if '"' in followers[-1] else None
        if followers and any(_holds_rows(cell, separator, width) for cell in cells):
            raise _Broken(LOOKS_LIKE_ROWS)
    except _Broken:
        stream.put_back(followers)
        raise
    return cells, followers


def _follow(stream: Lines, followers: list[str]) -> None:
    follower = next(stream, None)
    if follower is not None:
        followers.append(follower)
    if follower is None or "\0" in follower or len(followers) > MOST_LINES:
        raise _Broken(NEVER_CLOSED)


def _cells(lines: list[str], separator: str) -> list[str] | None:
    """The cells; None where a quote is still open at the end."""
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)
    try:
        return next(reader)
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return None
        raise _Broken(NOT_AFTER_QUOTE) from error


def _holds_rows(cell: str, separator: str, width: int) -> bool:
    """Whether a line within a quoted text has as many separators as a row of the table."""
    lines = cell.replace("\r", "\n").split("\n")[1:]
    return width >= 3 and any(line.count(separator) >= width - 1 for line in lines)
