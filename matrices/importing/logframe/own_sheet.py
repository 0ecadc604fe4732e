"""The sheet of our own logframes that holds the matrix file itself, line by line."""

from collections.abc import Iterator

from matrices.importing.draft import Draft, DraftStatement
from matrices.importing.findings import Findings, Place
from matrices.importing.matrix_draft import draft_of
from matrices.importing.numbers import digits_of
from matrices.importing.promise_words import promise_words
from matrices.model import Matrix, Promise
from matrices.reading.city_file import is_city_sentence, matrix_of
from matrices.workbooks.xlsx_reader import WorkbookSheet
from matrices.yaml_source import source_of

MATRIX_SHEET = "Matrix file"
FIRST_ROW = 4
"""Above it stands what the sheet is for."""


def own_draft(
    sheet: WorkbookSheet, shown: list[DraftStatement], findings: Findings
) -> Draft | None:
    """The matrix that the sheet holds, where the logframe beside it still says the same."""
    matrix = _matrix(sheet, findings)
    if matrix is None:
        return None
    advice = f"Mend it, or delete the sheet `{MATRIX_SHEET}` to import what the logframe says."
    for place, text in _differences(matrix, shown):
        findings.refuse(place, f"{text} {advice}")
    return draft_of(matrix, findings.file, "logframe with its matrix file")


def _matrix(sheet: WorkbookSheet, findings: Findings) -> Matrix | None:
    lines = [cells[0] if cells else "" for row, cells in sheet.rows() if row >= FIRST_ROW]
    source = source_of("\n".join(lines).encode(), findings.file, is_city_sentence)
    if not source.is_whole:
        findings.refuse(_place(1), "the matrix file on this sheet cannot be read.")
        return None
    matrix, slips = matrix_of(source, "matrix")
    for slip in (*source.slips, *slips):
        findings.refuse(_place(slip.line), slip.text)
    return matrix


def _place(line: int) -> Place:
    row = line + FIRST_ROW - 1
    return Place(row, 1, f"{MATRIX_SHEET}!A{row}")


def _differences(matrix: Matrix, shown: list[DraftStatement]) -> Iterator[tuple[Place, str]]:
    """Results and targets that somebody changed in the logframe alone."""
    ours = {(s.target_group, s.level, s.key): s for s in matrix.statements()}
    for statement in shown:
        same = ours.get((statement.target_group, statement.level, statement.key))
        if same is None or " ".join(same.text.split()) != statement.text:
            yield statement.place, "the matrix file in this workbook has no such result."
            continue
        for indicator in statement.indicators:
            versions = same.promises.get(indicator.identifier, ())
            for promise in indicator.promises:
                if versions and digits_of(promise.target) not in _digits(versions):
                    yield indicator.place, f"the target is `{promise.target}` here alone."


def _digits(versions: tuple[Promise, ...]) -> set[str]:
    return {digits_of(promise_words(each).target) for each in versions}
