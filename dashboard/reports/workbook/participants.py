"""Participants by group: people, and participations, told apart, year by year."""

from collections.abc import Iterator
from itertools import groupby

from dashboard.language import say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.workbook.breakdowns import value
from dashboard.reports.workbook.cell import Cell, Column, Row, Table
from dashboard.wording import data_words, tables
from dashboard.wording.indicator_words import name_of
from metrics.standing import Actual

NAME = "Participants"


def participants(report: Report) -> Table:
    """Groups are those that the indicators know; nothing is told of single people."""
    years = sorted({a.period.start.year for city in report.cities for a in city.participants})
    return Table(
        name=NAME,
        title=say("Participants by group"),
        lead=say(
            "People are counted once in each year and group, so they never add up; "
            "participations count each time somebody takes part."
        ),
        columns=(
            Column("city", say("City"), 14),
            Column("indicator", say("Group"), 40),
            Column("counts", say("What is counted"), 18),
            Column("part", say("Of them"), 28),
            *(Column(f"y{year}", str(year), 11) for year in years),
            Column("in_period", say("Report period"), 13),
            Column("origin", say("To know"), 16),
        ),
        rows=[row for city in report.cities for row in _rows(report, city)],
        fixed=2,
        is_counted=True,
    )


def _rows(report: Report, city: CityReport) -> Iterator[Row]:
    """The whole of each indicator, then its parts."""
    ordered = sorted(city.participants, key=_place)
    in_period = {_place(actual): actual for actual in city.in_period}
    for (name, column, member), found in groupby(ordered, key=_place):
        indicator, actuals = report.catalogue.indicators[name], list(found)
        counts = say("people") if indicator.unit == "people" else say("participations")
        yield {
            "city": Cell(city.place_name),
            "indicator": Cell(name_of(indicator), "text" if column else "name"),
            "counts": Cell(counts),
            "part": Cell(_part(column, member), "text" if column else "name"),
            "origin": Cell(_origin(actuals), "soft"),
            **{f"y{a.period.start.year}": value(a, indicator) for a in actuals},
            "in_period": value(in_period.get((name, column, member)), indicator),
        }


def _place(actual: Actual) -> tuple[str, str, str]:
    return actual.indicator, actual.disaggregation, actual.member


def _part(column: str, member: str) -> str:
    return f"{tables.column(column)}: {data_words.member(member)}" if column else say("all")


def _origin(actuals: list[Actual]) -> str:
    """What is to be known of any of the years."""
    return ", ".join(dict.fromkeys(mark for a in actuals if (mark := tables.marks(a))))
