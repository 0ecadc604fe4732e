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

from matrices.workbooks.workbook_limits import BrokenPackage, TooMuch, refuse_too_much

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
            yield (
                index + 1,
                [cell if type(cell) is str else _text(cell) for cell in cells],
            )


def workbook_sheets(path: Path) -> list[WorkbookSheet]:
    """Every sheet in the order of the workbook; raises `UnreadableWorkbook`."""
    try:
        refuse_too_much(path)
        workbook = CalamineWorkbook.from_path(path)
        names = [each.name for each in workbook.sheets_metadata if each.typ in SHEETS_OF_CELLS]
        return [WorkbookSheet(name, workbook.get_sheet_by_name(name)) for name in names]
    except PasswordError as error:
        raise UnreadableWorkbook(
            "It is locked with a password. Save it without one and load it again."
        ) from error
    except TooMuch as error:
        raise UnreadableWorkbook(
            f"It is too much for one workbook: {error}. Save its table as .csv and load that."
        ) from error
    except (CalamineError, BrokenPackage) as error:
        raise UnreadableWorkbook(
            "It is no workbook that can be opened; it may have been cut off on its way here. "
            "Save it anew as .xlsx or .csv."
        ) from error


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
