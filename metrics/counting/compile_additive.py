"""SQL for what adds up: rows and sums, from one scan to the finest grain, then rolled up.

Thirty figures of one record cost one pass over its rows and thirty over a table that is a few
hundred times smaller.
"""

from collections.abc import Sequence

from metrics.counting.part import UNKNOWN, Part, Said, final_lines
from metrics.counting.sql_text import (
    all_hold,
    breakdown_columns,
    breakdown_sets,
    common_table,
    counted_rows,
    listed,
    member_column,
    statement,
)

WIDTH = 96
"""The longest column of a SELECT."""

PERIODS = """\
SELECT
    *,
    date_trunc('quarter', month)::DATE AS quarter,
    date_trunc('year', month)::DATE AS year
FROM grain"""

PERIOD_COLUMNS = (
    """\
CASE
    WHEN month IS NOT NULL THEN 'month'
    WHEN quarter IS NOT NULL THEN 'quarter'
    ELSE 'year'
END AS period_kind""",
    "coalesce(month, quarter, year) AS period_start",
)


def additive_sql(table: str, dated_by: str, parts: Sequence[Part]) -> str:
    """Counts and sums of one record and day column; of distinct tallies the number of rows."""
    breakdowns = sorted({name for part in parts for name in part.breakdowns})
    comment = "Rows that count: one line for each city, month and combination of what is asked."
    tables = [
        common_table("grain", comment, _grain(table, dated_by, parts, breakdowns)),
        common_table("dated", "The quarter and the year of each month.", PERIODS),
        common_table(
            "tallied",
            "How many in each period, in the whole and by member.",
            _tallied(parts, breakdowns),
        ),
    ]
    title = f"Rows of {table} by {dated_by}, one scan to the finest grain, then rolled up."
    said = [Said(part, _value(part), _rows(part), _rows(part)) for part in parts]
    return statement(title, tables, final_lines(said, breakdowns))


def _grain(table: str, dated_by: str, parts: Sequence[Part], breakdowns: Sequence[str]) -> str:
    columns = {c.column for part in parts for c in part.tally.conditions}
    sums = sorted({part.tally.sum for part in parts if part.tally.sum})
    distinct = sorted({part.tally.distinct for part in parts if part.tally.distinct})
    expressions = [
        f"{table}.city",
        f"date_trunc('month', {table}.{dated_by})::DATE AS month",
        *(f"{table}.{name}" for name in sorted(columns)),
        *(f"{table}.{name} IS NOT NULL AS has_{name}" for name in distinct),
        *(member_column(table, name) for name in breakdowns),
        *(f"sum({table}.{name}) AS sum_of_{name}" for name in sums),
        "count(*) AS rows",
    ]
    source = counted_rows(table, dated_by)
    return f"SELECT\n{listed(expressions)}\n{source}\nGROUP BY ALL"


def _tallied(parts: Sequence[Part], breakdowns: Sequence[str]) -> str:
    expressions = ["city", *PERIOD_COLUMNS, *breakdown_columns(breakdowns)]
    for part in parts:
        expressions.append(_added("sum(rows)", part, _rows(part)))
        if part.tally.sum:
            expressions.append(_added(f"sum(sum_of_{part.tally.sum})", part, part.name))
    return (
        f"SELECT\n{listed(expressions)}\nFROM dated\nGROUP BY\n    city,\n"
        f"    GROUPING SETS ((month), (quarter), (year)){breakdown_sets(breakdowns)}"
    )


def _added(expression: str, part: Part, name: str) -> str:
    """On lines of their own where one would be too long to read."""
    pieces = [expression, *filter(None, [_filter(part).strip()]), f"AS {name}"]
    return (" " if len(" ".join(pieces)) <= WIDTH else "\n    ").join(pieces)


def _filter(part: Part) -> str:
    present = [f"has_{part.tally.distinct}"] if part.tally.distinct else []
    conditions = " AND ".join(filter(None, [*present, all_hold(part.tally.conditions)]))
    return f" FILTER (WHERE {conditions})" if conditions else ""


def _rows(part: Part) -> str:
    """The column with the number of rows; where rows are what is counted it has the part's name."""
    return part.name if part.tally.count else f"{part.name}_rows"


def _value(part: Part) -> str:
    """Distinct values do not add up: `compile_distinct.py` counts them."""
    if part.tally.distinct:
        return UNKNOWN
    return f"coalesce({part.name}, 0)" if part.tally.sum else part.name
