"""Files -> tables that were recognised, each ready to be scanned."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ingest.checking.personal import without_emails_in
from ingest.checking.sql import Values
from ingest.open_badges.files import is_badge_file
from ingest.open_badges.opening import open_badges
from ingest.open_badges.settings import BadgeSettings
from ingest.platform_json.answers import is_answer
from ingest.platform_json.opening import open_answers
from ingest.reading.code_pages import OF_LANGUAGE
from ingest.reading.csv_reader import Line, logical_rows
from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.reading.folders import with_folders_opened
from ingest.reading.foreign_kinds import what_is_foreign, what_is_foreign_in_zip
from ingest.reading.json_file import UnreadableJson, looks_like_json, read_json
from ingest.reading.opened_file import OpenedFile
from ingest.reading.recognition import Head, Unrecognised, find_head
from ingest.reading.scans import Scan, careful_scan, text_scans
from ingest.reading.text_file import EndlessLine, TextFile, examine
from ingest.receipt import SourceFile
from ingest.source_mapping import Mappings
from ingest.templates.sheet_names import BESIDE_THE_FORM
from matrices.telling import told
from matrices.workbooks.xlsx_reader import UnreadableWorkbook, WorkbookSheet, workbook_sheets
from matrices.workbooks.zip_directory import is_endless

SAMPLE_ROWS = 200
SEPARATORS = (",", ";", "\t", "|")
WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""ZIP (xlsx, xlsb, ods) and the older compound file (xls)."""
WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


@dataclass(frozen=True)
class TextTable:
    """The one table of a text file."""

    file: str
    text: TextFile
    separator: str
    head: Head
    head_line: int
    """The last physical line of the headings."""
    sample: list[list[str]]
    sheet: None = None

    def scans(self, values: Values) -> Iterator[Scan]:
        width = len(self.head.headings)
        return text_scans(self.text, self.separator, self.head.row, self.head_line, width, values)


@dataclass(frozen=True)
class SheetTable:
    """The table on one sheet of a workbook."""

    file: str
    sheet: str
    source: WorkbookSheet
    head: Head
    sample: list[list[str]]

    def scans(self, values: Values) -> Iterator[Scan]:
        rows = (Line(number, number, cells) for number, cells in self.source.rows())
        below = (row for row in rows if row.row > self.head.row)
        yield careful_scan(below, self.head.row, len(self.head.headings))


def open_files(
    files: Sequence[Path], mappings: Mappings, about_badges: BadgeSettings | None = None
) -> list[OpenedFile]:
    """Every file with its tables; raises `FileProblems` with all that stands in the way."""
    kinds = _Kinds()
    files = with_folders_opened(files)
    named = Counter(map(os.path.realpath, files))
    for path, name in zip(files, _safe(file_names(files)), strict=True):
        kinds.sort_in(path, name, mappings, named)
    kinds.settle_other_json()
    settings = about_badges or BadgeSettings()
    for opened in (
        lambda: open_answers(kinds.answers, mappings),
        lambda: open_badges(kinds.badges, mappings, settings),
    ):
        try:
            kinds.opened += opened()
        except FileProblems as error:
            kinds.problems += error.problems
    if kinds.problems or not files:
        raise FileProblems(kinds.problems or [FileProblem("files", told("No file was named."))])
    return kinds.opened


@dataclass
class _Kinds:
    """The files by what they hold; those that hold a table are opened already."""

    opened: list[OpenedFile] = field(default_factory=list)
    answers: list[tuple[Path, str]] = field(default_factory=list)
    badges: list[tuple[Path, str]] = field(default_factory=list)
    other_json: list[tuple[Path, str, str]] = field(default_factory=list)
    """With why each is none that is known."""
    problems: list[FileProblem] = field(default_factory=list)

    def sort_in(self, path: Path, name: str, mappings: Mappings, named: Counter[str]) -> None:
        try:
            _refuse_what_is_no_file(path, named)
            if is_badge_file(path):
                self.badges.append((path, name))
            elif _is_answer(path):
                self.answers.append((path, name))
            else:
                self.opened.append(_open_file(path, name, mappings))
        except (_OtherJson, UnreadableJson) as error:
            self.other_json.append((path, name, str(error)))
        except _UNREADABLE as error:
            self.problems.append(FileProblem(name, str(error)))
        except OSError as error:
            why = told("It cannot be read: {why}.", why=error.strerror)
            self.problems.append(FileProblem(name, why))

    def settle_other_json(self) -> None:
        """Among badges it is refused by itself, as a badge that is none."""
        if self.badges and not self.answers:
            self.badges += [(path, name) for path, name, _ in self.other_json]
        else:
            self.problems += [FileProblem(name, why) for _, name, why in self.other_json]


