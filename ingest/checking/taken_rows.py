"""Rows that were taken: on disk as Parquet from the moment their persons are hashed."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from duckdb import DuckDBPyConnection

from ingest.checking.sql import Values, quoted

PROVENANCE = ("file", "sheet", "row")
"""Where a row stood; no two rows of a load stand in one place."""
PARQUET = (
    "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, "
    "PARQUET_VERSION v2, STRING_DICTIONARY_PAGE_SIZE_LIMIT 1000"
)
"""Numbers and texts as differences where a dictionary would not be small: less work, and smaller."""
ROW_BITS = 40
"""Of a row's `id`: more than a piece can have rows."""


class TakenRows:
    """One Parquet file a record, seen through the view `taken_<record>`; memory holds none of it.

    Each table that was read adds a piece, the pieces become one. The files go with this object,
    unless somebody has moved them away.
    """

    def __init__(self, load: int = 0, under: Path | None = None) -> None:
        """The number of the load is written into every row. `under` is a folder on the same disk
        as the place that the files are to be moved to."""
        self._load = load
        self._folder = Path(mkdtemp(prefix="impact-taken-", dir=under))
        finalize(self, rmtree, self._folder, ignore_errors=True)
        self._pieces: dict[str, list[Path]] = {}
        self._aside: set[str] = set()

    def path(self, table: str) -> Path:
        """The file of a record whose pieces were joined."""
        (path,) = self._pieces[table]
        return path

    def pieces(self, table: str) -> list[Path]:
        return self._pieces.get(table, [])

    def add(
        self, connection: DuckDBPyConnection, table: str, rows: str, values: Values | None = None
    ) -> None:
        """Write the rows of a query as the next piece of a record, in their order."""
        values = values or Values()
        pieces = self._pieces.setdefault(table, [])
        path = self._folder / f"{table}-{len(pieces)}.parquet"
        target = values.bind(str(path))
        select = f"SELECT *, {self._load:d}::INTEGER AS load FROM ({rows})"
        values.run(connection, f"COPY ({select}) TO {target} ({PARQUET})")
        pieces.append(path)
        self._declare(connection, table)

    def put_aside(
        self, connection: DuckDBPyConnection, table: str, rows: str, values: Values | None = None
    ) -> None:
        """Put the rows of a query, which are not to be taken, into the table `again_<record>`."""
        if table not in self._aside:
            connection.execute(f"CREATE TEMP TABLE again_{table} AS FROM taken_{table} LIMIT 0")
            self._aside.add(table)
        (values or Values()).run(connection, f"INSERT INTO again_{table} {rows}")

    def has_aside(self, table: str) -> bool:
        return table in self._aside

    def drop_aside(self, connection: DuckDBPyConnection, table: str) -> None:
        connection.execute(f"DROP TABLE again_{table}")
        self._aside.remove(table)

    def numbered(self, table: str) -> str:
        """SQL: the rows of all pieces with their `id`, in the order in which they were read."""
        return f"""
            SELECT * EXCLUDE (load, filename, file_row_number),
                (list_position(getvariable('pieces_{table}'), filename)::BIGINT << {ROW_BITS})
                    + file_row_number AS id
            FROM read_parquet(getvariable('pieces_{table}'), filename = true,
                file_row_number = true)"""

    def join(self, connection: DuckDBPyConnection, table: str, condition: str = "true") -> None:
        """Make one file of the pieces, of those rows that meet a condition on their `id`."""
        if len(self.pieces(table)) < 2:
            return
        self.add(
            connection,
            table,
            f"SELECT * EXCLUDE id FROM ({self.numbered(table)}) WHERE {condition}",
        )
        *pieces, joined = self._pieces[table]
        for piece in pieces:
            piece.unlink()
        self._pieces[table] = [joined]
        self._declare(connection, table)

    def _declare(self, connection: DuckDBPyConnection, table: str) -> None:
        paths = [str(path) for path in self._pieces[table]]
        connection.execute(f"SET VARIABLE pieces_{table} = $paths", {"paths": paths})
        connection.execute(
            f"CREATE OR REPLACE TEMP VIEW {quoted(f'taken_{table}')} AS "
            f"SELECT * EXCLUDE load FROM read_parquet(getvariable('pieces_{table}'))"
        )
