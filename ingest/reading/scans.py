"""Ways to read the rows of a table with DuckDB: fast where that is provably right, else with care.

DuckDB reads separated text faster than anything else here, but says nothing of rows that an
unclosed quote swallows, nor of blank lines. So its answer counts only when it made exactly one
row of every physical line; anything else is read once more, line by line.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow
from duckdb import DuckDBPyConnection

from ingest.checking.sql import Values
from ingest.reading.csv_reader import Line, logical_rows
from ingest.reading.text_file import Spaces, TextFile
from matrices.telling import told

BATCH_ROWS = 50_000
ROWS_READ = "rows_read"


@dataclass(frozen=True)
class Member:
    """Where one row of a table stands that was gathered from several files."""

    file: str
    row: int
    """Which of the things in that file it is, from 1."""
    code: str = ""
    """Of a row that cannot be taken: a key of `ingest.problems.PROBLEMS`."""
    thing: str = ""
    """What a sentence calls it, with its number; of badges, a file's only one has none."""


@dataclass(frozen=True)
class Scan:
    """One way to read a table, and how its answer is checked."""

    relation: str
    """SQL: the columns c0, c1 ... as text; `row` beside them where the lines were counted."""
    first_row: int
    """The row after the headings."""
    rows_expected: int | None = None
    """How many rows there must be; None where every line was looked at."""
    blank_at_end: int = 0
    """Blank lines at the end that it does not bring as rows."""
    spaces: Spaces = Spaces.ODD
    """What may stand around the texts in its cells; where nothing may, an empty cell is NULL."""
    absent: frozenset[str] = frozenset()
    """Signs that are known to be in none of its cells."""
    batches: pyarrow.RecordBatchReader | None = None
    broken: list[Line] = field(default_factory=list)
    """The lines that could not be read; filled while the batches are."""
    members: tuple["Member", ...] = ()
    """Where each row stands, in the order of `row`, where they come from more than one file."""

    @property
    def counts_rows(self) -> bool:
        """Whether each row brings its number along; else they come in order, without a gap."""
        return self.batches is not None

    def begin(self, connection: DuckDBPyConnection) -> None:
        if self.batches is not None:
            connection.register(ROWS_READ, self.batches)

    def end(self, connection: DuckDBPyConnection) -> None:
        if self.batches is not None:
            connection.unregister(ROWS_READ)


def column_name(position: int) -> str:
    return f"c{position}"


def text_scans(
    text: TextFile, separator: str, head_row: int, head_line: int, width: int, values: Values
) -> Iterator[Scan]:
    """The fast way where there is hope for it, then the careful one."""
    if text.is_plain and width > 1 and _can_be_named(text.path):
        expected = text.lines - head_line
        relation = _read_csv(text.path, separator, head_line, width, values)
        blank, spaces, absent = text.blank_at_end, text.spaces, text.absent
        yield Scan(relation, head_row + 1, expected, blank, spaces, absent)
    with text.text() as lines:
        rows = logical_rows(lines, separator, width, text.is_damaged)
        yield careful_scan((row for row in rows if row.row > head_row), head_row, width)


def _can_be_named(path: Path) -> bool:
    """Whether DuckDB takes the path for this one file: no pattern, and nothing but letters."""
    name = str(path)
    return not set("*?[") & set(name) and name.encode("utf-8", "replace") == os.fsencode(name)


def careful_scan(
    rows: Iterable[Line], head_row: int, width: int, members: tuple[Member, ...] = ()
) -> Scan:
    """Reads rows that were told apart in Python; broken ones are put aside."""
    broken: list[Line] = []
    names = ["row", *(column_name(position) for position in range(width))]
    types = [pyarrow.int64(), *[pyarrow.string()] * width]
    schema = pyarrow.schema(list(zip(names, types, strict=True)))
    batches = _batches(rows, width, broken, schema)
    reader = pyarrow.RecordBatchReader.from_batches(schema, batches)
    return Scan(ROWS_READ, head_row + 1, batches=reader, broken=broken, members=members)


def _read_csv(path: Path, separator: str, head_line: int, width: int, values: Values) -> str:
    columns = ", ".join(f"'{column_name(position)}': 'VARCHAR'" for position in range(width))
    return (
        f"read_csv({values.bind(str(path))}, delim = {values.bind(separator)}, "
        f"skip = {values.bind(head_line)}, header = false, auto_detect = false, "
        f"quote = '\"', escape = '\"', nullstr = '', compression = 'none', columns = {{{columns}}})"
    )


def _batches(
    rows: Iterable[Line], width: int, broken: list[Line], schema: pyarrow.Schema
) -> Iterator[pyarrow.RecordBatch]:
    numbers: list[int] = []
    cells: list[list[str]] = []
    for row in rows:
        fitted = _fitted(row, width)
        if fitted.fault:
            broken.append(fitted)
            continue
        numbers.append(fitted.row)
        cells.append(fitted.cells)
        if len(numbers) == BATCH_ROWS:
            yield _batch(numbers, cells, schema)
            numbers, cells = [], []
    if numbers:
        yield _batch(numbers, cells, schema)


def _batch(
    numbers: list[int], cells: list[list[str]], schema: pyarrow.Schema
) -> pyarrow.RecordBatch:
    columns = [pyarrow.array(column, pyarrow.string()) for column in zip(*cells, strict=True)]
    return pyarrow.record_batch([pyarrow.array(numbers, pyarrow.int64()), *columns], schema=schema)


def _fitted(row: Line, width: int) -> Line:
    """The row with as many cells as there are headings, else with its fault."""
    count = len(row.cells)
    if count == width or row.fault:
        return row
    if count == width + 1 and not row.cells[-1].strip():  # a separator at the end of the line
        return row._replace(cells=row.cells[:-1])
    if not any(cell.strip() for cell in row.cells):
        return row._replace(cells=[""] * width)
    cells = told("1 cell") if count == 1 else told("{count} cells", count=count)
    return row._replace(
        cells=[],
        fault=told(
            "it has {cells} where there are {headings} headings", cells=cells, headings=width
        ),
    )
