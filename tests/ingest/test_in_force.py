"""The rows in force, and what a load changes in them, against a plain dict that does the same."""

import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.ledger import Ledger
from ingest.loading.changes import Changes, compare
from ingest.loading.in_force import declare_in_force, drop_in_force
from ingest.loading.load_folders import PERSONS
from ingest.tables.columns import base_records

Key = tuple[str, str | None]
"""City and breakdown: a part of the key of `counts` may be empty."""
Brought = dict[Key, float | None]
"""What one load says: a figure, or that there is none."""

keys = st.tuples(st.sampled_from(["vilnius", "breda"]), st.sampled_from([None, "age"]))
brought = st.dictionaries(keys, st.sampled_from([None, 1.0, 2.0]), max_size=4)


def take(connection: DuckDBPyConnection, load: Brought) -> None:
    """Lay out `taken_counts` as reading a file does."""
    connection.execute("""
        CREATE OR REPLACE TABLE taken_counts (city VARCHAR, indicator VARCHAR, period VARCHAR,
            value DOUBLE, numerator DOUBLE, denominator DOUBLE, disaggregation VARCHAR,
            member VARCHAR, note VARCHAR, file VARCHAR, sheet VARCHAR, row BIGINT)""")
    for row, ((city, disaggregation), value) in enumerate(load.items(), start=2):
        connection.execute(
            """INSERT INTO taken_counts BY NAME SELECT ? AS city, 'learners' AS indicator,
            '2024' AS period, ? AS value, ? AS disaggregation, 'figures.csv' AS file, ? AS row""",
            [city, value, disaggregation, row],
        )


def keep(connection: DuckDBPyConnection, folder: Path, number: int) -> Path:
    path = folder / f"{number}.parquet"
    connection.execute(
        "COPY (SELECT *, $number::INTEGER AS load FROM taken_counts) TO $path (FORMAT parquet)",
        {"number": number, "path": str(path)},
    )
    return path


def declare(connection: DuckDBPyConnection, paths: list[Path], hold: bool) -> None:
    files = {table: paths if table == "counts" else [] for table in (*base_records(), PERSONS)}
    declare_in_force(connection, files, hold)


def rows_in_force(connection: DuckDBPyConnection) -> dict[Key, tuple[float | None, int]]:
    rows = connection.execute("SELECT city, disaggregation, value, load FROM in_force_counts")
    return {
        (city, disaggregation): (value, load)
        for city, disaggregation, value, load in rows.fetchall()
    }


def expected_rows(loads: dict[int, Brought]) -> dict[Key, tuple[float | None, int]]:
    """The later load wins; one that says the same again leaves the row where it was from."""
    rows: dict[Key, tuple[float | None, int]] = {}
    for number, load in loads.items():
        for key, value in load.items():
            if key not in rows or rows[key][0] != value:
                rows[key] = (value, number)
    return rows


def expected_changes(loads: dict[int, Brought], load: Brought) -> Changes:
    before = {key: value for key, (value, _) in expected_rows(loads).items()}
    added = sum(key not in before for key in load)
    unchanged = sum(key in before and before[key] == value for key, value in load.items())
    return Changes(added, len(load) - added - unchanged, unchanged)


steps = st.lists(brought | st.integers(1, 4), max_size=6)
"""Loads, and undoings of the n-th load where there is such a load in force."""


@given(steps, brought, st.booleans())
@settings(max_examples=20, deadline=None)
def test_any_sequence_of_loads_and_undoings(steps: list[Brought | int], new: Brought, hold: bool):
    ledger, said, paths = Ledger(), {}, {}
    with tempfile.TemporaryDirectory() as folder, closing(duckdb.connect()) as connection:
        for step in steps:
            number = ledger.next_load
            if isinstance(step, dict):
                take(connection, step)
                said[number], paths[number] = step, keep(connection, Path(folder), number)
                ledger = ledger.with_load(number)
            elif step in ledger.loads:
                ledger = ledger.without_load(step, datetime(2024, 5, 4, tzinfo=UTC), None)
        in_force = {number: said[number] for number in ledger.loads}
        declare(connection, [paths[number] for number in ledger.loads], hold)
        assert rows_in_force(connection) == expected_rows(in_force)
        take(connection, new)
        assert compare(connection, "counts") == expected_changes(in_force, new)
        drop_in_force(connection)


def test_a_column_that_an_older_version_did_not_know_is_empty(tmp_path: Path):
    with closing(duckdb.connect()) as connection:
        take(connection, {("vilnius", None): 1.0})
        connection.execute("ALTER TABLE taken_counts DROP COLUMN note")
        declare(connection, [keep(connection, tmp_path, 1)], hold=False)
        rows = connection.execute("SELECT city, value, note FROM in_force_counts").fetchall()
    assert rows == [("vilnius", 1.0, None)]
