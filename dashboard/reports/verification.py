"""Whether a report in hand still agrees with the data, and where not."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import isclose
from pathlib import Path
from typing import Any

from dashboard.reports.content import Report
from dashboard.reports.embedding import embedded
from dashboard.reports.gathering import gather
from dashboard.reports.manifest import manifest
from dashboard.reports.opening import opened
from dashboard.reports.scope import ReportProblem, ReportScope
from dashboard.reports.workbook.reading import figures_shown
from matrices.home import Home

Figure = dict[str, Any]
FIGURES = ("status", "baseline", "target", "newest_value", "in_period_value")
"""Of a figure what is compared with the data."""
CLOSE = 1e-9
NO_MANIFEST = (
    "it carries no manifest. Either it was not made by `impact report`, or the program that saved "
    "it last left the manifest out."
)


@dataclass(frozen=True)
class Difference:
    """One figure that is no longer what the report says, or that the report itself was changed in."""

    statement: str
    indicator: str | None
    what: str
    """The part that differs, such as `newest_value`; empty where the whole row is gone."""
    told: Any
    """What the report was made with."""
    found: Any
    """What the data give now; of a change by hand, what stands in the file."""
    cell: str | None = None
    """Where it stands in a workbook that was changed by hand."""


@dataclass(frozen=True)
class Verification:
    """What came of it."""

    file: str
    manifest: dict[str, Any]
    figures: int
    """How many promises were compared."""
    outdated: tuple[Difference, ...]
    """Where the data give another figure now."""
    changed_by_hand: tuple[Difference, ...]
    """Where a workbook shows another figure than it was made with."""
    made_from_others: tuple[str, ...]
    """Matrices and indicators whose declarations have changed since."""

    @property
    def agrees(self) -> bool:
        return not self.outdated and not self.changed_by_hand


def verify(home: Home, path: Path) -> Verification:
    """Compares the file with the data of the home; `ReportProblem` where it carries no manifest."""
    told = _manifest(path)
    scope = scope_from(told["scope"])
    with opened(home, scope.as_of) as results:
        known = tuple(city for city in scope.cities if city in results.catalogue.matrices)
        report = gather(results, replace(scope, cities=known)) if known else None
    now = manifest(report) if report else {"figures": [], "provenance": {}}
    return Verification(
        file=path.name,
        manifest=told,
        figures=sum(1 for figure in told["figures"] if figure["indicator"]),
        outdated=tuple(_outdated(told["figures"], now["figures"])),
        changed_by_hand=tuple(_by_hand(path, told["figures"], report)) if report else (),
        made_from_others=tuple(_others(told["provenance"], now["provenance"])),
    )


def scope_from(data: dict[str, Any]) -> ReportScope:
    """A scope as `scope_data` wrote it."""
    lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    days = {name: date.fromisoformat(data[name]) for name in ("first", "last")}
    return ReportScope(**{**data, **lists, **days})


def _manifest(path: Path) -> dict[str, Any]:
    found = embedded(path)
    if found is None:
        raise ReportProblem([f"{path} cannot be verified: {NO_MANIFEST}"])
    return json.loads(found)


def _outdated(told: list[Figure], now: list[Figure]) -> Iterator[Difference]:
    current = {_key(figure): figure for figure in now}
    for figure in told:
        found = current.get(_key(figure))
        if found is None:
            yield Difference(figure["statement"], figure["indicator"], "", None, None)
            continue
        for part in FIGURES:
            if not _same(figure[part], found[part]):
                yield Difference(*_key(figure), part, figure[part], found[part])


def _by_hand(path: Path, told: list[Figure], report: Report) -> Iterator[Difference]:
    """A workbook shows its figures in cells, which anyone can change."""
    made_with = {_key(figure): figure for figure in told}
    for shown in figures_shown(path, report):
        figure = made_with.get((shown.statement, shown.indicator))
        if figure is not None and not _same(figure[shown.part], shown.value):
            where = (shown.statement, shown.indicator, shown.part)
            yield Difference(*where, figure[shown.part], shown.value, shown.cell)


def _others(told: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    for kind in ("matrices", "indicators"):
        for name, digest in told[kind].items():
            if now.get(kind, {}).get(name, digest) != digest:
                yield name


def _key(figure: Figure) -> tuple[str, str | None]:
    return figure["statement"], figure["indicator"]


def _same(one: Any, two: Any) -> bool:
    numbers = isinstance(one, int | float) and isinstance(two, int | float)
    return isclose(one, two, rel_tol=CLOSE, abs_tol=CLOSE) if numbers else one == two
