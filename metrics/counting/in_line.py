"""Rows in line: each tells when the same value stood there before.

DuckDB looks from a row to the one before it while it reads, in the order in which rows come.
"""

from collections.abc import Sequence

from ingest.tables.order import order_of
from metrics.counting.periods_table import NEVER
from metrics.counting.tallied import TALLIED


def lie_in_line(table: str, column: str, day: str) -> bool:
    """Whether a table's rows lie by city, by this column and by this day."""
    return order_of(TALLIED[table])[:3] == ("city", column, day)


def day_before(keys: Sequence[str], day: str) -> str:
    """SQL: the day of the row before where it has the same keys, else `NEVER`.

    An error where a row comes later than one that it belongs before. No key may be empty.
    """
    same = " AND ".join(f"{_last(key)} = {key}" for key in keys)
    return (
        f"CASE\n    WHEN {same} AND {_last(day)} <= {day}\n    THEN {_last(day)}\n"
        f"    WHEN {_last(keys[0])} IS NULL OR {_comes_later(keys)} THEN {NEVER}\n"
        f"    ELSE error('Rows do not lie by {', '.join([*keys, day])}.')\nEND"
    )


def _last(column: str) -> str:
    return f"lag({column}) OVER ()"


def _comes_later(keys: Sequence[str]) -> str:
    first, *others = keys
    later = f"{_last(first)} < {first}"
    return (
        f"{later} OR ({_last(first)} = {first} AND ({_comes_later(others)}))" if others else later
    )
