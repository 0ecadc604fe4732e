"""A report as bytes, for whoever takes it from a page instead of from a folder."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.reports.content import Report
from dashboard.reports.embedding import write_zip
from dashboard.reports.formats import Format, file_name, write_report
from dashboard.reports.scope import ReportScope


def download_name(scope: ReportScope, formats: Sequence[Format]) -> str:
    """Of the one file there is, else of the ZIP that holds them all."""
    if _is_single(scope, formats):
        return file_name(scope, formats[0])
    together = Format("report", "zip", "")
    return file_name(scope, together)


def as_bytes(report: Report, formats: Sequence[Format]) -> bytes:
    """The file, or a ZIP of all; the same report gives the same bytes."""
    with TemporaryDirectory(prefix="impact-") as folder:
        written = write_report(report, formats, Path(folder))
        if _is_single(report.scope, formats):
            return written[0].read_bytes()
        together = Path(folder) / "report.zip"
        write_zip(together, {path.name: path.read_bytes() for path in written})
        return together.read_bytes()


def _is_single(scope: ReportScope, formats: Sequence[Format]) -> bool:
    return len(formats) == 1 and not (formats[0].is_per_city and len(scope.cities) > 1)
