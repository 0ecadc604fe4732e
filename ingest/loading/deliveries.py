"""Which load brought rows of which record for which city."""

from duckdb import DuckDBPyConnection

from ingest.tables.belonging import city_of
from ingest.tables.columns import base_records
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


def make_deliveries(connection: DuckDBPyConnection) -> None:
    """Make `deliveries` from all that the loads brought, also what another load replaced."""
    connection.execute("CREATE TABLE deliveries (record VARCHAR, city VARCHAR, load INTEGER)")
    for table in base_records():
        city, joins = city_of(table, "")
        connection.execute(
            f"""
            INSERT INTO deliveries
            SELECT DISTINCT $record, {city} AS city, line.load
            FROM brought_{table} AS line {joins}
            WHERE {city} IS NOT NULL ORDER BY ALL""",
            {"record": table},
        )
