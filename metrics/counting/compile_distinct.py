"""SQL for different values, such as people: one grouped pass, then a count of what it left.

A person who comes twice in a quarter is one learner of that quarter, and one of its year: distinct
values never add up, so each kind of period has a pass of its own. The pass keeps one bit for each
condition that a value met, because counting several sets of distinct values in one SELECT takes
ten times as long and seven times the memory (measured on 20 million rows).
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
    literal,
    member_column,
    member_name,
    statement,
)
from metrics.standing import PeriodKind

EACH_KIND = "CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) AS kinds (period_kind)"


def distinct_sql(table: str, column: str, kind: PeriodKind, parts: Sequence[Part]) -> str:
    """Different values of a column in each month, each quarter or each year."""
    dated_by = parts[0].dated_by
    breakdowns = _breakdowns(parts)
    start = f"date_trunc('{kind}', {table}.{dated_by})::DATE AS period_start"
    extra = [start, f"{_bits(table, parts)} AS conditions"]
    tables = [
        _counted_table(table, column, parts, extra),
        _once_table(column, kind, breakdowns),
        _tallied_table(kind, parts, breakdowns),
    ]
    said = [Said(part, part.name, UNKNOWN, part.name) for part in parts]
    title = f"Different values of {column} in {table} by {dated_by}, {kind} by {kind}."
    return statement(title, tables, final_lines(said, breakdowns))


def first_seen_sql(table: str, column: str, part: Part) -> str:
    """Different values up to the end of each period: each counts from the day it is first seen."""
    condition = all_hold(part.tally.conditions, table)
    day = f"{table}.{part.dated_by} AS day"
    tables = [
        _counted_table(table, column, [part], [day], *filter(None, [condition])),
        _first_seen_table(column, part.breakdowns),
        _newly_seen_table(part),
    ]
    said = [Said(part, part.name, UNKNOWN, part.name)]
    title = f"Different values of {column} in {table} by {part.dated_by}, to date."
    return statement(title, tables, final_lines(said, part.breakdowns))


def _breakdowns(parts: Sequence[Part]) -> list[str]:
    return sorted({name for part in parts for name in part.breakdowns})


def _bits(table: str, parts: Sequence[Part]) -> str:
    """One bit for each part, set where the row meets its conditions."""
    bits = []
    for position, part in enumerate(parts):
        condition = all_hold(part.tally.conditions, table)
        bit = str(1 << position)
        bits.append(f"CASE WHEN {condition} THEN {bit} ELSE 0 END" if condition else bit)
    return " + ".join(bits)


def _counted_table(
    table: str, column: str, parts: Sequence[Part], extra: Sequence[str], *conditions: str
) -> str:
    expressions = [
        f"{table}.city",
        f"{table}.{column}",
        *(member_column(table, name) for name in _breakdowns(parts)),
        *extra,
    ]
    source = counted_rows(table, parts[0].dated_by, f"{table}.{column} IS NOT NULL", *conditions)
    return common_table(
        "counted", "The rows that count.", f"SELECT\n{listed(expressions)}\n{source}"
    )


def _once_table(column: str, kind: PeriodKind, breakdowns: Sequence[str]) -> str:
    names = map(member_name, breakdowns)
    expressions = ["city", "period_start", *names, "bit_or(conditions) AS conditions"]
    body = (
        f"SELECT\n{listed(expressions)}\nFROM counted\nWHERE conditions > 0\n"
        f"GROUP BY\n    city,\n    period_start,\n    {column}{breakdown_sets(breakdowns)}"
    )
    return common_table("once", f"Each {column} once a {kind}, in the whole and by member.", body)


def _tallied_table(kind: PeriodKind, parts: Sequence[Part], breakdowns: Sequence[str]) -> str:
    counts = [
        f"count(*) FILTER (WHERE (conditions & {1 << position}) > 0) AS {part.name}"
        for position, part in enumerate(parts)
    ]
    expressions = [
        "city",
        f"{literal(kind)} AS period_kind",
        "period_start",
        *breakdown_columns(breakdowns),
        *counts,
    ]
    return common_table(
        "tallied",
        "How many met each condition.",
        f"SELECT\n{listed(expressions)}\nFROM once\nGROUP BY ALL",
    )


def _first_seen_table(column: str, breakdowns: Sequence[str]) -> str:
    expressions = ["city", *map(member_name, breakdowns), "min(day) AS first_on"]
    body = (
        f"SELECT\n{listed(expressions)}\nFROM counted\n"
        f"GROUP BY\n    city,\n    {column}{breakdown_sets(breakdowns)}"
    )
    return common_table("first_seen", f"The day each {column} is first seen.", body)


def _newly_seen_table(part: Part) -> str:
    expressions = [
        "city",
        "period_kind",
        "date_trunc(period_kind, first_on)::DATE AS period_start",
        *breakdown_columns(part.breakdowns),
        f"count(*) AS {part.name}",
    ]
    body = f"SELECT\n{listed(expressions)}\nFROM first_seen\n{EACH_KIND}\nGROUP BY ALL"
    return common_table("tallied", "How many are new in each period.", body)
