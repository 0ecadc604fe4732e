"""The sheet of a workbook as a person sees it: a merged cell says its text everywhere it covers."""

from dataclasses import dataclass

from matrices.importing.findings import Place
from matrices.workbooks.xlsx_reader import WorkbookSheet

MOST_ROWS = 20_000
MOST_COLUMNS = 200


@dataclass(frozen=True)
class Cells:
    """Texts by row and column, both counted from 1."""

    sheet: str
    texts: dict[tuple[int, int], str]
    covered: frozenset[tuple[int, int]]
    """Places that belong to a merged cell which begins elsewhere."""

    @property
    def rows(self) -> range:
        return range(1, max((row for row, _ in self.texts), default=0) + 1)

    @property
    def columns(self) -> range:
        return range(1, max((column for _, column in self.texts), default=0) + 1)

    def text(self, row: int, column: int | None) -> str:
        """Empty outside the sheet, and for a column that the sheet does not have."""
        return self.texts.get((row, column or 0), "")

    def row(self, row: int) -> list[str]:
        return [self.text(row, column) for column in self.columns]

    def place(self, row: int, column: int | None) -> Place:
        label = f"{letters(column or 1)}{row}"
        return Place(row, column or 1, f"{self.sheet}!{label}")


def cells_of(sheet: WorkbookSheet) -> Cells:
    """The sheet as far as a logframe may reach."""
    texts = {
        (row, column): " ".join(text.split())
        for row, written in sheet.rows()
        if row <= MOST_ROWS
        for column, text in enumerate(written[:MOST_COLUMNS], 1)
        if text.strip()
    }
    covered = set()
    for (first_row, first_column), (last_row, last_column) in sheet.sheet.merged_cell_ranges or ():
        text = texts.get((first_row + 1, first_column + 1), "")
        for row in range(first_row + 1, min(last_row + 1, MOST_ROWS) + 1):
            for column in range(first_column + 1, min(last_column + 1, MOST_COLUMNS) + 1):
                if text:
                    texts[row, column] = text
                covered.add((row, column))
        covered.discard((first_row + 1, first_column + 1))
    return Cells(sheet.name, texts, frozenset(covered))


def letters(column: int) -> str:
    """`AA` for 27."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
