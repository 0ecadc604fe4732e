"""Where in a workbook the logframe stands, and its rows by column."""

from collections.abc import Iterator
from dataclasses import dataclass

from matrices.importing.findings import Place
from matrices.importing.logframe.cells import Cells
from matrices.importing.logframe.headings import Column, are_headings, column_of, year_in

_HEADS_WITHIN = 40
"""Rows from the top among which the headings are looked for."""


@dataclass(frozen=True)
class Table:
    """The logframe of one sheet."""

    cells: Cells
    first_row: int
    columns: dict[Column, int]
    milestones: dict[int, str]
    """Column to the year that its heading says; empty where it says none."""

    def rows(self) -> Iterator["Row"]:
        """Every row below the headings that says something."""
        for number in self.cells.rows[self.first_row - 1 :]:
            row = Row(self, number)
            if any(row.text(column) for column in self.columns) and not row.repeats_headings:
                yield row


@dataclass(frozen=True)
class Row:
    """One row: usually an indicator of a result."""

    table: Table
    number: int

    def text(self, column: Column) -> str:
        return self.table.cells.text(self.number, self.table.columns.get(column))

    def begins(self, column: Column) -> bool:
        """Whether a text begins here, rather than reaching down from a merged cell above."""
        at = (self.number, self.table.columns.get(column, 0))
        return bool(self.text(column)) and at not in self.table.cells.covered

    def place(self, column: Column) -> Place:
        return self.table.cells.place(self.number, self.table.columns.get(column))

    @property
    def repeats_headings(self) -> bool:
        return are_headings(self.table.cells.row(self.number))

    @property
    def milestones(self) -> Iterator[tuple[str, str, Place]]:
        """Year of the heading, text and place of every milestone of the row."""
        for column, year in self.table.milestones.items():
            if text := self.table.cells.text(self.number, column):
                yield year, text, self.table.cells.place(self.number, column)


def table_of(cells: Cells) -> Table | None:
    """The logframe of a sheet; None where no row heads one."""
    for row in cells.rows[:_HEADS_WITHIN]:
        if are_headings(cells.row(row)):
            return _table(cells, row)
        if _divides(cells, row + 1) and are_headings(_two_rows(cells, row)):
            return _table(cells, row)
    return None


def _table(cells: Cells, row: int) -> Table:
    """The headings of one row, or of two where the second divides those of the first."""
    is_divided = _divides(cells, row + 1)
    headings = _two_rows(cells, row) if is_divided else cells.row(row)
    columns: dict[Column, int] = {}
    milestones: dict[int, str] = {}
    for number, heading in enumerate(headings, 1):
        column = column_of(heading)
        if column == "milestone":
            milestones[number] = year_in(heading)
        elif column:
            columns.setdefault(column, number)
    return Table(cells, row + 1 + is_divided, columns, milestones)


def _divides(cells: Cells, row: int) -> bool:
    """Whether a row goes on with the headings above it, as `value` and `year` do."""
    below = [column_of(f"target {text}") for text in cells.row(row) if text]
    return "target_year" in below


def _two_rows(cells: Cells, row: int) -> list[str]:
    """`Baseline` above `year` read as `Baseline year`; a cell over both rows is read once."""
    both = zip(cells.row(row), cells.row(row + 1), strict=True)
    return [upper if upper == lower else f"{upper} {lower}".strip() for upper, lower in both]
