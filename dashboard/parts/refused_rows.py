"""The refused rows of a load as a table, and as CSV to take away."""

import csv
import io
from dataclasses import replace

from dashboard.language import speaking
from dashboard.markup import Html, element, with_code
from dashboard.parts.table import Column, Row, table
from dashboard.retelling import retell
from dashboard.wording import about_loads as words
from dashboard.wording.data_words import record
from ingest.loading.refused import RefusedRow
from ingest.loading.refused_file import REASON, write_refused_rows

COLUMNS = tuple(
    Column(name) for name in (words.PLACE, words.RECORD, words.FOUND, words.WHAT_TO_MEND)
)

CSV_HEADS = ("record", "file", "sheet", "row", "code", "column", "found", "sentence")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def refused_table(rows: list[RefusedRow], refused: int) -> Html:
    """Folded: most people take the rows away and mend them in a spreadsheet."""
    body = table(words.REFUSED_ROWS, COLUMNS, (_row(row) for row in rows), cards=True)
    return element(
        "section",
        element("h2", words.REFUSED_ROWS),
        element("p", words.MEND),
        element("details", element("summary", words.shown(len(rows), refused)), body),
        class_="refused",
    )


def as_csv(rows: list[RefusedRow]) -> bytes:
    """UTF-8 with a byte-order mark, which spreadsheets ask for; no cell starts a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(CSV_HEADS)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in _cells(row)])
    return written.getvalue().encode("utf-8-sig")


def refused_workbook(rows: list[RefusedRow], is_simulated: bool, language: str) -> bytes:
    """The rows as XLSX under the headings of their files, with a column that says what to mend.

    It is asked for when somebody clicks, outside of the page and of its language.
    """
    written = io.BytesIO()
    with speaking(language):
        told = [replace(row, sentence=retell(row.sentence)) for row in rows]
        write_refused_rows(told, is_simulated, written, retell(REASON))
    return written.getvalue()


def _cells(row: RefusedRow) -> tuple[object, ...]:
    return (
        row.record,
        row.file,
        row.sheet,
        row.row,
        row.code,
        row.column_name,
        row.found,
        row.sentence,
    )


def _harmless(cell: object) -> str:
    """An apostrophe before what a spreadsheet would compute."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _row(row: RefusedRow) -> Row:
    place = f"{row.file}, {row.sheet}" if row.sheet else row.file
    # of a line that cannot be read no cell was found but what is wrong with it
    found = row.found if row.column_name else retell(row.found or "")
    return Row(
        [
            words.row_at(place, row.row),
            record(row.record),
            element("code", found) if found else None,
            with_code(retell(row.sentence)),
        ]
    )
