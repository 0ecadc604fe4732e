"""Snapshots: immutable numbered files of the warehouse, and the analysts' copy of the newest."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from ingest.ledger import Ledger
from matrices.durable import put_in_place, sync
from matrices.home import Home

KEPT = 5
"""How many snapshots stay on disk: reports can be made again from them, readers finish in peace."""
STORAGE_VERSION = "v1.0.0"
"""The storage that every DuckDB from 1.0 on can read."""

MEMORY = "1GB"
"""What a writer's tables may take; what does not fit waits on disk. A hundred million rows are sorted so."""

PLACES = 20
"""Rows are grouped without hashing while city, day and member together take at most so many bits."""


def snapshot_path(home: Home, number: int) -> Path:
    return home.data / "warehouse" / f"{number:06}.duckdb"


def analysts_path(home: Home) -> Path:
    """A copy under a name that stays; nothing in the product reads it."""
    return home.data / "warehouse.duckdb"


def spill_folder(home: Home) -> Path:
    """Where a writer's connection puts what does not fit into memory, for as long as it is open."""
    return home.data / ".spill"


@contextmanager
def new_snapshot(home: Home, number: int) -> Iterator[DuckDBPyConnection]:
    """A connection whose default database is the new snapshot's file.

    After the block the file is complete and on disk, and read-only; nobody reads it until the
    ledger names it. The connection itself is in memory, so temporary tables stay out of the file.
    """
    path = snapshot_path(home, number)
    path.parent.mkdir(parents=True, exist_ok=True)
    config = {
        "temp_directory": str(spill_folder(home)),
        "memory_limit": MEMORY,
        "perfect_ht_threshold": PLACES,
    }
    with closing(duckdb.connect(config=config)) as connection:
        connection.execute(
            f"ATTACH $path AS snapshot (STORAGE_VERSION '{STORAGE_VERSION}')", {"path": str(path)}
        )
        connection.execute("USE snapshot")
        yield connection
        connection.execute("USE memory")
        connection.execute("DETACH snapshot")
    sync(path)
    sync(path.parent)
    path.chmod(0o444)


def tidy(home: Home, ledger: Ledger) -> None:
    """Remove snapshots that were interrupted or are old, and renew the analysts' copy.

    Only a writer may call it. Whatever stopped the writer before, this mends.
    """
    shutil.rmtree(spill_folder(home), ignore_errors=True)
    for path in snapshot_path(home, 0).parent.glob("*"):
        number = path.name.removesuffix(".duckdb")
        if not number.isdecimal() or not ledger.snapshot - KEPT < int(number) <= ledger.snapshot:
            path.unlink()
    if ledger.snapshot:
        _renew_analysts_copy(home, snapshot_path(home, ledger.snapshot))


def _renew_analysts_copy(home: Home, newest: Path) -> None:
    path = analysts_path(home)
    if not newest.exists() or (path.exists() and _stamp(path) == _stamp(newest)):
        return
    aside = path.with_name(f".{path.name}.incoming")
    try:
        _copy(newest, aside)
        path.with_name(f"{path.name}.wal").unlink(missing_ok=True)  # of a copy that is gone now
        put_in_place(aside, path)
    except OSError:  # a full disk: the load counts all the same, and the next writer tries again
        aside.unlink(missing_ok=True)


def _copy(newest: Path, aside: Path) -> None:
    """A copy, not a link: what an analyst writes into it must not reach the snapshot."""
    shutil.copyfile(newest, aside)
    os.utime(aside, ns=(newest.stat().st_atime_ns, newest.stat().st_mtime_ns))
    sync(aside)


def _stamp(path: Path) -> tuple[int, int]:
    """Size and moment of writing: the copy carries the snapshot's."""
    return path.stat().st_size, path.stat().st_mtime_ns
