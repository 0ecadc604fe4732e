"""Workbooks: every sheet as rows of text, written as a person would type them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from matrices.telling import told
from matrices.workbooks.failed_cells import ODS_PART, FailedCells, parts_of_sheets
from matrices.workbooks.panics import Panicked, panics_told
from matrices.workbooks.workbook_limits import BrokenPackage, TooMuch, looked_through

SHEETS_OF_CELLS = (SheetTypeEnum.WorkSheet,)
"""Sheets that are one big chart hold no rows."""
MOST_SHEETS = 500
"""Thousands of sheets can be one and the same in the file, and would each be read."""
EXACT_BELOW = 10**15
"""A spreadsheet keeps fifteen digits; of a longer number the rest is gone."""


class UnreadableWorkbook(Exception):
    """What is wrong with the file, and what would be right."""


@dataclass(frozen=True)
class WorkbookSheet:
    """One sheet of a workbook."""

    name: str
    sheet: CalamineSheet
    is_hidden: bool = False
    failed: FailedCells = field(default_factory=FailedCells)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row of the used area with its number, blank ones too; an error as it is shown."""
        errors = self._positions(self.failed.errors)
        for index, cells in enumerate(self.sheet.iter_rows()):
            texts = [cell if type(cell) is str else _text(cell) for cell in cells]
            for position, error in errors.get(index + 1, ()):
                if position < len(texts):
                    texts[position] = error
            yield index + 1, texts

    def uncalculated(self, below: int, positions: Collection[int]) -> list[str]:
        """Names of the cells at these positions of the rows `below` that hold a formula and nothing
        that it came to."""
        found = self._positions(self.failed.uncalculated)
        return [
            name
            for row, cells in found.items()
            for position, name in cells
            if row > below and position in positions
        ]

    def _positions(self, cells: Mapping[tuple[int, int], str]) -> dict[int, list[tuple[int, str]]]:
        """By row, each with its position in the row as `rows` gives it."""
        by_row: dict[int, list[tuple[int, str]]] = {}
        first = self.sheet.start[1] if self.sheet.start else 0
        for (row, column), text in sorted(cells.items()):
            if column > first:
                by_row.setdefault(row, []).append((column - 1 - first, text))
        return by_row


def workbook_sheets(path: Path) -> list[WorkbookSheet]:
    """Every sheet in the order of the workbook; raises `UnreadableWorkbook`."""
    try:
        failed = looked_through(path)
        with panics_told(path):
            return _opened(path, failed)
    except PasswordError as error:
        raise UnreadableWorkbook(
            told("It is locked with a password. Save it without one and load it again.")
        ) from error
    except TooMuch as error:
        raise UnreadableWorkbook(
            told(
                "It is too much for one workbook: {error}. Save its table as .csv and load that.",
                error=error,
            )
        ) from error
    except (CalamineError, Panicked, BrokenPackage) as error:
        raise UnreadableWorkbook(
            told(
                "It is no workbook that can be opened; it may have been cut off on its way here. "
                "Save it anew as .xlsx or .csv."
            )
        ) from error


def _opened(path: Path, failed: Mapping[str, FailedCells]) -> list[WorkbookSheet]:
    workbook = CalamineWorkbook.from_path(path)
    sheets = [each for each in workbook.sheets_metadata if each.typ in SHEETS_OF_CELLS]
    if len(sheets) > MOST_SHEETS:
        raise TooMuch(told("it has {count} sheets", count=f"{len(sheets):,}"))
    parts = parts_of_sheets(path) if failed else {}
    return [
        WorkbookSheet(
            each.name,
            workbook.get_sheet_by_name(each.name),
            each.visible is not SheetVisibleEnum.Visible,
            failed.get(parts.get(each.name, ODS_PART), FailedCells()),
        )
        for each in sheets
    ]


def _text(cell: object) -> str:
    """Asked for every cell, so the kinds of which there are most come first."""
    if type(cell) is float or type(cell) is int:
        return _number(cell)
    match cell:
        case bool():
            return "yes" if cell else "no"
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def _number(number: float) -> str:
    """`12` for 12.0; a whole number too long to be exact shows that, as in `1.2345e+17`."""
    whole = int(number)
    if number != whole:
        return repr(number)
    return str(whole) if abs(number) < EXACT_BELOW else f"{number:e}"
