"""Which load brought rows of which record for which city."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from ingest.kinds import Record
from ingest.loading.in_force import rows_of_files
from ingest.tables.belonging import city_in_warehouse, city_of, columns_that_tell
from ingest.tables.columns import base_records, listed
from ingest.tables.dictionary import TableNote

DELIVERIES = TableNote(
    "deliveries",
    "Which load in force brought rows of which record for which city, new to us or not.",
    {
        "record": "The table of rows.",
        "city": "The city.",
        "load": "The number of the load.",
    },
)


def make_deliveries(connection: DuckDBPyConnection, files: Mapping[str, Sequence[Path]]) -> None:
    """Make `deliveries` from all that the loads brought, also what another load replaced.

    `files` are those of each record, one a load. The tables of rows have been made: what one load
    alone brought stands there with its city.
    """
    connection.execute("CREATE TABLE deliveries (record VARCHAR, city VARCHAR, load INTEGER)")
    for table, record in base_records().items():
        is_alone = len(files[table]) == 1
        city, joins = city_in_warehouse(table) if is_alone else city_of(table, "")
        rows = table if is_alone else f"({_brought(record, bool(files[table]))})"
        connection.execute(
            f"""
            INSERT INTO deliveries
            SELECT DISTINCT $record, {city} AS city, line.load
            FROM {rows} AS line {joins}
            WHERE {city} IS NOT NULL ORDER BY ALL""",
            {"record": table},
        )


def _brought(record: type[Record], has_files: bool) -> str:
    """Of the files only what tells a row's city, and that once for each load."""
    columns = listed([*columns_that_tell(record.table()), "load"])
    return f"SELECT DISTINCT {columns} FROM ({rows_of_files(record, has_files)})"
