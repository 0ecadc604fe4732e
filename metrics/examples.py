"""Worked examples of indicators, run through the same SQL as the figures on screen."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import duckdb
from duckdb import DuckDBPyConnection

from ingest.kinds import Record
from ingest.records import RECORDS
from metrics.actuals import fill_actuals
from metrics.definition import Example, Indicator
from metrics.example_tables import Cell, ExampleTables, Row
from metrics.period import parse_period
from metrics.sql_text import source_record
from metrics.standing import Period

CITY = "example"
"""The city of every row that names none."""


def run_example(indicator: Indicator, example: Example) -> float | None:
    """The value that the example's rows give for its period; None where there is no value.

    What the tables leave out is filled in: the city, and a word that counts, such as `published`;
    anything else stays empty. The data reach to the end of the period. ValueError with a sentence
    for everything that cannot be read.
    """
    period = parse_period(example.period)
    tables = _read(example)
    city = _the_city(tables)
    with closing(duckdb.connect()) as connection:
        for name, record in RECORDS.items():
            _make_table(connection, record, tables.get(name, []))
        _make_coverage(connection, indicator, city, period)
        fill_actuals(connection, [indicator], [city])
        return _value(connection, period)


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
    columns = record.columns()
    typed = ", ".join(f'"{column.name}" {column.kind.duckdb_type}' for column in columns)
    connection.execute(f"CREATE TABLE {record.table()} ({typed})")
    marks = ", ".join("?" for _ in columns)
    for row in rows:
        whole = _defaults(record) | row
        values = [whole.get(column.name) for column in columns]
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
    for table in {tally.record for tally in indicator.tallies.values()}:
        first = min([period.start, *_days(connection, table, indicator.dated_by)])
        values = [source_record(table).table(), city, first, period.end]
        connection.execute("INSERT INTO coverage VALUES (?, ?, ?, ?)", values)


def _days(connection: DuckDBPyConnection, table: str, dated_by: str) -> Iterator[date]:
    found = connection.execute(f"SELECT min({dated_by}) FROM {table}").fetchall()
    return (day for (day,) in found if day)


def _value(connection: DuckDBPyConnection, period: Period) -> float | None:
    row = connection.execute(
        "SELECT value FROM actuals "
        "WHERE period_kind = ? AND period_start = ? AND disaggregation = ''",
        [period.kind, period.start],
    ).fetchone()
    return row[0] if row else None
