"""The table `actuals`: every indicator in every city and period, whole and broken down."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from metrics.compile import compile_batch
from metrics.counting.reported import fill_reported
from metrics.counting.sql_text import source_record
from metrics.counting.tallied import ALL_AGES
from metrics.definition import Indicator
from metrics.period import KINDS, periods_between

ACTUALS = """
    indicator VARCHAR, city VARCHAR, target_group VARCHAR,
    period_kind VARCHAR, period_start DATE, period_end DATE,
    disaggregation VARCHAR, member VARCHAR,
    value DOUBLE, numerator DOUBLE, denominator DOUBLE, rows BIGINT,
    origin VARCHAR, is_complete BOOLEAN, is_withheld BOOLEAN
"""

TALLIES = """
    indicator VARCHAR, tally VARCHAR, city VARCHAR, period_kind VARCHAR, period_start DATE,
    disaggregation VARCHAR, member VARCHAR, value DOUBLE, rows BIGINT
"""

FRAME = """
    SELECT parts.indicator, coverage.city, period_kind, period_start, period_end,
        bool_and(period_end <= covered_to) AS is_complete
    FROM parts
    JOIN coverage USING (record)
    JOIN periods ON period_end >= covered_from AND period_start <= covered_to
    WHERE covered_from <= covered_to AND list_contains($cities, coverage.city)
    GROUP BY ALL
    HAVING count(*) = max(parts.tallies)
"""
"""The periods of each indicator and city; of a share those in which both its tallies are covered.
The last may be incomplete. A population has no periods: a rate has those of its numerator."""

WITHOUT_POPULATION = """
    SELECT frame.city, frame.indicator, ages, min(period_start), max(period_end)
    FROM frame
    JOIN (FROM parts WHERE ages IS NOT NULL) AS parts USING (indicator)
    ANTI JOIN inhabitants ON inhabitants.city = frame.city AND inhabitants.ages = parts.ages
    GROUP BY ALL
    ORDER BY ALL
"""
"""A city whose place says no such population has no rate; not even its numerator is shown."""

FILLED = """
    WITH known AS (
        SELECT indicator, tally, city, period_kind, period_start, disaggregation, member,
            max(value) AS value, max(rows) AS rows
        FROM tallies
        GROUP BY ALL
    ),
    members AS (
        SELECT DISTINCT indicator, city, disaggregation, member FROM known
        UNION
        SELECT DISTINCT indicator, city, '', '' FROM frame
    ),
    filled AS (
        SELECT frame.*, disaggregation, member, tally, ages, scale,
            coalesce(if(is_running, last_value(value IGNORE NULLS) OVER so_far, value), 0) AS value,
            coalesce(if(is_running, last_value(rows IGNORE NULLS) OVER so_far, rows), 0) AS rows
        FROM frame
        JOIN members USING (indicator, city)
        JOIN parts USING (indicator)
        LEFT JOIN known
            USING (indicator, tally, city, period_kind, period_start, disaggregation, member)
        WINDOW so_far AS (
            PARTITION BY indicator, tally, city, period_kind, disaggregation, member
            ORDER BY period_start
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
        numerator, denominator, rows, 'computed', is_complete, false
    FROM paired
    ORDER BY ALL
"""
"""Between the periods in which something happened a flow is 0 and a stock stays what it was."""


def fill_actuals(
    connection: DuckDBPyConnection, indicators: Sequence[Indicator], cities: Sequence[str]
) -> None:
    """Makes and fills the tables `actuals` and `quality_notes`.

    The connection has the tables of `metrics/counting/tallied.py` and `coverage`. An indicator has values
    only for the periods of a city that the data cover: outside them nothing is known, which is not
    zero. `rows` is the number of rows counted; of a share those of the denominator.
    """
    connection.execute(f"CREATE TABLE actuals ({ACTUALS})")
    _lay_out_parts(connection, indicators)
    _lay_out_periods(connection)
    connection.execute(f"CREATE TEMP TABLE frame AS {FRAME}", {"cities": list(cities)})
    missing = _drop_without_population(connection, indicators)
    connection.execute(f"CREATE TEMP TABLE tallies ({TALLIES})")
    for query in compile_batch(indicators):
        connection.execute(f"INSERT INTO tallies\n{query.sql}")
    connection.execute(f"INSERT INTO actuals {FILLED}")
    for table in ("parts", "periods", "frame", "tallies"):
        connection.execute(f"DROP TABLE temp.{table}")
    fill_reported(connection, indicators, cities)
    for note in missing:
        connection.execute("INSERT INTO quality_notes VALUES (?, ?, ?, ?, ?)", note)


def _lay_out_parts(connection: DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    """What each indicator is made of, and how many tallies that are."""
    connection.execute(
        "CREATE TEMP TABLE parts (indicator VARCHAR, tally VARCHAR, record VARCHAR, "
        "is_running BOOLEAN, tallies INTEGER, ages VARCHAR, scale INTEGER)"
    )
    for indicator in indicators:
        counted = sum(tally.is_counted for tally in indicator.tallies.values())
        for role, tally in indicator.tallies.items():
            if not tally.reported:
                record = source_record(tally.record).table() if tally.is_counted else None
                is_running = tally.is_running or not tally.is_counted
                part = [role, record, is_running, counted, tally.inhabitants, indicator.scale]
                values = [indicator.identifier, *part]
                connection.execute("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?)", values)


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
    whose = "" if ages == ALL_AGES else f" aged {ages}"
    return (
        f"places.yaml says no population{whose} for this city's place, so there is no rate. "
        "Add it there, with its date and source."
    )


def _lay_out_periods(connection: DuckDBPyConnection) -> None:
    """Every period that any data could be about."""
    connection.execute(
        "CREATE TEMP TABLE periods (period_kind VARCHAR, period_start DATE, period_end DATE)"
    )
    reach = connection.execute(
        "SELECT min(covered_from), max(covered_to) FROM coverage "
        "WHERE covered_from <= covered_to HAVING count(*) > 0"
    )
    for first, last in reach.fetchall():
        periods = [period for kind in KINDS for period in periods_between(kind, first, last)]
        columns = [[p.kind for p in periods], [p.start for p in periods], [p.end for p in periods]]
        connection.execute(
            "INSERT INTO periods SELECT unnest(?::VARCHAR[]), unnest(?::DATE[]), unnest(?::DATE[])",
            columns,
        )
