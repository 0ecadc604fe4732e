"""A workbook with a logframe -> the draft of a matrix."""

from pathlib import Path

from matrices.importing.draft import Draft
from matrices.importing.findings import Findings, ImportProblem, ImportProblems, Place
from matrices.importing.logframe.cells import cells_of
from matrices.importing.logframe.own_sheet import MATRIX_SHEET, own_draft
from matrices.importing.logframe.rows import chain_of
from matrices.importing.logframe.table import Table, table_of
from matrices.importing.repeats import refuse_repeats
from matrices.problems import listed
from matrices.workbooks.xlsx_reader import UnreadableWorkbook, WorkbookSheet, workbook_sheets

NOWHERE = Place(1)
_RIGHT = "Its columns need headings such as Results chain, Results, Indicators, Baseline, Target."


def read_logframe(path: Path, wanted: str = "") -> Draft:
    """The draft of the sheet wanted, or of the only one that holds a logframe.

    Raises `ImportProblems` with every problem, each with its cell.
    """
    findings = Findings(path.name)
    sheets = _sheets(path)
    table = _chosen([s for s in sheets if s.name != MATRIX_SHEET], wanted, findings)
    findings.stop_if_wrong()
    chain = chain_of(table, findings)
    if not chain.statements:
        findings.refuse(table.cells.place(table.first_row, 1), "no result stands below this row.")
    refuse_repeats(chain.statements, findings)
    kept = next((sheet for sheet in sheets if sheet.name == MATRIX_SHEET), None)
    ours = own_draft(kept, chain.statements, findings) if kept else None
    findings.stop_if_wrong()
    return ours or Draft(
        file=path.name,
        kind=f"logframe on sheet {table.cells.sheet}",
        name=_name(table) or path.stem,
        target_groups=tuple(chain.groups.items()),
        statements=tuple(chain.statements),
        remarks=tuple(sorted(set(findings.remarks))),
    )


def _sheets(path: Path) -> list[WorkbookSheet]:
    try:
        return workbook_sheets(path)
    except (UnreadableWorkbook, OSError) as error:
        raise ImportProblems([ImportProblem(path.name, NOWHERE, str(error))]) from error


def _chosen(sheets: list[WorkbookSheet], wanted: str, findings: Findings) -> Table | None:
    tables = [table for sheet in sheets if (table := table_of(cells_of(sheet)))]
    names = [table.cells.sheet for table in tables]
    if wanted in names:
        return tables[names.index(wanted)]
    if len(tables) == 1 and not wanted:
        return tables[0]
    if not tables:
        findings.refuse(NOWHERE, f"no sheet holds a logframe. {_RIGHT}")
    else:
        findings.refuse(NOWHERE, f"logframes stand on {listed(names)}. Name one with --sheet.")
    return None


def _name(table: Table) -> str:
    """The title of the sheet: the first text above its headings."""
    above = [
        table.cells.text(row, column)
        for row in table.cells.rows[: max(0, table.first_row - 2)]
        for column in table.cells.columns
    ]
    return next(filter(None, above), "")
