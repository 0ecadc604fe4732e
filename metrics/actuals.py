"""The table `actuals`: every indicator in every city and period, whole and broken down."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from metrics.compile import compile_batch
from metrics.definition import Indicator
from metrics.period import KINDS, periods_between
from metrics.reported import fill_reported
from metrics.sql_text import source_record

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
The last may be incomplete."""

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
        SELECT frame.*, disaggregation, member, tally,
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
            arg_min(rows, tally) AS rows -- of a share those of the denominator
        FROM filled
        GROUP BY ALL
    )
    SELECT indicator, city, '', period_kind, period_start, period_end, disaggregation, member,
        CASE
            WHEN denominator IS NULL THEN numerator
            WHEN denominator <> 0 THEN 100 * numerator / denominator
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

    The connection has the tables of `ingest/records.py` and `coverage`. An indicator has values
    only for the periods of a city that the data cover: outside them nothing is known, which is not
    zero. `rows` is the number of rows counted; of a share those of the denominator.
    """
    connection.execute(f"CREATE TABLE actuals ({ACTUALS})")
    _lay_out_parts(connection, indicators)
    _lay_out_periods(connection)
    connection.execute(f"CREATE TEMP TABLE frame AS {FRAME}", {"cities": list(cities)})
    connection.execute(f"CREATE TEMP TABLE tallies ({TALLIES})")
    for query in compile_batch(indicators):
        connection.execute(f"INSERT INTO tallies\n{query.sql}")
    connection.execute(f"INSERT INTO actuals {FILLED}")
    for table in ("parts", "periods", "frame", "tallies"):
        connection.execute(f"DROP TABLE temp.{table}")
    fill_reported(connection, indicators, cities)


def _lay_out_parts(connection: DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    """What each indicator is made of, and how many tallies that are."""
    connection.execute(
        "CREATE TEMP TABLE parts (indicator VARCHAR, tally VARCHAR, record VARCHAR, "
        "is_running BOOLEAN, tallies INTEGER)"
    )
    for indicator in indicators:
        for role, tally in indicator.tallies.items():
            record = source_record(tally.record).table()
            part = [role, record, tally.is_running, len(indicator.tallies)]
            values = [indicator.identifier, *part]
            connection.execute("INSERT INTO parts VALUES (?, ?, ?, ?, ?)", values)


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
