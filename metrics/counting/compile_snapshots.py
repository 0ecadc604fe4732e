"""SQL for counters that were read on several days: how they stood last, and what they grew by.

Both come from the steps from one reading of a thing to its next. A thing that an earlier reading of
the city did not have began at zero; of the city's first readings nobody knows what they grew from.
"""

from collections.abc import Sequence
from datetime import date

from ingest.kinds import Record
from metrics.counting.over_periods import period_tables, since_column
from metrics.counting.part import Part, Said, final_lines
from metrics.counting.sql_text import (
    all_hold,
    breakdown_columns,
    breakdown_sets,
    common_table,
    counted_rows,
    listed,
    member_column,
    member_name,
    statement,
)
from metrics.counting.tallied import TALLIED


def snapshots_sql(part: Part, cuts: Sequence[date] = ()) -> str:
    """One tally over the readings of one record."""
    table, column = part.tally.record, part.tally.snapshot
    tables = [
        common_table("readings", "The readings that count.", _readings(part, table)),
        common_table("steps", "From each reading to the next of the same thing.", _steps(part)),
        common_table("by_stretch", "All steps of each stretch.", _by_stretch(part, cuts)),
        *period_tables([(part.tally, part.name), (part.tally, f"{part.name}_rows")]),
    ]
    what = "as it stood last" if part.tally.latest else "what it grew by"
    title = f"{column} of {table} by {part.dated_by}, {what}."
    said = [Said(part, part.name, f"{part.name}_rows", f"{part.name}_rows")]
    return statement(title, tables, final_lines(said, part.breakdowns))


def _readings(part: Part, table: str) -> str:
    expressions = [
        *(f"{table}.{name}" for name in ["city", *_thing(part)]),
        *(member_column(table, name) for name in part.breakdowns),
        f"{table}.{part.dated_by} AS day",
        f"{table}.{part.tally.snapshot} AS reading",
    ]
    conditions = [f"{table}.{part.tally.snapshot} IS NOT NULL"]
    conditions += filter(None, [all_hold(part.tally.conditions, table)])
    source = counted_rows(table, part.dated_by, *conditions)
    return f"SELECT\n{listed(expressions)}\n{source}"


def _steps(part: Part) -> str:
    before = "lag(reading) OVER past"
    zero = "0" if part.tally.latest else "CASE WHEN day > min(day) OVER in_city THEN 0 END"
    expressions = [
        *("city", "day", *map(member_name, part.breakdowns)),
        f"reading - coalesce({before}, {zero}) AS step",
    ]
    thing = ", ".join(["city", *_thing(part)])
    windows = [f"past AS (PARTITION BY {thing} ORDER BY day)"]
    windows += [] if part.tally.latest else ["in_city AS (PARTITION BY city)"]
    return f"SELECT\n{listed(expressions)}\nFROM readings\nWINDOW\n{listed(windows)}"


def _by_stretch(part: Part, cuts: Sequence[date]) -> str:
    expressions = [
        "city",
        since_column("day", cuts),
        *breakdown_columns(part.breakdowns),
        f"coalesce(sum(step), 0) AS {part.name}",
        f"count(step) AS {part.name}_rows",
    ]
    return (
        f"SELECT\n{listed(expressions)}\nFROM steps\n"
        f"GROUP BY\n    city,\n    since{breakdown_sets(part.breakdowns)}"
    )


def _thing(part: Part) -> list[str]:
    """The columns that tell one thing from another: the record's key without the day."""
    record: type[Record] = TALLIED[part.tally.record]
    return [name for name in record.key if name not in ("city", part.dated_by)]
