"""The matrix file itself, line by line, so that the workbook can be imported without loss."""

from xlsxwriter.workbook import Workbook

from dashboard.language import say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.workbook.ink import LEAD, TITLE, Ink
from matrices.importing.logframe.own_sheet import FIRST_ROW, MATRIX_SHEET
from matrices.importing.matrix_draft import draft_of
from matrices.importing.matrix_text import matrix_text


def add_matrix_file(book: Workbook, ink: Ink, report: Report, city: CityReport) -> None:
    """Always under the same name, whatever the language: the import looks for it."""
    sheet = book.add_worksheet(MATRIX_SHEET)
    sheet.set_column(0, 0, 110, ink.of({"font_name": "Courier New", "font_size": 9}))
    sheet.write_string(0, 0, MATRIX_SHEET, ink.of(TITLE))
    told = say("What `impact import` reads. Delete this sheet to import what the logframe says.")
    sheet.write_string(1, 0, told, ink.of(LEAD))
    draft = draft_of(city.standing.matrix, f"{city.city}.yaml", "written with its logframe")
    for number, line in enumerate(matrix_text(draft).splitlines(), FIRST_ROW - 1):
        sheet.write_string(number, 0, line)
    sheet.hide_gridlines(2)
