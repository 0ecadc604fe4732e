"""Saved answers of the platform, all files together -> tables as the export has them."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.checking.sql import Values
from ingest.platform_json.answers import errors_in, roots
from ingest.platform_json.fields import fields
from ingest.platform_json.objects import Page, Seen, objects, site_name
from ingest.platform_json.remarks import (
    Remark,
    copies,
    missing_pages,
    named,
    sites,
    unread,
)
from ingest.platform_json.rows import Row, complete, merged, row
from ingest.reading.csv_reader import Line
from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.reading.json_file import UnreadableJson, read_json
from ingest.reading.opened_file import OpenedFile
from ingest.reading.recognition import Head, Unrecognised, recognise
from ingest.reading.scans import Member, Scan, careful_scan
from ingest.receipt import SourceFile
from ingest.source_mapping import Mappings
from ingest.tables.counters import COUNTERS
from matrices.telling import told


@dataclass(frozen=True)
class ObjectTable:
    """The rows of one record, gathered from all the files."""

    file: str
    """The first of them."""
    head: Head
    rows: tuple[Row, ...]
    names: tuple[str, ...]
    """Of all files, by their numbers."""
    sheet: None = None
    sample: list[list[str]] = field(default_factory=list)

    def scans(self, values: Values) -> Iterator[Scan]:
        headings = self.head.headings
        lines = (
            Line(place, place, [each.cells.get(name, "") for name in headings])
            for place, each in enumerate(self.rows, start=1)
        )
        yield careful_scan(lines, self.head.row, len(headings), tuple(map(self._member, self.rows)))

    def _member(self, each: Row) -> Member:
        return Member(self.names[each.file], each.number, thing=each.kind.replace("_", " "))


@dataclass
class _Saved:
    """What one file brought."""

    rows: list[Row] = field(default_factory=list)
    pages: list[tuple[str | None, Page]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def open_answers(files: Sequence[tuple[Path, str]], mappings: Mappings) -> list[OpenedFile]:
    """Each file with what is to be said of it, in the order of the names; the first has the rows
    of all of them, each object once.

    `files` are paths and the names by which they are shown. Raises `FileProblems`.
    """
    ordered = sorted(files, key=lambda each: each[1])
    saved = _read(ordered)
    once = merged(row for each in saved for row in each.rows)
    rows = complete(once)
    remarks = [*_about_pages(saved), *copies(once), *sites(once), *_own_remarks(saved)]
    tables = _tables(rows, tuple(name for _, name in ordered), mappings)
    used = ", ".join(dict.fromkeys(table.head.fit.mapping.identifier for table in tables))
    counting = {each.file for each in rows if _has_counter(each)}
    return [
        OpenedFile(
            _source(path, name, used),
            tables if number == 0 else (),
            tuple(remark.text for remark in remarks if remark.file == number),
            number in counting,
        )
        for number, (path, name) in enumerate(ordered)
    ]


def _read(files: Sequence[tuple[Path, str]]) -> list[_Saved]:
    saved: list[_Saved] = []
    problems: list[FileProblem] = []
    for number, (path, name) in enumerate(files):
        try:
            saved.append(_read_one(path, number))
        except UnreadableJson as error:
            problems.append(FileProblem(name, str(error)))
    if problems:
        raise FileProblems(problems)
    return saved


def _read_one(path: Path, file: int) -> _Saved:
    document, saved, counted = read_json(path), _Saved(), {}
    for name, value in roots(document):
        seen = Seen()
        for found in objects(name, value, seen):
            if found.declared.table:
                counted[found.kind] = counted.get(found.kind, 0) + 1
                saved.rows.append(row(found, file, counted[found.kind]))
        saved.pages += [(_site_of(name, value), page) for page in seen.pages]
        saved.unread += seen.unread
    saved.errors = errors_in(document)
    if not saved.rows and not saved.pages:
        raise UnreadableJson(_nothing_known(saved.unread))
    return saved


def _site_of(name: str, value: object) -> str | None:
    return site_name(value) if name == "site" else None


def _nothing_known(unread: Sequence[str]) -> str:
    known = ", ".join(fields().roots)
    if not unread:
        return told("None of the platform's objects is in it. Known are {known}.", known=known)
    return told(
        "None of the platform's objects is in it. It holds {found}. Known are {known}.",
        found=named(unread),
        known=known,
    )


def _about_pages(saved: Sequence[_Saved]) -> Iterator[Remark]:
    pages = ((file, site, page) for file, each in enumerate(saved) for site, page in each.pages)
    return missing_pages(pages)


def _own_remarks(saved: Sequence[_Saved]) -> Iterator[Remark]:
    """Errors stand at their file; fields that nobody reads are named once for all files."""
    for file, each in enumerate(saved):
        for error in each.errors:
            yield Remark(
                file,
                told(
                    "The platform reported an error beside the data: {error} Part may be missing.",
                    error=error,
                ),
            )
    names = {name for each in saved for name in each.unread}
    if names:
        yield Remark(0, unread(names))


def _source(path: Path, name: str, mapping: str) -> SourceFile:
    content = path.read_bytes()
    return SourceFile(name, len(content), hashlib.sha256(content).hexdigest(), mapping, "JSON")


def _tables(
    rows: Sequence[Row], names: tuple[str, ...], mappings: Mappings
) -> tuple[ObjectTable, ...]:
    """One for each record, in the order in which the rows come."""
    by_kind: dict[str, list[Row]] = {}
    for each in rows:
        by_kind.setdefault(each.kind, []).append(each)
    return tuple(_table(own, names, mappings) for own in by_kind.values())


def _table(rows: list[Row], names: tuple[str, ...], mappings: Mappings) -> ObjectTable:
    kind, file = rows[0].declared, names[rows[0].file]
    try:
        fit = recognise(kind.headings(), mappings, rows[0].table)
    except Unrecognised as error:
        raise FileProblems([FileProblem(file, str(error))]) from error
    return ObjectTable(file, Head(0, kind.headings(), fit), tuple(rows), names)


def _has_counter(each: Row) -> bool:
    counters = COUNTERS.get(each.table)
    return bool(counters) and any(name in each.cells for name in counters.columns)
