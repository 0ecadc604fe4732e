"""The booklet of a city as PDF, A4."""

from pathlib import Path

from dashboard.reports.booklet.content import booklet
from dashboard.reports.content import Report
from dashboard.reports.manifest import manifest_json
from dashboard.reports.typesetting import typeset

TEMPLATE = Path(__file__).with_name("booklet.typ")


def write(report: Report, path: Path) -> None:
    """A PDF about the report's city."""
    data = booklet(report, report.cities[0])
    path.write_bytes(typeset(TEMPLATE, data, manifest_json(report)))
