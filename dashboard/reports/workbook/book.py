"""Writes the workbook: its sheets in the order in which a funder reads them."""

from collections.abc import Callable
from pathlib import Path

from xlsxwriter import Workbook

from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.embedding import embed
from dashboard.reports.manifest import manifest_json
from dashboard.reports.scope import Section
from dashboard.reports.workbook import charts, happenings, notes, years
from dashboard.reports.workbook.breakdowns import breakdowns
from dashboard.reports.workbook.cell import Table
from dashboard.reports.workbook.cover import add_cover
from dashboard.reports.workbook.framework import framework
from dashboard.reports.workbook.ink import Ink
from dashboard.reports.workbook.participants import participants
from dashboard.reports.workbook.periods import periods
from dashboard.reports.workbook.press import HEAD_ROW, Press
from dashboard.reports.workbook.summary import add_summary
from dashboard.wording.pages import PRODUCT
from dashboard.wording.report import course_told, period, title

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A text is a text: nothing in a cell is guessed at."""

MOST_CHARTS = 9

SHEETS: tuple[tuple[Section, tuple[Callable[[Report], Table], ...]], ...] = (
    ("disaggregations", (breakdowns,)),
    ("participants", (participants,)),
    ("activities", (happenings.activities,)),
    ("evidence", (happenings.evidence,)),
    ("decisions", (happenings.decisions,)),
    ("comparison", (notes.compared,)),
    ("quality", (notes.quality,)),
    ("methods", (notes.methods, notes.definitions)),
    ("glossary", (notes.words_used,)),
)
"""Those that stand for themselves, after the framework and the actuals."""


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
        _write_sheets(Press(book, Ink(book), report))
    embed(path, manifest_json(report))


def _write_sheets(press: Press) -> None:
    """The cover comes first and is filled last: it tells of all the others."""
    report, has = press.report, press.report.scope.has
    cover = press.book.add_worksheet(say("Cover"))
    rows = framework(report)
    if has("summary"):
        add_summary(press, press.placed(rows))
    press.add(rows)
    if has("actuals"):
        _add_actuals(press)
    tables = [make(report) for section, makers in SHEETS if has(section) for make in makers]
    for table in (*tables, notes.sources(report)):
        if table.rows:
            press.add(table)
    cover.activate()
    add_cover(press, cover, press.placed(rows), _contents(press))


def _add_actuals(press: Press) -> None:
    """By year with charts, then every period with its parts."""
    by_period = periods(press.report)
    by_year = years.years(press.report, press.placed(by_period))
    shown = years.shown_years(press.report)
    sheet, placed = press.add(by_year)
    below = HEAD_ROW + len(by_year.rows) + 2
    for number, row in enumerate(years.worth_a_chart(by_year, shown)[:MOST_CHARTS]):
        first, last = f"y{shown[0]}", f"y{shown[-1]}"
        name = str(by_year.rows[row]["indicator"].value)
        chart = charts.course(press, placed, row, first, last)
        at = below + number // 3 * charts.SMALL_ROWS, 0
        left = number % 3 * (charts.SMALL_WIDTH + 10)
        told = course_told(name, years.told(by_year.rows[row], shown))
        sheet.insert_chart(*at, chart, {"x_offset": left, "description": told})
    press.add(by_period)


def _contents(press: Press) -> dict[str, str]:
    """Every sheet but the cover, with what stands in it."""
    return {
        sheet.get_name(): press.leads[sheet.get_name()] for sheet in press.book.worksheets()[1:]
    }
