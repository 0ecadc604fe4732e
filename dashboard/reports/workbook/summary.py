"""The summary: how the statements stand, and what was achieved of what was promised; all live."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from dashboard.design import tone_of
from dashboard.language import say
from dashboard.reports.content import FrameworkRow, Report
from dashboard.reports.workbook import charts, figures
from dashboard.reports.workbook.cell import Cell
from dashboard.reports.workbook.ink import HEAD, LEAD, NUMBER_HEAD, SERIF
from dashboard.reports.workbook.press import Placed, Press
from dashboard.wording import statuses
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import percent
from dashboard.wording.pages import LEVEL_NAMES
from matrices.model import LEVELS
from metrics.standing import Status

WIDTHS = (60, *[14] * 10)
FIRST_ROW = 4
PROMISE_COLUMNS = 7
HEADING = {"font_name": SERIF, "font_size": 13, "bold": True}


@dataclass(frozen=True)
class Split:
    """A column of the table of statuses: a city, or a level of the one city."""

    name: str
    holds: Callable[[FrameworkRow], bool]


@dataclass(frozen=True)
class Line:
    """A row of the sheet being written."""

    press: Press
    sheet: Worksheet
    row: int

    def write(
        self, column: int, cell: Cell, framework: Placed | None = None, place: int = 0
    ) -> None:
        """A number that stands in the framework points at it; a word, such as withheld, does not."""
        points = framework is not None and isinstance(cell.value, float | int)
        formula = f"={framework.cell(place, KEYS[column])}" if framework and points else None
        self.press.write(self.sheet, (self.row, column), cell, formula)

    def write_formula(self, column: int, cell: Cell, formula: str) -> None:
        self.press.write(self.sheet, (self.row, column), cell, formula)


KEYS = {1: "baseline", 2: "newest", 4: "target", 5: "achieved"}
"""Column of the sheet to that of the framework."""


def add_summary(press: Press, framework: Placed) -> None:
    """The sheet; its counts are formulas over the results framework."""
    lead = say(
        "Every number here is a formula over the results framework, so that it can be followed."
    )
    sheet = press.add_sheet(
        say("Summary"), lead, max(PROMISE_COLUMNS, len(splits(press.report)) + 3)
    )
    for number, width in enumerate(WIDTHS):
        sheet.set_column(number, number, width, press.ink.of({}))
    below = _write_statuses(press, sheet, framework)
    _write_promises(press, sheet, framework, below)
    sheet.fit_to_pages(1, 1)


def splits(report: Report) -> list[Split]:
    """The cities of the report, or the levels of its only one."""
    if len(report.cities) > 1:
        return [Split(c.place_name, lambda row, c=c: row.city == c.city) for c in report.cities]
    rows = report.cities[0].rows
    levels = [level for level in LEVELS if any(row.statement.level == level for row in rows)]
    return [Split(say(LEVEL_NAMES[n]), lambda row, n=n: row.statement.level == n) for n in levels]


def _write_statuses(press: Press, sheet: Worksheet, framework: Placed) -> int:
    """Statuses down, cities or levels across; gives the first free row below table and chart."""
    found, columns = _statuses(press.report), splits(press.report)
    sheet.write_string(FIRST_ROW, 0, say("How the statements stand"), press.ink.of(HEADING))
    head = FIRST_ROW + 1
    names = [say("Status"), *(split.name for split in columns), say("All"), say("Share")]
    _write_heads(press, sheet, head, names)
    for number, status in enumerate(found, start=head + 1):
        _write_status(press, sheet, framework, number, status, head, len(found))
    _write_totals(press, sheet, head, len(found), len(columns))
    if not found:
        return head + 3
    chart = charts.statuses(press, sheet.get_name(), head, found, len(columns))
    sheet.insert_chart(head + len(found) + 3, 0, chart, {"description": _told(press.report)})
    return head + len(found) + 3 + charts.ROWS


def _write_status(
    press: Press,
    sheet: Worksheet,
    framework: Placed,
    row: int,
    status: Status,
    head: int,
    many: int,
) -> None:
    """One status: how many statements of each column, all together, and their share."""
    columns, rows = splits(press.report), _firsts(press.report)
    press.write(sheet, (row, 0), Cell(statuses.name(status), tone_of(status)))
    of_status = [each for each in rows if each.standing.status is status]
    key = "city" if len(press.report.cities) > 1 else "level"
    for number, split in enumerate(columns, start=1):
        at = xl_rowcol_to_cell(head, number, row_abs=True)
        formula = (
            f"=SUMIFS({framework.range('counts')},{framework.range('statement_status')},$A{row + 1},"
            f"{framework.range(key)},{at})"
        )
        cell = Cell(sum(1 for each in of_status if split.holds(each)), "count")
        press.write(sheet, (row, number), cell, formula)
    last = len(columns)
    everything = f"=SUM({xl_range(row, 1, row, last)})"
    press.write(sheet, (row, last + 1), Cell(len(of_status), "count"), everything)
    total = xl_rowcol_to_cell(head + many + 1, last + 1, True, True)
    share = f"=IF({total}=0,0,{xl_rowcol_to_cell(row, last + 1)}/{total})"
    press.write(sheet, (row, last + 2), Cell(len(of_status) / len(rows), "percent"), share)


def _write_totals(press: Press, sheet: Worksheet, head: int, many: int, columns: int) -> None:
    rows, row = _firsts(press.report), head + many + 1
    press.write(sheet, (row, 0), Cell(say("All statements"), "total"))
    counts = [sum(1 for each in rows if s.holds(each)) for s in splits(press.report)]
    for number, count in enumerate([*counts, len(rows)], start=1):
        formula = f"=SUM({xl_range(head + 1, number, head + many, number)})"
        press.write(sheet, (row, number), Cell(count, "total_count"), formula)
    press.write(sheet, (row, columns + 2), Cell(None, "total"))


def _write_promises(press: Press, sheet: Worksheet, framework: Placed, row: int) -> None:
    """Each promise with a figure: baseline, newest and target, pointing at the framework."""
    shown = list(_shown(press.report))
    sheet.write_string(row, 0, say("What became of the promises"), press.ink.of(HEADING))
    if not shown:
        told = say("No promise has a figure yet.")
        sheet.write_string(row + 1, 0, told, press.ink.of(LEAD))
        return
    heads = (say("Promise"), say("Baseline"), say("Newest"), say("Change"), say("Target"))
    _write_heads(press, sheet, row + 1, (*heads, say("Share achieved")), say("Status"))
    for number, (place, found) in enumerate(shown, start=row + 2):
        _write_promise(Line(press, sheet, number), framework, place, found)
    many = sum(1 for _, found in shown if found.share_achieved is not None)
    if many:
        chart = charts.achieved(press, sheet.get_name(), row + 2, many)
        told = "; ".join(_told_of(each) for _, each in shown[:many])
        sheet.insert_chart(row + len(shown) + 3, 0, chart, {"description": told})


def _write_promise(line: Line, framework: Placed, place: int, row: FrameworkRow) -> None:
    """Those of the framework's cells, and what lies between baseline and newest."""
    indicator, newest, start = row.indicator, row.newest, row.baseline
    assert indicator is not None and newest is not None
    line.write(0, Cell(_name(line.press.report, row), "name"))
    line.write(1, figures.amount(start.value if start else None, indicator), framework, place)
    line.write(2, figures.value(newest, indicator), framework, place)
    line.write(4, figures.amount(row.target_value, indicator), framework, place)
    line.write(5, Cell(row.share_achieved, "percent"), framework, place)
    if start and newest.value is not None:
        before, now = (xl_rowcol_to_cell(line.row, column) for column in (1, 2))
        change = newest.value - start.value
        if indicator.is_share:
            line.write_formula(3, Cell(change, "points"), f"=100*({now}-{before})")
        else:
            line.write_formula(3, Cell(change, "change"), f"={now}-{before}")
    else:
        line.write(3, Cell())
    line.write(6, Cell(statuses.name(row.status), tone_of(row.status)))


