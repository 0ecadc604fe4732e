"""The tables beside the figures: evidence by kind, how far data reach, the files they came from."""

from collections import Counter
from collections.abc import Iterator

from dashboard.reports.content import Report
from dashboard.reports.package.column import (
    CITY,
    CITY_COLUMN,
    SIMULATED,
    STATEMENT,
    STATEMENT_COLUMN,
    Column,
    Row,
    Table,
)


def _evidence(report: Report) -> Iterator[Row]:
    for city in report.cities:
        counts = Counter(
            (statement, entry.kind)
            for entry, statements in city.evidence
            for statement in statements
        )
        for (statement, kind), entries in sorted(counts.items()):
            yield statement, kind, entries, city.standing.is_simulated


def _coverage(report: Report) -> Iterator[Row]:
    for city in report.cities:
        for each in city.coverage:
            yield city.city, each.record, each.first, each.last


def _sources(report: Report) -> Iterator[Row]:
    for load in report.provenance.loads:
        for number, file in enumerate(load.files, 1):
            yield load.load, number, file.name, file.sha256, load.as_of, load.is_simulated


EVIDENCE = Table(
    "evidence",
    "How many entries of the evidence log serve a statement, in the report period.",
    (
        STATEMENT_COLUMN,
        Column("kind", "string", "What was done, such as a meeting or a training.", True),
        Column(
            "entries", "integer", "How many; one entry may serve several statements.", True, least=1
        ),
        SIMULATED,
    ),
    _evidence,
    ("statement", "kind"),
    (STATEMENT,),
)
COVERAGE = Table(
    "coverage",
    "From when to when rows are known; only inside it does no row mean none.",
    (
        CITY_COLUMN,
        Column("record", "string", "What the rows are of, such as activities.", True),
        Column("covered_from", "date", "The day of the first row; empty where rows have no day."),
        Column("covered_to", "date", "The last day that a load tells of.", True),
    ),
    _coverage,
    ("city", "record"),
    (CITY,),
)
SOURCES = Table(
    "sources",
    "The files that the figures were made from.",
    (
        Column("load", "integer", "The number of the load.", True, least=1),
        Column("number", "integer", "Of the file within its load, from 1.", True, least=1),
        Column("file", "string", "Its name.", True),
        Column("sha256", "string", "By which the file can be known again.", True),
        Column("as_of", "date", "The day up to which the load tells."),
        Column("is_simulated", "boolean", "Whether its rows are made up.", True),
    ),
    _sources,
    ("load", "number"),
)
