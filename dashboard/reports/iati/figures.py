"""Baselines, targets and actuals of a promise, period by period."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from lxml import etree

from dashboard.language import say
from dashboard.reports.content import CityReport, FrameworkRow, Report
from dashboard.reports.due import target_of
from dashboard.reports.iati.elements import add, day, number, remark, tell
from metrics.standing import Actual

A_YEAR = timedelta(days=364)
"""From the first day of a year to its last."""


@dataclass
class Stretch:
    """What is said of one period."""

    targets: list[tuple[float, str]] = field(default_factory=list)
    """Values with what is to be said beside them."""
    actuals: list[Actual] = field(default_factory=list)
    """The whole first, then its parts."""


Stretches = dict[tuple[date, date], Stretch]


def add_baseline(indicator: etree._Element, city: CityReport, row: FrameworkRow) -> None:
    """None where it is unknown or withheld: IATI wants a value in every baseline."""
    baseline = row.baseline
    if baseline is None or row.promise is None:
        return
    element = add(
        indicator,
        "baseline",
        year=str(baseline.on.year),
        iso_date=day(baseline.on),
        value=number(baseline.value),
    )
    add(element, "location", ref=city.standing.matrix.place)
    if row.promise.progress.baseline_is_assumed:
        tell(element, "comment", say("The first full year with data, as none was named."))


def add_periods(
    indicator: etree._Element, report: Report, city: CityReport, row: FrameworkRow
) -> None:
    """Every period with a target or an actual, oldest first."""
    stretches = _actuals(report, city, row)
    _put_targets(stretches, city, row)
    for (first, last), stretch in sorted(stretches.items()):
        period = add(indicator, "period")
        add(period, "period-start", iso_date=day(first))
        add(period, "period-end", iso_date=day(last))
        for value, comment in stretch.targets:
            target = add(period, "target", value=number(value))
            if comment:
                tell(target, "comment", comment)
        for actual in stretch.actuals:
            _add_actual(period, city, actual)


def withheld_periods(report: Report, city: CityReport, row: FrameworkRow) -> list[Actual]:
    """The figures of the whole that are left out."""
    return [each for each in _wholes(report, city, row) if each.is_withheld]


def _actuals(report: Report, city: CityReport, row: FrameworkRow) -> Stretches:
    stretches: Stretches = {}
    for actual in (*_wholes(report, city, row), *_parts(report, city, row)):
        at = (actual.period.start, actual.period.end)
        stretches.setdefault(at, Stretch()).actuals.append(actual)
    return stretches


def _wholes(report: Report, city: CityReport, row: FrameworkRow) -> list[Actual]:
    """The years that the report period touches, and the report period itself."""
    years = [each for each in city.figures if each.period.kind == "year" and _is_of(each, row)]
    found = [each for each in years if each.period.end >= report.scope.first]
    if row.in_period and row.in_period.period not in {each.period for each in found}:
        found.append(row.in_period)
    return found


def _parts(report: Report, city: CityReport, row: FrameworkRow) -> list[Actual]:
    return [
        each
        for each in city.parts
        if _is_of(each, row) and each.period.end >= report.scope.first and each.value is not None
    ]


def _is_of(actual: Actual, row: FrameworkRow) -> bool:
    return row.indicator is not None and actual.indicator == row.indicator.identifier


def _put_targets(stretches: Stretches, city: CityReport, row: FrameworkRow) -> None:
    """Milestones and target at their days; a number to keep in every period there is."""
    promise = row.promise
    assert promise is not None
    if promise.promise.is_kept and row.target_value is not None:
        for stretch in stretches.values():
            stretch.targets.append((row.target_value, say("To hold at all times.")))
        return
    before = row.baseline.on if row.baseline else city.standing.matrix.starts
    for on, value, comment in _due(city, row):
        key = _period_ending(on, before, stretches)
        stretches.setdefault(key, Stretch()).targets.append((value, comment))
        before = on


def _due(city: CityReport, row: FrameworkRow) -> list[tuple[date, float, str]]:
    due = [(each.by, each.value, say("A milestone.")) for each in row.milestones]
    if target := target_of(city, row):
        assumed = say("The date follows from the poster's horizon; the promise names none.")
        due.append((target.on, target.value, assumed if target.is_assumed else ""))
    return due


def _period_ending(on: date, before: date | None, stretches: Stretches) -> tuple[date, date]:
    """The period that ends on the day, else one from the day after what came before."""
    same = [at for at in stretches if at[1] == on]
    if same:
        return same[0]
    first = before + timedelta(days=1) if before and before < on else on - A_YEAR
    return first, on


def _add_actual(period: etree._Element, city: CityReport, actual: Actual) -> None:
    if actual.is_withheld:
        remark(period, say("Withheld: so few people."))
        return
    if actual.value is None:
        return
    element = add(period, "actual", value=number(actual.value))
    add(element, "location", ref=city.standing.matrix.place)
    if actual.disaggregation:
        add(element, "dimension", name=actual.disaggregation, value=actual.member)
    if told := _about(city, actual):
        tell(element, "comment", told)


def _about(city: CityReport, actual: Actual) -> str:
    told = [say("Simulated.")] if city.standing.is_simulated else []
    if not actual.is_complete:
        told.append(say("So far: the data do not reach the end of the period."))
    if actual.denominator and actual.numerator is not None:
        parts = {"part": number(actual.numerator), "whole": number(actual.denominator)}
        told.append(say("{part} of {whole}.", **parts))
    if actual.origin == "reported":
        told.append(say("Handed in ready-made."))
    return " ".join(told)
