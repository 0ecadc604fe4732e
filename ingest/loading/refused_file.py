"""The refused rows of a load as a workbook: mend the cells, load the file again."""

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from ingest.ledger import LoadProblem, read_ledger
from ingest.loading.load_folders import read_receipt
from ingest.loading.refused import RefusedRow, refused_rows
from matrices.home import Home
from matrices.telling import told

REASON = told("what to mend")
"""The last column; no source mapping knows it, so it is left out when the file is loaded again."""

SIMULATED = "simulated"
"""The heading under which made-up rows say so; mended and loaded again they must still say it."""


def write_refused(home: Home, load: int, target: Path) -> int:
    """Writes one sheet a record, under the headings of the files; gives the number of rows.

    Raises `LoadProblem` where there is no such load, it refused nothing, or the target cannot be written.
    """
    if load not in read_ledger(home).known:
        raise LoadProblem(f"There is no load {load}; `impact loads` lists them.")
    rows = refused_rows(home, load)
    if not rows:
        raise LoadProblem(f"Load {load} refused nothing.")
    try:
        write_refused_rows(rows, read_receipt(home, load).is_simulated, target)
    except OSError as error:
        raise LoadProblem(f"{target} cannot be written: {error.strerror}.") from error
    return len(rows)


def write_refused_rows(
    rows: Sequence[RefusedRow], is_simulated: bool, target: Path | BinaryIO, reason: str = REASON
) -> None:
    """The workbook of these rows, of a load or of a preview; `reason` heads what is wrong with each.

    Lines that could not be read have no cells: their reason says where they stand.
    """
    marks = {SIMULATED: "yes"} if is_simulated else {}
    book = openpyxl.Workbook(write_only=True)
    in_order = sorted(rows, key=lambda row: (row.record, row.file, row.row))
    for record, of_record in groupby(in_order, key=lambda row: row.record):
        _write_sheet(book.create_sheet(record), list(of_record), marks, reason)
    book.save(target)


def _write_sheet(
    sheet: WriteOnlyWorksheet, rows: Sequence[RefusedRow], marks: dict[str, str], reason: str
) -> None:
    cells = [json.loads(row.cells) | marks for row in rows]
    headings = list(dict.fromkeys(heading for row in cells for heading in row))
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, heading, Font(bold=True)) for heading in (*headings, reason)])
    for row, values in zip(rows, cells, strict=True):
        texts = [values.get(heading) for heading in headings]
        sheet.append([_cell(sheet, text) for text in (*texts, row.sentence)])


def _cell(sheet: WriteOnlyWorksheet, text: str | None, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=text)
    if text is not None:
        cell.data_type = "s"  # what begins with = stays a text and never becomes a formula
    if font:
        cell.font = font
    cell.alignment = Alignment(vertical="top")
    return cell
