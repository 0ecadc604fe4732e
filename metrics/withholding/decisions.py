"""The way between the table `actuals` and the figures about people in it, and back."""

from collections.abc import Iterable, Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from metrics.counting.inserted_rows import insert_rows
from metrics.definition import Indicator
from metrics.withholding.memory import SAME_FIGURE, SAME_VALUE
from metrics.withholding.table_lines import Members

Decision = tuple[int, float | None, float | None]
"""Key, and the counts that are shown instead; none where nothing is."""

TABLES = {
    "guarded": "indicator VARCHAR, version INTEGER, is_flow BOOLEAN, is_share BOOLEAN, "
    "scale INTEGER",
    "decided": "key BIGINT, counted DOUBLE, others DOUBLE",
}

CELLS = """
    CREATE OR REPLACE TEMP TABLE cells AS
    SELECT actuals.rowid AS key, indicator, version, city, period_kind, period_start, period_end,
        disaggregation, member, is_flow, scale,
        coalesce(numerator, value) AS counted,
        CASE WHEN is_share THEN denominator - numerator END AS others
    FROM actuals JOIN guarded USING (indicator)
    WHERE value IS NOT NULL AND (denominator IS NOT NULL OR NOT is_share)
"""
"""A share that was handed in without its parts is a percentage and counts nobody."""

WITH_WHAT_WAS_TOLD = f"""
    WITH newest AS (SELECT max(last_snapshot) AS snapshot FROM told),
    known AS (
        SELECT key,
            list([told.counted, told.others] ORDER BY first_snapshot, told.counted, told.others)
                FILTER (WHERE told.counted IS NOT NULL) AS told,
            any_value([told.counted, told.others])
                FILTER (WHERE told.counted IS NOT NULL AND last_snapshot = snapshot) AS last,
            bool_or(last_snapshot = snapshot AND current_snapshot < snapshot) AS was_held,
            bool_and(last_snapshot < snapshot) AS is_new
        FROM cells
        JOIN told ON {SAME_FIGURE.format(one="told", other="cells")}
        CROSS JOIN newest
        GROUP BY key
    )
    SELECT indicator, city, period_kind, period_start, period_end, disaggregation, member,
        key, counted, others, told, last, coalesce(was_held, false), coalesce(is_new, true)
    FROM cells LEFT JOIN known USING (key)
    ORDER BY key
"""
REPEAT = f"""
    INSERT INTO decided
    SELECT key, not_told.counted, not_told.others
    FROM cells JOIN not_told ON {SAME_FIGURE.format(one="not_told", other="cells")}
    WHERE state = $state
"""
SHOW_HELD = """
    UPDATE cells SET counted = decided.counted, others = decided.others
    FROM decided WHERE cells.key = decided.key AND decided.counted IS NOT NULL
"""
WITHHOLD = """
    UPDATE actuals
    SET value = NULL, numerator = NULL, denominator = NULL, rows = NULL, is_withheld = true
    FROM decided WHERE actuals.rowid = decided.key AND decided.counted IS NULL
"""
HOLD = f"""
    UPDATE actuals
    SET numerator = told.counted, rows = told.rows, is_held = true, published_on = current_on,
        denominator = coalesce(told.counted + told.others, actuals.denominator),
        value = CASE
            WHEN told.others IS NOT NULL
                THEN scale * told.counted / nullif(told.counted + told.others, 0)
            WHEN scale IS NOT NULL THEN scale * told.counted / actuals.denominator
            ELSE told.counted
        END
    FROM decided
    JOIN cells USING (key)
    JOIN told ON {SAME_FIGURE.format(one="told", other="cells")}
        AND {SAME_VALUE.format(one="told", other="decided")}
    WHERE actuals.rowid = decided.key AND decided.counted IS NOT NULL
"""
SHOWN = """
    CREATE OR REPLACE TEMP TABLE shown AS
    SELECT cells.* EXCLUDE (counted, others), actuals.rows, is_held, published_on,
        if(decided.key IS NULL, cells.counted, decided.counted) AS counted,
        if(decided.key IS NULL, cells.others, decided.others) AS others
    FROM cells JOIN actuals ON actuals.rowid = cells.key LEFT JOIN decided USING (key)
"""


def lay_out(connection: DuckDBPyConnection, guarded: Sequence[Indicator]) -> None:
    """Makes the tables that this room works with, for the indicators about people."""
    for table, columns in TABLES.items():
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({columns})")
    rows = [(g.identifier, g.version, not g.is_stock, g.is_share, g.scale) for g in guarded]
    insert_rows(connection, "guarded", rows)
    connection.execute(CELLS)


def members(connection: DuckDBPyConnection) -> Members:
    """Territories with the cities whose rows they have, beside their own."""
    rows = connection.execute(
        "SELECT territory, list(city) FROM members WHERE territory <> city GROUP BY ALL"
    )
    return dict(rows.fetchall())


def cells(connection: DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Place, key, counts and what was told before, of every figure about people that has a value."""
    return connection.execute(WITH_WHAT_WAS_TOLD).fetchall()


def repeat(connection: DuckDBPyConnection, state: str) -> None:
    """Decides as it was decided when the same figures and declarations were published."""
    connection.execute(REPEAT, {"state": state})


def write(connection: DuckDBPyConnection, decided: Iterable[Decision]) -> None:
    connection.execute("TRUNCATE decided")
    insert_rows(connection, "decided", list(decided))


def show_held(connection: DuckDBPyConnection, decided: Iterable[Decision]) -> None:
    """The cells as they are shown where they are held."""
    write(connection, decided)
    connection.execute(SHOW_HELD)


def take_effect(connection: DuckDBPyConnection) -> None:
    """Withholds and holds in `actuals`; the temporary table `shown` has what leaves the room."""
    for step in (WITHHOLD, HOLD, SHOWN):
        connection.execute(step)
