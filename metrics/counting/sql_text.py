"""Pieces of SQL text, laid out for people to read.

Names of tables and columns come from `ingest/records.py` alone, where all are plain lower-case
words that need no quotes (a test holds that). Values stand in the text as quoted literals and not
as bound parameters, because the same text is shown beside each figure and must run as it stands;
they come only from declarations and records, never from data.
"""

import re
from collections.abc import Iterable

from ingest.kinds import Record
from metrics.counting.tallied import TALLIED
from metrics.tally import Condition

NOT_STATED = "not stated"
"""The member of a breakdown for rows that do not say to which member they belong."""

SUBJECT = ("city", "period_kind", "period_start", "period_end", "disaggregation", "member")
"""What a line of every compiled query is about, beside the indicator and its tally."""


def literal(word: str) -> str:
    """A word as an SQL literal."""
    return "'" + word.replace("'", "''") + "'"


def indented(text: str) -> str:
    """By four spaces; empty lines stay empty."""
    return re.sub(r"^(?=.)", "    ", text, flags=re.MULTILINE)


def listed(lines: Iterable[str]) -> str:
    """Expressions under each other, each but the last with its comma."""
    return indented(",\n".join(lines))


def nested(query: str) -> str:
    """A query as the source of another."""
    return f"(\n{indented(query)}\n)"


def common_table(name: str, comment: str, body: str) -> str:
    return f"-- {comment}\n{name} AS {nested(body)}"


def statement(comment: str, tables: Iterable[str], final: str) -> str:
    """A whole query: what it does, the tables it works out one after the other, and its lines."""
    return f"-- {comment}\nWITH\n" + ",\n\n".join(tables) + f"\n\n{final}\n"


def source_record(table: str) -> type[Record]:
    """The record that files bring: of a table that the warehouse makes out of another, that one.

    Its key begins the made table's key. The made rows reach as far as their source, and count
    where it counts.
    """
    record = TALLIED[table]
    if not record.is_derived:
        return record
    return next(other for other in TALLIED.values() if other.key == record.key[:1])


def counted_rows(table: str, dated_by: str, *more: str) -> str:
    """FROM and WHERE of the rows that count: ever on offer or joined, and within the coverage."""
    return f"FROM {table}\n{within_coverage(table, f'{table}.{dated_by}')}" + "".join(
        f"\n    AND {condition}" for condition in (*ever_counted(table), *more)
    )


def within_coverage(table: str, day: str, source: str = "") -> str:
    """JOIN and WHERE for rows of a table, or of a source made from it, as far as the data reach."""
    covered = literal(source_record(table).table())
    return (
        f"JOIN coverage ON coverage.record = {covered} AND coverage.city = {source or table}.city\n"
        f"WHERE {day} <= coverage.covered_to"
    )


def ever_counted(table: str) -> list[str]:
    """What every row of a table must meet to count at all: ever on offer, or joined."""
    source = source_record(table)
    allowed = [
        f"{source.table()}.{column} IN ({', '.join(map(literal, words))})"
        for column, words in source.counted.items()
    ]
    if not TALLIED[table].is_derived or not allowed:
        return allowed
    key = source.key[0]
    rows = f"SELECT {key} FROM {source.table()}\n        WHERE {' AND '.join(allowed)}"
    return [f"{table}.{key} IN (\n        {rows}\n    )"]


def all_hold(conditions: Iterable[Condition], table: str = "") -> str:
    """The conditions as one; empty where there are none. An empty cell never meets one."""
    return " AND ".join(_holds(condition, table) for condition in conditions)


def member_name(column: str) -> str:
    """What a column is called where it breaks an indicator down."""
    return f"by_{column}"


def member_column(table: str, column: str, source: str = "") -> str:
    """The member that a row of a table, or of a source made from it, belongs to.

    Never empty, so that empty can stand for the whole.
    """
    kinds = {each.name: each.kind.name for each in TALLIED[table].stored_columns()}
    full = f"{source or table}.{column}"
    words = f"nullif({full}, '')"
    if kinds[column] == "yes_no":
        words = f"CASE WHEN {full} THEN 'yes' WHEN NOT {full} THEN 'no' END"
    return f"coalesce({words}, {literal(NOT_STATED)}) AS {member_name(column)}"


def member_tests(table: str, column: str) -> dict[str, str]:
    """For a column with few words, such as yes and no: member to the SQL that says who belongs."""
    kind = next(each.kind for each in TALLIED[table].stored_columns() if each.name == column)
    full = f"{table}.{column}"
    tests = {word: f"{full} = {literal(word)}" for word in kind.choices}
    if kind.name == "yes_no":
        tests = {"yes": full, "no": f"NOT {full}"}
    return tests | {NOT_STATED: f"{full} IS NULL"} if tests else {}


def breakdown_columns(columns: Iterable[str]) -> list[str]:
    """The columns disaggregation and member, both empty for the whole."""
    names = list(columns)
    if not names:
        return ["'' AS disaggregation", "'' AS member"]
    cases = [f"    WHEN {member_name(name)} IS NOT NULL THEN {literal(name)}" for name in names]
    case = "\n".join(["CASE", *cases, "    ELSE ''", "END AS disaggregation"])
    members = ", ".join(member_name(name) for name in names)
    return [case, f"coalesce({members}, '') AS member"]


def breakdown_sets(columns: Iterable[str]) -> str:
    """Grouping sets for the whole and for each breakdown by itself; empty without breakdowns."""
    names = list(columns)
    sets = ", ".join(["()", *(f"({member_name(name)})" for name in names)])
    return f",\n    GROUPING SETS ({sets})" if names else ""


def _holds(condition: Condition, table: str) -> str:
    name = f"{table}.{condition.column}" if table else condition.column
    if isinstance(condition.value, bool):
        return name if condition.value else f"NOT {name}"
    return f"{name} = {literal(condition.value)}"
