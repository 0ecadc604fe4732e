"""The sheet with the logframe: two rows of headings, cells that reach over their rows, print set-up."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.design import LIGHT
from dashboard.language import say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.logframe.columns import REFERENCE, RESULT, Column, columns
from dashboard.reports.logframe.rows import Cell, Row, rows
from dashboard.reports.workbook.ink import BANNER, HEAD, LEAD, LOOKS, TITLE, Ink
from dashboard.wording import dates
from dashboard.wording.report import footer, period, simulated_note

HEAD_ROW = 4
"""Counted from 0; title, lead, banner and an empty row stand above, a second row of headings below."""
FIRST_ROW = HEAD_ROW + 2
A3 = 8
"""A logframe with current values is wider than an A4 page at a size that can be read."""
LINE_HEIGHT = 13.0
LETTERS = {"poster": 0.95, "soft": 1.28, "name": 0.95}
"""Letters of a look to a character of column width; a serif or bold letter is wider."""
SHARED = ("group", RESULT)
"""Columns whose cell all rows of a statement share."""
_CENTRE = {"align": "center", "valign": "vcenter", "border": 1, "border_color": LIGHT.rule}
_LEVEL = {
    "bold": True,
    "font_color": LIGHT.accent,
    "bg_color": LIGHT.page,
    "text_wrap": True,
}
_LINE = {"bottom": 1, "bottom_color": LIGHT.rule}
_BEGINS = {"top": 2, "top_color": LIGHT.accent}
"""The first row of a level."""
_MIDDLE = {"align": "center"}
"""Years and days, so that they do not run into the text to their right."""


def add_logframe(book: Workbook, ink: Ink, report: Report, city: CityReport) -> None:
    """Adds the sheet of one city."""
    sheet, heads, made = book.add_worksheet(say("Logframe")), columns(), rows(city)
    _write_top(sheet, ink, report, city, len(heads))
    _write_headings(sheet, ink, heads)
    for number, column in enumerate(heads):
        sheet.set_column(number, number, column.width, ink.of({}))
    for number, height in enumerate(_heights(made, heads)):
        sheet.set_row(FIRST_ROW + number, height)
    for number, column in enumerate(heads):
        _write_column(sheet, ink, made, number, column)
    _set_up(sheet, report, heads, len(made))


def _write_top(sheet: Worksheet, ink: Ink, report: Report, city: CityReport, width: int) -> None:
    name = city.standing.matrix.name
    sheet.write_string(0, 0, say("{name}: logical framework", name=name), ink.of(TITLE))
    sheet.set_row(0, 28)
    told = say(
        "{place}, {period}. Current values and statuses as of {day}; see the sheet Notes.",
        place=city.place_name,
        period=period(report),
        day=dates.day(report.judged_on),
    )
    sheet.write_string(1, 0, told, ink.of(LEAD))
    if city.standing.is_simulated:
        for column in range(width):
            sheet.write_blank(2, column, None, ink.of(BANNER))
        sheet.write_string(2, 0, simulated_note(report), ink.of(BANNER))


def _write_headings(sheet: Worksheet, ink: Ink, heads: Sequence[Column]) -> None:
    """One cell over both rows, or a heading over its parts."""
    look = ink.of(HEAD | _CENTRE)
    sheet.set_row(HEAD_ROW, 20)
    for heading, group in groupby(enumerate(heads), lambda each: each[1].heading):
        [first, *_] = places = list(group)
        if not first[1].part:
            sheet.merge_range(HEAD_ROW, first[0], HEAD_ROW + 1, first[0], heading, look)
            continue
        sheet.merge_range(HEAD_ROW, first[0], HEAD_ROW, places[-1][0], heading, look)
        for number, column in places:
            sheet.write_string(HEAD_ROW + 1, number, column.part, look)


def _write_column(
    sheet: Worksheet, ink: Ink, made: Sequence[Row], number: int, column: Column
) -> None:
    begins = {first for first, _ in _stretches(made, "level")}
    for first, last in _stretches(made, column.key):
        cell = made[first].get(column.key, Cell())
        look = _look(ink, cell, column, first in begins)
        if last > first:
            text = str(cell.value or "")
            sheet.merge_range(FIRST_ROW + first, number, FIRST_ROW + last, number, text, look)
        else:
            _write(sheet, (FIRST_ROW + first, number), cell, look)


def _stretches(made: Sequence[Row], key: str) -> Iterator[tuple[int, int]]:
    """First and last of the rows that share a cell."""
    shared = {"level": ("level",)} | {name: ("statement",) for name in SHARED}
    names = shared.get(key)
    groups = groupby(
        range(len(made)), lambda number: [made[number][n].value for n in names] if names else number
    )
    for _, group in groups:
        first, *more = group
        yield first, more[-1] if more else first


def _look(ink: Ink, cell: Cell, column: Column, begins: bool) -> Format:
    above = _BEGINS if begins else {}
    if column.key == "level":
        return ink.of(_LEVEL | above)
    if cell.look in ("year", "day"):
        number = {"num_format": "0"} if cell.look == "year" else LOOKS["day"]
        return ink.of(_LINE | number | _MIDDLE | above)
    return ink.of(_LINE | LOOKS[cell.look] | above)


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, look: Format) -> None:
    """A text stays a text, also one that begins with `=`, `+`, `-` or `@`."""
    if cell.value in (None, ""):
        sheet.write_blank(*at, None, look)
    elif isinstance(cell.value, str):
        sheet.write_string(*at, cell.value, look)
    elif isinstance(cell.value, date):
        day = datetime(cell.value.year, cell.value.month, cell.value.day)
        sheet.write_datetime(*at, day, look)
    else:
        sheet.write_number(*at, cell.value, look)


def _heights(made: Sequence[Row], heads: Sequence[Column]) -> list[float]:
    """Points of each row; a text that all rows of a statement share may use all of them."""
    own = [c for c in heads if c.key not in (*SHARED, "level")]
    heights = [5 + LINE_HEIGHT * max(_lines(row, c) for c in own) for row in made]
    for first, last in _stretches(made, RESULT):
        needed = 5 + LINE_HEIGHT * max(_lines(made[first], c) for c in heads if c.key in SHARED)
        heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
    for first, last in _stretches(made, "level"):
        level = next(c for c in heads if c.key == "level")
        needed = 5 + LINE_HEIGHT * _lines(made[first], level)
        heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
    return heights


def _lines(row: Row, column: Column) -> int:
    cell = row.get(column.key, Cell())
    if not isinstance(cell.value, str):
        return 1
    fits = max(1.0, column.width * LETTERS.get(cell.look, 1.05) - 2)
    return max(1, ceil(len(cell.value) / fits))


def _set_up(sheet: Worksheet, report: Report, heads: Sequence[Column], many: int) -> None:
    """A3 landscape, as wide as the page, headings on each; the references stay on the screen."""
    keys = [column.key for column in heads]
    sheet.set_paper(A3)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW, HEAD_ROW + 1)
    sheet.print_area(0, 0, FIRST_ROW + max(0, many - 1), keys.index(REFERENCE) - 1)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(FIRST_ROW, keys.index(RESULT) + 1)
    sheet.set_footer(f"&L&8{footer(report).replace('&', '&&')}&R&8&P / &N")
