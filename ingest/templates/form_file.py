"""A form as a workbook: no macro, headings locked without a password, drop-downs, print set-up."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ingest.ledger import LoadProblem
from ingest.templates.entry_rules import add_rules
from ingest.templates.form import Form, Heading, Ink, Line
from ingest.templates.sheet_names import CHOICES, EXPLANATION

PAGE_WIDTH = 180
LINE_HEIGHT = 13
HEAD_ROW = 3
"""Below the title and the hint."""

DARK, PALE, RULE = "1F3A5F", "EEF1F5", "C9D1DB"
FILLS: dict[Ink, str] = {"open": "FFFFFF", "given": PALE, "known": PALE, "closed": "D9DEE5"}
FONTS: dict[Ink, Font] = {
    "open": Font(),
    "given": Font(color="33475B"),
    "known": Font(color="5B6B7B", italic=True),
    "closed": Font(color="5B6B7B", italic=True),
}
LOCKED: frozenset[Ink] = frozenset({"given", "closed"})
FORMATS = {"text": "@", "number": "General", "whole": "0", "day": "yyyy-mm-dd"}

_WRAPPED = Alignment(wrap_text=True, vertical="top")
_BOX = Border(*(Side(style="thin", color=RULE) for _ in range(4)))


def write_form(form: Form, target: Path) -> None:
    """Writes the workbook; raises `LoadProblem` where the file cannot be written."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = form.sheet
    _write_head(sheet, form)
    _write_lines(sheet, form)
    _write_explanation(book.create_sheet(EXPLANATION), form)
    ranges = _write_choices(book.create_sheet(CHOICES), form)
    add_rules(sheet, form, HEAD_ROW + 1, ranges)
    _protect(sheet)
    _set_up_page(sheet, form)
    try:
        book.save(target)
    except OSError as error:
        raise LoadProblem(f"{target} cannot be written: {error.strerror}.") from error


def write_text(cell: SheetCell, value: str | float | date | None) -> None:
    """A text that begins with = stays a text, and signs that no workbook can hold are left out."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"


def _write_head(sheet: Worksheet, form: Form) -> None:
    write_text(sheet["A1"], form.title)
    sheet["A1"].font = Font(bold=True, size=14, color=DARK)
    write_text(sheet["A2"], form.hint)
    sheet["A2"].font = Font(color="5B6B7B")
    for number, heading in enumerate(form.headings, start=1):
        _write_heading(sheet.cell(HEAD_ROW, number), heading)
        sheet.column_dimensions[get_column_letter(number)].width = heading.width
    sheet.row_dimensions[HEAD_ROW].height = 32
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1)


def _write_heading(cell: SheetCell, heading: Heading) -> None:
    write_text(cell, heading.text)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=DARK)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    cell.comment = Comment(heading.explanation, "Impact Matrix", height=120, width=320)


def _write_lines(sheet: Worksheet, form: Form) -> None:
    lines = [*form.lines, *[form.spare] * form.spare_lines]
    for row, line in enumerate(lines, start=HEAD_ROW + 1):
        for number, heading in enumerate(form.headings, start=1):
            _write_cell(sheet.cell(row, number), heading, line)
        texts = [(line.cells.get(heading.text), heading.width) for heading in form.headings]
        sheet.row_dimensions[row].height = _height(texts)


def _write_cell(cell: SheetCell, heading: Heading, line: Line) -> None:
    ink = line.inks.get(heading.text, "closed" if heading.is_locked else "open")
    value = line.cells.get(heading.text)
    write_text(
        cell, date.fromisoformat(str(value)) if heading.written == "day" and value else value
    )
    cell.font = FONTS[ink]
    cell.fill = PatternFill("solid", fgColor=FILLS[ink])
    cell.border = _BOX
    cell.alignment = _WRAPPED
    cell.number_format = FORMATS[heading.written]
    cell.protection = Protection(locked=ink in LOCKED)


def _height(texts: Iterable[tuple[object, float]]) -> int:
    """Room for the longest text at the width of its column; programs differ in doing it alone."""
    rows = (
        sum(1 + int(len(part) / (width * 0.95)) for part in str(text or "").split("\n"))
        for text, width in texts
    )
    return 3 + LINE_HEIGHT * max(rows, default=1)


def _write_explanation(sheet: Worksheet, form: Form) -> None:
    write_text(sheet["A1"], form.title)
    sheet["A1"].font = Font(bold=True, size=14, color=DARK)
    for row, step in enumerate(form.steps, start=3):
        write_text(sheet.cell(row, 1), f"{row - 2}. {step}")
        sheet.merge_cells(
            start_row=row, end_row=row, start_column=1, end_column=len(form.explained_by)
        )
        sheet.cell(row, 1).alignment = _WRAPPED
        sheet.row_dimensions[row].height = _height([(step, sum(_widths(form)))])
    head = len(form.steps) + 4
    _write_explained(sheet, form, head)
    _set_up_page(sheet, form)
    sheet.print_title_rows = f"{head}:{head}"
    _protect(sheet)


def _write_explained(sheet: Worksheet, form: Form, head: int) -> None:
    """A table of everything that the form asks for."""
    widths = _widths(form)
    for number, text in enumerate(form.explained_by, start=1):
        write_text(cell := sheet.cell(head, number), text)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=DARK)
        sheet.column_dimensions[get_column_letter(number)].width = widths[number - 1]
    for row, explained in enumerate(form.explained, start=head + 1):
        for number, text in enumerate(explained.cells, start=1):
            write_text(cell := sheet.cell(row, number), text)
            cell.alignment, cell.border = _WRAPPED, _BOX
        sheet.row_dimensions[row].height = _height(zip(explained.cells, widths, strict=True))


def _widths(form: Form) -> list[int]:
    """The columns of the explanation sheet fill a page between them."""
    return [PAGE_WIDTH // len(form.explained_by)] * len(form.explained_by)


def _write_choices(sheet: Worksheet, form: Form) -> dict[str, str]:
    """Each drop-down in a column of a hidden sheet; gives the cells in which it stands."""
    ranges = {}
    for number, (name, choices) in enumerate(form.choices.items(), start=1):
        write_text(sheet.cell(1, number), name)
        for row, choice in enumerate(choices, start=2):
            write_text(sheet.cell(row, number), choice)
        letter = get_column_letter(number)
        ranges[name] = f"'{CHOICES}'!${letter}$2:${letter}${max(2, len(choices) + 1)}"
    sheet.sheet_state = "hidden"
    return ranges


def _protect(sheet: Worksheet) -> None:
    """Against slips only: whoever needs to can lift it, there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.autoFilter = False


def _set_up_page(sheet: Worksheet, form: Form) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{HEAD_ROW}"
    sheet.oddFooter.left.text = form.title.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"
