"""The data dictionary: a sentence for every column, as a table and as comments in the file."""

from dataclasses import dataclass
from typing import Literal

from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from ingest.kinds import Record
from ingest.tables.columns import PROVENANCE, literal


@dataclass(frozen=True)
class TableNote:
    """What a table and its columns say."""

    table: str
    sentence: str
    columns: dict[str, str]
    """Sentence by column, every column of the table."""
    kind: Literal["TABLE", "VIEW"] = "TABLE"


DATA_DICTIONARY = TableNote(
    "data_dictionary",
    "A sentence for every column of every table.",
    {
        "table_name": "The table.",
        "column_name": "The column.",
        "type": "Its type in DuckDB.",
        "sentence": "What it says.",
    },
)


def note_on(record: type[Record]) -> TableNote:
    """The sentences of a record's table, where its rows came from included."""
    columns = {column.name: column.sentence for column in record.stored_columns()}
    columns |= {name: sentence for name, (_, sentence) in PROVENANCE.items()}
    return TableNote(record.table(), " ".join((record.__doc__ or "").split()), columns)


def make_dictionary(connection: DuckDBPyConnection) -> None:
    connection.execute("""
        CREATE TABLE data_dictionary
            (table_name VARCHAR, column_name VARCHAR, type VARCHAR, sentence VARCHAR)""")
    document(connection, DATA_DICTIONARY)


def document(connection: DuckDBPyConnection, *notes: TableNote) -> None:
    """Write the sentences beside tables that stand in the default database, and into it."""
    for note in notes:
        table = quoted(note.table)
        connection.execute(f"COMMENT ON {note.kind} {table} IS {literal(note.sentence)}")
        for column, sentence in note.columns.items():
            connection.execute(f"COMMENT ON COLUMN {table}.{quoted(column)} IS {literal(sentence)}")
    tables = [note.table for note in notes]
    connection.execute(
        """INSERT INTO data_dictionary
        SELECT table_name, column_name, data_type, comment FROM duckdb_columns()
        WHERE database_name = current_database() AND NOT internal
            AND list_contains($tables, table_name)
        ORDER BY list_position($tables, table_name), column_index""",
        {"tables": tables},
    )
