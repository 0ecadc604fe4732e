"""The table `actuals`: every indicator in every city and period, whole and broken down."""

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from duckdb import DuckDBPyConnection

from matrices.calendar import Calendar
from matrices.telling import told
from metrics.compile import compile_batch
from metrics.counting.periods_table import Members, lay_out_periods, usual_periods
from metrics.counting.reported import fill_reported
from metrics.counting.sql_text import source_record
from metrics.counting.tallied import ALL_AGES
from metrics.definition import Indicator
from metrics.period import USUAL

ACTUALS = """
    indicator VARCHAR, city VARCHAR, target_group VARCHAR,
    period_kind VARCHAR, period_start DATE, period_end DATE,
    disaggregation VARCHAR, member VARCHAR,
    value DOUBLE, numerator DOUBLE, denominator DOUBLE, rows BIGINT,
    origin VARCHAR, is_complete BOOLEAN, is_withheld BOOLEAN, is_held BOOLEAN,
    published_on DATE
"""

TALLIES = """
    indicator VARCHAR, tally VARCHAR, city VARCHAR, period_kind VARCHAR, period_start DATE,
    period_end DATE, disaggregation VARCHAR, member VARCHAR, value DOUBLE, rows BIGINT
"""

TELLING = """
    SELECT parts.indicator, territory, city, max(covered_from) AS since,
        min(covered_to) AS until, count(*) = max(parts.tallies) AS is_whole
    FROM parts
    JOIN coverage USING (record)
    JOIN members USING (city)
    WHERE covered_from <= covered_to
    GROUP BY ALL
    ORDER BY ALL
"""
"""From when to when each city's rows tell of an indicator; whether they do of both its tallies."""

FRAME = """
    WITH known AS (
        SELECT indicator, territory, count(*) AS cities
        FROM telling
        GROUP BY ALL
        HAVING bool_and(is_whole)
    )
    SELECT indicator, territory AS city, period_kind, period_start, period_end,
        bool_and(period_end <= until) AND count(*) = any_value(cities) AS is_complete
    FROM telling
    JOIN known USING (indicator, territory)
    JOIN periods ON periods.city = territory AND period_end >= since AND period_start <= until
    WHERE period_kind <> 'same_stretch'
        OR period_end < until AND period_end = until - to_years(year(until) - year(period_end))
    GROUP BY ALL
    HAVING period_kind <> 'same_stretch' OR count(*) = any_value(cities)
"""
"""The periods of each indicator and city; of a share those in which both its tallies are covered.

Complete is one whose last day is reached; in a territory by all members that ever tell of it. Where
a member tells of one tally of a share and not of the other, the territory has no share. A population
has no periods: a rate has those of its numerator."""

WITHOUT_POPULATION = """
    SELECT frame.city, frame.indicator, ages, min(period_start), max(period_end)
    FROM (FROM frame WHERE period_kind = 'year') AS frame
    JOIN (FROM parts WHERE ages IS NOT NULL) AS parts USING (indicator)
    ANTI JOIN inhabitants ON inhabitants.city = frame.city AND inhabitants.ages = parts.ages
    GROUP BY ALL
    ORDER BY ALL
"""
"""A city whose place says no such population has no rate; not even its numerator is shown."""

FILLED = """
    WITH known AS (
        SELECT indicator, tally, city, period_kind, period_start, period_end, disaggregation,
            member, max(value) AS value, max(rows) AS rows
        FROM tallies
        GROUP BY ALL
    ),
    asked AS (
        SELECT DISTINCT indicator, city, disaggregation, member FROM known
        UNION
        SELECT DISTINCT indicator, city, '', '' FROM frame
    ),
    filled AS (
        SELECT frame.*, disaggregation, member, tally, ages, scale,
            coalesce(value, 0) AS value, coalesce(rows, 0) AS rows
        FROM frame
        JOIN asked USING (indicator, city)
        JOIN parts USING (indicator)
        LEFT JOIN known USING (
            indicator, tally, city, period_kind, period_start, period_end, disaggregation, member
        )
    ),
    paired AS (
        SELECT indicator, city, period_kind, period_start, period_end, disaggregation, member,
            is_complete,
            max(value) FILTER (WHERE tally = 'numerator') AS numerator,
            max(value) FILTER (WHERE tally = 'denominator') AS denominator,
            coalesce( -- of a share those of the denominator
                max(rows) FILTER (WHERE tally = 'denominator' AND ages IS NULL),
                max(rows) FILTER (WHERE tally = 'numerator')
            ) AS rows,
            max(scale) AS scale
        FROM filled
        GROUP BY ALL
    )
    SELECT indicator, city, '', period_kind, period_start, period_end, disaggregation, member,
        CASE
            WHEN denominator IS NULL THEN numerator
            WHEN denominator <> 0 THEN scale * numerator / denominator
        END,
        numerator, denominator, rows, 'computed', is_complete, false, false, NULL
    FROM paired
    ORDER BY ALL
"""
"""A period in which nothing happened has a flow of 0."""


