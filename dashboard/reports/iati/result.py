"""A statement as an IATI result, with an indicator for each of its promises."""

from lxml import etree

from dashboard.language import ENGLISH, current, say
from dashboard.reports.content import CityReport, FrameworkRow, Report
from dashboard.reports.iati.elements import add, day, in_english, tell, tell_in_both
from dashboard.reports.iati.figures import add_baseline, add_periods, withheld_periods
from dashboard.reports.iati.promise import add_promise
from dashboard.wording import dates, promises
from dashboard.wording import report as words
from dashboard.wording.indicator_words import name_of, question_of
from dashboard.wording.numbers import many
from dashboard.wording.pages import ALL_GROUPS, LEVEL_NAMES
from dashboard.wording.statuses import name as status_name
from matrices.importing.iati.own_marks import qualified
from matrices.importing.promise_words import promise_words
from matrices.model import Level, Statement
from matrices.reading.city_file import MEASURED
from metrics.definition import Indicator

TYPES: dict[Level, str] = {
    "impact": "3",
    "short_term_impact": "2",
    "outputs": "1",
    "activities": "9",
    "inputs": "9",
}
"""IATI knows impact, outcome and output; what is done or put in is `other`, and our mark says which."""
UNIT, PERCENTAGE, QUALITATIVE = "1", "2", "5"
REPORTING_ORGANISATION = "99"
_MEASURED = {kind: words for words, kind in MEASURED.items()}


def add_result(
    activity: etree._Element, report: Report, city: CityReport, rows: list[FrameworkRow]
) -> None:
    """The rows are those of one statement."""
    statement = rows[0].statement
    result = add(activity, "result", type=TYPES[statement.level], aggregation_status="0")
    _mark(result, statement)
    tell(result, "title", statement.text, ENGLISH)
    tell(result, "description", _description(rows))
    _add_references(result, rows)
    for row in rows:
        if row.indicator:
            _add_indicator(result, report, city, row)
        else:
            _add_stand_in(result, report, row)


def _mark(result: etree._Element, statement: Statement) -> None:
    """What makes the statement what it is; see matrices/importing/iati/own_marks.py."""
    marks = {
        "statement": statement.identifier,
        "measured": _MEASURED.get(statement.measured, ""),
        "reason": statement.reason or "",
        "headline": "yes" if statement.headline else "",
        "transcription-note": statement.transcription_note or "",
    }
    for name, value in marks.items():
        if value:
            result.set(qualified(name), " ".join(value.split()))


def _description(rows: list[FrameworkRow]) -> str:
    first = rows[0]
    return " ".join(
        (
            say("Level: {level}.", level=say(LEVEL_NAMES[first.statement.level])),
            say("Target group: {group}.", group=first.target_group or say(ALL_GROUPS)),
            say("Status: {status}.", status=status_name(first.standing.status)),
        )
    )


def _add_references(result: etree._Element, rows: list[FrameworkRow]) -> None:
    """Goals of policy frameworks: the statement's own, then those of its indicators."""
    own = rows[0].statement.aligned_to
    inherited = [tag for row in rows if row.indicator for tag in row.indicator.aligned_to]
    for tag in dict.fromkeys((*own, *inherited)):
        reference = add(result, "reference", code=tag, vocabulary=REPORTING_ORGANISATION)
        if tag in own:
            reference.set(qualified("own"), "yes")


def _add_indicator(
    result: etree._Element, report: Report, city: CityReport, row: FrameworkRow
) -> None:
    indicator = row.indicator
    assert indicator is not None and row.promise is not None
    measure = PERCENTAGE if indicator.is_share else UNIT
    element = add(result, "indicator", measure=measure, ascending=_ascending(row))
    element.set(qualified("indicator"), indicator.identifier)
    element.set(qualified("version"), str(indicator.version))
    names = {current(): name_of(indicator), ENGLISH: indicator.name}
    tell_in_both(element, "title", names)
    tell(element, "description", " ".join(_about(report, city, row, indicator)))
    if result.find("reference") is None:
        add(element, "reference", vocabulary=REPORTING_ORGANISATION, code=indicator.identifier)
    add_baseline(element, city, row)
    add_periods(element, report, city, row)
    for version in row.statement.promises[indicator.identifier]:
        add_promise(element, promise_words(version))


def _about(report: Report, city: CityReport, row: FrameworkRow, indicator: Indicator) -> list[str]:
    """The question, what is promised, how it stands, and what is not shown."""
    assert row.promise is not None
    told = [
        question_of(indicator),
        say("Counted in {unit}.", unit=say("percent") if indicator.is_share else many(indicator)),
        words.in_words(row),
        words.comment(row),
    ]
    if withheld := withheld_periods(report, city, row):
        periods = ", ".join(dates.period(each.period) for each in withheld)
        told.append(say("Withheld, for so few people: {periods}.", periods=periods))
    return list(filter(None, told))


def _ascending(row: FrameworkRow) -> str | None:
    """Whether more is better: by the indicator, else by what is promised."""
    indicator, promise = row.indicator, row.promise
    assert indicator is not None and promise is not None
    if indicator.better != "neither":
        return "1" if indicator.better == "higher" else "0"
    said = promise.promise
    if said.direction:
        return "1" if said.direction == "increase" else "0"
    return None if said.is_bare else ("1" if said.comparison == "at_least" else "0")


def _add_stand_in(result: etree._Element, report: Report, row: FrameworkRow) -> None:
    """IATI wants an indicator in every result: of a statement without one, how it is followed."""
    element = add(result, "indicator", measure=QUALITATIVE)
    element.set(qualified("stands-for"), _MEASURED.get(row.statement.measured, ""))
    followed = {
        current(): promises.quietly(row.standing),
        ENGLISH: in_english(lambda: promises.quietly(row.standing)),
    }
    tell_in_both(element, "title", {k: v[:1].upper() + v[1:] for k, v in followed.items()})
    entries = [
        e for e in row.standing.evidence if report.scope.first <= e.held_on <= report.scope.last
    ]
    if not entries:
        return
    period = add(element, "period")
    add(period, "period-start", iso_date=day(report.scope.first))
    add(period, "period-end", iso_date=day(report.scope.last))
    told = "; ".join(f"{entry.title} ({dates.day(entry.held_on)})" for entry in entries)
    tell(add(period, "actual"), "comment", told)
