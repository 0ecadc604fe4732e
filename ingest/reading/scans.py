"""Ways to read the rows of a table with DuckDB: fast where that is provably right, else with care.

DuckDB reads separated text faster than anything else here, but says nothing of rows that an
unclosed quote swallows, nor of blank lines. So its answer counts only when it made exactly one
row of every physical line. Anything else is read once more: in blocks, of which only the odd lines
are looked at one by one; or all of it line by line, where that cannot be.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy
import pyarrow
from duckdb import DuckDBPyConnection
from pyarrow import csv

from ingest.checking.sql import Values
from ingest.reading.blocks import BLOCK_BYTES, Block, Layout, blocks
from ingest.reading.csv_reader import Line, logical_rows
from ingest.reading.text_file import UTF8, Spaces, TextFile
from matrices.telling import told

BATCH_ROWS = 50_000
ROWS_READ = "rows_read"
ROW_NUMBER = pyarrow.uint32()
"""Half the memory of a longer number, and enough for more rows than fit into memory."""


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
    if text.codec == UTF8 and width > 1 and not text.has_lone_returns:
        layout = Layout(text.path, separator, width, head_row, head_line, text.is_damaged)
        yield block_scan(layout, text)
        return
    with text.text() as lines:
        rows = logical_rows(lines, separator, width, text.is_damaged)
        yield careful_scan((row for row in rows if row.row > head_row), head_row, width)


def block_scan(layout: Layout, text: TextFile, size: int = BLOCK_BYTES) -> Scan:
    """Reads `size` bytes at a time, and with care only what is odd in them."""
    broken: list[Line] = []
    schema = _schema(layout.width)
    tables = (_table(block, layout, broken, schema) for block in blocks(layout, size))
    batches = (batch for table in tables for batch in table.to_batches())
    reader = pyarrow.RecordBatchReader.from_batches(schema, batches)
    spaces = Spaces.ODD if text.spaces is Spaces.ODD else Spaces.PLAIN
    return Scan(
        ROWS_READ,
        layout.head_row + 1,
        spaces=spaces,
        absent=text.absent,
        batches=reader,
        broken=broken,
    )


def _table(
    block: Block, layout: Layout, broken: list[Line], schema: pyarrow.Schema
) -> pyarrow.Table:
    """The rows of a block in order; lines that cannot be read join the broken ones."""
    plain = _plain_rows(block, layout, schema)
    others = pyarrow.Table.from_batches(
        _batches(block.others, layout.width, broken, schema), schema
    )
    if not others.num_rows:
        return plain
    return pyarrow.concat_tables([plain, others]).sort_by("row")


def _plain_rows(block: Block, layout: Layout, schema: pyarrow.Schema) -> pyarrow.Table:
    if not block.plain:
        return schema.empty_table()
    text = b"".join(block.plain)
    cells = csv.read_csv(
        pyarrow.BufferReader(text),
        csv.ReadOptions(column_names=schema.names[1:], block_size=len(text) + 1),
        csv.ParseOptions(
            delimiter=layout.separator, quote_char=False, double_quote=False, escape_char=False
        ),
        csv.ConvertOptions(column_types=dict.fromkeys(schema.names[1:], pyarrow.string())),
    )
    numbers = numpy.concatenate([numpy.arange(rows.start, rows.stop) for rows in block.plain_rows])
    return cells.add_column(0, "row", pyarrow.array(numbers, ROW_NUMBER))


def _can_be_named(path: Path) -> bool:
    """Whether DuckDB takes the path for this one file: no pattern, and nothing but letters."""
    name = str(path)
    return not set("*?[") & set(name) and name.encode("utf-8", "replace") == os.fsencode(name)


def careful_scan(
    rows: Iterable[Line], head_row: int, width: int, members: tuple[Member, ...] = ()
) -> Scan:
    """Reads rows that were told apart in Python; broken ones are put aside."""
    broken: list[Line] = []
    schema = _schema(width)
    batches = _batches(rows, width, broken, schema)
    reader = pyarrow.RecordBatchReader.from_batches(schema, batches)
    return Scan(ROWS_READ, head_row + 1, batches=reader, broken=broken, members=members)


def _schema(width: int) -> pyarrow.Schema:
    names = ["row", *(column_name(position) for position in range(width))]
    types = [ROW_NUMBER, *[pyarrow.string()] * width]
    return pyarrow.schema(list(zip(names, types, strict=True)))


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
    return pyarrow.record_batch([pyarrow.array(numbers, ROW_NUMBER), *columns], schema=schema)


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
