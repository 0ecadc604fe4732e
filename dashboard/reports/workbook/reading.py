"""Reads the figures of a workbook back from its cells, whoever saved it last."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.language import speaking
from dashboard.reports.content import Report
from dashboard.reports.workbook.framework import NAME, framework
from dashboard.wording import statuses
from metrics.standing import Status

PARTS = {
    "baseline": "baseline",
    "target": "target",
    "newest": "newest_value",
    "newest_numerator": "newest_numerator",
    "newest_denominator": "newest_denominator",
    "in_period": "in_period_value",
}
"""Column of the framework to the part of a figure in the manifest."""
SHARES = frozenset({"baseline", "target", "newest", "in_period"})
"""Columns in which a share is a fraction."""


@dataclass(frozen=True)
class Shown:
    """A figure as a cell shows it."""

    statement: str
    indicator: str | None
    part: str
    value: Any
    """A number in the indicator's unit, the code of a status, or None for an empty or withheld cell."""
    cell: str


def figures_shown(path: Path, report: Report) -> Iterator[Shown]:
    """Those of the results framework; none where the file is no workbook of a report.

    The table is found by its name and its columns by their heads, so that sorting and filtering do
    no harm. The heads are those of the report's language.
    """
    if path.suffix != ".xlsx":
        return
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = [sheet for sheet in book.worksheets if NAME in sheet.tables]
    with speaking(report.scope.language):
        columns = {column.head: column.key for column in framework(report).columns}
        codes = {statuses.name(status): status.value for status in Status}
    for sheet in sheets:
        for row in _rows(sheet, columns):
            yield from _shown(row, report, codes)
    book.close()


def _rows(sheet: Worksheet, columns: dict[str, str]) -> Iterator[dict[str, Cell]]:
    heads, *below = sheet[sheet.tables[NAME].ref]
    keys = [columns.get(str(cell.value)) for cell in heads]
    for cells in below:
        yield {key: cell for key, cell in zip(keys, cells, strict=True) if key}


def _shown(row: dict[str, Cell], report: Report, codes: dict[str, str]) -> Iterator[Shown]:
    statement, named = (str(row[key].value or "") for key in ("statement_id", "indicator_id"))
    indicator = named.partition(" ")[0] or None
    definition = report.catalogue.indicators.get(indicator or "")
    status = row["status"]
    told = codes.get(str(status.value), status.value)
    yield Shown(statement, indicator, "status", told, status.coordinate)
    for key, part in PARTS.items() if definition else ():
        number = row[key].value
        is_number = isinstance(number, int | float)
        scale = 100 if definition and definition.is_share and key in SHARES else 1
        shown = number * scale if is_number else None
        yield Shown(statement, indicator, part, shown, row[key].coordinate)
