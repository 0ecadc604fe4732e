"""The results framework: one row a statement and indicator, as a funder reads it."""

from collections.abc import Iterator

from dashboard.design import tone_of
from dashboard.language import say
from dashboard.reports.content import FrameworkRow, Report
from dashboard.reports.workbook import figures
from dashboard.reports.workbook.cell import Cell, Column, Row, Table
from dashboard.wording import dates, promises, statuses
from dashboard.wording import report as words
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import amount
from dashboard.wording.pages import ALL_GROUPS, LEVEL_NAMES
from metrics.standing import Actual, Status

NAME = "Framework"
SHARE_ACHIEVED = "=({newest}-{baseline})/({target}-{baseline})"
NEWEST = ("newest_numerator", "newest_denominator")


def framework(report: Report) -> Table:
    """The sheet; it prints three pages wide, with statement and indicator on each."""
    return Table(
        name=NAME,
        title=say("Results framework"),
        lead=say(
            "One row for each statement and indicator; statuses hold on {day}.",
            day=dates.day(report.judged_on),
        ),
        columns=tuple(_columns(report)),
        rows=[_row(row) for city in report.cities for row in city.rows],
        fixed=3,
        pages=("in_period", "in_words"),
        off_paper=4,
    )


def _columns(report: Report) -> Iterator[Column]:
    yield Column("city", say("City"), 13)
    yield Column("statement", say("Statement"), 36)
    yield Column("indicator", say("Indicator"), 20)
    yield Column("level", say("Level"), 11)
    yield Column("group", say("Target group"), 16)
    yield Column("unit", say("Unit"), 17)
    yield from _promise_columns()
    yield from _actual_columns(report)
    yield from _judgement_columns()


def _promise_columns() -> Iterator[Column]:
    yield Column("promised", say("Promised"), 14)
    yield Column("baseline", say("Baseline"), 12)
    yield Column("baseline_on", say("Baseline date"), 11)
    yield Column("milestones", say("Milestones"), 14)
    yield Column("target", say("Target"), 13)
    yield Column("target_on", say("Target date"), 11)


def _actual_columns(report: Report) -> Iterator[Column]:
    yield Column("in_period", say("Actual in the report period"), 11)
    yield Column("newest", say("Actual, newest"), 11)
    yield Column("newest_of", say("Newest is of"), 13)
    yield Column("newest_numerator", say("Numerator"), 10)
    yield Column("newest_denominator", say("Denominator"), 11)
    yield Column("achieved", say("Share achieved"), 10)


def _judgement_columns() -> Iterator[Column]:
    yield Column("status", say("Status"), 14)
    yield Column("status_then", say("Status against the promise then"), 14)
    yield Column("method", say("Method"), 13)
    yield Column("in_words", say("In words"), 40)
    yield Column("comment", say("Comment"), 40)
    yield Column("sources", say("Source of verification"), 30)
    yield Column("statement_status", say("Status of the statement"), 15)
    yield Column("counts", say("Counts as a statement"), 10)
    yield Column("statement_id", say("Statement identifier"), 34)
    yield Column("indicator_id", say("Indicator identifier"), 24)


def _row(row: FrameworkRow) -> Row:
    return {
        "city": Cell(row.place_name),
        "statement": Cell(row.statement.text.strip(), "poster"),
        "level": Cell(say(LEVEL_NAMES[row.statement.level])),
        "group": Cell(row.target_group or say(ALL_GROUPS)),
        "status": status_cell(row.status),
        "in_words": Cell(words.in_words(row)),
        "comment": Cell(words.comment(row), "soft"),
        "statement_status": Cell(statuses.name(row.standing.status), "soft"),
        "counts": Cell(1 if row.is_first else 0, "count"),
        "statement_id": Cell(row.statement.identifier, "soft"),
        **(_promise(row) if row.indicator else {}),
    }


def _promise(row: FrameworkRow) -> Row:
    indicator, promise = row.indicator, row.promise
    assert indicator is not None and promise is not None
    then = row.status_then
    return {
        "indicator": Cell(name_of(indicator), "name"),
        "unit": Cell(figures.unit(indicator)),
        "promised": Cell(promises.promised(promise.promise, indicator)),
        "milestones": Cell(_milestones(row)),
        "method": Cell(words.method(row)),
        "status_then": status_cell(then) if then else Cell(),
        "sources": Cell(words.sources(row.sources), "soft"),
        "indicator_id": Cell(f"{indicator.identifier} v{indicator.version}", "soft"),
        **_way(row),
        **_actuals(row),
    }


def _way(row: FrameworkRow) -> Row:
    """From the baseline to the target, and how much of it is done."""
    indicator = row.indicator
    assert indicator is not None
    start, due, share = row.baseline, row.target, row.share_achieved
    return {
        "baseline": figures.amount(start.value if start else None, indicator),
        "baseline_on": Cell(start.on, "day") if start else Cell(),
        "target": figures.amount(row.target_value, indicator),
        "target_on": Cell(due.on, "day") if due else Cell(),
        "achieved": Cell(share, "percent", SHARE_ACHIEVED) if share is not None else Cell(),
    }


def _actuals(row: FrameworkRow) -> Row:
    indicator, newest = row.indicator, row.newest
    assert indicator is not None
    live = figures.of_parts(indicator, "{newest_numerator}", "{newest_denominator}")
    return {
        "in_period": figures.value(row.in_period, indicator),
        "newest": figures.value(newest, indicator, live),
        "newest_of": Cell(_when(newest, row)),
        "newest_numerator": figures.part(newest, "numerator"),
        "newest_denominator": figures.part(newest, "denominator"),
    }


def _when(actual: Actual | None, row: FrameworkRow) -> str:
    assert row.indicator is not None
    return promises.when(actual, row.indicator) if actual else ""


def _milestones(row: FrameworkRow) -> str:
    assert row.indicator is not None
    return "; ".join(
        f"{amount(each.value, row.indicator)} ({dates.short_end(each.by)})"
        for each in row.milestones
    )


def status_cell(status: Status) -> Cell:
    """A status in word and colour."""
    return Cell(statuses.name(status), tone_of(status))
