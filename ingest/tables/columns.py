"""A record's columns as SQL text; the names come from `ingest/records.py` alone."""

from collections.abc import Iterable

from ingest.checking.sql import quoted
from ingest.kinds import Record
from ingest.records import RECORDS

PROVENANCE = {
    "load": ("INTEGER", "The number of the load that brought the row as it stands."),
    "file": ("VARCHAR", "The file it stood in."),
    "sheet": ("VARCHAR", "The sheet of that file, where it has sheets."),
    "row": ("BIGINT", "The line, as a spreadsheet numbers it: the headings are line 1."),
}
"""Where a row came from: in every table of rows; each column's type and sentence."""

PERSON_NUMBER = "INTEGER"
"""The type of a person's number within a load, and of the learner's within a snapshot."""


def base_records() -> dict[str, type[Record]]:
    """The records that files bring, by table."""
    return {table: record for table, record in RECORDS.items() if not record.is_derived}


def literal(text: str) -> str:
    """A text of our own, where SQL takes no parameter: in types and comments."""
    return "'" + text.replace("'", "''") + "'"


def enum(words: Iterable[str]) -> str:
    """The type of a column that holds one of a few words of our own; it is read as text."""
    return f"ENUM({', '.join(map(literal, words))})"


def listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def typed_columns(record: type[Record]) -> dict[str, str]:
    """Loaded columns and provenance with their types in DuckDB; a person stands there by number."""
    loaded = {
        column.name: PERSON_NUMBER if column.kind.name == "person" else column.kind.duckdb_type
        for column in record.loaded_columns()
    }
    return loaded | {name: duckdb_type for name, (duckdb_type, _) in PROVENANCE.items()}


def no_rows(columns: dict[str, str]) -> str:
    """SQL: the columns, typed, without a row."""
    typed = (f"NULL::{duckdb_type} AS {quoted(name)}" for name, duckdb_type in columns.items())
    return f"SELECT {', '.join(typed)} WHERE false"


def content(record: type[Record], relation: str) -> str:
    """SQL: all that a row says beside its key, as one value; equal also where both are empty."""
    names = [c.name for c in record.loaded_columns() if c.name not in record.key]
    return "row(" + ", ".join(f"{relation}.{quoted(name)}" for name in names) + ")"


def same_key(record: type[Record], one: str, other: str) -> str:
    """SQL: the two relations' keys are the same; an empty part equals an empty part."""
    return " AND ".join(
        f"{one}.{quoted(name)} IS NOT DISTINCT FROM {other}.{quoted(name)}" for name in record.key
    )
