"""What a person should know about a file that refused nothing."""

from collections.abc import Iterator, Sequence

from duckdb import DuckDBPyConnection

from ingest.checking.parts import Part
from ingest.checking.personal import EMAIL_REMOVED, holds_no_email, looks_personal
from ingest.checking.sql import quoted
from ingest.reading.opened_file import Table
from ingest.reading.recognition import heading_key
from ingest.receipt import FileNote
from matrices.telling import told


def part_notes(connection: DuckDBPyConnection, part: Part) -> Iterator[FileNote]:
    """Everything to be said about one table; asked before its rows are moved."""
    sheet = part.table.sheet
    texts = [
        *_dropped(part.table),
        *_without_heading(part.table),
        *_emails(connection, part),
        *_days_the_other_way_round(connection, part),
        *_blank(part),
    ]
    for text in texts:
        where = told("Sheet `{sheet}`: {text}", sheet=sheet, text=text) if sheet else text
        yield FileNote(part.table.file, where)


def simulation_notes(parts: Sequence[Part]) -> Iterator[FileNote]:
    """Where real and simulated rows came together."""
    if any(part.simulated for part in parts):
        for part in parts:
            if part.simulated < part.rows:
                yield FileNote(
                    part.table.file, _MIXED.format(rows=_rows(part.rows - part.simulated))
                )


_MIXED = told(
    "{rows} without a word about it stand beside simulated ones; the whole load is shown as simulated."
)


def _dropped(table: Table) -> Iterator[str]:
    """Columns that no record wants; those that look personal each by themselves."""
    plain: list[str] = []
    left_out = {heading_key(heading) for heading in table.head.fit.own.left_out}
    for position, heading in enumerate(table.head.headings):
        if position in table.head.fit.positions or heading_key(heading) in {"", *left_out}:
            continue
        looks = looks_personal(heading, _cells_of(table.sample, position))
        if looks:
            yield told(
                "Column `{heading}` looks like {looks} and no record wants it: dropped, never stored.",
                heading=heading.strip(),
                looks=looks,
            )
        else:
            plain.append(f"`{heading.strip()}`")
    if plain:
        yield (_UNWANTED if len(plain) == 1 else _SEVERAL_UNWANTED).format(names=", ".join(plain))


_UNWANTED = told("Column {names}: no record wants it: dropped, never stored.")
_SEVERAL_UNWANTED = told("Columns {names}: no record wants it: dropped, never stored.")


def _without_heading(table: Table) -> Iterator[str]:
    """Cells beside the table, as a hand-made list has them, are not left out without a word."""
    for position, heading in enumerate(table.head.headings):
        if not heading.strip() and any(map(str.strip, _cells_of(table.sample, position))):
            yield told(
                "Column number {number} has no heading: what stands in it was not read.",
                number=position + 1,
            )


def _cells_of(sample: Sequence[Sequence[str]], position: int) -> list[str]:
    return [cells[position] for cells in sample if position < len(cells)]


def _emails(connection: DuckDBPyConnection, part: Part) -> Iterator[str]:
    if holds_no_email(part.absent):
        return
    for column in part.fit.record.loaded_columns():
        if column.kind.name in ("text", "labels") and column.name in part.fit.columns:
            shown = f"contains({quoted(column.name)}::VARCHAR, '{EMAIL_REMOVED}')"
            sql = f"SELECT count(*) FILTER ({shown}) FROM {part.name}"
            ((rows,),) = connection.execute(sql).fetchall()
            if rows:
                heading = part.fit.heading(column.name)
                yield told(
                    "Column `{heading}`: e-mail addresses were taken out of {rows}; `{removed}` stands "
                    "in their place.",
                    heading=heading,
                    rows=_rows(rows),
                    removed=EMAIL_REMOVED,
                )


def _days_the_other_way_round(connection: DuckDBPyConnection, part: Part) -> Iterator[str]:
    """Where some days have the month where the mapping has the day, others may have it unseen."""
    pattern = _OTHER_ORDER.get(frozenset(way[:2] for way in part.fit.mapping.dates) & {"%d", "%m"})
    days = [each for each in part.fit.record.loaded_columns() if each.kind.name == "day"]
    for column in days if pattern and part.wrong else ():
        said = part.raw(column)
        sql = f"SELECT min({said}), count(*) FROM {part.name} WHERE regexp_matches({said}, $way)"
        ((example, rows),) = connection.execute(sql, {"way": pattern}).fetchall()
        if rows:
            yield told(
                "Column `{heading}`: days in another order than the others, as in `{example}`, stand in "
                "{rows}. Days in which both orders are possible were read as the source mapping says: "
                "look whether they are right.",
                heading=part.fit.heading(column.name),
                example=example[:10],
                rows=_rows(rows),
            )


_MONTHS, _LATE_DAYS = "(0?[1-9]|1[0-2])", "(1[3-9]|2[0-9]|3[01])"
_OTHER_ORDER = {
    frozenset({"%d"}): rf"^{_MONTHS}[-/.]{_LATE_DAYS}[-/.]\d{{4}}",
    frozenset({"%m"}): rf"^{_LATE_DAYS}[-/.]{_MONTHS}[-/.]\d{{4}}",
}
"""What the days of a mapping begin with, to days that can only be read in the other order."""


def _blank(part: Part) -> Iterator[str]:
    if part.blank:
        yield told("Blank and skipped: {rows}.", rows=_rows(part.blank))


def _rows(count: int) -> str:
    return told("{count} row", count=count) if count == 1 else told("{count} rows", count=count)