def file_names(files: Sequence[Path]) -> list[str]:
    """The names of the files, with as many folders as it takes to tell them apart."""
    for depth in range(1, max((len(path.parts) for path in files), default=1) + 1):
        names = ["/".join(path.parts[-depth:]) for path in files]
        if len(set(names)) == len(set(files)):
            break
    return names if files else []


def _safe(names: Sequence[str]) -> list[str]:
    """Names without e-mail addresses and in letters alone, which are kept in receipts; still each
    another."""
    safe: list[str] = []
    for name in names:
        shown = without_emails_in(name).encode("utf-8", "replace").decode()
        safe.append(f"{shown} ({len(safe) + 1})" if shown != name and shown in safe else shown)
    return safe


class _Unreadable(Exception):
    """Why a file cannot be read, and what would be right."""


class _OtherJson(_Unreadable):
    """It is JSON of no kind that is known."""


_UNREADABLE = (_Unreadable, EndlessLine, UnreadableWorkbook, Unrecognised)


def _refuse_what_is_no_file(path: Path, named: Counter[str]) -> None:
    if not path.exists():
        raise _Unreadable(told("There is no such file."))
    if path.is_dir():
        raise _Unreadable(told("It is a folder. Name the files in it."))
    if not path.is_file():
        raise _Unreadable(told("It is no file but a device or a pipe. Name a file."))
    if path.stat().st_size == 0:
        raise _Unreadable(told("It is empty: not a single byte is in it."))
    if named[os.path.realpath(path)] > 1:
        raise _Unreadable(told("It is named more than once. Name it once."))
    if is_endless(path):
        raise _Unreadable(
            told("It is a ZIP that lists more files than anybody can mean; nothing of it was read.")
        )
    if foreign := what_is_foreign_in_zip(path):
        raise _Unreadable(foreign)


def _is_answer(path: Path) -> bool:
    """Whether it is a saved answer of the platform; raises where it is other JSON."""
    if not looks_like_json(path):
        return False
    try:
        document = read_json(path)
    except UnreadableJson:
        if path.suffix.lower() == ".json":
            raise
        return False
    if not is_answer(document):
        raise _OtherJson(
            told(
                "It is JSON, but neither an Open Badge nor an answer of the platform: "
                "that has `data`, and in it `projects`, `organisations`, `badgeClasses` or `badges`. "
                "A table goes in as .csv or .xlsx."
            )
        )
    return True


def _open_file(path: Path, name: str, mappings: Mappings) -> OpenedFile:
    with path.open("rb") as file:
        is_workbook = file.read(4) in WORKBOOK_STARTS
    if foreign := what_is_foreign(path):
        raise _Unreadable(foreign)
    if not is_workbook and path.suffix.lower() in WORKBOOK_ENDINGS:
        raise _Unreadable(
            told(
                "It is called {ending} but is no workbook inside. "
                "Save it anew as a workbook, or call it .csv if that is what it is.",
                ending=path.suffix.lower(),
            )
        )
    open_one = _open_workbook if is_workbook else _open_text
    return open_one(path, name, mappings)


def _open_text(path: Path, name: str, mappings: Mappings) -> OpenedFile:
    text, table = _best_read(examine(path), name, mappings)
    source = SourceFile(
        name, text.size_bytes, text.sha256, table.head.fit.mapping.identifier, text.encoding
    )
    return OpenedFile(source, (table,), (text.note,) if text.note else ())


def _best_read(text: TextFile, name: str, mappings: Mappings) -> tuple[TextFile, TextTable]:
    """In the code page of the language whose headings it has, else in the likeliest that is known."""
    if not text.pages:
        return text, _best_separated(text, name, mappings)
    found: list[tuple[TextFile, TextTable]] = []
    failures: list[Unrecognised] = []
    for page in text.pages:
        try:
            read = text.read_as(page)
            found.append((read, _best_separated(read, name, mappings)))
        except Unrecognised as failure:
            failures.append(failure)
    if not found:
        raise max(failures, key=lambda failure: failure.resembles)
    of_language = (each for each in found if _is_of_language(*each))
    return next(of_language, found[0])


