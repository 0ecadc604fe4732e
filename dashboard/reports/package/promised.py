"""The tables of what was promised: cities, target groups, statements, indicators, promises."""

from collections.abc import Iterator
from datetime import date

from dashboard.reports.content import Report
from dashboard.reports.package.column import (
    CITY,
    CITY_COLUMN,
    INDICATOR,
    INDICATOR_COLUMN,
    SIMULATED,
    STATEMENT,
    STATEMENT_COLUMN,
    Column,
    Reference,
    Row,
    Table,
)
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Baseline, BaselinePeriod, Promise

_LEVEL = Column("level", "string", "The row of the poster.", True, LEVELS)
_MEASURED = ("by_indicator", "by_evidence", "by_survey", "not_yet", "cannot_be")


def _cities(report: Report) -> Iterator[Row]:
    for city in report.cities:
        matrix = city.standing.matrix
        place = report.catalogue.places[matrix.place]  # by its own name in every language
        yield (
            city.city,
            place.name,
            matrix.name,
            place.country,
            " ".join((matrix.goal or "").split()) or None,
            matrix.starts,
            city.standing.data_through,
            city.standing.is_simulated,
        )


def _target_groups(report: Report) -> Iterator[Row]:
    for city in report.cities:
        for number, group in enumerate(city.standing.matrix.target_groups, 1):
            yield city.city, group.key, number, group.name


def _statements(report: Report) -> Iterator[Row]:
    for city in report.cities:
        for number, standing in enumerate(city.statements(), 1):
            statement = standing.statement
            is_across = statement.target_group == ALL_TARGET_GROUPS
            yield (
                statement.identifier,
                city.city,
                None if is_across else statement.target_group,
                statement.level,
                number,
                " ".join(statement.text.split()),
                statement.measured,
                standing.status.value,
                " ".join((statement.reason or "").split()) or None,
                city.standing.is_simulated,
            )


def _indicators(report: Report) -> Iterator[Row]:
    for name, indicator in report.indicators.items():
        yield (
            name,
            indicator.name,
            indicator.question,
            indicator.unit,
            indicator.scale,
            indicator.better,
            indicator.is_stock,
            indicator.version,
            indicator.caveats,
        )


def _promises(report: Report) -> Iterator[Row]:
    for statement, indicator, number, promise in _versions(report):
        yield (
            statement,
            indicator,
            number,
            promise.direction,
            promise.target,
            None if promise.target is None else promise.comparison,
            promise.is_kept,
            promise.by,
            *_baseline(promise),
            promise.method,
            promise.since,
            promise.reason,
        )


def _milestones(report: Report) -> Iterator[Row]:
    for statement, indicator, number, promise in _versions(report):
        for milestone in promise.milestones:
            yield statement, indicator, number, milestone.by, milestone.value


def _versions(report: Report) -> Iterator[tuple[str, str, int, Promise]]:
    """Every version of every promise, numbered from 1, the oldest."""
    for standing in (standing for city in report.cities for standing in city.statements()):
        for indicator, versions in standing.statement.promises.items():
            for number, promise in enumerate(versions, 1):
                yield standing.statement.identifier, indicator, number, promise


def _baseline(promise: Promise) -> tuple[float | None, date | None, str | None]:
    """Value and day where they are known, else the period from which they are taken."""
    baseline = promise.baseline
    if isinstance(baseline, Baseline):
        return baseline.value, baseline.on, None
    if isinstance(baseline, BaselinePeriod):
        return None, None, baseline.label
    return None, None, baseline


CITIES = Table(
    "cities",
    "The cities of the report, and how far their data reach.",
    (
        CITY_COLUMN,
        Column("place", "string", "The name of the place.", True),
        Column("matrix", "string", "The name of its strategy.", True),
        Column("country", "string", "Two letters, ISO 3166.", True),
        Column("goal", "string", "The headline sentence of the poster."),
        Column("starts", "date", "The day from which the matrix counts."),
        Column("data_through", "date", "The last day that the city's data tell of."),
        SIMULATED,
    ),
    _cities,
    ("city",),
)
TARGET_GROUPS = Table(
    "target_groups",
    "The columns of the posters.",
    (
        CITY_COLUMN,
        Column("target_group", "string", "Its key.", True),
        Column("position", "integer", "From the left, counted from 1.", True, least=1),
        Column("name", "string", "As the poster prints it.", True),
    ),
    _target_groups,
    ("city", "target_group"),
    (CITY,),
)
STATEMENTS = Table(
    "statements",
    "Every statement of the report, and how it stands.",
    (
        STATEMENT_COLUMN,
        CITY_COLUMN,
        Column("target_group", "string", "Its column; empty where it runs across all of them."),
        _LEVEL,
        Column("position", "integer", "In poster order within the city, from 1.", True, least=1),
        Column("text", "string", "The poster's own words.", True),
        Column("measured", "string", "How it is followed.", True, _MEASURED),
        Column("status", "string", "How it stands; of several promises the worst.", True),
        Column("reason", "string", "Why it cannot be measured."),
        SIMULATED,
    ),
    _statements,
    ("statement",),
    (CITY,),
)
INDICATORS = Table(
    "indicators",
    "The definitions by which figures were counted; whole in the folder `indicators`.",
    (
        INDICATOR_COLUMN,
        Column("name", "string", "Its name.", True),
        Column("question", "string", "What it answers.", True),
        Column("unit", "string", "The unit of its values, baselines and targets.", True),
        Column("scale", "integer", "By what numerator / denominator is multiplied."),
        Column("better", "string", "Which way is better.", True, ("higher", "lower", "neither")),
        Column("is_stock", "boolean", "A running total, rather than what a period adds.", True),
        Column("version", "integer", "Of the definition; only equal ones compare.", True, least=1),
        Column("caveats", "string", "What the figures do not say."),
    ),
    _indicators,
    ("indicator",),
)
PROMISES = Table(
    "promises",
    "Every version of every promise, as the matrix file has it.",
    (
        STATEMENT_COLUMN,
        INDICATOR_COLUMN,
        Column("number", "integer", "Of the version; 1 is the oldest.", True, least=1),
        Column(
            "direction", "string", "Where no number is promised.", choices=("increase", "decrease")
        ),
        Column("target", "number", "In the indicator's unit; a share of 50 % is 50."),
        Column("comparison", "string", "How it is meant.", choices=("at_least", "at_most")),
        Column("is_kept", "boolean", "A number to hold at all times, not to reach.", True),
        Column("by", "date", "The day by which it is due, where the promise names one."),
        Column("baseline", "number", "Where it starts from, where the promise says so."),
        Column("baseline_on", "date", "The day of that value."),
        Column("baseline_period", "string", "Or the period from which the value is taken."),
        Column("method", "string", "How it is to be judged, where the promise says so."),
        Column("since", "date", "From when this version counts; empty: from the start."),
        Column("reason", "string", "Why it replaced the version before."),
    ),
    _promises,
    ("statement", "indicator", "number"),
    (STATEMENT, INDICATOR),
)
MILESTONES = Table(
    "milestones",
    "Values promised on the way.",
    (
        STATEMENT_COLUMN,
        INDICATOR_COLUMN,
        Column("number", "integer", "Of the promise's version.", True, least=1),
        Column("by", "date", "The day by which it is due.", True),
        Column("value", "number", "In the indicator's unit.", True),
    ),
    _milestones,
    ("statement", "indicator", "number", "by"),
    (
        Reference(
            ("statement", "indicator", "number"), "promises", ("statement", "indicator", "number")
        ),
    ),
)
