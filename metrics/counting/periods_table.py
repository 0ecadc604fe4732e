"""The tables that say which rows count in which period: `members`, `periods` and `calendar`.

A city's own rows count in its periods; in those of a territory, such as a country or the network,
the rows of all its members. Rows are put into periods by the stretch they lie in: a month, or what
is left of a month in which a project begins or ends. A stretch lies in a period whole or not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from duckdb import DuckDBPyConnection

from matrices.calendar import Calendar
from metrics.counting.inserted_rows import insert_rows
from metrics.period import SUCCESSIVE, periods_between, same_stretches
from metrics.standing import Period

Members = Mapping[str, Sequence[str]]
"""City or territory to the cities whose rows count in its figures."""

PeriodsOf = Callable[[str, date, date, Sequence[date]], Iterable[Period]]
"""The periods of a city or territory whose data reach from a day to a day; the last are the days
that its members' data reach, record by record."""

TABLES = """
    CREATE {temporary} TABLE members (territory VARCHAR, city VARCHAR);
    CREATE {temporary} TABLE periods (
        period INTEGER, city VARCHAR, period_kind VARCHAR, period_start DATE, period_end DATE,
        name VARCHAR
    );
    CREATE {temporary} TABLE calendar (city VARCHAR, since DATE, period INTEGER);
"""
"""`calendar` has the city whose rows count, `periods` the one whose figure it is."""

REACH = """
    SELECT territory, min(covered_from), max(covered_to), list(DISTINCT covered_to)
    FROM coverage
    JOIN members USING (city)
    WHERE covered_from <= covered_to
    GROUP BY ALL
    ORDER BY ALL
"""

FILL_CALENDAR = """
    INSERT INTO calendar
    WITH stretches AS (
        SELECT unnest(
            range(date_trunc('month', min(period_start)), max(period_end) + 1, INTERVAL 1 MONTH)
        )::DATE AS since
        FROM periods
        UNION
        SELECT unnest($cuts::DATE[])
    )
    SELECT members.city, since, period
    FROM periods
    JOIN members ON members.territory = periods.city
    JOIN stretches ON since BETWEEN period_start AND period_end
    ORDER BY ALL
"""

NEVER = "DATE '0001-01-01'"
"""The day on which somebody was there before who never was."""

LAY_OUT_DAYS = f"""
    CREATE OR REPLACE TEMP TABLE days AS
    WITH pieces AS (
        SELECT since AS piece FROM calendar
        WHERE since <= (SELECT max(covered_to) FROM coverage)
        UNION
        SELECT covered_to + 1 FROM coverage WHERE covered_to IS NOT NULL
    )
    SELECT unnest(range(piece, until, INTERVAL 1 DAY))::DATE AS day, piece, since
    FROM (SELECT piece, lead(piece) OVER (ORDER BY piece) AS until FROM pieces)
    ASOF JOIN (SELECT DISTINCT since FROM calendar) AS stretches ON piece >= since
    UNION ALL SELECT {NEVER}, {NEVER}, {NEVER}
    ORDER BY day
"""
"""The stretch in which each day lies that data reach, and the first day of its piece: what lies in a
stretch up to the day that the data of a city reach, or after it. A table of its own, and without an
empty day: so DuckDB knows its first and last day, and finds days by their place without hashing."""


def lay_out_periods(
    connection: DuckDBPyConnection,
    members: Members,
    periods_of: PeriodsOf,
    temporary: bool = False,
) -> tuple[date, ...]:
    """Makes the three tables, with the periods that each city or territory is asked about; and `days`.

    The connection has `coverage`. Returns the days within a month on which a stretch begins.
    """
    connection.execute(TABLES.format(temporary="TEMP" if temporary else ""))
    pairs = [(territory, city) for territory, cities in members.items() for city in cities]
    insert_rows(connection, "members", pairs)
    found = [
        (city, period)
        for city, *reach in connection.execute(REACH).fetchall()
        for period in periods_of(city, *reach)
    ]
    insert_rows(connection, "periods", [_row(*each) for each in enumerate(found, start=1)])
    cuts = tuple(sorted({day for _, period in found for day in _cuts(period)}))
    connection.execute(FILL_CALENDAR, {"cuts": list(cuts)})
    connection.execute(LAY_OUT_DAYS)
    return cuts


def usual_periods(calendar: Calendar) -> PeriodsOf:
    """Every period that the data of a city or territory could be about."""

    def periods_of(
        city: str, first: date, last: date, covered_to: Sequence[date]
    ) -> Iterator[Period]:
        for kind in SUCCESSIVE:
            yield from periods_between(kind, first, last, calendar)
        for project in calendar.projects:
            if project.is_of(city) and project.first <= last and first <= project.last:
                yield Period("project", project.first, project.last, project.name)
        yield Period("to_date", first.replace(day=1), last)
        yield from {p: p for day in sorted(covered_to) for p in same_stretches(first, day)}

    return periods_of


def _row(number: int, asked: tuple[str, Period]) -> tuple[object, ...]:
    city, period = asked
    return (number, city, period.kind, period.start, period.end, period.name or None)


def _cuts(period: Period) -> Iterator[date]:
    """Where it begins and where it is over, if that is within a month."""
    following = period.end + timedelta(days=1) if period.end < date.max else date.max
    if period.kind != "to_date":
        yield from (day for day in (period.start, following) if day.day > 1 and day < date.max)
