"""The lines a load could not take: counted for its receipt, and read back to be mended."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from ingest.loading.load_folders import parquet_path
from ingest.problems import PROBLEMS
from ingest.receipt import RefusedCount
from matrices.home import Home


@dataclass(frozen=True)
class RefusedRow:
    """One line with everything that is wrong with it."""

    record: str
    file: str
    sheet: str | None
    row: int
    """The line, as a spreadsheet numbers it: the headings are line 1."""
    code: str
    """Of the first problem: a key of `ingest.problems.PROBLEMS`, with title and what to do."""
    column_name: str | None
    found: str | None
    sentence: str
    """All problems of the line."""
    cells: str
    """The line's cells as JSON; whatever told who a person is, is a keyed hash or left out."""


_COLUMNS = "record, file, sheet, row, code, column_name, found, sentence, cells"


def refused_rows(home: Home, load: int, most: int | None = None) -> list[RefusedRow]:
    """The refused lines of a load, in force or undone; the first `most` of them if given."""
    return refused_rows_in(parquet_path(home, load, "refused"), most)


def refused_rows_in(path: Path, most: int | None = None) -> list[RefusedRow]:
    """The same from a file that `keep_refused` wrote, or from that of a load."""
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM read_parquet($path) ORDER BY file, sheet, row, code LIMIT $most",
            {"path": str(path), "most": most},
        )
        return [RefusedRow(*row) for row in rows.fetchall()]


def keep_refused(connection: DuckDBPyConnection, path: Path) -> None:
    """Write the refused lines that stand in the connection to a Parquet file."""
    connection.execute("COPY refused TO $path (FORMAT parquet)", {"path": str(path)})


def refused_lines(connection: DuckDBPyConnection) -> dict[str, int]:
    """How many lines of each record stand in `refused`, where each line stands once."""
    return dict(connection.execute("SELECT record, count(*) FROM refused GROUP BY ALL").fetchall())


def refused_counts(connection: DuckDBPyConnection) -> tuple[RefusedCount, ...]:
    """The refused lines of each record by reason."""
    rows = connection.execute("""
        SELECT record, code, count(*), arg_min(sentence, (file, sheet, row)) FROM refused
        GROUP BY record, code ORDER BY record, code""")
    return tuple(
        RefusedCount(record, code, PROBLEMS[code].title, lines, example)
        for record, code, lines, example in rows.fetchall()
    )
