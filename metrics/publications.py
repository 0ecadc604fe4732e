"""What was published when: enough of each publication is kept to show its figures again.

In `data/publications/`, by the number of the snapshot: the figures as they were shown, small
numbers withheld, and a note of the loads and declarations they came from. The declarations lie
once for each version in `data/declarations/`. The rows themselves are in the loads.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import duckdb
from duckdb import DuckDBPyConnection
from pydantic import TypeAdapter

from ingest.decisions import Decision
from ingest.ledger import LoadProblem, read_ledger
from ingest.loading.load_folders import read_receipt
from ingest.loading.snapshots import snapshot_path
from ingest.receipt import code_version
from ingest.warehouse import build_records
from matrices.durable import replace_text
from matrices.home import Home
from metrics.catalogue import Catalogue, load_catalogue
from metrics.declared_tables import write_declared_tables
from metrics.results import Results
from metrics.standing import Publication

SHOWN = ("actuals", "quality_notes", "members", "periods", "calendar")
"""The tables that are kept as they were, and not made again: what was shown stays what was shown."""


@dataclass(frozen=True)
class Kept:
    """The note of one publication."""

    snapshot: int
    published_at: datetime
    data_through: date | None
    loads: tuple[int, ...]
    definitions: str
    """Names the declarations it was made from."""
    code_version: str


_NOTE = TypeAdapter(Kept)


def keep_publication(
    home: Home, connection: DuckDBPyConnection, snapshot: int, loads: tuple[int, ...]
) -> None:
    """Keeps a snapshot that is about to be published. The note comes last: without it nothing is."""
    note = _path(home, snapshot, "json")
    note.parent.mkdir(parents=True, exist_ok=True)
    note.unlink(missing_ok=True)  # of a snapshot of this number that was interrupted
    for table in SHOWN:
        _copy(connection, table, _path(home, snapshot, f"{table}.parquet"))
    (row,) = connection.execute(
        "SELECT published_at, data_through, definitions FROM publication"
    ).fetchall()
    published_at, data_through, definitions = row
    _keep_declarations(home, definitions)
    kept = Kept(snapshot, published_at, data_through, loads, definitions, code_version())
    replace_text(note, _NOTE.dump_json(kept).decode())


def publications(home: Home) -> list[Kept]:
    """Every publication that took effect and is kept, oldest first."""
    newest = read_ledger(home).snapshot
    notes = sorted((home.data / "publications").glob("*.json"))
    found = (_NOTE.validate_json(path.read_bytes()) for path in notes)
    return [kept for kept in found if kept.snapshot <= newest]


def publication_after(home: Home, load: int) -> Kept:
    """The first publication with that load; `LoadProblem` where none is kept."""
    found = [kept for kept in publications(home) if load in kept.loads]
    if not found:
        raise LoadProblem(
            f"There is no publication with a load {load}. `impact loads` lists the loads."
        )
    return found[0]


@contextmanager
def results_after(home: Home, load: int) -> Iterator[Results]:
    """Results as they were after a load, judged on that day with the declarations of then.

    The rows come from the snapshot where it still lies there, else from the loads; the figures are
    those that were shown. `LoadProblem` where nothing is kept.
    """
    kept = publication_after(home, load)
    with TemporaryDirectory(prefix="impact-") as folder:
        then = HomeThen(Path(folder), home)
        _lay_out_declarations(home, kept, then)
        catalogue = load_catalogue(then)
        with closing(_rows_then(home, kept, catalogue, Path(folder))) as connection:
            yield _results(then, kept, catalogue, connection)


@dataclass(frozen=True)
class HomeThen(Home):
    """A home with the declarations of then and the data of now."""

    now: Home

    @property
    def data(self) -> Path:
        return self.now.data


class ResultsThen(Results):
    """Decisions that were noted after the next publication were not known yet."""

    until: datetime | None = None

    def decisions(self, statement: str | None = None) -> list[Decision]:
        found = super().decisions(statement)
        return [d for d in found if self.until is None or d.noted_at < self.until]


def _results(
    home: HomeThen, kept: Kept, catalogue: Catalogue, connection: DuckDBPyConnection
) -> Results:
    results = ResultsThen(home, catalogue, connection.cursor, kept.published_at.date())
    later = [each for each in publications(home) if each.snapshot > kept.snapshot]
    results.until = later[0].published_at if later else None
    receipts = [read_receipt(home, load) for load in kept.loads]
    simulated = {city for each in receipts if each.is_simulated for city in each.cities}
    results.publication = Publication(
        kept.snapshot,
        kept.published_at,
        kept.data_through,
        loads=kept.loads,
        simulated_cities=frozenset(simulated),
    )
    return results


def _rows_then(home: Home, kept: Kept, catalogue: Catalogue, folder: Path) -> DuckDBPyConnection:
    lying = snapshot_path(home, kept.snapshot)
    if lying.exists():
        return duckdb.connect(str(lying), read_only=True)
    connection = duckdb.connect(
        str(folder / "then.duckdb"), config={"temp_directory": str(folder / "spill")}
    )
    places = catalogue.city_countries()
    build_records(connection, home, kept.loads, catalogue.frameworks, places)
    write_declared_tables(connection, catalogue)
    for table in SHOWN:
        path = _path(home, kept.snapshot, f"{table}.parquet")
        connection.execute(f"CREATE TABLE {table} AS FROM read_parquet($path)", {"path": str(path)})
    return connection


def _copy(connection: DuckDBPyConnection, table: str, path: Path) -> None:
    aside = path.with_name(f".{path.name}.incoming")
    connection.execute(f"COPY {table} TO '{_literal(aside)}' (FORMAT parquet, COMPRESSION zstd)")
    aside.replace(path)


def _literal(path: Path) -> str:
    """COPY takes no parameter for its file."""
    return str(path).replace("'", "''")


def _keep_declarations(home: Home, definitions: str) -> None:
    path = _declarations(home, definitions)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.incoming")
    with ZipFile(aside, "w", ZIP_DEFLATED) as archive:
        for file in {
            file.name: file for file in (home.places(), *home.path.glob("*.yaml"))
        }.values():
            archive.write(file, file.name)
        for folder, files in _declared(home).items():
            for file in files:
                archive.write(file, f"{folder}/{file.name}")
    aside.replace(path)


def _declared(home: Home) -> dict[str, list[Path]]:
    return {
        "cities": home.cities(),
        "frameworks": home.frameworks(),
        "indicators": home.indicators(),
    }


def _lay_out_declarations(home: Home, kept: Kept, then: Home) -> None:
    with ZipFile(_declarations(home, kept.definitions)) as archive:
        archive.extractall(then.path)


def _declarations(home: Home, definitions: str) -> Path:
    return home.data / "declarations" / f"{definitions}.zip"


def _path(home: Home, snapshot: int, ending: str) -> Path:
    return home.data / "publications" / f"{snapshot:06}.{ending}"
