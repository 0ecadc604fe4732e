"""A desk at which tests hand in files: what was taken, what was refused, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
from duckdb import DuckDBPyConnection

from ingest.intake import Frame, Intake, take_in
from ingest.records import RECORDS
from matrices.home import Home

TODAY = date(2025, 1, 31)
FRAME = Frame(
    cities={"breda": "NL", "cluj_napoca": "RO", "vilnius": "LT"},
    indicators=frozenset({"learners", "playlists", "skills_recognised_share"}),
    today=TODAY,
)


@dataclass(frozen=True)
class Taken:
    """What became of the files."""

    intake: Intake
    connection: DuckDBPyConnection

    def rows(self, record: str, columns: str = "*") -> list[tuple]:
        """The taken rows of a record in the order of the files; persons by their keyed hash."""
        rows = f"taken_{record}"
        for name in RECORDS[record].person_columns():
            person = f"(SELECT person FROM persons WHERE number = line.{name})"
            rows = f"(SELECT * REPLACE ({person} AS {name}) FROM {rows} AS line)"
        sql = f"SELECT {columns} FROM {rows} ORDER BY file, sheet, row"
        return self.connection.execute(sql).fetchall()

    def refused(self, columns: str) -> list[tuple]:
        sql = f"SELECT {columns} FROM refused ORDER BY record, file, sheet, row"
        return self.connection.execute(sql).fetchall()

    def sentences(self) -> list[str]:
        return [sentence for (sentence,) in self.refused("sentence")]

    def codes(self) -> list[str]:
        return [code for (code,) in self.refused("code")]

    def notes(self) -> list[str]:
        return [note.text for note in self.intake.notes]

    def everything(self) -> str:
        """Every value of every table that was made, to look for what must not be there."""
        tables = [f"taken_{record}" for record in self.intake.records]
        rows = [
            self.connection.execute(f"FROM {table}").fetchall()
            for table in (*tables, "persons", "refused")
        ]
        return f"{rows} {self.intake}"


def take(
    folder: Path,
    files: Mapping[str, str | bytes | list[list[object]]],
    as_of: date | None = None,
    mapping: str | None = None,
    frame: Frame = FRAME,
) -> Taken:
    """Hand in files by name: text, bytes, or the rows of a workbook's one sheet."""
    folder.mkdir(parents=True, exist_ok=True)
    home = Home(folder / "home")
    if mapping:
        (home.path / "sources").mkdir(parents=True, exist_ok=True)
        (home.path / "sources" / "own.yaml").write_text(mapping, encoding="utf-8")
    paths = [_written(folder / name, content) for name, content in files.items()]
    connection = duckdb.connect()
    return Taken(take_in(connection, paths, home, frame, as_of), connection)


def workbook(path: Path, sheets: Mapping[str, list[list[object]]]) -> Path:
    """A workbook with these sheets; a row is a list of cells."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def _written(path: Path, content: str | bytes | list[list[object]]) -> Path:
    if isinstance(content, list):
        return workbook(path, {"Sheet": content})
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
