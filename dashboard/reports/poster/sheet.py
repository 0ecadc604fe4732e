"""The poster of a city: the matrix with today's standing on one page, to hang on the wall."""

from pathlib import Path

from dashboard.reports.content import Report
from dashboard.reports.manifest import manifest_json
from dashboard.reports.poster.content import poster
from dashboard.reports.typesetting import typeset

TEMPLATE = Path(__file__).with_name("poster.typ")


def write(report: Report, path: Path) -> None:
    """A PDF of one page for the report's city."""
    data = poster(report, report.cities[0])
    path.write_bytes(typeset(TEMPLATE, data, manifest_json(report)))
