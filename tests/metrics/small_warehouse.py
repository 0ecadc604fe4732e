"""A warehouse of a few rows, made in memory for one test."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

import duckdb

from ingest.kinds import Column
from ingest.tables.order import in_order
from matrices.calendar import Calendar
from matrices.declarations import read_declaration
from metrics.actuals import fill_actuals
from metrics.counting.periods_table import Members
from metrics.counting.tallied import TALLIED
from metrics.definition import Indicator
from metrics.period import USUAL

INDICATOR_FILES = sorted((Path(__file__).parents[2] / "metrics" / "indicators").glob("*.yaml"))
INDICATORS = {
    path.stem: read_declaration(path, Indicator, identifier=path.stem) for path in INDICATOR_FILES
}

Rows = Mapping[str, Sequence[Mapping[str, object]]]
Coverage = Sequence[tuple[str, str, date, date]]
"""Record, city, first and last day."""


def indicator(**fields: object) -> Indicator:
    """An indicator that is fine in all that a test does not speak of."""
    common = {
        "identifier": "made_up",
        "name": "Made up",
        "question": "How many?",
        "why_it_matters": "It shows one case.",
        "unit": "percent" if "denominator" in fields else "activities",
        "better": "higher",
        "dated_by": "starts_on",
        "examples": (),
    }
    return Indicator.model_validate(common | fields)


def warehouse(rows: Rows, coverage: Coverage) -> duckdb.DuckDBPyConnection:
    """Every table of the records, and coverage; a column that a row does not name is empty.

    Cities and choices are enums as in a real warehouse, which compare with text in ways of their
    own.
    """
    connection = duckdb.connect()
    named = {str(row["city"]) for table in rows.values() for row in table if row.get("city")}
    cities = tuple(sorted(named | {city for _, city, *_ in coverage} | {"a"}))
    for table, record in TALLIED.items():
        columns = record.stored_columns()
        typed = ", ".join(f'"{column.name}" {_type(column, cities)}' for column in columns)
        connection.execute(f"CREATE TABLE {table} ({typed})")
        lying = in_order(table, rows.get(table, ()))
        values = [[row.get(column.name) for column in columns] for row in lying]
        insert(connection, table, values)
    connection.execute(
        "CREATE TABLE coverage (record VARCHAR, city VARCHAR, covered_from DATE, covered_to DATE)"
    )
    insert(connection, "coverage", coverage)
    return connection


def _type(column: Column, cities: tuple[str, ...]) -> str:
    words = cities if column.kind.name == "city" else column.kind.choices
    return f"ENUM{words}".replace(",)", ")") if words else column.kind.duckdb_type


def insert(connection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """All rows in one statement, which is many times faster than one by one."""
    if rows:
        marks = ", ".join(f"({', '.join('?' for _ in row)})" for row in rows)
        cells = [cell for row in rows for cell in row]
        connection.execute(f"INSERT INTO {table} VALUES {marks}", cells)


def filled(
    indicators: Sequence[Indicator],
    rows: Rows,
    coverage: Coverage,
    cities: Sequence[str] = ("a",),
    calendar: Calendar = USUAL,
    territories: Members = MappingProxyType({}),
) -> duckdb.DuckDBPyConnection:
    connection = warehouse(rows, coverage)
    fill_actuals(connection, indicators, cities, calendar, territories)
    return connection


def values(connection: duckdb.DuckDBPyConnection, kind: str, **where: str) -> dict[str, object]:
    """First day of each period to the value; of the whole in city `a` unless `where` says else."""
    chosen = {"city": "a", "disaggregation": "", "member": ""} | where
    conditions = " AND ".join(f"{column} = ?" for column in chosen)
    found = connection.execute(
        f"SELECT period_start, value FROM actuals WHERE period_kind = ? AND {conditions} "
        "ORDER BY period_start",
        [kind, *chosen.values()],
    ).fetchall()
    return {str(start): value for start, value in found}
