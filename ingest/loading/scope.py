"""What a load speaks of: its cities, and the lines whose activity or badge is not known yet."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ingest.receipt import FileNote
from ingest.records import RECORDS
from ingest.tables.belonging import city_of
from ingest.tables.columns import listed, no_rows, typed_columns
from matrices.telling import told

_LOOKED_UP = ("organisations", "activities", "playlists", "badge_classes")
MOST_FILES = 5
"""With more files than these, as of badges, one note speaks for all of them."""
_STRAYS = {
    "participations": told(
        "Participations whose activity has not been loaded yet: {rows}. They count nowhere until it is."
    ),
    "awards": told(
        "Awards that name no city, and no badge class that has one is loaded yet: {rows}. They count "
        "nowhere until it is."
    ),
    "activity_counters": told(
        "Counters of what has not been loaded yet: {rows}. They count nowhere until it is."
    ),
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
    notes = []
    for table, what in _STRAYS.items():
        strays = _strays(connection, table) if table in tables else []
        if len(strays) > MOST_FILES:
            lines = sum(lines for _, lines in strays)
            strays = [(f"{strays[0][0]} (+ {len(strays) - 1})", lines)]
        notes += [FileNote(file, what.format(rows=lines)) for file, lines in strays]
    return notes


def _strays(connection: DuckDBPyConnection, table: str) -> list[tuple[str, int]]:
    city, joins = city_of(table, "known_")
    return connection.execute(f"""
        SELECT line.file, count(*) FROM taken_{table} AS line {joins} WHERE {city} IS NULL
        GROUP BY ALL ORDER BY ALL
    """).fetchall()
