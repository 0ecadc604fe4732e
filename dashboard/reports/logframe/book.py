"""Writes the logframe of one city: the frame, notes, and the matrix file for reading it back."""

from pathlib import Path

from xlsxwriter import Workbook

from dashboard.reports.content import Report
from dashboard.reports.embedding import embed
from dashboard.reports.logframe.matrix_sheet import add_matrix_file
from dashboard.reports.logframe.notes import add_notes
from dashboard.reports.logframe.sheet import add_logframe
from dashboard.reports.manifest import manifest_json
from dashboard.reports.workbook.book import OPTIONS
from dashboard.reports.workbook.ink import Ink
from dashboard.wording.pages import PRODUCT
from dashboard.wording.report import period, title


def write(report: Report, path: Path) -> None:
    """The same report gives the same bytes. The report is on one city."""
    [city] = report.cities
    with Workbook(str(path), OPTIONS) as book:
        book.set_properties(
            {
                "title": title(report),
                "subject": period(report),
                "author": PRODUCT,
                "created": report.provenance.published_at,
            }
        )
        ink = Ink(book)
        for add in (add_logframe, add_notes, add_matrix_file):
            add(book, ink, report, city)
    embed(path, manifest_json(report))
