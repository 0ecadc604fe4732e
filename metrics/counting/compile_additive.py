"""SQL for what adds up: rows and sums, from one scan to the finest grain, then rolled up.

Thirty figures of one record cost one pass over its rows and thirty over a table that is a few
hundred times smaller. The scan groups by columns as they are stored, a few words and days each,
which takes a third of the time that the names of members and the first days of months would.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from metrics.counting.over_periods import period_tables, since_column
from metrics.counting.part import UNKNOWN, Part, Said, final_lines
from metrics.counting.sql_text import (
    all_hold,
    breakdown_columns,
    breakdown_sets,
    common_table,
    ever_counted,
    listed,
    member_column,
    statement,
    within_coverage,
)
from metrics.tally import Condition

WIDTH = 96
"""The longest column of a SELECT."""


@dataclass(frozen=True)
class Asked:
    """What is added up: rows, rows that have a value, or the values of a column."""

    conditions: tuple[Condition, ...]
    sum: str | None = None
    distinct: str | None = None


def additive_sql(
    table: str, dated_by: str, parts: Sequence[Part], cuts: Sequence[date] = ()
) -> str:
    """Counts and sums of one record and day column; of distinct tallies the number of rows."""
    breakdowns = sorted({name for part in parts for name in part.breakdowns})
    added = _added(parts)
    columns = list(dict.fromkeys(added.values()))
    tables = [
        common_table(
            "grain",
            "Rows that count: one line for each city, day and combination of members.",
            _grain(table, dated_by, breakdowns, added),
        ),
        common_table(
            "covered",
            "As far as the data reach: stretches of days, and members by their names.",
            _covered(table, breakdowns, columns, cuts),
        ),
        common_table(
            "by_stretch",
            "How many in each stretch, in the whole and by member.",
            _by_stretch(breakdowns, columns),
        ),
        *period_tables([(part.tally, added[what]) for part in parts for what in _asked(part)]),
    ]
    said = [_said(part, added) for part in parts]
    title = f"Rows of {table} by {dated_by}, one scan to the finest grain, then rolled up."
    return statement(title, tables, final_lines(said, breakdowns))


def _grain(table: str, dated_by: str, breakdowns: Sequence[str], added: Mapping[Asked, str]) -> str:
    expressions = [
        f"{table}.city",
        f"{table}.{dated_by} AS day",
        *(f"{table}.{name}" for name in breakdowns),
        *(_in_the_scan(table, asked, name) for asked, name in added.items()),
    ]
    conditions = ever_counted(table)
    where = "\nWHERE " + "\n    AND ".join(conditions) if conditions else ""
    return f"SELECT\n{listed(expressions)}\nFROM {table}{where}\nGROUP BY ALL"


def _in_the_scan(table: str, asked: Asked, name: str) -> str:
    """On lines of its own where one would be too long to read."""
    function = f"count({table}.{asked.distinct})" if asked.distinct else "count(*)"
    if asked.sum:
        function = f"sum({table}.{asked.sum})"
    conditions = all_hold(asked.conditions, table)
    only = [f"FILTER (WHERE {conditions})"] if conditions else []
    pieces = [function, *only, f"AS {name}"]
    return (" " if len(" ".join(pieces)) <= WIDTH else "\n    ").join(pieces)


def _covered(
    table: str, breakdowns: Sequence[str], columns: Sequence[str], cuts: Sequence[date]
) -> str:
    expressions = [
        "grain.city",
        since_column("day", cuts),
        *(member_column(table, name, "grain") for name in breakdowns),
        *columns,
    ]
    return f"SELECT\n{listed(expressions)}\nFROM grain\n{within_coverage(table, 'day', 'grain')}"


def _by_stretch(breakdowns: Sequence[str], columns: Sequence[str]) -> str:
    sums = [f"sum({column}) AS {column}" for column in columns]
    expressions = ["city", "since", *breakdown_columns(breakdowns), *sums]
    return (
        f"SELECT\n{listed(expressions)}\nFROM covered\n"
        f"GROUP BY\n    city,\n    since{breakdown_sets(breakdowns)}"
    )


def _added(parts: Sequence[Part]) -> dict[Asked, str]:
    """Everything that is added up, each once, and the column it stands in: that of the first part."""
    named: dict[Asked, str] = {}
    for part in parts:
        for asked, name in zip(_asked(part), (f"{part.name}_rows", part.name), strict=False):
            named.setdefault(asked, part.name if part.tally.count else name)
    return named


def _asked(part: Part) -> list[Asked]:
    """The rows, and the sum where there is one."""
    tally = part.tally
    rows = Asked(tally.conditions, distinct=tally.distinct)
    return [rows, Asked(tally.conditions, sum=tally.sum)] if tally.sum else [rows]


def _said(part: Part, added: Mapping[Asked, str]) -> Said:
    """Distinct values do not add up: `compile_distinct.py` counts them."""
    rows, *sums = (added[asked] for asked in _asked(part))
    value = f"coalesce({sums[0]}, 0)" if sums else rows
    return Said(part, UNKNOWN if part.tally.distinct else value, rows, rows)
