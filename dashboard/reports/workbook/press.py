"""Puts tables on sheets: title, lead, header row, filters, frozen panes, print set-up."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from math import ceil

from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.workbook.cell import EMPTY, Cell, Row, Table
from dashboard.reports.workbook.ink import (
    BANNER,
    HEAD,
    LEAD,
    NUMBER_HEAD,
    NUMBERS,
    TITLE,
    Ink,
    Look,
)
from dashboard.wording.report import footer, simulated_note

HEAD_ROW = 4
"""Counted from 0: title, lead, banner and an empty row stand above."""
A4 = 9
PAGE_WIDTH = 104
"""Characters of column width across an A4 page of full size."""
LINE_HEIGHT = 13.5
WIDTHS: dict[Look, float] = {"poster": 1.0, "name": 1.05, "soft": 1.3, "text": 1.15}
"""Letters of a look to a character of column width."""


@dataclass(frozen=True)
class Placed:
    """Where a table came to stand, for formulas and charts elsewhere in the book."""

    table: Table

    def cell(self, row: int, key: str) -> str:
        """The address of a cell from any sheet; rows are counted from 0."""
        return f"{self.sheet}!{xl_rowcol_to_cell(*self.at(row, key), True, True)}"

    def range(self, key: str) -> str:
        """All cells of a column, from any sheet."""
        column, last = self.column(key), HEAD_ROW + len(self.table.rows)
        return f"{self.sheet}!{xl_range_abs(HEAD_ROW + 1, column, last, column)}"

    def row_range(self, row: int, first: str, last: str) -> str:
        """The cells of a row from one column to another, from any sheet."""
        start, end = self.at(row, first), self.at(row, last)
        return f"{self.sheet}!{xl_range_abs(*start, *end)}"

    def head_range(self, first: str, last: str) -> str:
        """The heads from one column to another, from any sheet."""
        return f"{self.sheet}!{xl_range_abs(HEAD_ROW, self.column(first), HEAD_ROW, self.column(last))}"

    def at(self, row: int, key: str) -> tuple[int, int]:
        return HEAD_ROW + 1 + row, self.column(key)

    @property
    def sheet(self) -> str:
        return quoted(self.table.title)

    def column(self, key: str) -> int:
        return [column.key for column in self.table.columns].index(key)


@dataclass(frozen=True)
class Press:
    """One workbook being made."""

    book: Workbook
    ink: Ink
    report: Report
    leads: dict[str, str] = field(default_factory=dict)
    """Sheet to the sentence that tells what stands in it, filled as sheets are added."""

    def add(self, table: Table) -> tuple[Worksheet, Placed]:
        """Adds the sheet of a table; one without rows says so."""
        placed = self.placed(table)
        table = placed.table
        sheet = self.add_sheet(table.title, table.lead, len(table.columns))
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width, self.ink.of({}))
        if table.rows:
            self._write(sheet, placed)
        else:
            sheet.write_string(HEAD_ROW, 0, say("Nothing to show here."), self.ink.of(LEAD))
        sheet.repeat_rows(HEAD_ROW)
        if table.pages:
            _print_pages(sheet, placed)
        if table.off_paper:
            last = HEAD_ROW + len(table.rows), len(table.columns) - 1 - table.off_paper
            sheet.print_area(0, 0, *last)
        return sheet, placed

    def placed(self, table: Table) -> Placed:
        """Where the table will stand. A report on one city needs no column for it."""
        if len(self.report.cities) > 1 or table.columns[0].key != "city":
            return Placed(table)
        return Placed(replace(table, columns=table.columns[1:], fixed=table.fixed - 1))

    def add_sheet(self, title: str, lead: str, columns: int) -> Worksheet:
        """A sheet with its head, set up for paper; `columns` is how far the banner reaches."""
        sheet = self.book.add_worksheet(title)
        self.leads[title] = lead
        sheet.write_string(0, 0, title, self.ink.of(TITLE))
        sheet.set_row(0, 26)
        sheet.write_string(1, 0, lead, self.ink.of(LEAD))
        if self.report.provenance.is_simulated:
            self.write_banner(sheet, 2, 0, columns)
        self.set_up_page(sheet, title)
        return sheet

    def write_banner(self, sheet: Worksheet, row: int, first: int, columns: int) -> None:
        """Says on the sheet that figures are made up."""
        for column in range(first, first + columns):
            sheet.write_blank(row, column, None, self.ink.of(BANNER))
        sheet.write_string(row, first, simulated_note(self.report), self.ink.of(BANNER))

    def set_up_page(self, sheet: Worksheet, title: str) -> None:
        """A4 landscape, as wide as the page; who, what and which page at the foot."""
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        told = footer(self.report).replace("&", "&&")
        sheet.set_footer(f"&L&8{told}&R&8{title.replace('&', '&&')} · &P / &N")

    def write(
        self, sheet: Worksheet, at: tuple[int, int], cell: Cell, formula: str | None = None
    ) -> None:
        """A text stays a text, also one that begins with `=`, `+`, `-` or `@`."""
        look = self.ink.look(cell.look)
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

    def _write(self, sheet: Worksheet, placed: Placed) -> None:
        table = placed.table
        last = HEAD_ROW + len(table.rows), len(table.columns) - 1
        heads = [
            {"header": column.head, "header_format": self.ink.of(_head_look(table, column.key))}
            for column in table.columns
        ]
        sheet.add_table(HEAD_ROW, 0, *last, {"name": table.name, "columns": heads, "style": None})
        sheet.set_row(HEAD_ROW, 32)
        sheet.freeze_panes(HEAD_ROW + 1, table.fixed)
        if table.is_counted:
            self._write_count(sheet, placed)
        for number, row in enumerate(table.rows):
            sheet.set_row(HEAD_ROW + 1 + number, row_height(table, row))
            self._write_row(sheet, placed, number, row)

    def _write_row(self, sheet: Worksheet, placed: Placed, number: int, row: Row) -> None:
        for column in placed.table.columns:
            cell = row.get(column.key, EMPTY)
            at = placed.at(number, column.key)
            formula = _filled(cell, placed, at) if cell.formula else None
            self.write(sheet, at, cell, formula)

    def _write_count(self, sheet: Worksheet, placed: Placed) -> None:
        """How many rows are shown; filters change it."""
        first = placed.table.columns[0].key
        shown = f"=SUBTOTAL(103,{placed.range(first)})"
        look = LEAD | {"num_format": "#,##0", "align": "right", "bold": True}
        sheet.write_formula(3, 0, shown, self.ink.of(look), len(placed.table.rows))
        sheet.write_string(3, 1, say("rows shown"), self.ink.of(LEAD | {"indent": 1}))


def _print_pages(sheet: Worksheet, placed: Placed) -> None:
    """Several pages across, each with the first columns again, at a size that can be read."""
    table = placed.table
    sheet.repeat_columns(0, table.fixed - 1)
    breaks = [placed.column(key) for key in table.pages]
    sheet.set_v_pagebreaks(breaks)
    sheet.set_print_scale(int(100 * PAGE_WIDTH / _widest(table, breaks)))


def _widest(table: Table, breaks: list[int]) -> float:
    """The width of the widest page across, the repeated columns included."""
    widths = [column.width for column in table.columns]
    starts, ends = [table.fixed, *breaks], [*breaks, len(widths) - table.off_paper]
    repeated = sum(widths[: table.fixed])
    return repeated + max(sum(widths[a:b]) for a, b in zip(starts, ends, strict=True))


def _head_look(table: Table, key: str) -> dict[str, object]:
    """Over numbers at the right, as they are."""
    looks = {row[key].look for row in table.rows if key in row and row[key].value is not None}
    return NUMBER_HEAD if looks & NUMBERS else HEAD


def quoted(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def row_height(table: Table, row: Mapping[str, Cell]) -> float:
    """Points for the longest text at the width of its column: not every program does it alone."""
    lines = (_lines(row[c.key], c.width) for c in table.columns if c.key in row)
    return 4 + LINE_HEIGHT * max(lines, default=1)


def _lines(cell: Cell, width: float) -> int:
    """A serif, or bold, letter is wider; a word is never cut."""
    if not isinstance(cell.value, str):
        return 1
    fits = max(1, width * WIDTHS.get(cell.look, 1.0) - 1.5)
    return sum(max(1, ceil(len(part) / fits)) for part in cell.value.split("\n"))


def _filled(cell: Cell, placed: Placed, at: tuple[int, int]) -> str:
    """The formula with the addresses of its row, and of the cells above it."""
    row, column = at
    keys = [column.key for column in placed.table.columns]
    addresses = {key: xl_rowcol_to_cell(row, number) for number, key in enumerate(keys)}
    above = xl_range(row - cell.above, column, row - 1, column) if cell.above else ""
    return (cell.formula or "").format(above=above, **addresses)
