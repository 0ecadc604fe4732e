"""The same thing twice in one load: the first row is taken, the others are refused.

Rows that come again are put aside in `again_<record>`, with the columns of `taken_<record>`: those
within one table before it is written, those in another piece when the pieces are joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
import pyarrow
from duckdb import DuckDBPyConnection

from ingest.checking.parts import Part
from ingest.checking.refusals import cells_json
from ingest.checking.sql import quoted
from ingest.checking.taken_rows import PROVENANCE, TakenRows
from ingest.kinds import Column, Record
from ingest.problems import REPEATED_IDENTIFIER
from ingest.tables.columns import content, same_key
from matrices.telling import told

HASH_BITS = 32
"""Enough to spare nearly all rows the comparison: of five million some thousand meet by chance."""
HALF = HASH_BITS // 2


@dataclass(frozen=True)
class HashedKeys:
    """The `id` of each row and the hash of its key, in the same order."""

    ids: numpy.ndarray
    hashes: numpy.ndarray

    def alike(self) -> numpy.ndarray:
        """The ids of the rows whose hash others have too. It takes half the time and a third of
        the memory of grouping them, and needs no connection."""
        ordered = numpy.sort(self.hashes)
        several = numpy.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        begins_like_some = numpy.zeros(1 << HALF, bool)
        begins_like_some[several >> HALF] = True  # quicker than looking each up among the several
        likely = numpy.flatnonzero(begins_like_some[self.hashes >> HALF])
        return self.ids[likely[numpy.isin(self.hashes[likely], several)]]


def hashed_keys(connection: DuckDBPyConnection, record: type[Record], rows: str) -> HashedKeys:
    key = ", ".join(map(quoted, record.key))
    hashed = f"SELECT id, (hash({key}) >> {64 - HASH_BITS})::UINTEGER AS hash FROM ({rows})"
    found = connection.execute(hashed).fetchnumpy()
    return HashedKeys(found["id"], found["hash"])


def find_repeats(
    connection: DuckDBPyConnection, record: type[Record], rows: str, alike: numpy.ndarray
) -> None:
    """Make the table `repeats` of the `id` of every row whose key an earlier row has. `alike` are
    those whose keys may be the same: all others are spared the comparison."""
    key = ", ".join(map(quoted, record.key))
    connection.register("alike", pyarrow.table({"id": alike}))
    connection.execute(f"""
        CREATE TEMP TABLE repeats AS SELECT again FROM (
            SELECT id AS again, min(id) OVER (PARTITION BY {key}) AS first FROM ({rows})
            WHERE id IN (FROM alike))
        WHERE again <> first""")
    connection.unregister("alike")


def join_pieces(connection: DuckDBPyConnection, record: type[Record], taken: TakenRows) -> None:
    """Make one file of a record's pieces; a row whose key an earlier piece has is put aside."""
    if len(taken.pieces(record.table())) < 2:
        return
    rows = taken.numbered(record.table())
    alike = hashed_keys(connection, record, rows).alike()
    find_repeats(connection, record, rows, alike)
    again = f"SELECT * EXCLUDE id FROM ({rows}) WHERE id IN (FROM repeats)"
    taken.put_aside(connection, record.table(), again)
    taken.join(connection, record.table(), "id NOT IN (FROM repeats)")
    connection.execute("DROP TABLE repeats")


def refuse_repeats(
    connection: DuckDBPyConnection, record: type[Record], parts: Sequence[Part], taken: TakenRows
) -> None:
    """Put what was put aside among the refused, with where the first of them stands."""
    if taken.has_aside(record.table()):
        for part in parts:
            _refuse(connection, record, part)
        taken.drop_aside(connection, record.table())


def _refuse(connection: DuckDBPyConnection, record: type[Record], part: Part) -> None:
    columns, values, table = record.loaded_columns(), part.values, record.table()
    texts = {column.name: _as_text(part, column) for column in columns}
    key = _key_in_words(part, [column for column in columns if column.name in record.key])
    sentence = REPEATED_IDENTIFIER.sentence_sql(values, found=key, right=_FIRST_IN_WORDS)
    at, first = (_renamed(where) for where in ("at", "first"))
    values.run(
        connection,
        f"""
        INSERT INTO refused
        SELECT {part.record_sql()}, at_file, at_sheet, at_row, '{REPEATED_IDENTIFIER.code}',
            '{record.key[0]}', {key}, {part.place_sql()} || {sentence}, {cells_json(part, texts)}
        FROM (
            SELECT line.*, first_file, first_sheet, first_row,
                {content(record, "line")} IS NOT DISTINCT FROM {content(record, "earlier")}
                    AS says_the_same
            FROM (SELECT * RENAME ({at}) FROM again_{table}) AS line
            JOIN (SELECT * RENAME ({first}) FROM taken_{table}) AS earlier
                ON {same_key(record, "line", "earlier")}) AS line_again
        WHERE {part.holds_sql()}""",
    )


def _renamed(where: str) -> str:
    return ", ".join(f"{column} AS {where}_{column}" for column in PROVENANCE)


def _key_in_words(part: Part, key: list[Column]) -> str:
    """SQL: the identifier by its headings and values; a person's hash tells nobody anything."""
    pieces = [
        part.values.bind(told("the person in `{heading}`", heading=part.fit.heading(column.name)))
        if column.kind.name == "person"
        else f"{part.values.bind(f'`{part.fit.heading(column.name)}` `')} || {quoted(column.name)} || '`'"
        for column in key
    ]
    return f"concat_ws(' with ', {', '.join(pieces)})"


_FIRST_IN_WORDS = """concat(first_file, ', sheet `' || first_sheet || '`,', ' row ', first_row,
        CASE WHEN says_the_same THEN ', which was taken'
            ELSE ' with other content; that row was taken' END)"""


def _as_text(part: Part, column: Column) -> str:
    """SQL: a typed value as a file could have it, so that the row can be mended and loaded."""
    name = quoted(column.name)
    if column.kind.name == "person":
        return f"(SELECT known.person FROM persons AS known WHERE known.number = line_again.{name})"
    if column.kind.name == "yes_no":
        return f"CASE WHEN {name} THEN 'yes' WHEN NOT {name} THEN 'no' END"
    if column.kind.name == "labels":
        return f"array_to_string({name}, {part.values.bind(part.fit.mapping.label_separators[0])})"
    return f"{name}::VARCHAR"
