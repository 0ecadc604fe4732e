"""A sheet with one table: title, lead, header row, filters, frozen panes, print set-up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.workbook.ink import BANNER, HEAD, LEAD, TITLE, Ink, Look
from dashboard.wording.report import footer, simulated_note

Value = str | float | date | None

HEAD_ROW = 4
"""Counted from 0: title, lead, banner and an empty row stand above."""
A4 = 9
LINE_HEIGHT = 13.5
WIDTHS: dict[Look, float] = {"poster": 0.95, "name": 0.9, "soft": 1.1}
"""Letters of a look to a character of column width."""


@dataclass(frozen=True)
class Cell:
    """A value, how it looks, and for a live cell its formula.

    In a formula `{key}` stands for the cell of that column in the same row. The value is what the
    formula gives: programs that do not calculate show it.
    """

    value: Value = None
    look: Look = "text"
    formula: str | None = None


@dataclass(frozen=True)
class Column:
    """A head and its width in characters."""

    key: str
    head: str
    width: float


@dataclass(frozen=True)
class Table:
    """What one sheet holds. A row need not have a cell in every column."""

    name: str
    """Of the Excel table; the same in every language, so that others can count on it."""
    sheet: str
    title: str
    lead: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Cell]]
    fixed: int = 1
    """Columns that stay in view, and are printed on every page."""
    pages_wide: int = 1


@dataclass(frozen=True)
class Placed:
    """Where a table came to stand, for formulas and charts elsewhere in the book."""

    table: Table

    def cell(self, row: int, key: str) -> str:
        """The address of a cell; rows are counted from 0."""
        return f"'{self.table.sheet}'!{xl_rowcol_to_cell(*self.at(row, key), True, True)}"

    def range(self, key: str) -> str:
        """All cells of a column."""
        column, last = self._column(key), HEAD_ROW + len(self.table.rows)
        return f"'{self.table.sheet}'!{xl_range_abs(HEAD_ROW + 1, column, last, column)}"

    def at(self, row: int, key: str) -> tuple[int, int]:
        return HEAD_ROW + 1 + row, self._column(key)

    def _column(self, key: str) -> int:
        return [column.key for column in self.table.columns].index(key)


def add_table(book: Workbook, ink: Ink, report: Report, table: Table) -> tuple[Worksheet, Placed]:
    """Adds the sheet; a table without rows is a sentence that says so."""
    sheet = book.add_worksheet(table.sheet)
    placed = Placed(table)
    _write_head(sheet, ink, report, table)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width, ink.of({}))
    if table.rows:
        _write_table(sheet, ink, placed)
    else:
        sheet.write_string(HEAD_ROW, 0, say("Nothing to show here."), ink.of(LEAD))
    set_up_page(sheet, report, table.title)
    sheet.repeat_rows(HEAD_ROW)
    if table.pages_wide > 1:
        sheet.repeat_columns(0, table.fixed - 1)
        sheet.fit_to_pages(table.pages_wide, 0)
    return sheet, placed


def set_up_page(sheet: Worksheet, report: Report, title: str) -> None:
    """A4 landscape, as wide as the page; who, what and which page at the foot."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    told = footer(report).replace("&", "&&")
    sheet.set_footer(f"&L&8{told}&C&8{title.replace('&', '&&')}&R&8&P / &N")


def write_cell(
    sheet: Worksheet, ink: Ink, at: tuple[int, int], cell: Cell, formula: str | None = None
) -> None:
    """A text stays a text, also one that begins with `=`, `+`, `-` or `@`."""
    look = ink.look(cell.look)
    if formula:
        sheet.write_formula(*at, formula, look, "" if cell.value is None else cell.value)
    elif isinstance(cell.value, str):
        sheet.write_string(*at, cell.value, look)
    elif isinstance(cell.value, date):
        day = datetime(cell.value.year, cell.value.month, cell.value.day)
        sheet.write_datetime(*at, day, look)
    elif cell.value is None:
        sheet.write_blank(*at, None, look)
    else:
        sheet.write_number(*at, cell.value, look)


def _write_head(sheet: Worksheet, ink: Ink, report: Report, table: Table) -> None:
    sheet.write_string(0, 0, table.title, ink.of(TITLE))
    sheet.set_row(0, 26)
    sheet.write_string(1, 0, table.lead, ink.of(LEAD))
    if report.provenance.is_simulated:
        for column in range(len(table.columns)):
            sheet.write_blank(2, column, None, ink.of(BANNER))
        sheet.write_string(2, 0, simulated_note(report), ink.of(BANNER))


def _write_table(sheet: Worksheet, ink: Ink, placed: Placed) -> None:
    table, head = placed.table, ink.of(HEAD)
    last = HEAD_ROW + len(table.rows), len(table.columns) - 1
    headers = [{"header": column.head, "header_format": head} for column in table.columns]
    sheet.add_table(HEAD_ROW, 0, *last, {"name": table.name, "columns": headers, "style": None})
    sheet.set_row(HEAD_ROW, 32)
    sheet.freeze_panes(HEAD_ROW + 1, table.fixed)
    for number, row in enumerate(table.rows):
        sheet.set_row(HEAD_ROW + 1 + number, row_height(table, row))
        for column in table.columns:
            cell = row.get(column.key, Cell())
            formula = _filled(cell.formula, placed, number) if cell.formula else None
            write_cell(sheet, ink, placed.at(number, column.key), cell, formula)


def row_height(table: Table, row: Mapping[str, Cell]) -> float:
    """Points for the longest text at the width of its column: not every program does it alone."""
    lines = (_lines(row[c.key], c.width) for c in table.columns if c.key in row)
    return 4 + LINE_HEIGHT * max(lines, default=1)


def _lines(cell: Cell, width: float) -> int:
    """A serif, or bold, letter is wider; a word is never cut."""
    if not isinstance(cell.value, str):
        return 1
    fits = max(1, width * WIDTHS.get(cell.look, 1.0) - 1)
    return sum(max(1, ceil(len(part) / fits)) for part in cell.value.split("\n"))


def _filled(formula: str, placed: Placed, row: int) -> str:
    """The formula with the addresses of its row."""
    keys = [column.key for column in placed.table.columns]
    return formula.format(**{key: xl_rowcol_to_cell(*placed.at(row, key)) for key in keys})