def fill_actuals(
    connection: DuckDBPyConnection,
    indicators: Sequence[Indicator],
    cities: Sequence[str],
    calendar: Calendar = USUAL,
    territories: Members = MappingProxyType({}),
) -> None:
    """Makes and fills `actuals`, `telling`, `quality_notes`, and the tables of `counting/periods_table.py`.

    The connection has the tables of `metrics/counting/tallied.py` and `coverage`. An indicator has
    values only for the periods of a city that the data cover: outside them nothing is known, which
    is not zero. `rows` is the number of rows counted; of a share those of the denominator. A
    territory has the rows of all its members; where it is a city too, its own are among them.
    """
    members = {city: (city,) for city in cities} | dict(territories)
    cuts = lay_out_periods(connection, members, usual_periods(calendar))
    missing = count(connection, indicators, cuts)
    fill_reported(connection, indicators)
    for note in missing:
        connection.execute("INSERT INTO quality_notes VALUES (?, ?, ?, ?, ?)", note)


def count(
    connection: DuckDBPyConnection,
    indicators: Sequence[Indicator],
    cuts: Sequence[date],
    temporary: bool = False,
) -> list[tuple[object, ...]]:
    """Makes `telling` and `actuals` with what is computed from rows; returns quality notes.

    The periods are laid out already; `cuts` are what that told.
    """
    made = "TEMP TABLE" if temporary else "TABLE"
    connection.execute(f"CREATE {made} actuals ({ACTUALS})")
    _lay_out_parts(connection, indicators)
    connection.execute(f"CREATE {made} telling AS {TELLING}")
    connection.execute(f"CREATE TEMP TABLE frame AS {FRAME}")
    missing = _drop_without_population(connection, indicators)
    connection.execute(f"CREATE TEMP TABLE tallies ({TALLIES})")
    for query in compile_batch(indicators, cuts, has_few_periods=temporary):
        connection.execute(f"INSERT INTO tallies\n{query.sql}")
    connection.execute(f"INSERT INTO actuals {FILLED}")
    for table in ("parts", "frame", "tallies", "days"):
        connection.execute(f"DROP TABLE temp.{table}")
    return missing


def _lay_out_parts(connection: DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    """What each indicator is made of, and how many tallies that are."""
    connection.execute(
        "CREATE TEMP TABLE parts (indicator VARCHAR, tally VARCHAR, record VARCHAR, "
        "tallies INTEGER, ages VARCHAR, scale INTEGER)"
    )
    for indicator in indicators:
        counted = sum(tally.is_counted for tally in indicator.tallies.values())
        for role, tally in indicator.tallies.items():
            if not tally.reported:
                record = source_record(tally.record).table() if tally.is_counted else None
                part = [role, record, counted, tally.inhabitants, indicator.scale]
                values = [indicator.identifier, *part]
                connection.execute("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?)", values)


def _drop_without_population(
    connection: DuckDBPyConnection, indicators: Sequence[Indicator]
) -> list[tuple[object, ...]]:
    """Takes the rates out that have nothing to be divided by; a quality note for each city."""
    if not any(indicator.is_rate for indicator in indicators):
        return []
    missing = connection.execute(WITHOUT_POPULATION).fetchall()
    for city, indicator, *_ in missing:
        values = [city, indicator]
        connection.execute("DELETE FROM frame WHERE city = ? AND indicator = ?", values)
    return [
        (city, indicator, first, last, _no_population(ages))
        for city, indicator, ages, first, last in missing
    ]


def _no_population(ages: str) -> str:
    if ages == ALL_AGES:
        return told(
            "places.yaml says no population for this city's place, so there is no rate. Add it there, "
            "with its date and source."
        )
    return told(
        "places.yaml says no population aged {ages} for this city's place, so there is no rate. Add "
        "it there, with its date and source.",
        ages=ages,
    )
