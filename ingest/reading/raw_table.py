"""A file's first table as it stands, before any mapping knows it: its headings and first rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ingest.readers import SAMPLE_ROWS, SEPARATORS, WORKBOOK_STARTS
from ingest.reading.csv_reader import logical_rows
from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.reading.recognition import HEADINGS_WITHIN
from ingest.reading.text_file import EndlessLine, examine
from matrices.telling import told
from matrices.workbooks.xlsx_reader import UnreadableWorkbook, workbook_sheets


@dataclass(frozen=True)
class RawTable:
    """Headings and first rows; `column` gives the filled cells below a heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, place: int) -> list[str]:
        cells = (row[place].strip() for row in self.rows if place < len(row))
        return [cell for cell in cells if cell]


def raw_table(path: Path) -> RawTable:
    """The table with most columns in the file; raises `FileProblems` where there is none."""
    try:
        tables = _on_sheets(path) if _is_workbook(path) else _in_text(path)
    except (EndlessLine, UnreadableWorkbook) as error:
        raise FileProblems([FileProblem(path.name, str(error))]) from error
    except OSError as error:
        text = told("It cannot be read: {why}.", why=error.strerror)
        raise FileProblems([FileProblem(path.name, text)]) from error
    found = [table for rows in tables if (table := _below_headings(rows))]
    if not found:
        text = told("There is no row of headings: no row has two filled cells.")
        raise FileProblems([FileProblem(path.name, text)])
    return max(found, key=lambda table: len(table.headings))


def _is_workbook(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in WORKBOOK_STARTS


def _on_sheets(path: Path) -> list[list[list[str]]]:
    return [
        [cells for _, cells in islice(sheet.rows(), SAMPLE_ROWS)] for sheet in workbook_sheets(path)
    ]


def _in_text(path: Path) -> list[list[list[str]]]:
    text = examine(path)
    tables = []
    for separator in SEPARATORS:
        with text.text() as lines:
            rows = logical_rows(lines, separator, is_damaged=text.is_damaged)
            tables.append([row.cells for row in islice(rows, SAMPLE_ROWS)])
    return tables


def _below_headings(rows: Sequence[Sequence[str]]) -> RawTable | None:
    """The headings are the first row in words that is about as full as the fullest."""
    likely = [_words(row) for row in rows[:HEADINGS_WITHIN]]
    most = max(map(len, likely), default=0)
    if most < 2:
        return None
    head = next(at for at, words in enumerate(likely) if len(words) >= max(2, most - 1))
    below = tuple(tuple(row) for row in rows[head + 1 :])
    return RawTable(tuple(cell.strip() for cell in rows[head]), below)


def _words(row: Sequence[str]) -> set[str]:
    """The different texts of a row that are more than a number."""
    return {cell.strip() for cell in row if any(letter.isalpha() for letter in cell)}