def _is_of_language(text: TextFile, table: TextTable) -> bool:
    return OF_LANGUAGE.get(table.head.fit.mapping.language or "") == text.codec


def _best_separated(text: TextFile, name: str, mappings: Mappings) -> TextTable:
    """The table with the separator by which most headings are known."""
    tables: list[TextTable] = []
    failures: list[Unrecognised] = []
    for separator in SEPARATORS:
        try:
            tables.append(_separated(text, name, separator, mappings))
        except Unrecognised as failure:
            failures.append(failure)
    if not tables:
        raise max(failures, key=lambda failure: failure.resembles)
    return max(tables, key=lambda table: len(table.head.fit.positions))


def _separated(text: TextFile, name: str, separator: str, mappings: Mappings) -> TextTable:
    with text.text() as lines:
        rows = logical_rows(lines, separator, is_damaged=text.is_damaged)
        first = list(islice(rows, SAMPLE_ROWS))
    head = find_head([(row.row, row.cells) for row in first], mappings)
    below = [row for row in first if row.row > head.row]
    head_line = below[0].line - 1 if below else text.lines
    return TextTable(name, text, separator, head, head_line, [row.cells for row in below])


def _open_workbook(path: Path, name: str, mappings: Mappings) -> OpenedFile:
    tables: list[SheetTable] = []
    failures: dict[str, Unrecognised] = {}
    sheets = workbook_sheets(path)
    for sheet, shown in zip(sheets, _safe([sheet.name for sheet in sheets]), strict=True):
        try:
            tables.append(_on_sheet(name, shown, sheet, mappings))
        except Unrecognised as failure:
            failures[shown] = failure
    failures = _without_those_beside(failures, bool(tables))
    _refuse_what_resembles(tables, failures)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    identifiers = dict.fromkeys(table.head.fit.mapping.identifier for table in tables)
    source = SourceFile(name, path.stat().st_size, sha256, ", ".join(identifiers), "workbook")
    notes = [
        told("Sheet `{sheet}` holds no table that is known; it was left out.", sheet=sheet)
        for sheet in failures
    ]
    hidden = [table.sheet for table in tables if table.source.is_hidden]
    notes += [_HIDDEN.format(sheet=sheet) for sheet in hidden]
    if any(table.source.failed.has_errors_somewhere for table in tables):
        notes.append(_ERRORS_SOMEWHERE)
    return OpenedFile(source, tuple(tables), tuple(notes))


_ERRORS_SOMEWHERE = told(
    "Some cells of this workbook show errors, such as `#N/A`. In a workbook of this kind they cannot be "
    "told from empty cells and were read as such. Save it as .xlsx to have each of them told."
)
_HIDDEN = told("Sheet `{sheet}` is hidden in the workbook, and was read like the others.")


def _without_those_beside(
    failures: dict[str, Unrecognised], is_read: bool
) -> dict[str, Unrecognised]:
    """Nothing needs to be said of the sheets that explain a form, unless there is nothing else."""
    others = {name: each for name, each in failures.items() if name not in BESIDE_THE_FORM}
    return others if is_read or others else failures


def _refuse_what_resembles(tables: list[SheetTable], failures: dict[str, Unrecognised]) -> None:
    """A sheet of remarks may stand beside tables; one that is almost a table is a mistake."""
    almost = {sheet: failure for sheet, failure in failures.items() if failure.resembles >= 2}
    if not tables:
        almost = almost or failures
    if almost:
        sentences = (
            told("Sheet `{sheet}`: {failure}", sheet=sheet, failure=failure)
            for sheet, failure in almost.items()
        )
        raise Unrecognised(" ".join(sentences))


def _on_sheet(name: str, shown: str, sheet: WorkbookSheet, mappings: Mappings) -> SheetTable:
    first = list(islice(sheet.rows(), SAMPLE_ROWS))
    head = find_head(first, mappings)
    _refuse_uncalculated(sheet.uncalculated(head.row, head.fit.positions))
    sample = [cells for number, cells in first if number > head.row]
    return SheetTable(name, shown, sheet, head, sample)


def _refuse_uncalculated(cells: list[str]) -> None:
    """A program that writes a formula into a workbook leaves it to a spreadsheet to work it out."""
    if cells:
        raise Unrecognised(
            told(
                "Formulas that no spreadsheet has worked out yet: {count}, the first in cell `{cell}`. "
                "Open the workbook in a spreadsheet, save it, and load it again.",
                count=len(cells),
                cell=cells[0],
            ),
            resembles=len(cells) + 2,
        )