def _write_heads(
    press: Press, sheet: Worksheet, row: int, heads: Sequence[str], last: str = ""
) -> None:
    """The first and the last over words, those between over numbers."""
    sheet.set_row(row, 32)
    first, *numbers = heads
    sheet.write_string(row, 0, first, press.ink.of(HEAD))
    for column, head in enumerate(numbers, start=1):
        sheet.write_string(row, column, head, press.ink.of(NUMBER_HEAD))
    if last:
        sheet.write_string(row, len(heads), last, press.ink.of(HEAD))


def _name(report: Report, row: FrameworkRow) -> str:
    """With what tells it apart: the city, or the statement where two have the same indicator."""
    assert row.indicator is not None
    name = name_of(row.indicator)
    if len(report.cities) > 1:
        return f"{row.place_name}: {name}"
    alike = [other for _, other in _shown(report) if other.indicator is row.indicator]
    return f"{name}: {row.statement.text.strip()}" if len(alike) > 1 else name


def _shown(report: Report) -> Iterator[tuple[int, FrameworkRow]]:
    """With the number of the row in the framework; first those with a share, for the chart.

    Of several cities only those: a page that all can read.
    """
    rows = list(enumerate(row for city in report.cities for row in city.rows))
    yield from ((n, row) for n, row in rows if row.share_achieved is not None)
    if len(report.cities) == 1:
        yield from ((n, r) for n, r in rows if r.share_achieved is None and r.newest)


def _firsts(report: Report) -> list[FrameworkRow]:
    """A row for each statement."""
    return [row for city in report.cities for row in city.rows if row.is_first]


def _statuses(report: Report) -> list[Status]:
    """Those that occur, good news first."""
    found = {row.standing.status for row in _firsts(report)}
    return [status for status in statuses.ORDER if status in found]


def _told(report: Report) -> str:
    """The finding of the chart, for those who do not see it."""
    rows = _firsts(report)
    counts = [(s, sum(1 for row in rows if row.standing.status is s)) for s in _statuses(report)]
    return (
        say("How the statements stand")
        + ": "
        + ", ".join(f"{count} {statuses.name(status)}" for status, count in counts)
    )


def _told_of(row: FrameworkRow) -> str:
    assert row.indicator is not None and row.share_achieved is not None
    return f"{name_of(row.indicator)}: {percent(100 * row.share_achieved)}"
