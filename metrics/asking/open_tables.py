"""What everybody may ask: the tables of a snapshot without rows about persons or counts of few.

Rows of participations, awards and learners, ready-made counts as they were handed in, refused
lines, and columns that count the people of one activity stay out: from them a withheld number
could be worked out. The file is made of one snapshot, once, and never written to again.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from ingest.loading.snapshots import snapshot_path
from ingest.records import RECORDS
from ingest.tables.columns import literal
from ingest.tables.coverage import COVERAGE
from ingest.tables.dictionary import note_on
from matrices.durable import put_in_place
from matrices.home import Home
from metrics.asking.tidy_views import NAMES, VIEWS, make_views
from metrics.table_notes import NOTES

OPEN: dict[str, frozenset[str]] = {
    "actuals": frozenset(),
    "progress": frozenset(),
    "indicators": frozenset(),
    "statements": frozenset(),
    "target_groups": frozenset(),
    "cities": frozenset(),
    "populations": frozenset(),
    "inhabitants": frozenset(),
    "coverage": frozenset(),
    "periods": frozenset(),
    "members": frozenset(),
    "calendar": frozenset(),
    "telling": frozenset(),
    "quality_notes": frozenset(),
    "publication": frozenset(),
    "activities": frozenset({"joined", "badges_issued"}),
    "activity_skills": frozenset(),
    "organisations": frozenset({"users"}),
    "playlists": frozenset({"started", "completed"}),
    "playlist_activities": frozenset(),
    "badge_classes": frozenset({"issued"}),
    "badge_skills": frozenset(),
    "evidence": frozenset(),
}
"""Table to the columns of it that stay out."""


@dataclass(frozen=True)
class OpenColumn:
    """A column that may be asked about."""

    name: str
    type: str
    sentence: str


@dataclass(frozen=True)
class OpenTable:
    """A table or view that may be asked about."""

    name: str
    sentence: str
    columns: tuple[OpenColumn, ...]


def open_file(home: Home, snapshot: int) -> Path:
    """The file for questions about a snapshot; made at the first question, older ones go then."""
    path = home.data / "open" / f"{snapshot:06}.duckdb"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(snapshot_path(home, snapshot), path)
        for older in path.parent.glob("*.duckdb"):
            if older.stem < path.stem:
                older.unlink(missing_ok=True)
    return path


def open_tables(path: Path) -> list[OpenTable]:
    """What there is to ask about: the views first, then the tables."""
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        sentences = dict(
            connection.execute(
                "SELECT table_name, comment FROM duckdb_tables() UNION ALL "
                "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
            ).fetchall()
        )
        return [
            OpenTable(name, sentences.get(name) or "", tuple(_columns(connection, name)))
            for name in (*VIEWS, *OPEN)
        ]


def open_sentences() -> Iterator[str]:
    """What this version says of the views, the open tables and their columns; for translators."""
    for _, sentence in VIEWS.values():
        yield sentence
    yield from NAMES.values()
    for note in (*map(note_on, RECORDS.values()), COVERAGE, *NOTES):
        if note.table in OPEN:
            yield note.sentence
            yield from (s for name, s in note.columns.items() if name not in OPEN[note.table])


def _columns(connection: DuckDBPyConnection, table: str) -> Iterator[OpenColumn]:
    rows = connection.execute(
        "SELECT column_name, data_type, comment FROM duckdb_columns() "
        "WHERE table_name = $table ORDER BY column_index",
        {"table": table},
    )
    for name, kind, sentence in rows.fetchall():
        yield OpenColumn(name, "ENUM" if kind.startswith("ENUM") else kind, sentence or "")


def _make(snapshot: Path, path: Path) -> None:
    """Written aside and put in place, so that nobody asks half a file."""
    with TemporaryDirectory(prefix=".", dir=path.parent) as folder:
        aside = Path(folder) / path.name
        with closing(duckdb.connect()) as connection:
            connection.execute("ATTACH $path AS whole (READ_ONLY)", {"path": str(snapshot)})
            connection.execute("ATTACH $path AS open", {"path": str(aside)})
            connection.execute("USE open")
            _copy(connection)
            connection.execute("USE memory")
            connection.execute("DETACH open")
        aside.chmod(0o444)
        put_in_place(aside, path)


def _copy(connection: DuckDBPyConnection) -> None:
    connection.execute("CREATE TABLE data_dictionary AS FROM whole.data_dictionary WITH NO DATA")
    for table, hidden in OPEN.items():
        left_out = f" EXCLUDE ({', '.join(sorted(hidden))})" if hidden else ""
        connection.execute(f"CREATE TABLE {table} AS SELECT *{left_out} FROM whole.{table}")
        _comment(connection, table)
    make_views(connection)
    connection.execute("DROP TABLE data_dictionary")


def _comment(connection: DuckDBPyConnection, table: str) -> None:
    """The snapshot's own sentences."""
    told = connection.execute(
        "SELECT comment FROM duckdb_tables() WHERE database_name = 'whole' AND table_name = $name",
        {"name": table},
    ).fetchone()
    if told and told[0]:
        connection.execute(f"COMMENT ON TABLE {table} IS {literal(told[0])}")
    columns = connection.execute(
        "SELECT old.column_name, old.comment FROM duckdb_columns() AS old "
        "JOIN duckdb_columns() AS new USING (table_name, column_name) "
        "WHERE old.database_name = 'whole' AND new.database_name = 'open' "
        "AND table_name = $name AND old.comment IS NOT NULL",
        {"name": table},
    )
    for column, sentence in columns.fetchall():
        connection.execute(f"COMMENT ON COLUMN {table}.{quoted(column)} IS {literal(sentence)}")
