"""`datapackage.json`: what every file and column of the package is, as Frictionless describes it."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from dashboard.reports.content import Report
from dashboard.reports.package.column import Column, Reference, Table
from dashboard.reports.package.tables import TABLES
from dashboard.wording.report import footer, simulated_note, title

SELF = "datapackage.json"
MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "yaml": "application/yaml",
    "md": "text/markdown",
    "sql": "application/sql",
    "json": "application/json",
}


def descriptor(report: Report, files: dict[str, bytes]) -> str:
    """The descriptor of these files, which are in the package by their path."""
    about = {
        "name": _name(report),
        "title": title(report),
        "description": _description(report),
        "created": f"{report.provenance.published_at:%Y-%m-%dT%H:%M:%SZ}",
        "version": f"1.0.{report.provenance.snapshot}",
        "keywords": ["city of learning", "results framework", "progress"],
        "licenses": [
            {"name": "notspecified", "title": "Not stated: ask the cities before passing it on"}
        ],
        "sources": list(_sources(report)),
        "resources": [*_tables(files), *_others(files)],
    }
    return json.dumps(about, indent=2, ensure_ascii=False) + "\n"


def _tables(files: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    """A resource for each table; the Parquet file beside it holds the same rows."""
    for table in TABLES:
        path, twin = f"csv/{table.name}.csv", f"parquet/{table.name}.parquet"
        yield {
            "name": table.name.replace("_", "-"),
            "description": table.sentence,
            **_file(path, files[path]),
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "schema": _schema(table),
            "parquet": _file(twin, files[twin]),
        }


def _others(files: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    """What goes with the tables: declarations, SQL, the manifest."""
    for path, content in files.items():
        if not path.startswith(("csv/", "parquet/")):
            name = path.rpartition(".")[0].replace("/", "-").replace("_", "-").casefold()
            yield {"name": name, **_file(path, content)}


def _file(path: str, content: bytes) -> dict[str, Any]:
    suffix = path.rpartition(".")[2]
    return {
        "path": path,
        "format": suffix,
        "mediatype": MEDIA_TYPES[suffix],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _name(report: Report) -> str:
    """Small letters, digits and hyphens, as the standard asks."""
    whose = "-".join(report.scope.cities) if len(report.scope.cities) <= 3 else "network"
    stretch = f"{report.scope.first:%Y-%m}-{report.scope.last:%Y-%m}"
    return f"impact-matrix-{whose}-{stretch}".replace("_", "-")


def _description(report: Report) -> str:
    told = [footer(report)]
    told += [simulated_note(report)] if report.provenance.is_simulated else []
    return " ".join(f"{each.rstrip('.')}." for each in told)


def _sources(report: Report) -> Iterator[dict[str, str]]:
    for load in report.provenance.loads:
        made_up = " (simulated)" if load.is_simulated else ""
        for file in load.files:
            yield {"title": f"{file.name}, load {load.load}{made_up}"}


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.references:
        schema["foreignKeys"] = [_foreign_key(each) for each in table.references]
    return schema


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "description": column.sentence,
    }
    constraints = column.constraints()
    return found | {"constraints": constraints} if constraints else found


def _foreign_key(reference: Reference) -> dict[str, Any]:
    resource = reference.table.replace("_", "-")
    return {
        "fields": list(reference.columns),
        "reference": {"resource": resource, "fields": list(reference.to)},
    }
