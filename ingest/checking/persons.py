"""Persons become keyed hashes, each hashed once; of a row that is about one a small number is kept.

The table `persons` has everybody of whom the files of a load tell, with that number. Numbers follow
from the keyed hashes alone, table by table as they were read: they tell nothing of anybody. Eight
bytes made of a keyed hash are put in order in half the time of the hash itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ingest.checking.parts import Part
from ingest.checking.sql import quoted
from ingest.checking.taken_rows import PROVENANCE
from ingest.pseudonyms import Pseudonyms

PERSONS = "CREATE TABLE persons (number INTEGER, person VARCHAR)"
"""`person` is the keyed hash."""

_CAN_BE_TAKEN = "line.is_fine AND NOT line.is_blank"
_KNOWN = "(SELECT count(*) FROM persons)"


@dataclass(frozen=True)
class NumberedRows:
    """The rows of a part that can be taken, as SQL."""

    part: Part
    persons: tuple[str, ...]
    is_mixed: bool
    """Whether some persons came as pseudonyms: one person may then stand in two spellings."""

    def rows(self, condition: str = "true") -> str:
        """Every column and where the row stood, persons by number; `condition` may ask for `rowid`."""
        names = [column.name for column in self.part.fit.record.loaded_columns()]
        listed = ", ".join(map(quoted, (*names, *PROVENANCE)))
        kept = ", ".join(self._numbered(name) for name in names)
        return f"""
            SELECT * FROM (
                SELECT {kept}, {self.part.provenance()} FROM {self._joined()} AND {condition}
            ) AS numbered({listed})"""

    def keys(self) -> str:
        """`id` and the columns that tell one row from another."""
        if not self.is_mixed:
            return keys_as_read(self.part)
        names = (f"{self._numbered(name)} AS {quoted(name)}" for name in self.part.fit.record.key)
        return f"SELECT line.rowid AS id, {', '.join(names)} FROM {self._joined()}"

    def _numbered(self, name: str) -> str:
        return f"{_table(name)}.number" if name in self.persons else f"line.{quoted(name)}"

    def _joined(self) -> str:
        joins = [
            f"LEFT JOIN (SELECT plain, number FROM {_table(name)}) AS {_table(name)} "
            f"ON {_table(name)}.plain = line.{quoted(name)}"
            for name in self.persons
        ]
        return f"{self.part.name} AS line {' '.join(joins)} WHERE {_CAN_BE_TAKEN}"


def keys_as_read(part: Part) -> str:
    """SQL: `id` and the columns that tell one row of the part from another, persons as they stand
    in it; which is enough unless some of them came as pseudonyms."""
    names = ", ".join(map(quoted, part.fit.record.key))
    return f"SELECT rowid AS id, {names} FROM {part.name} AS line WHERE {_CAN_BE_TAKEN}"


@contextmanager
def numbered_persons(
    connection: DuckDBPyConnection, part: Part, hashing: Pseudonyms
) -> Iterator[NumberedRows]:
    """The rows of the part that can be taken, for as long as the numbers stand beside it."""
    persons = part.fit.record.person_columns()
    mixed = [_number_each(connection, part, name, hashing) for name in persons]
    try:
        yield NumberedRows(part, persons, any(mixed))
    finally:
        for name in persons:
            connection.execute(f"DROP TABLE {_table(name)}")


def _number_each(
    connection: DuckDBPyConnection, part: Part, name: str, hashing: Pseudonyms
) -> bool:
    """Make the table of a column's persons and their numbers; whether some came as pseudonyms."""
    table = _table(name)
    part.values.run(
        connection,
        f"""
        CREATE TEMP TABLE {table} AS
        SELECT plain, person, number IS NULL AS is_new, coalesce(number, {_KNOWN}
            + row_number() OVER (ORDER BY number IS NOT NULL, hash(person)))::INTEGER AS number
        FROM (
            SELECT plain, {hashing.person("plain", part.values)} AS person
            FROM (SELECT DISTINCT {quoted(name)} AS plain FROM {part.name} AS line
                WHERE {_CAN_BE_TAKEN})
        ) LEFT JOIN persons USING (person)""",
    )
    came = connection.execute(f"FROM {table} WHERE plain = person LIMIT 1").fetchall()
    if came:
        _number_once(connection, table)
    connection.execute(f"INSERT INTO persons SELECT number, person FROM {table} WHERE is_new")
    connection.execute(f"ALTER TABLE {table} DROP COLUMN person")
    return bool(came)


def _number_once(connection: DuckDBPyConnection, table: str) -> None:
    """Give two spellings of one person one number."""
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE {table} AS
        SELECT plain, person, is_new AND lag(person) OVER by_person IS DISTINCT FROM person AS is_new,
            CASE WHEN is_new THEN {_KNOWN} + dense_rank() OVER by_person ELSE number END::INTEGER
                AS number
        FROM {table} WINDOW by_person AS (ORDER BY NOT is_new, person)""")


def _table(column: str) -> str:
    return quoted(f"persons of {column}")
