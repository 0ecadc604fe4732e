"""The rows in force: of the active loads' rows, the latest for every key.

Views in the connection's temporary schema, for each record that files bring:
`brought_<record>` has every row of every load, `in_force_<record>` one row a key. Keys are unique
within a load (a repeated one is refused), so a record that one load alone brought needs no pass.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from ingest.kinds import Record
from ingest.tables.columns import base_records, content, listed, no_rows, typed_columns


def declare_in_force(
    connection: DuckDBPyConnection, files: Mapping[str, Sequence[Path]], hold: bool = False
) -> None:
    """Make the views from each record's Parquet files, one a load.

    With `hold`, what takes a pass is kept as a temporary table, for those who read it repeatedly.
    """
    for table, record in base_records().items():
        paths = [str(path) for path in files[table]]
        connection.execute(f"SET VARIABLE files_{table} = $paths", {"paths": paths})
        _declare(connection, "VIEW", f"brought_{table}", _brought(record, bool(paths)))
        rows = _latest(record) if len(paths) > 1 else f"FROM brought_{table}"
        if hold and len(paths) > 1:
            _declare(connection, "TABLE", f"held_{table}", rows)
            rows = f"FROM held_{table}"
        _declare(connection, "VIEW", f"in_force_{table}", rows)


def drop_in_force(connection: DuckDBPyConnection) -> None:
    """Give back what `declare_in_force` made, and the memory it holds."""
    for table in base_records():
        connection.execute(f"DROP VIEW in_force_{table}")
        connection.execute(f"DROP VIEW brought_{table}")
        connection.execute(f"DROP TABLE IF EXISTS held_{table}")


def _declare(connection: DuckDBPyConnection, kind: str, name: str, rows: str) -> None:
    connection.execute(f"CREATE TEMP {kind} {quoted(name)} AS {rows}")


def _brought(record: type[Record], has_files: bool) -> str:
    """Every row of the files; a column that an older version did not know yet is empty."""
    columns = typed_columns(record)
    rows = no_rows(columns)
    if has_files:
        files = f"read_parquet(getvariable('files_{record.table()}'), union_by_name = true)"
        rows = f"{rows} UNION ALL BY NAME FROM {files}"
    return f"SELECT {listed(columns)} FROM ({rows})"


def _latest(record: type[Record]) -> str:
    """One row a key: the content of the latest load, from the load that first brought it so.

    A load that says the same again changes nothing, not even where the row is from.
    """
    key = listed(record.key)
    said = content(record, "line")
    return f"""
        WITH changed AS (
            FROM brought_{record.table()} AS line
            QUALIFY {said} IS DISTINCT FROM lag({said}) OVER (PARTITION BY {key} ORDER BY load)
        )
        FROM changed QUALIFY load = max(load) OVER (PARTITION BY {key})"""
