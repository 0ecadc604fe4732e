"""Gathers what a report holds from `Results`, judged on the day of the publication."""

from collections.abc import Iterable, Iterator
from datetime import date

from dashboard.reports.content import CityReport, FrameworkRow, Report
from dashboard.reports.provenance import provenance_of, publication_of
from dashboard.reports.scope import ReportScope
from ingest.decisions import Decision
from matrices.model import Statement
from metrics.comparing.answers import Comparison
from metrics.covered import covered
from metrics.definition import Unit
from metrics.results import Results
from metrics.standing import Actual, EvidenceEntry, MatrixStanding, PromiseStanding

OF_PEOPLE: tuple[Unit, ...] = ("people", "participations")


def gather(results: Results, scope: ReportScope) -> Report:
    """Everything the report holds; raises `ReportProblem` while nothing has been loaded.

    Statuses are those of the day of the publication, never of today: the same report made again
    next year is the same report.
    """
    spoken = results.in_language(scope.language)
    judged = judged_on(spoken, publication_of(results).published_at.date())
    cities = tuple(_city(judged, scope, city) for city in scope.cities)
    shown = {row.indicator.identifier for city in cities for row in city.rows if row.indicator}
    counted = {actual.indicator for city in cities for actual in city.participants}
    return Report(
        scope=scope,
        provenance=provenance_of(results, scope.cities, tuple(shown | counted)),
        catalogue=judged.catalogue,
        judged_on=judged.today,
        cities=cities,
        comparisons=tuple(_comparisons(judged, scope, cities)),
    )


def judged_on(results: Results, day: date) -> Results:
    """The same figures, judged as of another day."""
    if results.today == day:
        return results
    return Results(results.home, results.catalogue, results.cursor, day)


def _city(results: Results, scope: ReportScope, city: str) -> CityReport:
    standing = results.matrix(city)
    of_people = {n for n, i in results.catalogue.indicators.items() if i.unit in OF_PEOPLE}
    named = {each.indicator.identifier for s in standing.statements.values() for each in s.promises}
    results.count_over(named | of_people, city, scope.first, scope.last)
    rows = tuple(_rows(results, scope, standing))
    promised = {row.indicator.identifier for row in rows if row.indicator}
    years = _until(results.figures(city, "year"), scope)
    quarters = _until(results.figures(city, "quarter"), scope)
    return CityReport(
        city=city,
        standing=standing,
        rows=rows,
        figures=_chosen((*years, *quarters), promised, is_whole=True),
        parts=_chosen(years, promised, is_whole=False),
        participants=tuple(actual for actual in years if actual.indicator in of_people),
        in_period=tuple(_in_period(results, scope, city, promised | of_people)),
        activities=tuple(results.offered(city, scope.first, scope.last)),
        evidence=tuple(_evidence(scope, rows)),
        decisions=tuple(_decisions(results, scope, rows)),
        findings=tuple(results.quality(city)),
        coverage=covered(results.cursor, city),
    )


def _chosen(actuals: Iterable[Actual], indicators: set[str], is_whole: bool) -> tuple[Actual, ...]:
    return tuple(
        actual
        for actual in actuals
        if actual.indicator in indicators and (actual.disaggregation == "") is is_whole
    )


def _until(actuals: list[Actual], scope: ReportScope) -> list[Actual]:
    """Those that began before the report period was over."""
    return [actual for actual in actuals if actual.period.start <= scope.last]


def _rows(results: Results, scope: ReportScope, matrix: MatrixStanding) -> Iterator[FrameworkRow]:
    for identifier, standing in matrix.statements.items():
        if scope.statements and identifier not in scope.statements:
            continue
        for number, promise in enumerate(standing.promises or (None,)):
            yield FrameworkRow(
                city=matrix.matrix.city,
                place_name=matrix.place_name,
                target_group=_group(matrix, standing.statement),
                standing=standing,
                promise=promise,
                in_period=_whole(results, scope, matrix, promise),
                newest=_newest(promise),
                sources=_sources(results, matrix, promise),
                is_first=number == 0,
            )


def _group(matrix: MatrixStanding, statement: Statement) -> str:
    names = {group.key: group.name for group in matrix.matrix.target_groups}
    return names.get(statement.target_group, "")


def _whole(
    results: Results, scope: ReportScope, matrix: MatrixStanding, promise: PromiseStanding | None
) -> Actual | None:
    if promise is None:
        return None
    asked = promise.indicator.identifier, matrix.matrix.city
    return results.over(*asked, scope.first, scope.last)


def _in_period(
    results: Results, scope: ReportScope, city: str, indicators: Iterable[str]
) -> Iterator[Actual]:
    for name in sorted(indicators):
        asked = name, city, scope.first, scope.last
        whole = results.over(*asked)
        yield from [whole] if whole else []
        yield from results.broken_down_over(*asked)


def _newest(promise: PromiseStanding | None) -> Actual | None:
    if promise is None:
        return None
    return promise.progress.actual or (promise.years[-1] if promise.years else None)


def _sources(results: Results, matrix: MatrixStanding, promise: PromiseStanding | None) -> tuple:
    """None for what is not shown: whoever knew the file could count its rows."""
    actual = _newest(promise)
    if promise is None or actual is None or actual.is_withheld:
        return ()
    return tuple(results.source_files(promise.indicator.identifier, matrix.matrix.city))


def _evidence(
    scope: ReportScope, rows: tuple[FrameworkRow, ...]
) -> Iterator[tuple[EvidenceEntry, tuple[str, ...]]]:
    """Each entry once, with every statement of the report that it serves."""
    served: dict[EvidenceEntry, list[str]] = {}
    for standing in {row.statement.identifier: row.standing for row in rows}.values():
        for entry in standing.evidence:
            if scope.first <= entry.held_on <= scope.last:
                served.setdefault(entry, []).append(standing.statement.identifier)
    for entry in sorted(served, key=lambda entry: (entry.held_on, entry.title, entry.row)):
        yield entry, tuple(served[entry])


def _decisions(
    results: Results, scope: ReportScope, rows: tuple[FrameworkRow, ...]
) -> Iterator[Decision]:
    """A period is reviewed after it is over, so later decisions belong to it too."""
    shown = {row.statement.identifier for row in rows}
    for decision in results.decisions():
        if decision.statement in shown and decision.decided_on >= scope.first:
            yield decision


def _comparisons(
    results: Results, scope: ReportScope, cities: tuple[CityReport, ...]
) -> Iterator[Comparison]:
    if not scope.peers:
        return
    compared = dict.fromkeys((*scope.cities, *scope.peers))
    promised = (row.indicator for city in cities for row in city.rows if row.indicator)
    for name in dict.fromkeys(indicator.identifier for indicator in promised):
        yield results.comparison(name, compared)
