"""A file with the tables that were found in it, each ready to be scanned."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ingest.checking.sql import Values
from ingest.reading.recognition import Head
from ingest.reading.scans import Scan
from ingest.receipt import SourceFile


class Table(Protocol):
    """A table that was recognised, in a text file, on a sheet, or made of other objects."""

    file: str
    sheet: str | None
    head: Head
    sample: list[list[str]]
    """The first rows below the headings."""

    def scans(self, values: Values) -> Iterator[Scan]:
        """Ways to read it, to be tried in this order."""


@dataclass(frozen=True)
class OpenedFile:
    """A file, the tables found in it, and what a person should know about it."""

    source: SourceFile
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    needs_day: bool = False
    """Whether it holds counters that mean nothing without the day on which they were read."""
