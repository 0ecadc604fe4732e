"""Writes the workbook: its sheets in the order in which a funder reads them."""

from pathlib import Path

from xlsxwriter import Workbook

from dashboard.reports.content import Report
from dashboard.reports.workbook.framework import framework
from dashboard.reports.workbook.ink import Ink
from dashboard.reports.workbook.table import add_table
from dashboard.wording.pages import PRODUCT
from dashboard.wording.report import period, title

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A text is a text: nothing in a cell is guessed at."""


def write(report: Report, path: Path) -> None:
    """The same report gives the same bytes: the only date in the file is that of publication."""
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
        add_table(book, ink, report, framework(report))
