"""The folder of a load: immutable Parquet beside its receipt, put in place in one step."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from ingest.checking.taken_rows import PARQUET, TakenRows
from ingest.ledger import Ledger, LoadProblem, ledger_path
from ingest.receipt import Receipt
from ingest.tables.columns import base_records
from matrices.durable import put_in_place, sync
from matrices.home import Home
from matrices.telling import told

REFUSED = "refused"
PERSONS = "persons"
"""Number and keyed hash of everybody of whom the load's rows tell, by number."""
_INCOMING = ".incoming-"


def loads_folder(home: Home) -> Path:
    return home.data / "loads"


def load_folder(home: Home, number: int) -> Path:
    return loads_folder(home) / f"{number:06}"


def parquet_path(home: Home, number: int, table: str) -> Path:
    """Where the rows of a record lie that a load brought; absent when it brought none."""
    return load_folder(home, number) / f"{table}.parquet"


def parquet_files(home: Home, loads: Sequence[int]) -> dict[str, list[Path]]:
    """The files of every record that these loads brought, and of persons, in the order of the loads.

    Raises `LoadProblem` where a load has rows about persons without saying who they are.
    """
    files = {
        table: [path for load in loads if (path := parquet_path(home, load, table)).exists()]
        for table in (*base_records(), PERSONS)
    }
    known = {path.parent for path in files[PERSONS]}
    about_persons = [table for table, record in base_records().items() if record.person_columns()]
    for path in (path for table in about_persons for path in files[table]):
        if path.parent not in known:
            raise LoadProblem(_OLDER.format(folder=path.parent))
    return files


_OLDER = told(
    "{folder} was written by an early version, which kept persons in another way. "
    "Load its files again into a new home."
)


def read_receipt(home: Home, number: int) -> Receipt:
    path = load_folder(home, number) / "receipt.json"
    return Receipt.from_json(path.read_text(encoding="utf-8"))


def write_load(
    connection: DuckDBPyConnection, home: Home, receipt: Receipt, taken: TakenRows
) -> None:
    """Put the taken rows and the connection's `persons` and `refused` aside, then rename into place.

    The load counts nowhere until the ledger names it.
    """
    aside = loads_folder(home) / f"{_INCOMING}{receipt.load:06}"
    aside.mkdir(parents=True)
    for counts in receipt.counts:
        if counts.taken:
            taken.path(counts.record).replace(aside / f"{counts.record}.parquet")
    if connection.execute("FROM persons LIMIT 1").fetchone():
        connection.execute(
            f"""COPY (SELECT *, $load::INTEGER AS load FROM persons ORDER BY number)
            TO $path ({PARQUET})""",
            {"load": receipt.load, "path": str(aside / f"{PERSONS}.parquet")},
        )
    connection.execute(
        f"COPY (FROM refused ORDER BY ALL) TO $path ({PARQUET})",
        {"path": str(aside / f"{REFUSED}.parquet")},
    )
    (aside / "receipt.json").write_text(receipt.to_json(), encoding="utf-8")
    for path in (*aside.iterdir(), aside):
        sync(path)
    put_in_place(aside, load_folder(home, receipt.load))


def remove_interrupted(home: Home, ledger: Ledger) -> None:
    """Remove what a writer left that was stopped before its load took effect.

    Only the next number can have been interrupted. Any other folder that the ledger does not
    name means that the ledger itself was lost or is an old one: then nothing may be removed.
    """
    for path in sorted(loads_folder(home).glob("*")):
        if path.name.startswith(_INCOMING) or path.name == f"{ledger.next_load:06}":
            shutil.rmtree(path)
        elif path.name.isdecimal() and int(path.name) not in ledger.known:
            raise LoadProblem(
                told(
                    "{path} is a load that {ledger} does not name: the ledger was lost or is an "
                    "old one. Nothing was changed; put the newest ledger back from a backup.",
                    path=path,
                    ledger=ledger_path(home),
                )
            )
