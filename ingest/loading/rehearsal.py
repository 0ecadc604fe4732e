"""A load rehearsed: what it would do to every record of every city, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from ingest.checking.checks import Frame
from ingest.loading.refused import RefusedRow, keep_refused, refused_rows_in
from ingest.loads import preview
from ingest.receipt import Receipt
from ingest.tables.belonging import city_of
from ingest.tables.columns import base_records, content, same_key
from matrices.home import Home


@dataclass(frozen=True)
class CityChanges:
    """What the taken rows of one record would do in one city; a refused row has no city."""

    record: str
    city: str | None
    """None where it is not known yet, such as of a participation whose activity is not loaded."""
    added: int
    replaced: int
    unchanged: int


@dataclass(frozen=True)
class Rehearsal:
    """What a load would say and do."""

    receipt: Receipt
    changes: tuple[CityChanges, ...]
    refused_path: Path

    def refused(self, most: int | None = None) -> list[RefusedRow]:
        """The rows that would be refused, for as long as the folder of the rehearsal is there."""
        return refused_rows_in(self.refused_path, most)


def rehearse(
    files: Sequence[Path],
    home: Home,
    frame: Frame,
    folder: Path,
    as_of: date | None = None,
    by: str = "",
) -> Rehearsal:
    """Previews the load; the refused rows, without anything personal, are kept in `folder`.

    Raises FileProblems or LoadProblem, as a load would.
    """
    refused, changes = folder / "refused.parquet", []

    def look(connection: DuckDBPyConnection, receipt: Receipt) -> None:
        for counts in receipt.counts:
            changes.extend(_changes(connection, counts.record))
        keep_refused(connection, refused)

    receipt = preview(files, home, frame, as_of, by, look)
    return Rehearsal(receipt, tuple(changes), refused)


def _changes(connection: DuckDBPyConnection, table: str) -> list[CityChanges]:
    """As `ingest.loading.changes.compare`, city by city."""
    record = base_records()[table]
    said, before = content(record, "line"), content(record, "before")
    city, joins = city_of(table, "known_")
    rows = connection.execute(f"""
        SELECT {city} AS city, count(*), count(*) FILTER (before.load IS NULL),
            count(*) FILTER (before.load IS NOT NULL AND {said} IS NOT DISTINCT FROM {before})
        FROM taken_{table} AS line
        LEFT JOIN in_force_{table} AS before ON {same_key(record, "line", "before")}
        {joins}
        GROUP BY ALL ORDER BY ALL NULLS LAST""").fetchall()
    return [
        CityChanges(table, where, added, lines - added - unchanged, unchanged)
        for where, lines, added, unchanged in rows
    ]
