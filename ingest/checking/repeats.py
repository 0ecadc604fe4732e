"""The same thing twice in one load: the first row is taken, the others are refused."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ingest.checking.parts import Part
from ingest.checking.refusals import cells_json
from ingest.checking.sql import quoted
from ingest.kinds import Column, Record
from ingest.problems import REPEATED_IDENTIFIER


def refuse_repeats(
    connection: DuckDBPyConnection, record: type[Record], parts: Sequence[Part]
) -> None:
    """Move the repeated rows of `taken_<record>` among the refused."""
    taken = f"taken_{record.table()}"
    connection.execute(f"CREATE TEMP TABLE repeats AS {_repeats(record, taken)}")
    if connection.execute("SELECT count(*) FROM repeats").fetchone() != (0,):
        for part in parts:
            _refuse(connection, record, part, taken)
        connection.execute(f"DELETE FROM {taken} WHERE rowid IN (SELECT again FROM repeats)")
    connection.execute("DROP TABLE repeats")


def _repeats(record: type[Record], taken: str) -> str:
    """Comparing hashes first spares millions of single rows the comparison of their keys."""
    key = ", ".join(map(quoted, record.key))
    return f"""
        SELECT again, first FROM (
            SELECT rowid AS again, min(rowid) OVER (PARTITION BY {key}) AS first FROM {taken}
            WHERE hash({key}) IN (
                SELECT hash({key}) FROM {taken} GROUP BY 1 HAVING count(*) > 1))
        WHERE again <> first"""


def _refuse(connection: DuckDBPyConnection, record: type[Record], part: Part, taken: str) -> None:
    columns, values = record.loaded_columns(), part.values
    content = ", ".join(quoted(column.name) for column in columns)
    texts = {column.name: _as_text(part, column) for column in columns}
    key = _key_in_words(part, [column for column in columns if column.name in record.key])
    sentence = REPEATED_IDENTIFIER.sentence_sql(values, found=key, right=_FIRST_IN_WORDS)
    values.run(
        connection,
        f"""
        INSERT INTO refused
        SELECT {part.record_sql()}, at_file, at_sheet, at_row, '{REPEATED_IDENTIFIER.code}',
            '{record.key[0]}', {key}, {part.place_sql()} || {sentence}, {cells_json(part, texts)}
        FROM (
            SELECT line.* RENAME (file AS at_file, sheet AS at_sheet, row AS at_row),
                earlier.file AS first_file, earlier.sheet AS first_sheet,
                earlier.row AS first_row,
                line.content IS NOT DISTINCT FROM earlier.content AS says_the_same
            FROM repeats
            JOIN (SELECT rowid AS id, *, row({content}) AS content FROM {taken}) AS line
                ON line.id = repeats.again
            JOIN (SELECT rowid AS id, file, sheet, row, row({content}) AS content FROM {taken})
                AS earlier ON earlier.id = repeats.first)
        WHERE {part.holds_sql()}""",
    )


def _key_in_words(part: Part, key: list[Column]) -> str:
    """SQL: the identifier by its headings and values; a person's hash tells nobody anything."""
    pieces = [
        part.values.bind(f"the person in `{part.fit.heading(column.name)}`")
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
    if column.kind.name == "yes_no":
        return f"CASE WHEN {name} THEN 'yes' WHEN NOT {name} THEN 'no' END"
    if column.kind.name == "labels":
        return f"array_to_string({name}, {part.values.bind(part.fit.mapping.label_separators[0])})"
    return f"{name}::VARCHAR"
