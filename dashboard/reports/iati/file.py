"""Writes the report as one IATI 2.03 file: an activity for each city."""

from pathlib import Path

from lxml import etree

from dashboard.reports.content import Report
from dashboard.reports.iati.activity import add_activity
from dashboard.reports.iati.elements import remark, root
from dashboard.reports.manifest import manifest_json
from dashboard.wording.report import footer, simulated_note


def write(report: Report, path: Path) -> None:
    """The same report gives the same bytes: the only moment in it is that of publication."""
    file = root(report.provenance.published_at)
    remark(file, footer(report))
    if report.provenance.is_simulated:
        remark(file, simulated_note(report))
    file.append(etree.Comment(manifest_json(report)))
    for city in report.cities:
        add_activity(file, report, city)
    etree.indent(file)
    path.write_bytes(etree.tostring(file, xml_declaration=True, encoding="UTF-8") + b"\n")
