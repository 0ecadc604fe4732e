"""Which stretch of time the loads cover, per record and city: only inside it is no row a zero."""

from duckdb import DuckDBPyConnection

from ingest.tables.belonging import city_in_warehouse
from ingest.tables.columns import base_records
from ingest.tables.dictionary import TableNote

COVERAGE = TableNote(
    "coverage",
    "From when to when the rows of a record are known for a city; outside it nothing is a zero.",
    {
        "record": "The table of rows.",
        "city": "The city.",
        "covered_from": "The day of the city's first dated row; empty where rows have no day.",
        "covered_to": "The newest day up to which a load in force tells of the record and city.",
    },
)

_FIRST_DAY_OF_PERIOD = """
    CASE WHEN period LIKE '____-Q_'
        THEN make_date(period[:4]::INTEGER, period[-1:]::INTEGER * 3 - 2, 1)
    ELSE (period[:4] || coalesce(nullif(period[5:], ''), '-01') || '-01')::DATE END"""

_DAY = {
    "organisations": "created_on",
    "activities": "starts_on",
    "playlists": "dated_on",
    "awards": "issued_on",
    "participations": "joined_on",
    "activity_counters": "counted_on",
    "counts": _FIRST_DAY_OF_PERIOD,
    "evidence": "held_on",
}
"""What dates a row; playlist_activities and badge_classes have no day."""


def make_coverage(connection: DuckDBPyConnection) -> None:
    """Make `coverage` from the tables of rows, from `loads` and from `deliveries`.

    A load that repeats a row moves `covered_to`, although the row keeps where it is first from.
    """
    connection.execute("""
        CREATE TABLE coverage (record VARCHAR, city VARCHAR, covered_from DATE, covered_to DATE)""")
    for table in base_records():
        connection.execute(_covered(table), {"record": table})
    connection.execute("""
        INSERT INTO coverage
        SELECT 'activity_skills', city, covered_from, covered_to FROM coverage
        WHERE record = 'activities' AND city IN (SELECT DISTINCT city FROM activity_skills)
        ORDER BY city""")


def _covered(table: str) -> str:
    """The days come from the rows in force; a load that only repeats rows counts all the same."""
    city, joins = city_in_warehouse(table)
    return f"""
        INSERT INTO coverage
        WITH first_days AS (
            SELECT {city} AS city, min({_DAY.get(table, "NULL")}) AS covered_from
            FROM {table} AS line {joins} GROUP BY ALL
        ), told AS (
            SELECT city, max(as_of) AS covered_to
            FROM deliveries JOIN loads USING (load) WHERE record = $record GROUP BY ALL
        )
        SELECT $record, city, covered_from, covered_to FROM first_days JOIN told USING (city)
        WHERE city IS NOT NULL ORDER BY city"""
