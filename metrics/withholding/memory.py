"""What was shown before: two small tables that travel from snapshot to snapshot.

`told` has every value that was ever shown as a figure about people, once, with the last day on which
it was what the data said. `not_told` has what recent publications withheld and held, so that going
back to the same loads shows what was shown then.
"""

from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

KEPT_STATES = 20
"""So many publications can be gone back to, figure by figure."""

PLACE = """
    indicator VARCHAR, version INTEGER, city VARCHAR, period_kind VARCHAR, period_start DATE,
    period_end DATE, disaggregation VARCHAR, member VARCHAR
"""
TABLES = {
    "told": f"{PLACE}, counted DOUBLE, others DOUBLE, rows BIGINT, "
    "first_snapshot INTEGER, last_snapshot INTEGER, current_snapshot INTEGER, current_on DATE",
    "not_told": f"{PLACE}, state VARCHAR, snapshot INTEGER, counted DOUBLE, others DOUBLE, "
    "rows BIGINT, current_on DATE",
}
"""`counted` is the value, of a share those who count, and `others` of a share those who do not; both
are empty where the figure was withheld."""

SAME_FIGURE = """
    {one}.indicator = {other}.indicator AND {one}.version = {other}.version
    AND {one}.city = {other}.city AND {one}.period_kind = {other}.period_kind
    AND {one}.period_start = {other}.period_start
    AND ({one}.period_end = {other}.period_end OR {one}.period_kind IN ('to_date', 'same_stretch'))
    AND {one}.disaggregation = {other}.disaggregation AND {one}.member = {other}.member
"""
"""Stretches that end where the data end are one figure that moves on."""

SAME_VALUE = """
    {one}.counted IS NOT DISTINCT FROM {other}.counted
    AND {one}.others IS NOT DISTINCT FROM {other}.others
"""

TOLD_AGAIN = f"""
    UPDATE told
    SET last_snapshot = $snapshot,
        current_snapshot = if(shown.is_held, current_snapshot, $snapshot),
        current_on = if(shown.is_held, current_on, $today)
    FROM shown
    WHERE {SAME_FIGURE.format(one="told", other="shown")}
        AND {SAME_VALUE.format(one="told", other="shown")}
"""
TOLD_FIRST = f"""
    INSERT INTO told
    SELECT indicator, version, city, period_kind, period_start, period_end, disaggregation, member,
        counted, others, rows, $snapshot, $snapshot, $snapshot, $today
    FROM shown
    WHERE NOT EXISTS (
        FROM told
        WHERE {SAME_FIGURE.format(one="told", other="shown")}
            AND {SAME_VALUE.format(one="told", other="shown")}
    )
"""
NOT_TOLD = """
    INSERT INTO not_told
    SELECT indicator, version, city, period_kind, period_start, period_end, disaggregation, member,
        $state, $snapshot, counted, others, rows, published_on
    FROM shown WHERE is_held OR counted IS NULL
"""
FORGET = """
    DELETE FROM not_told WHERE state = $state OR snapshot NOT IN (
        SELECT DISTINCT snapshot FROM not_told ORDER BY snapshot DESC LIMIT $kept
    )
"""


def recall(connection: DuckDBPyConnection, earlier: Path | None = None) -> None:
    """Makes the two tables, with what the snapshot published before says; else they are empty."""
    for table, columns in TABLES.items():
        connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
    if earlier is None or not earlier.exists():
        return
    connection.execute("ATTACH $path AS earlier (READ_ONLY)", {"path": str(earlier)})
    for table in TABLES:
        if _stands_in_earlier(connection, table):
            connection.execute(f"INSERT INTO {table} BY NAME FROM earlier.{table}")
    connection.execute("DETACH earlier")


def remember(connection: DuckDBPyConnection, snapshot: int, state: str, today: date) -> None:
    """Adds what this publication shows: the table `shown` of `metrics/disclosure.py`."""
    asked = {"snapshot": snapshot, "today": today}
    connection.execute(TOLD_AGAIN, asked)
    connection.execute(TOLD_FIRST, asked)
    connection.execute(FORGET, {"state": state, "kept": KEPT_STATES - 1})
    connection.execute(NOT_TOLD, {"snapshot": snapshot, "state": state})


def is_known(connection: DuckDBPyConnection, state: str) -> bool:
    """Whether these figures and declarations were published before, not long ago."""
    found = connection.execute("SELECT count(*) FROM not_told WHERE state = ?", [state])
    return bool(found.fetchall()[0][0])


def _stands_in_earlier(connection: DuckDBPyConnection, table: str) -> bool:
    found = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'earlier' AND table_name = ?",
        [table],
    )
    return bool(found.fetchall()[0][0])
