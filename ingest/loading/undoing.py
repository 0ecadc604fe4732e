"""What taking a load back would change, key by key, before it is done."""

from contextlib import closing
from dataclasses import dataclass

import duckdb
from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from ingest.ledger import read_ledger
from ingest.loading.in_force import declare_in_force
from ingest.loading.load_folders import parquet_files
from ingest.tables.columns import base_records, content, listed
from matrices.home import Home


@dataclass(frozen=True)
class UndoEffect:
    """What would become of the rows of one record that the load brought."""

    record: str
    gone: int
    """Rows that no other load in force brought."""
    back: int
    """Rows that would say again what an earlier load says."""
    stays: int
    """Rows that other loads in force say just so, or that a later one has replaced."""


def effects_of_undo(home: Home, load: int) -> list[UndoEffect]:
    """One for each record of which the load brought rows; none for a load not in force."""
    ledger = read_ledger(home)
    if load not in ledger.loads:
        return []
    brought = parquet_files(home, [load])
    with closing(duckdb.connect()) as connection:
        declare_in_force(connection, parquet_files(home, ledger.loads))
        return [_effect(connection, table, load) for table in base_records() if brought[table]]


def _effect(connection: DuckDBPyConnection, table: str, load: int) -> UndoEffect:
    record = base_records()[table]
    key, said = listed(record.key), content(record, "line")
    gone, back, stays = connection.execute(
        f"""
        WITH keys AS (
            SELECT max(load) AS newest,
                max(load) FILTER (load <> $load) AS other,
                arg_max({said}, load) AS said,
                arg_max({said}, load) FILTER (load <> $load) AS said_before
            FROM {quoted(f"brought_{table}")} AS line
            GROUP BY {key}
            HAVING bool_or(load = $load)
        )
        SELECT count(*) FILTER (other IS NULL),
            count(*) FILTER (newest = $load AND other IS NOT NULL
                AND said IS DISTINCT FROM said_before),
            count(*) FILTER (other IS NOT NULL
                AND (newest > $load OR said IS NOT DISTINCT FROM said_before))
        FROM keys""",
        {"load": load},
    ).fetchone()
    return UndoEffect(table, gone, back, stays)
