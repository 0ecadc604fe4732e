"""Writes the package: a ZIP that is a Frictionless data package when it is unpacked."""

from importlib.resources import files
from pathlib import Path

from dashboard.reports.content import Report
from dashboard.reports.embedding import write_zip
from dashboard.reports.manifest import manifest_json
from dashboard.reports.package.descriptor import SELF, descriptor
from dashboard.reports.package.files import csv_bytes, parquet_bytes
from dashboard.reports.package.readme import readme
from dashboard.reports.package.tables import TABLES

VERIFY = "verify.sql"
"""Written by hand; it stands beside this file and goes into every package as it is."""


def write(report: Report, path: Path) -> None:
    """The same report gives the same bytes: no time of making is in any of the files."""
    contents = _contents(report)
    described = {SELF: descriptor(report, contents).encode()}
    write_zip(path, described | contents)


def _contents(report: Report) -> dict[str, bytes]:
    contents = {"README.md": readme(report).encode(), VERIFY: _verify()}
    for table in TABLES:
        rows = table.arrow(report)
        contents[f"csv/{table.name}.csv"] = csv_bytes(rows)
        contents[f"parquet/{table.name}.parquet"] = parquet_bytes(rows)
    for matrix in report.provenance.matrices:
        contents[f"matrices/{matrix.name}.yaml"] = matrix.content
    for indicator in report.provenance.indicators:
        contents[f"indicators/{indicator.name}.yaml"] = indicator.content
    return contents | {"manifest.json": manifest_json(report).encode()}


def _verify() -> bytes:
    return files("dashboard.reports.package").joinpath(VERIFY).read_bytes()
