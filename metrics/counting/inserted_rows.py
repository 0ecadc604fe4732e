"""Rows of Python into a table, in one statement."""

from collections.abc import Sequence

import pyarrow
from duckdb import DuckDBPyConnection


def insert_rows(
    connection: DuckDBPyConnection, table: str, rows: Sequence[tuple[object, ...]]
) -> None:
    """Inserts rows by position; nothing to do for no rows."""
    if not rows:
        return
    columns = [list(column) for column in zip(*rows, strict=True)]
    names = [f"column_{number}" for number in range(len(columns))]
    connection.register("incoming", pyarrow.table(columns, names=names))
    connection.execute(f"INSERT INTO {table} SELECT * FROM incoming")
    connection.unregister("incoming")
