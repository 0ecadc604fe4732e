"""SQL for what adds up: rows and sums, from one scan to the finest grain, then rolled up.

Thirty figures of one record cost one pass over its rows and thirty over a table that is a few
hundred times smaller.
"""

from collections.abc import Sequence
from datetime import date

from metrics.counting.over_periods import period_tables, since_column
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


def additive_sql(
    table: str, dated_by: str, parts: Sequence[Part], cuts: Sequence[date] = ()
) -> str:
    """Counts and sums of one record and day column; of distinct tallies the number of rows."""
    breakdowns = sorted({name for part in parts for name in part.breakdowns})
    comment = "Rows that count: one line for each city, stretch and combination of what is asked."
    tables = [
        common_table("grain", comment, _grain(table, dated_by, parts, breakdowns, cuts)),
        common_table(
            "by_stretch",
            "How many in each stretch, in the whole and by member.",
            _by_stretch(parts, breakdowns),
        ),
        *period_tables([(part.tally, column) for part in parts for column in _columns(part)]),
    ]
    title = f"Rows of {table} by {dated_by}, one scan to the finest grain, then rolled up."
    said = [Said(part, _value(part), _rows(part), _rows(part)) for part in parts]
    return statement(title, tables, final_lines(said, breakdowns))


def _grain(
    table: str,
    dated_by: str,
    parts: Sequence[Part],
    breakdowns: Sequence[str],
    cuts: Sequence[date],
) -> str:
    columns = {c.column for part in parts for c in part.tally.conditions}
    sums = sorted({part.tally.sum for part in parts if part.tally.sum})
    distinct = sorted({part.tally.distinct for part in parts if part.tally.distinct})
    expressions = [
        f"{table}.city",
        since_column(f"{table}.{dated_by}", cuts),
        *(f"{table}.{name}" for name in sorted(columns)),
        *(f"{table}.{name} IS NOT NULL AS has_{name}" for name in distinct),
        *(member_column(table, name) for name in breakdowns),
        *(f"sum({table}.{name}) AS sum_of_{name}" for name in sums),
        "count(*) AS rows",
    ]
    source = counted_rows(table, dated_by)
    return f"SELECT\n{listed(expressions)}\n{source}\nGROUP BY ALL"


def _by_stretch(parts: Sequence[Part], breakdowns: Sequence[str]) -> str:
    expressions = ["city", "since", *breakdown_columns(breakdowns)]
    for part in parts:
        expressions.append(_added("sum(rows)", part, _rows(part)))
        if part.tally.sum:
            expressions.append(_added(f"sum(sum_of_{part.tally.sum})", part, part.name))
    return (
        f"SELECT\n{listed(expressions)}\nFROM grain\n"
        f"GROUP BY\n    city,\n    since{breakdown_sets(breakdowns)}"
    )


def _columns(part: Part) -> list[str]:
    return [_rows(part), part.name] if part.tally.sum else [_rows(part)]


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
