"""Workbooks: every sheet as rows of text, written as a person would type them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

SHEETS_OF_CELLS = (SheetTypeEnum.WorkSheet,)
"""Sheets that are one big chart hold no rows."""
EXACT_BELOW = 10**15
"""A spreadsheet keeps fifteen digits; of a longer number the rest is gone."""


class UnreadableWorkbook(Exception):
    """What is wrong with the file, and what would be right."""


@dataclass(frozen=True)
class WorkbookSheet:
    """One sheet of a workbook."""

    name: str
    sheet: CalamineSheet

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row of the used area with its number, blank ones too."""
        for index, cells in enumerate(self.sheet.iter_rows()):
            yield index + 1, [_text(cell) for cell in cells]


def workbook_sheets(path: Path) -> list[WorkbookSheet]:
    """Every sheet in the order of the workbook; raises `UnreadableWorkbook`."""
    try:
        workbook = CalamineWorkbook.from_path(path)
        names = [each.name for each in workbook.sheets_metadata if each.typ in SHEETS_OF_CELLS]
        return [WorkbookSheet(name, workbook.get_sheet_by_name(name)) for name in names]
    except PasswordError as error:
        raise UnreadableWorkbook(
            "It is locked with a password. Save it without one and load it again."
        ) from error
    except CalamineError as error:
        raise UnreadableWorkbook(
            "It is no workbook that can be opened; it may have been cut off on its way here. "
            "Save it anew as .xlsx or .csv."
        ) from error


def _text(cell: object) -> str:
    match cell:
        case str():
            return cell
        case bool():
            return "yes" if cell else "no"
        case float() | int():
            return _number(cell)
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def _number(number: float) -> str:
    """`12` for 12.0; a whole number too long to be exact shows that, as in `1.2345e+17`."""
    if number != int(number):
        return repr(number)
    return str(int(number)) if abs(number) < EXACT_BELOW else f"{number:e}"
