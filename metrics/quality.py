"""What in a city's data should be looked at: doubles, days ahead, jumps, differences, lateness.

Nothing here changes a figure. A finding names the rows of the files that it comes from.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from duckdb import DuckDBPyConnection

from ingest.tables.columns import base_records
from metrics.definition import Indicator
from metrics.deliveries import Delivery
from metrics.doubles import doubles, several_sites
from metrics.finding import MOST_ROWS, Finding, Jump
from metrics.outliers import jumps
from metrics.period import period_of
from metrics.source_rows import reported_rows
from metrics.standing import Actual, Period, PeriodKind, SourceRow

RECENT = {"year": 1, "quarter": 4}
"""How many of the newest complete values are looked at: what is older was looked at then."""
LEAST_DIFFERENCE = 5
"""From the median of the values before: one meeting more is no jump, however regular they were."""

MAY_LIE_AHEAD = frozenset({"expires_on"})
"""Days that lie ahead by their nature."""


RowsOf = Callable[[str, Period], Sequence[SourceRow]]
"""Gives rows behind an indicator's figure of the city in a period, at most MOST_ROWS."""


def findings(
    cursor: DuckDBPyConnection,
    city: str,
    indicators: Mapping[str, Indicator],
    histories: Iterable[tuple[Actual, ...]],
    rows_of: RowsOf,
    delivered: Iterable[Delivery],
    today: date,
) -> list[Finding]:
    """All of a city; `histories` are its whole yearly and quarterly values, each oldest first."""
    return [
        *doubles(cursor, city),
        *several_sites(cursor, city),
        *_ahead(cursor, city, today),
        *_jumps(city, indicators, histories, rows_of),
        *_reported(cursor, city, indicators),
        *late(city, delivered),
    ]


def late(city: str, delivered: Iterable[Delivery]) -> Iterator[Finding]:
    """What is late, and what the city's promises wait for."""
    for delivery in delivered:
        if delivery.city == city and (delivery.is_late or delivery.is_missing):
            kind = "missing" if delivery.is_missing else "late"
            yield Finding(city, kind, delivery.record, delivery=delivery)


def _ahead(cursor: DuckDBPyConnection, city: str, today: date) -> Iterator[Finding]:
    for record, column, key in _days():
        rows = cursor.execute(
            f"SELECT {column}, count(*) OVER (), load, file, sheet, row, {key} FROM {record} "
            f"WHERE city = $city AND {column} > $today "
            f"ORDER BY {column} DESC, load, file, row LIMIT {MOST_ROWS}",
            {"city": city, "today": today},
        ).fetchall()
        if rows:
            furthest, count = rows[0][:2]
            places = tuple(SourceRow(*row[2:6], record, f"{row[6]}: {row[0]}") for row in rows)
            yield Finding(city, "ahead", record, column, furthest, rows=places, row_count=count)


def _days() -> Iterator[tuple[str, str, str]]:
    """Record, column and key of all days of rows that name a city; never a person's key."""
    for table, record in base_records().items():
        columns = {column.name: column.kind.name for column in record.loaded_columns()}
        key = next((name for name in record.key if columns[name] == "identifier"), None)
        if "city" in columns and key:
            days = [name for name, kind in columns.items() if kind == "day"]
            yield from ((table, day, key) for day in days if day not in MAY_LIE_AHEAD)


def _jumps(
    city: str,
    indicators: Mapping[str, Indicator],
    histories: Iterable[tuple[Actual, ...]],
    rows_of: RowsOf,
) -> Iterator[Finding]:
    """A rate jumps with what it is a rate of, and is not told twice."""
    for history in histories:
        shown = [a for a in history if a.is_complete and a.value is not None]
        indicator = indicators.get(shown[0].indicator) if shown else None
        if indicator and not indicator.is_rate:
            for jump in jumps_of(shown, indicator.is_stock):
                rows = tuple(rows_of(indicator.identifier, jump.actual.period))
                yield Finding(
                    city,
                    "jump",
                    indicator=indicator.identifier,
                    rows=rows,
                    row_count=jump.actual.rows,
                    jump=jump,
                )


def jumps_of(history: Sequence[Actual], is_stock: bool) -> Iterator[Jump]:
    """The recent jumps among complete values of one kind of period, oldest first.

    A stock is judged by what it grew from one to the next.
    """
    values = [actual.value or 0.0 for actual in history]
    if is_stock:
        values = [after - before for before, after in pairwise(values)]
        history = history[1:]
    for position, found in jumps(values):
        before, actual = tuple(values[:position]), history[position]
        is_recent = position >= len(values) - RECENT.get(actual.period.kind, 0)
        if is_recent and abs(values[position] - median(before)) >= LEAST_DIFFERENCE:
            yield Jump(actual, values[position], before, found, is_stock)


def _reported(
    cursor: DuckDBPyConnection, city: str, indicators: Mapping[str, Indicator]
) -> Iterator[Finding]:
    notes = cursor.execute(
        "SELECT indicator, period_start, period_end, sentence FROM quality_notes "
        "WHERE city = $city ORDER BY period_start DESC, indicator, sentence",
        {"city": city},
    ).fetchall()
    for indicator, start, end, sentence in notes:
        period = _period(start, end)
        definition = indicators.get(indicator)
        found = definition and period and reported_rows(cursor, definition, city, period)
        rows = tuple(found or ())
        yield Finding(
            city,
            "reported",
            "counts",
            day=end,
            indicator=indicator,
            rows=rows,
            row_count=len(rows),
            sentence=sentence,
        )


def _period(start: date, end: date) -> Period | None:
    """The period of these days; None where a note is about a longer stretch."""
    kinds: tuple[PeriodKind, ...] = ("month", "quarter", "year")
    found = (period_of(kind, start) for kind in kinds)
    return next((each for each in found if (each.start, each.end) == (start, end)), None)
