"""What a city did in a stretch of time: its activities counted by kind, and its evidence.

Only activities that were on offer, counted by type and category; people are counted nowhere here.
"""

from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from metrics.standing import EvidenceEntry

MOST_KINDS = 5
MOST_EVIDENCE = 8

ACTIVITIES = """
    SELECT {column}::VARCHAR AS kind, count(*)
    FROM activities
    WHERE city = $city AND starts_on BETWEEN $first AND $last
        AND status IN ('published', 'archived') AND {column} IS NOT NULL
    GROUP BY ALL
    ORDER BY count(*) DESC, kind
"""
COLUMNS = ("type", "category")

EVIDENCE = """
    SELECT list_has_any(coalesce(statements, []), $statements) AS is_about,
        kind, held_on, title, url, load, file, row
    FROM evidence
    WHERE city = $city AND held_on BETWEEN $first AND $last
    ORDER BY is_about DESC, held_on DESC, evidence_id
"""
"""First what serves the statements that promise the indicator, then the newest."""


@dataclass(frozen=True)
class Counted:
    """How many activities were of one type or category."""

    kind: str
    activities: int


@dataclass(frozen=True)
class Done:
    """What was done from the first day to the last, both included."""

    first: date
    last: date
    activities: int
    by_type: tuple[Counted, ...]
    by_category: tuple[Counted, ...]
    """The most frequent of each."""
    evidence: tuple[EvidenceEntry, ...]
    """Of the evidence a few entries, without how many people took part."""
    evidence_entries: int
    """How many there are in all."""


def what_was_done(
    cursor: DuckDBPyConnection, city: str, stretch: tuple[date, date], statements: list[str]
) -> Done:
    """Of one city; `statements` are those whose evidence comes first."""
    first, last = stretch
    asked = {"city": city, "first": first, "last": last}
    types, categories = (_counted(cursor, column, asked) for column in COLUMNS)
    evidence = cursor.execute(EVIDENCE, asked | {"statements": statements}).fetchall()
    return Done(
        first=first,
        last=last,
        activities=sum(each.activities for each in types),
        by_type=tuple(types[:MOST_KINDS]),
        by_category=tuple(categories[:MOST_KINDS]),
        evidence=tuple(_entry(row) for row in evidence[:MOST_EVIDENCE]),
        evidence_entries=len(evidence),
    )


def _counted(cursor: DuckDBPyConnection, column: str, asked: dict[str, object]) -> list[Counted]:
    rows = cursor.execute(ACTIVITIES.format(column=f'"{column}"'), asked).fetchall()
    return [Counted(*row) for row in rows]


def _entry(row: tuple) -> EvidenceEntry:
    _, kind, held_on, title, url, load, file, line = row
    return EvidenceEntry(kind, held_on, title, None, url, load, file, line)
