"""Publishing: active loads and declarations become one immutable, verified snapshot."""

import hashlib
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from ingest.ledger import read_ledger
from ingest.loading.snapshots import new_snapshot, snapshot_path
from ingest.loads import Publish
from ingest.receipt import code_version
from ingest.warehouse import build_records
from matrices.home import Home, packaged
from matrices.moment import now
from metrics.actuals import fill_actuals
from metrics.asking.tidy_views import make_views
from metrics.catalogue import Catalogue
from metrics.declared_tables import write_declared_tables
from metrics.disclosure import withhold
from metrics.progress_table import write_progress
from metrics.publications import keep_publication
from metrics.results import Results
from metrics.table_notes import document_figures
from metrics.withholding.memory import recall, remember

COUNTED = "SELECT bit_xor(hash(actuals)) FROM actuals"
"""Names the figures before anything is withheld: the same ones are shown alike, whatever load they
came with."""


def publisher(catalogue: Catalogue) -> Publish:
    """How a load makes the catalogue's figures part of its one switch; see `ingest/loads.py`."""

    def publish(home: Home, snapshot: int, loads: tuple[int, ...]) -> date | None:
        with new_snapshot(home, snapshot) as connection:
            data_through = _fill(connection, home, catalogue, snapshot, loads)
            keep_publication(home, connection, snapshot, loads)
        _verify(snapshot_path(home, snapshot), snapshot)
        return data_through

    return publish


def is_current(home: Home) -> bool:
    """Whether the published snapshot was made by this code from the declarations as they are."""
    number = read_ledger(home).snapshot
    if not number:
        return True
    with closing(duckdb.connect(str(snapshot_path(home, number)), read_only=True)) as connection:
        return _one(connection, "SELECT definitions FROM publication") == _definitions(home)


def _fill(
    connection: duckdb.DuckDBPyConnection,
    home: Home,
    catalogue: Catalogue,
    snapshot: int,
    loads: tuple[int, ...],
) -> date | None:
    build_records(connection, home, loads, catalogue.frameworks, catalogue.city_countries())
    indicators = list(catalogue.indicators.values())
    write_declared_tables(connection, catalogue)
    cities, territories = list(catalogue.matrices), catalogue.territories
    fill_actuals(connection, indicators, cities, catalogue.calendar, territories)
    definitions = _definitions(home)
    state = f"{definitions} {_one(connection, COUNTED)}"
    recall(connection, _published(home))
    withhold(connection, indicators, catalogue.settings.fewest_people_shown, state)
    remember(connection, snapshot, state, now().date())
    data_through = _one(connection, "SELECT max(covered_to) FROM coverage")
    _write_publication(connection, snapshot, data_through, definitions)
    judged = Results(home, catalogue, lambda: connection, data_through or date.today())
    write_progress(connection, judged)
    document_figures(connection)
    make_views(connection)
    return data_through


def _published(home: Home) -> Path | None:
    """The snapshot that people see now; None before the first."""
    number = read_ledger(home).snapshot
    return snapshot_path(home, number) if number else None


def _write_publication(
    connection: duckdb.DuckDBPyConnection,
    snapshot: int,
    data_through: date | None,
    definitions: str,
) -> None:
    connection.execute(
        "CREATE TABLE publication "
        "(snapshot INTEGER, published_at TIMESTAMP, data_through DATE, definitions VARCHAR)"
    )
    values = [snapshot, now(), data_through, definitions]
    connection.execute("INSERT INTO publication VALUES (?, ?, ?, ?)", values)


def _definitions(home: Home) -> str:
    """Changes when the code, or a declaration that shapes the snapshot, changes."""
    declared = [*home.cities(), *home.frameworks(), *home.indicators(), *home.periods()]
    return _fingerprint(_code(), [*declared, home.places(), *home.settings()])


@cache
def _code() -> str:
    """Stays while a program runs: so does the code that it has read."""
    files = (
        path for room in ("ingest", "metrics") for path in sorted(packaged(room).rglob("*.py"))
    )
    return _fingerprint(code_version(), files)


def _fingerprint(start: str, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(start.encode())
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


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
