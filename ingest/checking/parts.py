"""A table is read into a part: its rows typed, those that cannot be taken with their safe text."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from duckdb import DuckDBPyConnection
from duckdb import Error as DuckDBError

from ingest.checking import cells
from ingest.checking.checks import Frame, Question, check
from ingest.checking.rules import RULES
from ingest.checking.sql import Values, any_of, quoted, word, word_key
from ingest.checking.totals import called_total
from ingest.kinds import Column
from ingest.pseudonyms import Pseudonyms
from ingest.reading.csv_reader import Line
from ingest.reading.opened_file import Table
from ingest.reading.recognition import Fit
from ingest.reading.scans import Member, Scan, column_name
from ingest.tables.columns import enum


@dataclass(frozen=True)
class Part:
    """A temporary table: the record's columns typed, `is_fine`, `is_blank`, `is_simulated`, and
    `raw`, of a row that is not fine the safe texts of the columns, and last the cell that calls it
    a total. Persons stand in it as in the file, but in small letters."""

    name: str
    table: Table
    row: str
    """SQL for the number of a row, as a spreadsheet counts."""
    broken: tuple[Line, ...]
    """Lines that could not be read at all."""
    rows: int
    """How many rows it holds; blank ones are none."""
    blank: int
    """Rows without a single filled cell, and blank lines."""
    simulated: int
    """How many rows say that they are simulated."""
    wrong: int
    """How many rows are neither fine nor blank."""
    frame: Frame
    values: Values
    absent: frozenset[str] = frozenset()
    """Signs that are known to be in none of its cells."""
    members: tuple[Member, ...] = ()
    """Where each row stands, by its number, where the table was gathered from several files."""

    @property
    def fit(self) -> Fit:
        return self.table.head.fit

    @property
    def place(self) -> str:
        """How a sentence begins that speaks of one of its rows."""
        sheet = self.table.sheet
        return f"{self.table.file}, sheet `{sheet}`, " if sheet else f"{self.table.file} "

    def record_sql(self) -> str:
        return f"{self.values.bind(self.fit.table)}::VARCHAR"

    def provenance(self) -> str:
        """SQL over the rows as they were read: file, sheet and row."""
        if self.members:
            files = self.values.bind([member.file for member in self.members])
            rows = self.values.bind([member.row for member in self.members])
            return f"({files}::VARCHAR[])[row], NULL::VARCHAR, ({rows}::BIGINT[])[row]"
        file, sheet = self.values.bind(self.table.file), self.values.bind(self.table.sheet)
        return f"{file}::VARCHAR, {sheet}::VARCHAR, {self.row}"

    def place_sql(self) -> str:
        """SQL over `at_file` and `at_row`: where a row stands, as a sentence begins."""
        if self.members and self.members[0].thing:
            thing = self.values.bind(f", {self.members[0].thing} ")
            return f"concat(at_file, {thing}, at_row, ': ')"
        if self.members:
            return "concat(at_file, CASE WHEN at_row > 1 THEN ', badge ' || at_row END, ': ')"
        return f"concat({self.values.bind(f'{self.place}row ')}, at_row, ': ')"

    def holds_sql(self) -> str:
        """SQL over `at_file` and `at_sheet`: whether a row that was taken is one of these."""
        files = sorted({member.file for member in self.members} or {self.table.file})
        sheet = self.values.bind(self.table.sheet)
        is_here = f"list_contains({self.values.bind(files)}::VARCHAR[], at_file)"
        return f"{is_here} AND at_sheet IS NOT DISTINCT FROM {sheet}::VARCHAR"

    def raw(self, column: Column) -> str:
        """SQL: the safe text of a column in a row that is not fine."""
        return f"raw[{self.fit.record.loaded_columns().index(column) + 1}]"

    def raw_total(self) -> str:
        """SQL: the cell that calls a row that is not fine a total."""
        return f"raw[{len(self.fit.record.loaded_columns()) + 1}]"

    def question(self, column: Column, text: str) -> Question:
        on_sheet = self.table.sheet is not None
        return Question(column, text, self.fit, self.frame, self.values, on_sheet=on_sheet)


def read_part(
    connection: DuckDBPyConnection,
    table: Table,
    name: str,
    frame: Frame,
    pseudonyms: Pseudonyms,
) -> Part:
    """Reads by the first way whose answer is complete; persons stay as they stand in the file."""
    values = Values()
    for scan in table.scans(values):
        sql = _part_sql(name, table, scan, frame, pseudonyms, values)
        if _is_read(connection, scan, name, sql, values):
            break
    row = "row::BIGINT" if scan.counts_rows else f"rowid + {scan.first_row}"
    rows, blank, simulated, wrong = _tally(connection, name)
    return Part(
        name=name,
        table=table,
        row=row,
        broken=tuple(scan.broken),
        rows=rows,
        blank=blank + scan.blank_at_end,
        simulated=simulated,
        wrong=wrong,
        frame=frame,
        values=values,
        absent=scan.absent,
        members=scan.members,
    )


def _tally(connection: DuckDBPyConnection, name: str) -> tuple[int, int, int, int]:
    """Rows, blank rows, simulated rows and rows that are not fine."""
    each = (
        "NOT is_blank",
        "is_blank",
        "is_simulated AND NOT is_blank",
        "NOT is_fine AND NOT is_blank",
    )
    tallies = ", ".join(f"count(*) FILTER ({condition})" for condition in each)
    (tally,) = connection.execute(f"SELECT {tallies} FROM {name}").fetchall()
    return tally


def _is_read(
    connection: DuckDBPyConnection, scan: Scan, name: str, sql: str, values: Values
) -> bool:
    """Whether the answer is complete; one that is not leaves nothing behind."""
    with _begun(scan, connection):
        try:
            values.run(connection, sql)
        except DuckDBError:
            if scan.rows_expected is None:
                raise
            return False
    rows = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
    if scan.rows_expected in (None, rows[0]):
        return True
    connection.execute(f"DROP TABLE {name}")
    return False


@contextmanager
def _begun(scan: Scan, connection: DuckDBPyConnection) -> Iterator[None]:
    scan.begin(connection)
    try:
        yield
    finally:
        scan.end(connection)


def _part_sql(
    name: str,
    table: Table,
    scan: Scan,
    frame: Frame,
    pseudonyms: Pseudonyms,
    values: Values,
) -> str:
    """Nested from the cells outwards: trimmed, made safe, typed, judged."""
    fit, columns = table.head.fit, table.head.fit.record.loaded_columns()
    row = ["row"] if scan.counts_rows else []
    beside = [*row, "is_blank", "is_simulated"]
    read = sorted(fit.positions)
    unread = sorted(set(range(len(table.head.headings))) - fit.positions)
    trimmed = cells.trimmed(read, fit.mapping.empty, scan.spaces, values)
    safe = cells.texts(fit, pseudonyms, values, scan.absent)
    on_sheet = table.sheet is not None
    typed = [
        _typed(Question(c, cells.text_name(c), fit, frame, values, scan.absent, on_sheet))
        for c in columns
    ]
    raw = [cells.kept_text(column, pseudonyms, values) for column in columns]
    found = [column_name(position) for position in (*read, *unread)]
    raw.append(called_total(columns, found, values))
    names = [quoted(column.name) for column in columns]
    return f"""
        CREATE TEMP TABLE {name} AS
        SELECT {", ".join([*names, *beside])}, is_fine,
            CASE WHEN NOT is_fine THEN [{", ".join(raw)}] END AS raw
        FROM (SELECT *, {_is_fine(fit, frame, values)} AS is_fine
        FROM (SELECT *, {", ".join(typed)}
        FROM (SELECT {", ".join([*row, *found, *safe])}, {_is_simulated(fit, values)} AS is_simulated,
            {cells.is_blank(read, unread, fit.filled_in)} AS is_blank
        FROM (SELECT {", ".join([*row, *map(column_name, unread), *trimmed])}
        FROM {scan.relation}))))"""


def _typed(question: Question) -> str:
    kind = question.column.kind
    column_type = enum(kind.choices) if kind.choices else kind.duckdb_type
    return f"{check(question).typed}::{column_type} AS {quoted(question.column.name)}"


def _is_fine(fit: Fit, frame: Frame, values: Values) -> str:
    """Every column has its value, or may be empty and is; and the rules of the record hold."""
    conditions = [
        f"{quoted(column.name)} IS NOT NULL"
        if column.is_required
        else f"({quoted(column.name)} IS NOT NULL OR {cells.text_name(column)} IS NULL)"
        for column in fit.record.loaded_columns()
    ]
    broken_rules = any_of([rule.met(frame.shares, values) for rule in RULES.get(fit.table, ())])
    return f"{' AND '.join(conditions)} AND NOT ({broken_rules})"


def _is_simulated(fit: Fit, values: Values) -> str:
    if fit.simulated is None:
        return "false"
    yes = dict.fromkeys(map(word_key, ("yes", "true", *fit.mapping.yes)))
    words = ", ".join(values.bind(each) for each in yes)
    said = word(column_name(fit.simulated))
    return f"coalesce({said} IN ({words}), false)"
