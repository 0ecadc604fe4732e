"""What is embedded in every report: its figures and what they were made from, for machines.

The JSON is plain ASCII, has no two hyphens in a row (so that it may stand in an XML comment) and
begins with `MARK`, by which it is found again in any file.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from dashboard.reports.content import FrameworkRow, Report
from dashboard.reports.scope import ReportScope

MARK = '{"impact_matrix_report":'
VERSION = 1


def manifest_json(report: Report) -> str:
    """The manifest of a report; the same report gives the same text."""
    return as_json(manifest(report))


def manifest(report: Report) -> dict[str, Any]:
    """Scope, provenance, and a figure for each promise, as plain data."""
    return {
        "impact_matrix_report": VERSION,
        "figures": [figure(row) for city in report.cities for row in city.rows],
        "provenance": _provenance(report),
        "scope": scope_data(report.scope),
    }


def as_json(data: dict[str, Any]) -> str:
    """`impact_matrix_report` sorts behind `figures`, so it is put in front by hand."""
    rest = {name: value for name, value in data.items() if name != "impact_matrix_report"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), default=str)
    return f"{MARK}{VERSION},{text[1:]}".replace("--", "-\\u002d")


def figure(row: FrameworkRow) -> dict[str, Any]:
    """What the report says of one promise; of a statement without one only its status."""
    return {
        "statement": row.statement.identifier,
        "indicator": row.indicator.identifier if row.indicator else None,
        "version": row.indicator.version if row.indicator else None,
        "status": row.status.value,
        "baseline": row.baseline.value if row.baseline else None,
        "target": row.target_value,
        **_of_actual("newest", row),
        **_of_actual("in_period", row),
    }


def scope_data(scope: ReportScope) -> dict[str, Any]:
    """The scope as it can be read back with `scope_from`."""
    return {name: str(v) if hasattr(v, "isoformat") else v for name, v in asdict(scope).items()}


def _of_actual(name: str, row: FrameworkRow) -> dict[str, Any]:
    actual = row.newest if name == "newest" else row.in_period
    parts = ("value", "numerator", "denominator", "is_withheld")
    told: dict[str, Any] = {f"{name}_{part}": getattr(actual, part, None) for part in parts}
    told[f"{name}_period"] = actual.period.label if actual else None
    return told


def _provenance(report: Report) -> dict[str, Any]:
    source = report.provenance
    return {
        "snapshot": source.snapshot,
        "published_at": source.published_at.isoformat(),
        "data_through": str(source.data_through),
        "code_version": source.code_version,
        "loads": [load for load in _loads(report)],
        "matrices": {found.name: found.digest for found in source.matrices},
        "indicators": {found.name: [found.version, found.digest] for found in source.indicators},
        "simulated_cities": sorted(source.simulated_cities),
    }


def _loads(report: Report) -> Iterator[dict[str, Any]]:
    for load in report.provenance.loads:
        files = {file.name: file.sha256 for file in load.files}
        yield {"load": load.load, "as_of": str(load.as_of), "files": files}
