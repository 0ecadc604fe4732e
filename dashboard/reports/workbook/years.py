"""Actuals by year: the same values side by side, every cell points at its row."""

from collections.abc import Iterator
from functools import partial

from dashboard.language import say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.workbook import figures
from dashboard.reports.workbook.cell import EMPTY, Cell, Column, Row, Table
from dashboard.reports.workbook.periods import row_numbers
from dashboard.reports.workbook.press import Placed
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import number, percent
from metrics.standing import Actual

NAME = "Years"
LEAST_POINTS = 3


def years(report: Report, actuals: Placed) -> Table:
    """The sheet; `actuals` is the table that its cells point at."""
    rows = row_numbers(report)
    point = partial(_value, report=report, actuals=actuals, rows=rows)
    return Table(
        name=NAME,
        title=say("Actuals by year"),
        lead=say("Each value points at its row in the sheet of actuals by period."),
        columns=tuple(_columns(report)),
        rows=[
            _row(report, city, indicator, point)
            for city in report.cities
            for indicator in promised(city)
        ],
        fixed=2,
    )


def shown_years(report: Report) -> list[int]:
    """Every year of which the report has a figure."""
    found = {a.period.start.year for city in report.cities for a in _of_years(city)}
    return sorted(found)


def worth_a_chart(table: Table, years_shown: list[int]) -> list[int]:
    """The rows with at least three values, counted from 0."""
    values = [len(_values(row, years_shown)) for row in table.rows]
    return [number for number, many in enumerate(values) if many >= LEAST_POINTS]


def told(row: Row, years_shown: list[int]) -> dict[int, str]:
    """The values of a row as a person reads them."""
    return {year: _told(row[f"y{year}"]) for year in _values(row, years_shown)}


def _values(row: Row, years_shown: list[int]) -> list[int]:
    """The years of which a row has a value that is shown."""
    return [y for y in years_shown if isinstance(row.get(f"y{y}", EMPTY).value, (int, float))]


def _told(cell: Cell) -> str:
    assert isinstance(cell.value, (int, float))
    return percent(100 * cell.value) if cell.look == "percent" else number(cell.value)


def promised(city: CityReport) -> list[str]:
    """The indicators with figures, in the order of the poster."""
    known = {actual.indicator for actual in _of_years(city)}
    return [name for name in city.promised() if name in known]


def _of_years(city: CityReport) -> Iterator[Actual]:
    return (actual for actual in city.figures if actual.period.kind == "year")


def _columns(report: Report) -> Iterator[Column]:
    yield Column("city", say("City"), 14)
    yield Column("indicator", say("Indicator"), 44)
    yield Column("unit", say("Unit"), 27)
    for year in shown_years(report):
        yield Column(f"y{year}", _year_head(report, year), 11)


def _year_head(report: Report, year: int) -> str:
    """`2026 so far` where no figure of the year is complete."""
    of_year = [a for c in report.cities for a in _of_years(c) if a.period.start.year == year]
    running = not any(actual.is_complete for actual in of_year)
    return say("{year} so far", year=year) if running else str(year)


def _row(report: Report, city: CityReport, name: str, point: partial[Cell]) -> Row:
    indicator = report.catalogue.indicators[name]
    values = {f"y{a.period.start.year}": point(a) for a in _of_years(city) if a.indicator == name}
    return {
        "city": Cell(city.place_name),
        "indicator": Cell(name_of(indicator), "name"),
        "unit": Cell(figures.unit(indicator)),
        **values,
    }


def _value(
    actual: Actual, report: Report, actuals: Placed, rows: dict[tuple[str, str, str], int]
) -> Cell:
    found = figures.value(actual, report.catalogue.indicators[actual.indicator])
    number = rows[actual.city, actual.indicator, actual.period.label]
    if found.value is None:
        return EMPTY
    return Cell(found.value, found.look, f"={actuals.cell(number, 'value')}")
