"""The formats of a report: what each is called, and who writes it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from dashboard.language import speaking
from dashboard.reports.content import Report
from dashboard.reports.scope import ReportProblem, ReportScope
from matrices.problems import nearest

MOST_NAMED = 3
"""A file's name holds at most so many cities' names."""

Write = Callable[[Report, Path], None]


@dataclass(frozen=True)
class Format:
    """One way to write a report. Its module has `write(report, path)`.

    The module is imported when it writes: most of them bring a large library along.
    """

    name: str
    suffix: str
    module: str
    is_per_city: bool = False
    """True for one file a city; else one file holds all cities of the report."""
    is_by_action: bool = False
    """True where the file depends on the action of Erasmus+, which its name then says."""

    def write(self, report: Report, path: Path) -> None:
        write: Write = import_module(self.module).write
        write(report, path)


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format("workbook", "xlsx", "dashboard.reports.workbook.book"),
        Format("poster", "pdf", "dashboard.reports.poster.sheet", is_per_city=True),
        Format("iati", "xml", "dashboard.reports.iati.file"),
        Format("logframe", "xlsx", "dashboard.reports.logframe.book", is_per_city=True),
        Format("document", "docx", "dashboard.reports.document.document", True, True),
        Format("booklet", "pdf", "dashboard.reports.booklet.book", is_per_city=True),
        Format("package", "zip", "dashboard.reports.package.zip_file"),
    )
}


def chosen_formats(names: Iterable[str]) -> tuple[Format, ...]:
    """The formats of these names; raises `ReportProblem` with what is wrong about any of them."""
    asked = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    unknown = [name for name in asked if name not in FORMATS]
    if unknown:
        known = f" Formats: {', '.join(FORMATS)}."
        raise ReportProblem(
            f"`{name}` is not a format.{nearest(name, FORMATS)}{known}" for name in unknown
        )
    return tuple(FORMATS[name] for name in asked)


def write_report(report: Report, formats: Iterable[Format], folder: Path) -> list[Path]:
    """Writes the files into the folder, which is made; gives them in the order of writing.

    Each is written aside and renamed when it is complete, so that nobody opens half a report.
    """
    _make_folder(folder)
    written = []
    for form in formats:
        for part in _parts(report, form):
            path = folder / file_name(part.scope, form)
            _write_whole(part, form, path)
            written.append(path)
    return written


def file_name(scope: ReportScope, form: Format) -> str:
    """`breda_2024-01_2026-06_workbook_en.xlsx`; the same choice always has the same name."""
    several = f"{len(scope.cities)}-cities"
    whose = scope.name or (several if len(scope.cities) > MOST_NAMED else "-".join(scope.cities))
    if scope.name and form.is_per_city:
        whose = f"{scope.name}-{scope.cities[0]}"
    stretch = f"{_month(scope.first)}_{_month(scope.last)}"
    as_of = f"_load-{scope.as_of}" if scope.as_of else ""
    kind = f"{form.name}-{scope.action}" if form.is_by_action else form.name
    return f"{whose}_{stretch}{as_of}_{kind}_{scope.language}.{form.suffix}"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReportProblem([f"{folder} cannot be written: {error.strerror}."]) from error


def _parts(report: Report, form: Format) -> list[Report]:
    return [report.of_city(city.city) for city in report.cities] if form.is_per_city else [report]


def _write_whole(report: Report, form: Format, path: Path) -> None:
    aside = path.with_name(f".{path.name}.part")
    try:
        with speaking(report.scope.language):
            form.write(report, aside)
        aside.replace(path)
    except OSError as error:
        raise ReportProblem([f"{path} cannot be written: {error.strerror}."]) from error
    finally:
        aside.unlink(missing_ok=True)


def _month(day: object) -> str:
    return f"{day:%Y-%m}"
