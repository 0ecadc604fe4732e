"""From when to when the rows of each record are known for a city."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Covered:
    """A stretch inside which no row is a zero; outside it nothing is known."""

    record: str
    """The table of rows, such as `activities`."""
    first: date | None
    """None where rows of this record have no day."""
    last: date


def covered(cursor: Callable[[], DuckDBPyConnection] | None, city: str) -> tuple[Covered, ...]:
    """By record; `cursor` gives one on the snapshot, and is None while nothing has been loaded."""
    if cursor is None:
        return ()
    query = """
        SELECT record, covered_from, covered_to FROM coverage
        WHERE city = ? AND covered_to IS NOT NULL ORDER BY record"""
    return tuple(Covered(*row) for row in cursor().execute(query, [city]).fetchall())
