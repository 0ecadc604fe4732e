"""A cell, a column, a table: what a sheet holds, before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.reports.workbook.ink import Look

Value = str | float | date | None


@dataclass(frozen=True)
class Cell:
    """A value, how it looks, and for a live cell its formula.

    In a formula `{key}` stands for the cell of that column in the same row, and `{above}` for the
    cells of its own column in so many rows above. The value is what the formula gives: programs
    that do not calculate show it.
    """

    value: Value = None
    look: Look = "text"
    formula: str | None = None
    above: int = 0


EMPTY = Cell()

Row = Mapping[str, Cell]
"""Column key to cell; a column may be missing."""


@dataclass(frozen=True)
class Column:
    """A head and its width in characters."""

    key: str
    head: str
    width: float


@dataclass(frozen=True)
class Table:
    """What one sheet holds."""

    name: str
    """Of the Excel table; the same in every language, so that others can count on it."""
    title: str
    """Of the sheet, and of its tab."""
    lead: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    fixed: int = 1
    """Columns that stay in view, and are printed on every page."""
    pages: tuple[str, ...] = ()
    """Columns with which a further page across begins, on paper; empty where one page holds all."""
    off_paper: int = 0
    """So many columns at the end are for machines and are not printed."""
    is_counted: bool = False
    """Whether the number of rows that the filters leave stands above the table."""
