"""Worked examples of indicators, run through the same SQL as the figures on screen."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import duckdb
from duckdb import DuckDBPyConnection

from ingest.kinds import Record
from ingest.tables.order import in_order
from metrics.actuals import fill_actuals
from metrics.counting.example_tables import Cell, ExampleTables, Row
from metrics.counting.sql_text import source_record
from metrics.counting.tallied import TALLIED
from metrics.definition import Example, Indicator
from metrics.period import parse_period
from metrics.standing import Period

CITY = "example"
"""The city of every row that names none."""


@dataclass(frozen=True)
class Worked:
    """What came out of a worked example."""

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None


def run_example(indicator: Indicator, example: Example) -> float | None:
    """The value that the example's rows give for its period; None where there is no value."""
    return work_example(indicator, example).value


def work_example(indicator: Indicator, example: Example) -> Worked:
    """The value with its parts.

    What the tables leave out is filled in: the city, a word that counts, such as `published`, and
    of ready-made counts the indicator and the period; anything else stays empty. The data reach to
    the end of the period. ValueError with a sentence for everything that cannot be read.
    """
    period = parse_period(example.period)
    tables = _read(example)
    city = _the_city(tables)
    ready_made = {"indicator": indicator.identifier, "period": period.label}
    with closing(duckdb.connect()) as connection:
        for name, record in TALLIED.items():
            defaults = _defaults(record) | (ready_made if name == "counts" else {})
            _make_table(connection, record, [defaults | row for row in tables.get(name, [])])
        _make_coverage(connection, indicator, city, period)
        fill_actuals(connection, [indicator], [city])
        return _worked(connection, period)


def _read(example: Example) -> dict[str, list[Row]]:
    tables = ExampleTables()
    for name, text in example.given.items():
        tables.read(name, text)
    if tables.problems:
        raise ValueError(f"{example.name}: {' '.join(tables.problems)}")
    return tables.rows


def _the_city(tables: dict[str, list[Row]]) -> str:
    cities = {str(row.get("city") or CITY) for rows in tables.values() for row in rows}
    if len(cities) > 1:
        raise ValueError(f"An example is about one city; this one names {len(cities)}.")
    return next(iter(cities), CITY)


def _make_table(connection: DuckDBPyConnection, record: type[Record], rows: list[Row]) -> None:
    columns = record.stored_columns()
    typed = ", ".join(f'"{column.name}" {column.kind.duckdb_type}' for column in columns)
    connection.execute(f"CREATE TABLE {record.table()} ({typed})")
    marks = ", ".join("?" for _ in columns)
    for row in in_order(record.table(), rows):
        values = [row.get(column.name) for column in columns]
        connection.execute(f"INSERT INTO {record.table()} VALUES ({marks})", values)


def _defaults(record: type[Record]) -> dict[str, Cell]:
    return {"city": CITY} | {column: words[0] for column, words in record.counted.items()}


def _make_coverage(
    connection: DuckDBPyConnection, indicator: Indicator, city: str, period: Period
) -> None:
    """The data reach from the first row, or the period's first day if earlier, to its last day."""
    connection.execute(
        "CREATE TABLE coverage (record VARCHAR, city VARCHAR, covered_from DATE, covered_to DATE)"
    )
    for table in {tally.record for tally in indicator.tallies.values() if tally.is_counted}:
        first = min([period.start, *_days(connection, table, indicator.dated_by)])
        values = [source_record(table).table(), city, first, period.end]
        connection.execute("INSERT INTO coverage VALUES (?, ?, ?, ?)", values)


def _days(connection: DuckDBPyConnection, table: str, dated_by: str) -> Iterator[date]:
    found = connection.execute(f"SELECT min({dated_by}) FROM {table}").fetchall()
    return (day for (day,) in found if day)


def _worked(connection: DuckDBPyConnection, period: Period) -> Worked:
    row = connection.execute(
        "SELECT value, numerator, denominator FROM actuals "
        "WHERE period_kind = ? AND period_start = ? AND disaggregation = ''",
        [period.kind, period.start],
    ).fetchone()
    return Worked(*row) if row else Worked()
