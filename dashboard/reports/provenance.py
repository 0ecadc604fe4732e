"""What a report was made from: enough to make it again, and to tell whether it still holds."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from dashboard.reports.scope import ReportProblem
from ingest.receipt import Receipt, SourceFile, code_version
from matrices.home import Home
from metrics.results import Results
from metrics.standing import Publication


@dataclass(frozen=True)
class LoadUsed:
    """A load in force when the figures were made."""

    load: int
    loaded_at: datetime
    as_of: date | None
    is_simulated: bool
    files: tuple[SourceFile, ...]
    rows: int
    """Lines that were taken in."""


@dataclass(frozen=True)
class Declaration:
    """A file of declarations as it was used: a matrix or an indicator."""

    name: str
    version: int | None
    """Of an indicator; a matrix has versions of its promises instead."""
    digest: str
    """The first sixteen digits of the SHA-256 of the file."""
    content: bytes = field(repr=False, default=b"")
    """The file itself, so that it can go with the figures."""


@dataclass(frozen=True)
class Provenance:
    """Where every figure of the report comes from. No date in it is that of making the report."""

    snapshot: int
    published_at: datetime
    """When the figures were published, in UTC; the date of the report."""
    data_through: date | None
    code_version: str
    loads: tuple[LoadUsed, ...]
    """Oldest first."""
    matrices: tuple[Declaration, ...]
    indicators: tuple[Declaration, ...]
    simulated_cities: frozenset[str]

    @property
    def is_simulated(self) -> bool:
        return bool(self.simulated_cities)


def provenance_of(
    results: Results, cities: tuple[str, ...], indicators: tuple[str, ...]
) -> Provenance:
    """What the figures of these cities on these indicators were made from."""
    publication = publication_of(results)
    receipts = {entry.receipt.load: entry.receipt for entry in results.loads()}
    loads = [_used(receipts[load]) for load in publication.loads if load in receipts]
    return Provenance(
        snapshot=publication.snapshot,
        published_at=publication.published_at,
        data_through=publication.data_through,
        code_version=code_version(),
        loads=tuple(loads),
        matrices=_matrices(results.home, cities),
        indicators=_indicators(results, indicators),
        simulated_cities=publication.simulated_cities & frozenset(cities),
    )


def publication_of(results: Results) -> Publication:
    """Raises `ReportProblem` while nothing has been loaded."""
    if results.publication is None:
        raise ReportProblem(["Nothing has been loaded yet, so there is nothing to report."])
    return results.publication


def _used(receipt: Receipt) -> LoadUsed:
    return LoadUsed(
        receipt.load,
        receipt.loaded_at,
        receipt.as_of,
        receipt.is_simulated,
        receipt.files,
        receipt.totals().taken,
    )


def _matrices(home: Home, cities: tuple[str, ...]) -> tuple[Declaration, ...]:
    paths = (path for path in home.cities() if path.stem in cities)
    return tuple(_declaration(path, None) for path in paths)


def _indicators(results: Results, names: tuple[str, ...]) -> tuple[Declaration, ...]:
    known = results.catalogue.indicators
    paths = (path for path in results.home.indicators() if path.stem in names)
    return tuple(_declaration(path, known[path.stem].version) for path in paths)


def _declaration(path: Path, version: int | None) -> Declaration:
    content = path.read_bytes()
    return Declaration(path.stem, version, hashlib.sha256(content).hexdigest()[:16], content)
