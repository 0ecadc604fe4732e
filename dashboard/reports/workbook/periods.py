"""Actuals by period: every year and quarter of every indicator promised, a row each."""

from collections.abc import Iterator

from dashboard.language import mark, say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.workbook import figures
from dashboard.reports.workbook.cell import Cell, Column, Row, Table
from dashboard.wording import dates, tables
from dashboard.wording.indicator_words import name_of
from metrics.standing import Actual

NAME = "Actuals"
KINDS = {"year": mark("year"), "quarter": mark("quarter"), "month": mark("month")}

Key = tuple[str, str, str]
"""City, indicator and label of the period: what a row of the sheet is about."""


def periods(report: Report) -> Table:
    """The sheet; shares and rates are worked out live of their parts."""
    return Table(
        name=NAME,
        title=say("Actuals by period"),
        lead=say(
            "Each value with its parts; a period that the data do not cover to its end is so far."
        ),
        columns=tuple(_columns(report)),
        rows=[_row(city, actual, report) for city, actual in _actuals(report)],
        fixed=2,
        is_counted=True,
        off_paper=1,
    )


def row_numbers(report: Report) -> dict[Key, int]:
    """In which row of the sheet a figure stands, counted from 0."""
    found = ((city.city, a.indicator, a.period.label) for city, a in _actuals(report))
    return {key: number for number, key in enumerate(found)}


def _actuals(report: Report) -> Iterator[tuple[CityReport, Actual]]:
    """In the order of the poster; of each indicator its years, then its quarters."""
    for city in report.cities:
        order = {name: place for place, name in enumerate(city.promised())}
        for actual in sorted(city.figures, key=lambda actual: order[actual.indicator]):
            yield city, actual


def _columns(report: Report) -> Iterator[Column]:
    yield Column("city", say("City"), 14)
    yield Column("indicator", say("Indicator"), 44)
    yield Column("unit", say("Unit"), 27)
    yield Column("kind", say("Kind of period"), 12)
    yield Column("period", say("Period"), 26)
    yield Column("first", say("First day"), 12)
    yield Column("last", say("Last day"), 12)
    yield Column("numerator", say("Numerator"), 12)
    yield Column("denominator", say("Denominator"), 12)
    yield Column("value", say("Value"), 12)
    yield Column("note", say("To know"), 16)
    yield Column("indicator_id", say("Indicator identifier"), 28)


def _row(city: CityReport, actual: Actual, report: Report) -> Row:
    indicator, period = report.catalogue.indicators[actual.indicator], actual.period
    live = figures.of_parts(indicator, "{numerator}", "{denominator}")
    return {
        "city": Cell(city.place_name),
        "indicator": Cell(name_of(indicator), "name"),
        "unit": Cell(figures.unit(indicator)),
        "kind": Cell(say(KINDS[period.kind])),
        "period": Cell(dates.period(period)),
        "first": Cell(period.start, "day"),
        "last": Cell(period.end, "day"),
        "numerator": figures.part(actual, "numerator"),
        "denominator": figures.part(actual, "denominator"),
        "value": figures.value(actual, indicator, live),
        "note": Cell(tables.marks(actual), "soft"),
        "indicator_id": Cell(indicator.identifier, "soft"),
    }
