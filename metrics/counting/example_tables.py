"""The little tables of worked examples: text with `|` between cells becomes typed rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ingest.kinds import Column
from matrices.problems import nearest
from metrics.counting.tallied import TALLIED
from metrics.tally import YES_NO

Cell = str | int | float | bool | date | list[str] | None
Row = dict[str, Cell]

WANTED = {
    "day": "a day such as `2024-05-04`",
    "yes_no": "`yes` or `no`",
    "whole": "a whole number",
    "number": "a number",
}


@dataclass
class ExampleTables:
    """The rows of one example's tables, and everything that is wrong with them."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    learners: dict[str, int] = field(default_factory=dict)
    """Learners may have names in an example: the same name gets the same number."""

    def read(self, table: str, text: str) -> None:
        """Adds a table; what cannot be read is said in `problems`."""
        if table not in TALLIED:
            self.problems.append(f"`{table}` is not a record." + nearest(table, TALLIED))
            return
        columns = {column.name: column for column in TALLIED[table].stored_columns()}
        names, *lines = [_cells(line) for line in text.splitlines() if line.strip()] or [[]]
        self.problems += _unknown(table, names, columns)
        found = [columns[name] for name in names if name in columns]
        if len(found) == len(names):
            self.rows[table] = [self._row(table, found, line) for line in lines]

    def _row(self, table: str, columns: list[Column], cells: list[str]) -> Row:
        if len(cells) != len(columns):
            self.problems.append(
                f"{table}: the row `{' | '.join(cells)}` has {len(cells)} cells under "
                f"{len(columns)} headings."
            )
        pairs = zip(columns, cells, strict=False)
        return {column.name: self._cell(table, column, cell) for column, cell in pairs}

    def _cell(self, table: str, column: Column, cell: str) -> Cell:
        if not cell:
            return None
        if column.name == "learner":
            return self.learners.setdefault(cell, len(self.learners) + 1)
        try:
            return _value(column, cell)
        except (ValueError, KeyError):
            wanted = WANTED.get(column.kind.name) or " or ".join(column.kind.choices)
            self.problems.append(f"{table}: {column.name} is `{cell}`; it should be {wanted}.")
            return None


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _unknown(table: str, names: list[str], columns: Mapping[str, Column]) -> list[str]:
    return [
        f"{table}: there is no column `{name}`." + nearest(name, columns)
        for name in names
        if name not in columns
    ]


def _value(column: Column, cell: str) -> Cell:
    """ValueError or KeyError where the cell is nothing that such a column can hold."""
    match column.kind.name:
        case "day":
            return date.fromisoformat(cell)
        case "yes_no":
            return YES_NO[cell]
        case "whole":
            return int(cell)
        case "number":
            return float(cell)
        case "labels":
            return [label.strip() for label in cell.split(";")]
        case "choice" if cell not in column.kind.choices:
            raise KeyError(cell)
    return cell
