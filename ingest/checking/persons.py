"""Persons of a part become keyed hashes: each is hashed once, however many rows are about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ingest.checking.parts import Part
from ingest.checking.sql import quoted
from ingest.checking.taken_rows import PROVENANCE
from ingest.kinds import Column
from ingest.pseudonyms import Pseudonyms


@dataclass(frozen=True)
class HashedRows:
    """The rows of a part that can be taken, as SQL."""

    part: Part
    persons: tuple[Column, ...]
    is_mixed: bool
    """Whether some persons came as pseudonyms: one person may then stand in two spellings."""

    def rows(self, condition: str = "true") -> str:
        """Every column and where the row stood, persons hashed; `condition` may ask for `rowid`."""
        names = [column.name for column in self.part.fit.record.loaded_columns()]
        listed = ", ".join(map(quoted, (*names, *PROVENANCE)))
        kept = ", ".join(self._hashed(name) for name in names)
        return f"""
            SELECT * FROM (
                SELECT {kept}, {self.part.provenance()} FROM {self._joined()} AND {condition}
            ) AS hashed({listed})"""

    def keys(self) -> str:
        """`id` and the columns that tell one row from another; persons as they stand in the part
        where that tells them apart."""
        key = self.part.fit.record.key
        if self.is_mixed:
            names = ", ".join(f"{self._hashed(name)} AS {quoted(name)}" for name in key)
            return f"SELECT line.rowid AS id, {names} FROM {self._joined()}"
        names = ", ".join(map(quoted, key))
        return f"SELECT rowid AS id, {names} FROM {self.part.name} AS line WHERE {_CAN_BE_TAKEN}"

    def _hashed(self, name: str) -> str:
        is_person = any(column.name == name for column in self.persons)
        return f"{_table(name)}.hashed" if is_person else f"line.{quoted(name)}"

    def _joined(self) -> str:
        joins = [
            f"LEFT JOIN (SELECT plain, hashed FROM {_table(column.name)}) AS {_table(column.name)} "
            f"ON {_table(column.name)}.plain = line.{quoted(column.name)}"
            for column in self.persons
        ]
        return f"{self.part.name} AS line {' '.join(joins)} WHERE {_CAN_BE_TAKEN}"


_CAN_BE_TAKEN = "line.is_fine AND NOT line.is_blank"


@contextmanager
def hashed_persons(
    connection: DuckDBPyConnection, part: Part, hashing: Pseudonyms
) -> Iterator[HashedRows]:
    """The rows of the part that can be taken, for as long as the hashes stand beside it."""
    columns = part.fit.record.loaded_columns()
    persons = tuple(column for column in columns if column.kind.name == "person")
    for column in persons:
        _hash_each(connection, part, column, hashing)
    try:
        yield HashedRows(
            part, persons, any(_some_came_hashed(connection, each) for each in persons)
        )
    finally:
        for column in persons:
            connection.execute(f"DROP TABLE {_table(column.name)}")


def _hash_each(
    connection: DuckDBPyConnection, part: Part, column: Column, hashing: Pseudonyms
) -> None:
    part.values.run(
        connection,
        f"""
        CREATE TEMP TABLE {_table(column.name)} AS
        SELECT plain, {hashing.person("plain", part.values)} AS hashed
        FROM (
            SELECT DISTINCT {quoted(column.name)} AS plain FROM {part.name} AS line
            WHERE {_CAN_BE_TAKEN})""",
    )


def _some_came_hashed(connection: DuckDBPyConnection, column: Column) -> bool:
    came = f"FROM {_table(column.name)} WHERE plain = hashed LIMIT 1"
    return bool(connection.execute(came).fetchall())


def _table(column: str) -> str:
    return quoted(f"persons of {column}")
