"""Persons of a part become keyed hashes: each is hashed once, however many rows are about them."""

from collections.abc import Iterator
from contextlib import contextmanager

from duckdb import DuckDBPyConnection

from ingest.checking.parts import Part
from ingest.checking.sql import quoted
from ingest.kinds import Column
from ingest.pseudonyms import Pseudonyms


@contextmanager
def hashed_persons(
    connection: DuckDBPyConnection, part: Part, hashing: Pseudonyms
) -> Iterator[tuple[str, str]]:
    """SQL for the columns of the part as `line`, persons hashed, and the joins that it takes."""
    columns = part.fit.record.loaded_columns()
    persons = [column for column in columns if column.kind.name == "person"]
    for column in persons:
        _hash_each(connection, part, column, hashing)
    joins = [
        f"LEFT JOIN (SELECT plain, hashed FROM {_table(column)}) AS {_table(column)} "
        f"ON {_table(column)}.plain = line.{quoted(column.name)}"
        for column in persons
    ]
    kept = [
        f"{_table(column)}.hashed" if column in persons else f"line.{quoted(column.name)}"
        for column in columns
    ]
    try:
        yield ", ".join(kept), " ".join(joins)
    finally:
        for column in persons:
            connection.execute(f"DROP TABLE {_table(column)}")


def _hash_each(
    connection: DuckDBPyConnection, part: Part, column: Column, hashing: Pseudonyms
) -> None:
    part.values.run(
        connection,
        f"""
        CREATE TEMP TABLE {_table(column)} AS
        SELECT plain, {hashing.person("plain", part.values)} AS hashed
        FROM (
            SELECT DISTINCT {quoted(column.name)} AS plain FROM {part.name}
            WHERE is_fine AND NOT is_blank)""",
    )


def _table(column: Column) -> str:
    return quoted(f"persons of {column.name}")
