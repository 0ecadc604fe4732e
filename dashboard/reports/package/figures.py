"""The tables of what happened: actuals after small numbers were withheld, and progress."""

from collections.abc import Iterator
from typing import Any

from dashboard.reports.content import CityReport, FrameworkRow, Report
from dashboard.reports.package.column import (
    CITY,
    CITY_COLUMN,
    INDICATOR,
    INDICATOR_COLUMN,
    SIMULATED,
    STATEMENT,
    STATEMENT_COLUMN,
    Column,
    Row,
    Table,
)
from metrics.standing import Actual

WHOLE = "whole"
"""What `broken_down_by` says of a figure that is not broken down: a key has no empty part."""


def _actuals(report: Report) -> Iterator[Row]:
    """Each figure once, although a promised count of people is a figure and a participant's."""
    for city in report.cities:
        found = dict.fromkeys((*city.figures, *city.parts, *city.participants))
        for actual in sorted(found, key=_place):
            yield _actual(city, actual)


def _place(actual: Actual) -> tuple[Any, ...]:
    period = actual.period
    return actual.indicator, period.kind, period.start, actual.disaggregation, actual.member


def _actual(city: CityReport, actual: Actual) -> Row:
    """How many rows a withheld figure was made of would tell it."""
    return (
        actual.indicator,
        city.city,
        actual.period.kind,
        actual.period.start,
        actual.period.end,
        actual.disaggregation or WHOLE,
        actual.member or WHOLE,
        *_parts(actual),
        None if actual.is_withheld else actual.rows,
        actual.origin,
        actual.is_complete,
        actual.is_withheld,
        city.standing.is_simulated,
    )


def _parts(actual: Actual | None) -> tuple[float | None, float | None, float | None]:
    """Value, numerator and denominator; nothing of a withheld figure."""
    if actual is None or actual.is_withheld:
        return None, None, None
    return actual.value, actual.numerator, actual.denominator


def _progress(report: Report) -> Iterator[Row]:
    for city in report.cities:
        yield from (_judged(city, row) for row in city.rows if row.promise)


def _judged(city: CityReport, row: FrameworkRow) -> Row:
    assert row.promise is not None and row.indicator is not None
    found = row.promise.progress
    return (
        row.statement.identifier,
        row.indicator.identifier,
        found.status.value,
        row.status_then.value if row.status_then else None,
        found.method,
        *((row.baseline.value, row.baseline.on) if row.baseline else (None, None)),
        found.baseline_is_assumed,
        row.target_value,
        row.target.on if row.target else None,
        found.target_date_is_assumed,
        *_told(row.newest),
        *_told(row.in_period),
        row.share_achieved,
        found.expected,
        found.ratio,
        found.yearly_growth,
        *((found.interval.low, found.interval.high) if found.interval else (None, None)),
        found.judged_on,
        city.standing.is_simulated,
    )


def _told(actual: Actual | None) -> Row:
    """First and last day, value, parts, and whether it is withheld; empty without a figure."""
    if actual is None:
        return (None,) * 6
    return actual.period.start, actual.period.end, *_parts(actual), actual.is_withheld


def _columns_of(name: str, of: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_from", "date", f"First day of the period of {of}."),
        Column(f"{name}_to", "date", "Last day of that period."),
        Column(f"{name}_value", "number", f"The value, in the indicator's unit: {of}."),
        Column(f"{name}_numerator", "number", "Its numerator."),
        Column(f"{name}_denominator", "number", "Its denominator; empty where it has none."),
        Column(
            f"{name}_is_withheld", "boolean", "Whether it is withheld; then the value is empty."
        ),
    )


ACTUALS = Table(
    "actuals",
    "Every figure of the report: an indicator in a city and a period, whole or a part of it.",
    (
        INDICATOR_COLUMN,
        CITY_COLUMN,
        Column("period_kind", "string", "`year` or `quarter` and the like.", True),
        Column("period_start", "date", "First day of the period.", True),
        Column("period_end", "date", "Last day of the period.", True),
        Column(
            "broken_down_by", "string", "A column of the rows; `whole` for the figure itself.", True
        ),
        Column(
            "member", "string", "Its value in that column; `whole` for the figure itself.", True
        ),
        Column("value", "number", "In the indicator's unit; empty where withheld or undefined."),
        Column("numerator", "number", "What was counted.", least=0),
        Column("denominator", "number", "What it is divided by; empty where it is not.", least=0),
        Column("rows", "integer", "From how many rows it was made; empty where withheld.", least=0),
        Column(
            "origin",
            "string",
            "Counted here, or handed in ready-made.",
            True,
            ("computed", "reported"),
        ),
        Column("is_complete", "boolean", "Whether the data reach the period's end.", True),
        Column("is_withheld", "boolean", "Whether it is not shown for so few people.", True),
        SIMULATED,
    ),
    _actuals,
    ("indicator", "city", "period_kind", "period_start", "broken_down_by", "member"),
    (CITY, INDICATOR),
)
PROGRESS = Table(
    "progress",
    "How each promise in force stands, with the inputs that led to its status.",
    (
        STATEMENT_COLUMN,
        INDICATOR_COLUMN,
        Column("status", "string", "How the promise stands.", True),
        Column("status_then", "string", "Against the promise in force then, where it was another."),
        Column("method", "string", "How it was judged; docs/methods.md of the program.", True),
        Column("baseline", "number", "Where it starts from, in the indicator's unit."),
        Column("baseline_on", "date", "The day of the baseline."),
        Column("baseline_is_assumed", "boolean", "The first full year, as none was named.", True),
        Column("target", "number", "What is promised, in the indicator's unit."),
        Column("target_on", "date", "When it is due."),
        Column("target_is_assumed", "boolean", "The day is that of the poster's horizon.", True),
        *_columns_of("newest", "the figure that was judged"),
        *_columns_of("in_period", "the report period"),
        Column("share_achieved", "number", "(newest - baseline) / (target - baseline)."),
        Column("expected", "number", "What the method asks for by the end of the period judged."),
        Column("ratio", "number", "Of what was due, the share that was done."),
        Column("yearly_growth", "number", "0.05 is 5 % a year since the baseline."),
        Column("interval_low", "number", "Lower end of the 95 % interval of a share, in percent."),
        Column("interval_high", "number", "Its upper end."),
        Column("judged_on", "date", "The day that the judged figure stands for."),
        SIMULATED,
    ),
    _progress,
    ("statement", "indicator"),
    (STATEMENT, INDICATOR),
)
