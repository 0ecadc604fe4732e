"""Publishing: active loads and declarations become one immutable, verified snapshot."""

import hashlib
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
from ingest.loads import Publish
from ingest.snapshots import snapshot_path
from ingest.warehouse import build_records

from matrices.home import Home
from metrics.actuals import fill_actuals
from metrics.catalogue import Catalogue
from metrics.declared_tables import write_declared_tables
from metrics.disclosure import withhold
from metrics.progress_table import write_progress
from metrics.results import Results

STORAGE_VERSION = "v1.0.0"
"""DuckDB 1.x reads it too, which many analysts still have."""


def publisher(catalogue: Catalogue) -> Publish:
    """How the loads make the catalogue's figures part of the same switch; see `ingest/loads.py`."""

    def publish(home: Home, snapshot: int, loads: tuple[int, ...]) -> date | None:
        return build_snapshot(home, catalogue, snapshot, loads)

    return publish


def build_snapshot(
    home: Home, catalogue: Catalogue, snapshot: int, loads: tuple[int, ...]
) -> date | None:
    """Writes the numbered file aside, verifies it, moves it into place; gives its newest day."""
    path = snapshot_path(home, snapshot)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".building")
    aside.unlink(missing_ok=True)
    data_through = _write(home, catalogue, snapshot, loads, aside)
    _verify(aside, snapshot)
    aside.replace(path)
    return data_through


def definitions_fingerprint(home: Home) -> str:
    """Tells whether a declaration that shapes the snapshot changed since it was published."""
    paths = [*home.cities(), *home.frameworks(), *home.indicators(), home.places()]
    return _fingerprint(paths)


def _fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _write(
    home: Home, catalogue: Catalogue, snapshot: int, loads: tuple[int, ...], path: Path
) -> date | None:
    with closing(duckdb.connect()) as connection:
        connection.execute(
            f"ATTACH '{_quoted(path)}' AS snapshot (STORAGE_VERSION '{STORAGE_VERSION}')"
        )
        connection.execute("USE snapshot")
        build_records(connection, home, loads, catalogue.frameworks, catalogue.city_countries())
        indicators = list(catalogue.indicators.values())
        fill_actuals(connection, indicators, list(catalogue.matrices))
        withhold(connection, indicators)
        write_declared_tables(connection, catalogue)
        data_through = _data_through(connection)
        _write_publication(connection, home, snapshot, data_through)
        judged = Results(home, catalogue, connection, data_through or date.today())
        write_progress(connection, judged)
        connection.execute("USE memory")
        connection.execute("DETACH snapshot")
    return data_through


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _data_through(connection: duckdb.DuckDBPyConnection) -> date | None:
    return _one(connection, "SELECT max(covered_to) FROM coverage")


def _write_publication(
    connection: duckdb.DuckDBPyConnection, home: Home, snapshot: int, data_through: date | None
) -> None:
    connection.execute(
        "CREATE TABLE publication (snapshot INTEGER, published_at TIMESTAMP, data_through DATE, "
        "definitions VARCHAR)"
    )
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    values = [snapshot, now, data_through, definitions_fingerprint(home)]
    connection.execute("INSERT INTO publication VALUES (?, ?, ?, ?)", values)


def _verify(path: Path, snapshot: int) -> None:
    """Opens the finished file as a reader will and reads from it, before anyone is sent there."""
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        found = _one(connection, "SELECT snapshot FROM publication")
        _one(connection, "SELECT count(*) FROM actuals")
    if found != snapshot:
        raise RuntimeError(f"{path} says it is snapshot {found}; it should be {snapshot}.")


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> Any:
    row = connection.execute(sql).fetchone()
    return row[0] if row else None
