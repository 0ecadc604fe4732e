"""From when to when the rows of each record are known for a city."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Covered:
    """A stretch inside which no row is a zero; outside it nothing is known."""

    record: str
    """The table of rows, such as `activities`."""
    first: date | None
    """None where rows of this record have no day."""
    last: date


def covered(rows: Callable[..., list[tuple[Any, ...]]], city: str) -> list[Covered]:
    """By record; `rows` runs a query on the snapshot."""
    query = """
        SELECT record, covered_from, covered_to FROM coverage
        WHERE city = ? AND covered_to IS NOT NULL ORDER BY record"""
    return [Covered(*row) for row in rows(query, [city])]
