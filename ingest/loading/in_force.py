"""The rows in force: of the active loads' rows, the latest for every key.

Views in the connection's temporary schema, for each record that files bring:
`brought_<record>` has every row of every load, `in_force_<record>` one row a key. Keys are unique
within a load (a repeated one is refused), so a record that one load alone brought needs no pass.

A load numbers its persons by itself. In the views the same person has the same number whatever load
the row is from, the one that `learners_of_loads` tells.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from ingest.kinds import Record
from ingest.loading.load_folders import PERSONS
from ingest.tables.columns import base_records, content, listed, no_rows, typed_columns

NOBODY = "SELECT NULL::INTEGER AS number, NULL::VARCHAR AS person WHERE false"


def declare_in_force(
    connection: DuckDBPyConnection,
    files: Mapping[str, Sequence[Path]],
    hold: bool = False,
    numbered: str = NOBODY,
) -> None:
    """Make the views from the Parquet files of each record and of persons, one a load.

    With `hold`, what takes a pass is kept as a temporary table, for those who read it repeatedly.
    `numbered` is SQL for persons who have a number that is to stay theirs.
    """
    _declare_learners(connection, files[PERSONS], hold, numbered)
    for table, record in base_records().items():
        paths = [str(path) for path in files[table]]
        connection.execute(f"SET VARIABLE files_{table} = $paths", {"paths": paths})
        _declare(connection, "VIEW", f"brought_{table}", _brought(record, bool(paths)))
        rows = _latest(record) if len(paths) > 1 else f"FROM brought_{table}"
        if hold and len(paths) > 1:
            _declare(connection, "TABLE", f"held_{table}", rows)
            rows = f"FROM held_{table}"
        _declare(connection, "VIEW", f"in_force_{table}", rows)


def drop_in_force(connection: DuckDBPyConnection) -> None:
    """Give back what `declare_in_force` made, and the memory it holds."""
    connection.execute("DROP VIEW learners_of_loads")
    connection.execute("DROP TABLE IF EXISTS held_learners")
    for table in base_records():
        connection.execute(f"DROP VIEW in_force_{table}")
        connection.execute(f"DROP VIEW brought_{table}")
        connection.execute(f"DROP TABLE IF EXISTS held_{table}")


def _declare_learners(
    connection: DuckDBPyConnection, files: Sequence[Path], hold: bool, numbered: str
) -> None:
    """`load` and `number` to `learner` and `person`. Who has no number that stays is numbered from
    the next one on, in the order of the keyed hashes: the same loads, the same numbers."""
    paths = [str(path) for path in files]
    connection.execute("SET VARIABLE files_persons = $paths", {"paths": paths})
    persons = "FROM read_parquet(getvariable('files_persons'))"
    rows = f"""
        WITH own AS ({numbered})
        SELECT load, line.number, person, coalesce(own.number,
            (SELECT count(*) FROM own) + dense_rank() OVER (ORDER BY person))::INTEGER AS learner
        FROM ({persons if paths else f"SELECT *, NULL::INTEGER AS load FROM ({NOBODY})"}) AS line
        LEFT JOIN own USING (person)"""
    if hold:
        _declare(connection, "TABLE", "held_learners", rows)
        rows = "FROM held_learners"
    _declare(connection, "VIEW", "learners_of_loads", rows)


def _declare(connection: DuckDBPyConnection, kind: str, name: str, rows: str) -> None:
    connection.execute(f"CREATE TEMP {kind} {quoted(name)} AS {rows}")


def rows_of_files(record: type[Record], has_files: bool) -> str:
    """SQL: every row of the files, persons by their number in its load; a column that an older
    version did not know yet is empty. Reads the files that `declare_in_force` was given."""
    columns = typed_columns(record)
    rows = no_rows(columns)
    if has_files:
        files = f"read_parquet(getvariable('files_{record.table()}'), union_by_name = true)"
        rows = f"{rows} UNION ALL BY NAME FROM {files}"
    return f"SELECT {listed(columns)} FROM ({rows})"


def _brought(record: type[Record], has_files: bool) -> str:
    """Every row of the files, persons by their number as learners."""
    rows = rows_of_files(record, has_files)
    for name in record.person_columns():
        rows = f"""
            SELECT line.* REPLACE (learner AS {quoted(name)}) FROM ({rows}) AS line
            LEFT JOIN (SELECT load AS of_load, number, learner FROM learners_of_loads)
                ON of_load = line.load AND number = line.{quoted(name)}"""
    return rows


def _latest(record: type[Record]) -> str:
    """One row a key: the content of the latest load, from the load that first brought it so.

    A load that says the same again changes nothing, not even where the row is from.
    """
    key = listed(record.key)
    said = content(record, "line")
    return f"""
        WITH changed AS (
            FROM brought_{record.table()} AS line
            QUALIFY {said} IS DISTINCT FROM lag({said}) OVER (PARTITION BY {key} ORDER BY load)
        )
        FROM changed QUALIFY load = max(load) OVER (PARTITION BY {key})"""
