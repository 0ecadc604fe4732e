"""The lines of the files that went into a figure; never anything personal."""

from datetime import date

from duckdb import DuckDBPyConnection

from metrics.counting.sql_text import all_hold, counted_rows
from metrics.counting.tallied import DECLARED
from metrics.definition import Indicator
from metrics.standing import Period, SourceRow

DESCRIPTIONS = {
    "organisations": "organisations.name",
    "activities": "concat_ws(', ', activities.name, activities.organisation)",
    "activity_skills": "concat_ws(': ', activity_skills.activity_id, "
    "concat(activity_skills.label, ' (' || activity_skills.skill || ')'))",
    "playlists": "playlists.name",
    "evidence": "concat_ws(': ', evidence.kind, evidence.title)",
}
"""Record to public words that tell one of its rows from another.

Rows about people have none, neither have they a day, and they stand in the order of their file: by
activity or by day they could be counted, and most of those counts would be small."""

RECOGNISES = "recognises_skills"
SKILLS_THAT_COUNT = """
    SELECT label, framework, code, load, file, row FROM activity_skills
    WHERE activity_id = ? AND is_21st_century ORDER BY label
"""
"""The labels by which an activity recognises 21st-century skills."""

SINCE_EVER = date(1, 1, 1)
MEMBERS = "SELECT city FROM members WHERE territory = ?"
"""Whose rows count: the city's own, in a territory those of all its cities."""


def source_rows(
    connection: DuckDBPyConnection, indicator: Indicator, city: str, period: Period, most: int
) -> list[SourceRow]:
    """At most so many of the rows that the indicator's numerator counts, newest first.

    Of rows about people only where they stand is told, in the order of their files.

    None for what the matrices declare: it comes from no file that was loaded.
    """
    if indicator.numerator.record in DECLARED:
        return []
    sql = source_rows_sql(indicator)
    start = SINCE_EVER if indicator.is_stock else period.start
    rows = connection.execute(sql, [city, start, period.end, most]).fetchall()
    record = indicator.numerator.record
    is_public = record in DESCRIPTIONS
    return [
        SourceRow(*place, record, f"{day:%Y-%m-%d}: {description}" if is_public else "")
        for *place, day, description in rows
    ]


def source_rows_sql(indicator: Indicator) -> str:
    """The query for those rows; it takes city or territory, first day, last day and how many."""
    table, day = indicator.numerator.record, indicator.dated_by
    place = ", ".join(f"{table}.{column}" for column in ("load", "file", "sheet", "row"))
    where = [f"{table}.city IN ({MEMBERS})", f"{table}.{day} BETWEEN ? AND ?"]
    where += [condition] if (condition := all_hold(indicator.numerator.conditions, table)) else []
    described, order = "NULL, NULL", ""
    if table in DESCRIPTIONS:
        described, order = f"{table}.{day}, {_description(indicator)}", f"{table}.{day} DESC, "
    return (
        f"SELECT {place}, {described}\n"
        f"{counted_rows(table, day, *where)}\n"
        f"ORDER BY {order}{table}.load, {table}.file, {table}.row\nLIMIT ?"
    )


def _description(indicator: Indicator) -> str:
    """SQL: public words; where naming a skill makes a row count, the labels that did."""
    table = indicator.numerator.record
    if RECOGNISES not in {condition.column for condition in indicator.numerator.conditions}:
        return DESCRIPTIONS[table]
    labels = (
        "SELECT string_agg(concat(label, ' (', skill, ')'), ', ' ORDER BY label) "
        f"FROM activity_skills AS named WHERE named.activity_id = {table}.activity_id "
        "AND named.is_21st_century"
    )
    return f"concat({DESCRIPTIONS[table]}, '; counts by ' || ({labels}))"


def reported_rows(
    connection: DuckDBPyConnection, indicator: Indicator, city: str, period: Period
) -> list[SourceRow]:
    """The ready-made counts from which a reported figure was taken.

    People whom several cities report are not added up, so a territory has only its own.
    """
    of_whom = "?" if indicator.unit == "people" else MEMBERS
    rows = connection.execute(
        "SELECT load, file, sheet, row, concat_ws(': ', period, note) FROM counts "
        f"WHERE indicator = ? AND city IN ({of_whom}) AND period = ? AND coalesce(disaggregation, '') = '' "
        "ORDER BY load, file, row",
        [indicator.identifier, city, period.label],
    ).fetchall()
    return [SourceRow(*place, "counts", description) for *place, description in rows]
