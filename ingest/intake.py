"""From files to taken and refused rows: no row is ever dropped without a word."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from ingest.checking.checks import Frame
from ingest.checking.notes import part_notes, simulation_notes
from ingest.checking.numbers_and_days import period_end
from ingest.checking.parts import Part, read_part
from ingest.checking.persons import PERSONS, NumberedRows, keys_as_read, numbered_persons
from ingest.checking.refusals import REFUSED, refuse_broken, refuse_wrong
from ingest.checking.repeats import (
    find_repeats,
    hashed_keys,
    join_pieces,
    refuse_repeats,
)
from ingest.checking.sql import quoted
from ingest.checking.taken_rows import TakenRows
from ingest.kinds import Record
from ingest.pseudonyms import Pseudonyms, pseudonyms
from ingest.readers import OpenedFile, open_files
from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.receipt import FileNote, SourceFile
from ingest.records import RECORDS, Counts
from ingest.source_mapping import load_mappings
from ingest.tables.counters import TABLE as COUNTERS_TABLE
from ingest.tables.counters import keep_counters
from matrices.home import Home
from matrices.telling import told

NO_EVENTS = ("expires_on",)
"""Days on which nothing happens: what expired was not told of on that day."""

__all__ = ["FileProblem", "FileProblems", "Frame", "Intake", "take_in"]


@dataclass(frozen=True)
class Intake:
    """What the files brought. The rows are seen through the connection, for as long as `taken`
    is there."""

    taken: TakenRows
    files: tuple[SourceFile, ...]
    notes: tuple[FileNote, ...]
    records: tuple[str, ...]
    """The records for which there is a view `taken_<record>`, in the order of RECORDS."""
    rows_in: Mapping[str, int]
    """Record to its rows: those in `taken_<record>` and those in `refused` together. Blank rows
    are none."""
    as_of: date | None
    """The day up to which the files tell what happened; None where no row has a date."""
    is_simulated: bool


def take_in(
    connection: DuckDBPyConnection,
    files: Sequence[Path],
    home: Home,
    frame: Frame,
    as_of: date | None,
    taken: TakenRows | None = None,
) -> Intake:
    """Reads the files: the connection gets a view `taken_<record>` over what goes into `taken`,
    and the tables `persons` and `refused`. Without `taken` the rows lie in a temporary folder of
    their own.

    Raises `FileProblems` with every file that cannot be read or recognised, and
    `DeclarationProblems` where a source mapping is wrong; then nothing has been taken in.
    """
    _refuse_day_to_come(as_of, frame)
    opened = open_files(files, load_mappings(home), frame.badges)
    _ask_for_day(opened, as_of)
    notes = [FileNote(file.source.name, text) for file in opened for text in file.notes]
    taken = taken or TakenRows()
    parts = _read(connection, opened, frame, pseudonyms(home), notes, taken)
    for record in _records(parts):
        join_pieces(connection, record, taken)
        of_record = [part for part in parts if part.fit.record is record]
        refuse_repeats(connection, record, of_record, taken)
    rows_in = _rows_in(parts)
    if as_of:
        notes += _keep_counters(connection, taken, rows_in, as_of)
    return Intake(
        taken=taken,
        files=tuple(file.source for file in opened),
        notes=(*notes, *simulation_notes(parts)),
        records=tuple(table for table in RECORDS if table in rows_in),
        rows_in=rows_in,
        as_of=as_of or _newest_day(connection, _records(parts), frame),
        is_simulated=any(part.simulated for part in parts),
    )


def _refuse_day_to_come(as_of: date | None, frame: Frame) -> None:
    if as_of and as_of > frame.today:
        text = told("The data cannot reach {day}: today is {today}.", day=as_of, today=frame.today)
        raise FileProblems([FileProblem("as of", text)])


def _ask_for_day(opened: Sequence[OpenedFile], as_of: date | None) -> None:
    if as_of is None:
        undated = [file.source.name for file in opened if file.needs_day]
        if undated:
            raise FileProblems([FileProblem(name, _UNDATED) for name in undated])


_UNDATED = told(
    "It holds running counters, such as how many joined, and they have no date. "
    "Say on which day the answers were saved, as in `--as-of 2025-05-31`."
)


def _keep_counters(
    connection: DuckDBPyConnection, taken: TakenRows, rows_in: dict[str, int], as_of: date
) -> list[FileNote]:
    """Counters of the taken rows become rows of their own; they count among the rows in."""
    kept = keep_counters(connection, taken, list(rows_in), as_of)
    if kept:
        rows_in[COUNTERS_TABLE] = rows_in.get(COUNTERS_TABLE, 0) + sum(kept.values())
    return [
        FileNote(
            file,
            told("Running counters kept as they stood on {day}: {rows}.", day=as_of, rows=rows),
        )
        for file, rows in kept.items()
    ]


def _read(
    connection: DuckDBPyConnection,
    opened: Sequence[OpenedFile],
    frame: Frame,
    hashing: Pseudonyms,
    notes: list[FileNote],
    taken: TakenRows,
) -> list[Part]:
    """Every table of every file, its rows sorted out; what is to be said of it joins the notes."""
    connection.execute(REFUSED)
    connection.execute(PERSONS)
    parts: list[Part] = []
    with _fit_for_persons(connection):
        for table in (table for file in opened for table in file.tables):
            part = read_part(connection, table, f"part_{len(parts)}", frame, hashing)
            notes += part_notes(connection, part)
            _sort_out(connection, part, hashing, taken)
            parts.append(part)
    return parts


@contextmanager
def _fit_for_persons(connection: DuckDBPyConnection) -> Iterator[None]:
    """While persons are read as they stand in the files, memory is not moved to disk; and rows
    keep the order of their file, by which they are numbered."""
    (folder,) = connection.execute("SELECT current_setting('temp_directory')").fetchone()
    connection.execute("SET preserve_insertion_order = true")
    connection.execute("SET temp_directory = ''")
    try:
        yield
    finally:
        connection.execute("SET temp_directory = $folder", {"folder": folder})


def _sort_out(
    connection: DuckDBPyConnection, part: Part, hashing: Pseudonyms, taken: TakenRows
) -> None:
    """Move the rows of a part among the taken or the refused. The hashes of their keys, which one
    core sorts, are sorted while the other looks after the rest."""
    record = part.fit.record
    with ThreadPoolExecutor(max_workers=1) as beside:
        alike = beside.submit(hashed_keys(connection, record, keys_as_read(part)).alike)
        refuse_wrong(connection, part)
        refuse_broken(connection, part)
        with numbered_persons(connection, part, hashing) as numbered:
            if numbered.is_mixed:
                alike = beside.submit(hashed_keys(connection, record, numbered.keys()).alike)
            find_repeats(connection, record, numbered.keys(), alike.result())
            _take(connection, numbered, taken)
    connection.execute("DROP TABLE repeats")
    connection.execute(f"DROP TABLE {part.name}")


def _take(connection: DuckDBPyConnection, numbered: NumberedRows, taken: TakenRows) -> None:
    """Write the rows; those in `repeats` are put aside."""
    part = numbered.part
    if connection.execute("FROM repeats LIMIT 1").fetchall():
        again = "line.rowid IN (FROM repeats)"
        taken.add(connection, part.fit.table, numbered.rows(f"NOT {again}"), part.values)
        taken.put_aside(connection, part.fit.table, numbered.rows(again), part.values)
    else:
        taken.add(connection, part.fit.table, numbered.rows(), part.values)


def _records(parts: Sequence[Part]) -> list[type[Record]]:
    """The records that were brought, in the order of RECORDS."""
    brought = {part.fit.table for part in parts}
    return [record for table, record in RECORDS.items() if table in brought]


def _rows_in(parts: Sequence[Part]) -> dict[str, int]:
    rows = {record.table(): 0 for record in _records(parts)}
    for part in parts:
        rows[part.fit.table] += part.rows + len(part.broken)
    return rows


def _newest_day(
    connection: DuckDBPyConnection, records: Sequence[type[Record]], frame: Frame
) -> date | None:
    """The newest day in the taken rows that is not ahead; of figures, the end of their period."""
    days = [
        (quoted(column.name), record.table())
        for record in records
        for column in record.loaded_columns()
        if column.kind.name == "day" and column.name not in NO_EVENTS
    ]
    days += [(period_end("period"), "counts") for record in records if record is Counts]
    each = [f"SELECT {day} AS day FROM taken_{table}" for day, table in days]
    if not each:
        return None
    newest = f"SELECT max(day) FROM ({' UNION ALL '.join(each)}) WHERE day <= $today"
    return connection.execute(newest, {"today": frame.today}).fetchone()[0]
