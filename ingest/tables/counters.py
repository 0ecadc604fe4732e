"""The platform's running counters, kept as they stood on a day: the record `activity_counters`.

A counter such as "joined: 57" has no date of its own. Kept with the day it was read on, the
difference between two days says what happened between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from ingest.checking.taken_rows import TakenRows
from ingest.figure_records import ActivityCounters
from ingest.tables.columns import listed


@dataclass(frozen=True)
class Counters:
    """The counters of one record."""

    subject: str
    identifier: str
    """The column that says whose counters they are."""
    columns: tuple[str, ...]


COUNTERS: Mapping[str, Counters] = {
    "organisations": Counters("organisation", "organisation_id", ("users", "activities")),
    "activities": Counters(
        "activity", "activity_id", ("joined", "badges_issued", "used_in_playlists")
    ),
    "playlists": Counters("playlist", "playlist_id", ("started", "completed")),
    "badge_classes": Counters("badge_class", "badge_class_id", ("issued",)),
}
"""By record; a counter is called as its column."""

TABLE = ActivityCounters.table()


def keep_counters(
    connection: DuckDBPyConnection, taken: TakenRows, tables: Sequence[str], counted_on: date
) -> dict[str, int]:
    """Put the counters of the taken rows among the taken `activity_counters`; rows by file.

    A counter that a file of counters brought for the same day stays as it is there.
    """
    kept: dict[str, int] = {}
    for table in tables:
        if table in COUNTERS:
            for file, rows in _keep(connection, taken, table, counted_on):
                kept[file] = kept.get(file, 0) + rows
    taken.join(connection, TABLE)
    return kept


def _keep(
    connection: DuckDBPyConnection, taken: TakenRows, table: str, counted_on: date
) -> list[tuple[str, int]]:
    counters = COUNTERS[table]
    told_before = f"ANTI JOIN taken_{TABLE} USING (subject, subject_id, counter, counted_on)"
    parameters = {"subject": counters.subject, "counted_on": counted_on}
    connection.execute(
        f"""
        CREATE TEMP TABLE kept_counters AS
        SELECT * FROM (
            SELECT $subject::VARCHAR AS subject, subject_id, counter,
                $counted_on::DATE AS counted_on, value, file, sheet, row
            FROM (
                UNPIVOT (
                    SELECT {quoted(counters.identifier)} AS subject_id, {listed(counters.columns)},
                        file, sheet, row
                    FROM taken_{table}
                ) ON {listed(counters.columns)} INTO NAME counter VALUE value))
        {told_before if taken.pieces(TABLE) else ""}""",
        parameters,
    )
    taken.add(connection, TABLE, "FROM kept_counters")
    rows = connection.execute("SELECT file, count(*) FROM kept_counters GROUP BY ALL ORDER BY ALL")
    kept = rows.fetchall()
    connection.execute("DROP TABLE kept_counters")
    return kept
