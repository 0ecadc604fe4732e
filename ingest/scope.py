"""What a load speaks of: its cities, and the lines whose activity or badge is not known yet."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ingest.belonging import city_of
from ingest.columns import listed, no_rows, typed_columns
from ingest.receipt import FileNote
from ingest.records import RECORDS

_LOOKED_UP = ("activities", "playlists", "badge_classes")
_STRAYS = {
    "participations": "Participations whose activity has not been loaded yet",
    "awards": "Awards without a city of their own whose badge class has not been loaded yet",
}


def declare_known(connection: DuckDBPyConnection, tables: Sequence[str]) -> None:
    """Make `known_<record>` for what rows are looked up in: as it will be after the load."""
    for table in _LOOKED_UP:
        key = listed(RECORDS[table].key)
        rows = f"FROM in_force_{table}"
        if table in tables:
            rows += f" ANTI JOIN taken_{table} USING ({key}) UNION ALL BY NAME FROM taken_{table}"
        columns = no_rows(typed_columns(RECORDS[table]))
        connection.execute(f"CREATE TEMP VIEW known_{table} AS {columns} UNION ALL BY NAME {rows}")


def cities_of(connection: DuckDBPyConnection, tables: Sequence[str]) -> tuple[str, ...]:
    """The cities of the load's rows; rows whose city is not known yet name none."""
    cities = {city for table in tables for city in _cities_of(connection, table)}
    return tuple(sorted(cities))


def _cities_of(connection: DuckDBPyConnection, table: str) -> list[str]:
    city, joins = city_of(table, "known_")
    rows = connection.execute(f"""
        SELECT DISTINCT {city} AS city FROM taken_{table} AS line {joins} WHERE {city} IS NOT NULL
    """).fetchall()
    return [city for (city,) in rows]


def notes_on_strays(connection: DuckDBPyConnection, tables: Sequence[str]) -> list[FileNote]:
    """A note for every file with lines that count nowhere for want of an activity or a badge."""
    return [
        FileNote(file, f"{what}: {lines}. They count nowhere until it is.")
        for table, what in _STRAYS.items()
        if table in tables
        for file, lines in _strays(connection, table)
    ]


def _strays(connection: DuckDBPyConnection, table: str) -> list[tuple[str, int]]:
    city, joins = city_of(table, "known_")
    return connection.execute(f"""
        SELECT line.file, count(*) FROM taken_{table} AS line {joins} WHERE {city} IS NULL
        GROUP BY ALL ORDER BY ALL
    """).fetchall()
