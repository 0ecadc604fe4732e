"""What is counted twice: doubles within a city, and the same activity on several city sites."""

from collections.abc import Iterator
from itertools import groupby

from duckdb import DuckDBPyConnection

from metrics.finding import MOST_ROWS, Finding, FindingKind
from metrics.standing import SourceRow

DOUBLE_ACTIVITIES = """
    SELECT coalesce(organisation_id, lower(trim(organisation))) AS host, lower(trim(name)) AS called,
        starts_on AS day, name, load, file, sheet, row, activity_id
    FROM activities
    WHERE city = $city AND status <> 'draft'
    QUALIFY count(*) OVER (PARTITION BY lower(trim(name)), starts_on, host) > 1
    ORDER BY day DESC, called, host, activity_id
"""
DOUBLE_ORGANISATIONS = """
    SELECT NULL::VARCHAR AS host, lower(trim(name)) AS called,
        NULL::DATE AS day, name, load, file, sheet, row, organisation_id
    FROM organisations
    WHERE city = $city
    QUALIFY count(*) OVER (PARTITION BY lower(trim(name))) > 1
    ORDER BY called, organisation_id
"""
SEVERAL_SITES = """
    WITH offered AS (
        SELECT *, lower(trim(organisation)) AS host, lower(trim(name)) AS called, starts_on AS day
        FROM activities
        WHERE status <> 'draft' AND organisation IS NOT NULL
    ), shared AS (
        SELECT host, called, day, list_sort(list(DISTINCT city::VARCHAR)) AS cities
        FROM offered GROUP BY ALL HAVING len(cities) > 1
    )
    SELECT host, called, day, name, load, file, sheet, row, activity_id, cities
    FROM offered JOIN shared USING (host, called, day)
    WHERE list_contains(cities, $city)
    ORDER BY day DESC, called, host, activity_id
"""


def doubles(cursor: DuckDBPyConnection, city: str) -> Iterator[Finding]:
    """Activities and organisations of a city under two identifiers."""
    yield from _doubles(cursor, city, "activities", DOUBLE_ACTIVITIES)
    yield from _doubles(cursor, city, "organisations", DOUBLE_ORGANISATIONS)


def several_sites(cursor: DuckDBPyConnection, city: str) -> Iterator[Finding]:
    """Activities of a city that stand on the site of another one too."""
    for rows in _same(cursor, city, SEVERAL_SITES):
        yield _one_thing(city, "several_sites", "activities", rows, tuple(rows[0][9]))


def _doubles(cursor: DuckDBPyConnection, city: str, record: str, sql: str) -> Iterator[Finding]:
    for rows in _same(cursor, city, sql):
        yield _one_thing(city, "double", record, rows)


def _same(cursor: DuckDBPyConnection, city: str, sql: str) -> Iterator[list[tuple]]:
    """Rows of one host, name and day, together."""
    rows = cursor.execute(sql, {"city": city}).fetchall()
    for _, same in groupby(rows, key=lambda row: row[:3]):
        yield list(same)


def _one_thing(
    city: str, kind: FindingKind, record: str, rows: list[tuple], cities: tuple[str, ...] = ()
) -> Finding:
    _, _, day, name, *_ = rows[0]
    places = tuple(SourceRow(*row[4:8], record, row[8]) for row in rows)
    return Finding(
        city,
        kind,
        record,
        name.strip(),
        day,
        rows=places[:MOST_ROWS],
        row_count=len(places),
        cities=cities,
    )
