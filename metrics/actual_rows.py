"""Rows of the table `actuals` as values; small numbers are withheld in it already."""

from collections.abc import Callable, Sequence
from typing import Any

from metrics.standing import Actual, Period

Query = Callable[[str, list[Any]], list[tuple[Any, ...]]]
"""Runs SQL with these values and gives its rows."""

COLUMNS = """
    indicator, city, period_kind, period_start, period_end, named.name, value, numerator,
    denominator, rows, origin, is_complete, is_withheld, disaggregation, member,
    is_held, published_on
"""

NAMED = """
    LEFT JOIN (FROM periods WHERE name IS NOT NULL) AS named
        USING (city, period_kind, period_start, period_end)
"""
"""Of the periods only projects have names of their own."""


def actual_rows(query: Query, condition: str, values: Sequence[Any]) -> list[Actual]:
    """Those that meet an SQL condition, by indicator, city, breakdown and member, oldest first."""
    rows = query(
        f"SELECT {COLUMNS} FROM actuals {NAMED} WHERE target_group = '' AND {condition} "
        "ORDER BY indicator, city, disaggregation, member, period_start, period_end",
        list(values),
    )
    return [_actual(row) for row in rows]


def _actual(row: tuple[Any, ...]) -> Actual:
    (indicator, city, kind, start, end, name, value, numerator, denominator, *rest) = row
    rows, origin, is_complete, is_withheld, disaggregation, member, is_held, published_on = rest
    return Actual(
        indicator=indicator,
        city=city,
        period=Period(kind, start, end, name or ""),
        value=value,
        numerator=numerator,
        denominator=denominator,
        rows=rows or 0,
        origin=origin,
        is_complete=is_complete,
        is_withheld=is_withheld,
        disaggregation=disaggregation,
        member=member,
        is_held=is_held,
        published_on=published_on,
    )
