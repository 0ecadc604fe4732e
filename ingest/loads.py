"""Loads: preview, load, undo, list. The loads are the truth; the warehouse is a view of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from duckdb import DuckDBPyConnection

from ingest.checking.taken_rows import TakenRows
from ingest.intake import Frame, Intake, take_in
from ingest.ledger import Ledger, LoadProblem, read_ledger, switch
from ingest.loading.changes import compare
from ingest.loading.in_force import declare_in_force
from ingest.loading.load_folders import parquet_files, read_receipt, remove_interrupted, write_load
from ingest.loading.lock import write_lock
from ingest.loading.refused import refused_counts, refused_lines
from ingest.loading.scope import cities_of, declare_known, notes_on_strays
from ingest.loading.snapshots import spill_folder, tidy
from ingest.receipt import Receipt, RecordCounts, code_version
from matrices.home import Home
from matrices.telling import told

Publish = Callable[[Home, int, tuple[int, ...]], date | None]
"""Builds and verifies the snapshot of that number from these loads (with
`ingest.loading.snapshots.new_snapshot`), and returns the day up to which its data reach. It is given,
because figures are made in a room to the right. It raises if the snapshot is not right; then
nothing has changed."""


Look = Callable[[DuckDBPyConnection, Receipt], None]
"""Sees the taken and refused rows of a preview while they stand in its connection."""


@dataclass(frozen=True)
class _Delivery:
    """What was handed in, by whom."""

    files: tuple[Path, ...]
    frame: Frame
    as_of: date | None
    by: str


@dataclass(frozen=True)
class LoadEntry:
    """A load in the list of loads."""

    receipt: Receipt
    is_active: bool
    undone_at: datetime | None = None
    undone_why: str | None = None


def preview(
    files: Sequence[Path],
    home: Home,
    frame: Frame,
    as_of: date | None = None,
    by: str = "",
    look: Look | None = None,
) -> Receipt:
    """What a load of these files would do now; keeps nothing but the key of the pseudonyms."""
    with TemporaryDirectory(prefix="impact-") as spill, _workspace(Path(spill)) as connection:
        ledger = read_ledger(home)
        taken = TakenRows(ledger.next_load, Path(spill))
        delivery = _Delivery(tuple(files), frame, as_of, by)
        receipt = _receipt(connection, delivery, home, ledger, taken)
        if look:
            look(connection, receipt)
        return receipt


def load(
    files: Sequence[Path],
    home: Home,
    frame: Frame,
    publish: Publish,
    as_of: date | None = None,
    by: str = "",
) -> Receipt:
    """Load the files and publish; takes effect in one step, wholly or not at all.

    A load of which no line could be taken is kept all the same: its refused lines are to be mended.
    Raises FileProblems or LoadProblem, both with sentences for a person.
    """
    delivery = _Delivery(tuple(files), frame, as_of, by)
    with _writing(home, by) as ledger:
        with _workspace(spill_folder(home)) as connection:
            taken = TakenRows(ledger.next_load, _spill_folder(home))
            receipt = _receipt(connection, delivery, home, ledger, taken)
            write_load(connection, home, receipt, taken)
        _publish(home, ledger.with_load(receipt.load), publish)
    return receipt


def undo(
    home: Home, number: int, publish: Publish, why: str | None = None, by: str = ""
) -> LoadEntry:
    """Take a load back and publish; what it had replaced is in force again. Its folder stays."""
    with _writing(home, by) as ledger:
        after = ledger.without_load(number, datetime.now(UTC), why)
        _publish(home, after, publish)
    return _entry(home, after, number)


def republish(home: Home, publish: Publish, by: str = "") -> Ledger:
    """Publish the loads in force again, after a matrix or an indicator has changed."""
    with _writing(home, by) as ledger:
        return _publish(home, ledger, publish)


def loads(home: Home) -> list[LoadEntry]:
    """Every load that ever took effect, newest first."""
    ledger = read_ledger(home)
    return [_entry(home, ledger, number) for number in sorted(ledger.known, reverse=True)]


def _entry(home: Home, ledger: Ledger, number: int) -> LoadEntry:
    receipt = read_receipt(home, number)
    for undone in ledger.undone:
        if undone.load == number:
            return LoadEntry(receipt, False, undone.at, undone.why)
    return LoadEntry(receipt, True)


@contextmanager
def _writing(home: Home, by: str) -> Iterator[Ledger]:
    """Be the only writer; what was interrupted is cleared away, before and after."""
    with write_lock(home, by):
        _clear(home)
        try:
            yield read_ledger(home)
        finally:
            _clear(home)


def _clear(home: Home) -> None:
    ledger = read_ledger(home)
    remove_interrupted(home, ledger)
    tidy(home, ledger)


def _publish(home: Home, ledger: Ledger, publish: Publish) -> Ledger:
    """Build the next snapshot, then make it and the ledger the state in force."""
    snapshot = ledger.snapshot + 1
    data_through = publish(home, snapshot, ledger.loads)
    after = ledger.published(snapshot, datetime.now(UTC), data_through)
    switch(home, after)
    return after


@contextmanager
def _workspace(spill: Path) -> Iterator[DuckDBPyConnection]:
    """A connection in memory; what it cannot hold goes to `spill` while it is open.

    `take_in` sees to it that nothing about a person goes there before it is a keyed hash.
    """
    try:
        with closing(duckdb.connect(config={"temp_directory": str(spill)})) as connection:
            yield connection
    except duckdb.OutOfMemoryException as error:
        raise LoadProblem(
            told(
                "The files need more memory than there is; nothing was changed. "
                "Load them in parts, one after the other."
            )
        ) from error


def _spill_folder(home: Home) -> Path:
    folder = spill_folder(home)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _receipt(
    connection: DuckDBPyConnection,
    delivery: _Delivery,
    home: Home,
    ledger: Ledger,
    taken: TakenRows,
) -> Receipt:
    """Take the files in, and say what they do to the rows in force."""
    intake = take_in(connection, delivery.files, home, delivery.frame, delivery.as_of, taken)
    files = parquet_files(home, ledger.loads)
    declare_in_force(connection, files, numbered="FROM persons")
    declare_known(connection, intake.records)
    return Receipt(
        load=ledger.next_load,
        loaded_at=datetime.now(UTC),
        loaded_by=delivery.by,
        as_of=intake.as_of,
        is_simulated=intake.is_simulated,
        code_version=code_version(),
        files=intake.files,
        counts=_counts(connection, intake),
        refused=refused_counts(connection),
        notes=(*intake.notes, *notes_on_strays(connection, intake.records)),
        cities=cities_of(connection, intake.records),
    )


def _counts(connection: DuckDBPyConnection, intake: Intake) -> tuple[RecordCounts, ...]:
    refused = refused_lines(connection)
    changes = {table: compare(connection, table) for table in intake.records}
    return tuple(
        RecordCounts(
            table,
            intake.rows_in[table],
            change.added,
            change.replaced,
            change.unchanged,
            refused.get(table, 0),
        )
        for table, change in changes.items()
    )
