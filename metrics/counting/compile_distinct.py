"""SQL for different values, such as people: one grouped pass, then a count of what it left.

A person who comes twice in a quarter is one learner of that quarter, and one of its year: distinct
values never add up, so each period counts afresh. The pass keeps one bit for each condition that a
value met, because counting several sets of distinct values in one SELECT takes ten times as long
and seven times the memory (measured on 20 million rows). This is the SQL that people read, and that
counts a period asked for by itself; `compile_years.py` counts the same for all periods at once.
"""

from collections.abc import Sequence
from datetime import date

from metrics.counting.over_periods import TO_DATE, WITHIN, since_column
from metrics.counting.part import UNKNOWN, Part, Said, final_lines
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


def distinct_sql(table: str, column: str, parts: Sequence[Part], cuts: Sequence[date] = ()) -> str:
    """Different values of a column in each period, one period by itself after the other."""
    dated_by = parts[0].dated_by
    breakdowns = _breakdowns(parts)
    extra = [since_column(f"{table}.{dated_by}", cuts), f"{_bits(table, parts)} AS conditions"]
    tables = [
        _counted_table(table, column, parts, extra),
        _once_table(column, breakdowns),
        _within_periods_table(parts, breakdowns),
    ]
    said = [Said(part, part.name, UNKNOWN, part.name) for part in parts]
    title = f"Different values of {column} in {table} by {dated_by}, period by period."
    return statement(title, tables, final_lines(said, breakdowns))


def first_seen_sql(table: str, column: str, part: Part, cuts: Sequence[date] = ()) -> str:
    """Different values up to the end of each period: each counts from the day it is first seen."""
    condition = all_hold(part.tally.conditions, table)
    day = f"{table}.{part.dated_by} AS day"
    tables = [
        _counted_table(table, column, [part], [day], *filter(None, [condition])),
        _first_seen_table(column, part.breakdowns),
        _newly_seen_table(part, cuts),
        _seen_by_then_table(part),
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


def _once_table(column: str, breakdowns: Sequence[str]) -> str:
    expressions = ["period", *map(member_name, breakdowns), "bit_or(conditions) AS conditions"]
    body = (
        f"SELECT\n{listed(expressions)}\nFROM counted\nJOIN calendar USING (city, since)\n"
        f"WHERE conditions > 0\n"
        f"GROUP BY\n    period,\n    {column}{breakdown_sets(breakdowns)}"
    )
    return common_table("once", f"Each {column} once a period, in the whole and by member.", body)


def _within_periods_table(parts: Sequence[Part], breakdowns: Sequence[str]) -> str:
    counts = [
        f"count(*) FILTER (WHERE (conditions & {1 << position}) > 0) AS {part.name}"
        for position, part in enumerate(parts)
    ]
    expressions = ["period", *breakdown_columns(breakdowns), *counts]
    body = f"SELECT\n{listed(expressions)}\nFROM once\nGROUP BY ALL"
    return common_table(WITHIN, "How many met each condition.", body)


def _first_seen_table(column: str, breakdowns: Sequence[str]) -> str:
    """In a territory a value that several cities have is first seen where it is seen first."""
    expressions = ["territory", *map(member_name, breakdowns), "min(day) AS day"]
    body = (
        f"SELECT\n{listed(expressions)}\nFROM counted\nJOIN members USING (city)\n"
        f"GROUP BY\n    territory,\n    {column}{breakdown_sets(breakdowns)}"
    )
    return common_table("first_seen", f"The day each {column} is first seen.", body)


def _newly_seen_table(part: Part, cuts: Sequence[date]) -> str:
    expressions = [
        "territory",
        since_column("day", cuts),
        *breakdown_columns(part.breakdowns),
        "count(*) AS newly_seen",
    ]
    body = f"SELECT\n{listed(expressions)}\nFROM first_seen\nGROUP BY ALL"
    return common_table("by_stretch", "How many are new in each stretch.", body)


def _seen_by_then_table(part: Part) -> str:
    expressions = ["period", "disaggregation", "member", f"sum(newly_seen) AS {part.name}"]
    body = (
        f"SELECT\n{listed(expressions)}\nFROM by_stretch\n"
        "JOIN periods ON periods.city = territory AND since <= period_end\nGROUP BY ALL"
    )
    return common_table(TO_DATE, "All up to the end of each period.", body)
