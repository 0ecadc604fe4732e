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


def document(connection: DuckDBPyConnection, note: TableNote) -> None:
    """Write the sentences beside a table that stands in the default database, and into it."""
    table = quoted(note.table)
    connection.execute(f"COMMENT ON {note.kind} {table} IS {literal(note.sentence)}")
    for column, sentence in note.columns.items():
        connection.execute(f"COMMENT ON COLUMN {table}.{quoted(column)} IS {literal(sentence)}")
    connection.execute(
        """INSERT INTO data_dictionary
        SELECT table_name, column_name, data_type, comment FROM duckdb_columns()
        WHERE database_name = current_database() AND table_name = $table AND NOT internal
        ORDER BY column_index""",
        {"table": note.table},
    )
