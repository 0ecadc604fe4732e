"""Statements and their promises as rows of a logframe, from the top of the results chain down."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.design import tone_of
from dashboard.language import mark, say
from dashboard.reports.content import CityReport, FrameworkRow
from dashboard.reports.due import target_of
from dashboard.reports.workbook.ink import Look
from dashboard.wording import promises, statuses
from dashboard.wording import report as words
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import amount, many
from dashboard.wording.pages import ALL_GROUPS
from matrices.model import LEVELS, Level
from metrics.standing import Actual

LEVEL_NAMES: dict[Level, str] = {
    "impact": mark("Impact (overall objective)"),
    "short_term_impact": mark("Outcome (specific objective)"),
    "outputs": mark("Output"),
    "activities": mark("Activity"),
    "inputs": mark("Input"),
}
"""The rows of a poster in the words of the Commission's form."""


@dataclass(frozen=True)
class Cell:
    """A text, number or day, and how it looks; see `workbook/ink.py`."""

    value: str | float | date | None = None
    look: Look | Literal["year"] = "text"
    """A year is a number without a thousands separator."""


Row = dict[str, Cell]
"""Column key to cell; a column may be missing. `statement` is no column: rows of one statement share
its cells."""


def rows(city: CityReport) -> list[Row]:
    """The official form has impact, outcomes and outputs; activities and inputs follow below."""
    by_level = sorted(city.rows, key=lambda row: LEVELS.index(row.statement.level))
    return [_row(city, row) for row in by_level]


def _row(city: CityReport, row: FrameworkRow) -> Row:
    return {
        "level": Cell(say(LEVEL_NAMES[row.statement.level]), "name"),
        "result": Cell(" ".join(row.statement.text.split()), "poster"),
        "group": Cell(row.target_group or say(ALL_GROUPS), "soft"),
        "status": Cell(statuses.name(row.status), tone_of(row.status)),
        "comment": Cell(_comment(row), "soft"),
        "reference": Cell(reference(row), "soft"),
        "statement": Cell(row.statement.identifier),
        **(_promised(city, row) if row.promise else _followed(row)),
    }


def reference(row: FrameworkRow) -> str:
    """What the import knows the row again by."""
    name = row.indicator.identifier if row.indicator else ""
    return " | ".join(filter(None, (row.statement.identifier, name)))


def _followed(row: FrameworkRow) -> Row:
    """A statement without an indicator says how it is followed."""
    told = promises.quietly(row.standing)
    return {"indicator": Cell(told[:1].upper() + told[1:], "soft")}


def _promised(city: CityReport, row: FrameworkRow) -> Row:
    indicator = row.indicator
    assert indicator is not None
    return {
        "indicator": Cell(name_of(indicator)),
        "unit": Cell(say("percent") if indicator.is_share else many(indicator), "soft"),
        "milestones": Cell(_milestones(row)),
        "source": Cell(words.sources(row.sources), "soft"),
        **_baseline(row),
        **_target(city, row),
        **_current(row),
    }


def _baseline(row: FrameworkRow) -> Row:
    start = row.baseline
    if start is None:
        return {}
    return {"baseline": _number(start.value), "baseline_year": _year(start.on)}


def _target(city: CityReport, row: FrameworkRow) -> Row:
    """The number alone where it is `at least`; else the promise in words."""
    promise, due = row.promise, target_of(city, row)
    assert promise is not None and row.indicator is not None
    said = promise.promise
    is_plain = said.target is not None and said.comparison == "at_least" and not said.is_kept
    undated = said.model_copy(update={"by": None})
    told = Cell(promises.promised(undated, row.indicator), "text")
    target = _number(said.target or 0) if is_plain else told
    return {"target": target, **({"target_year": _year(due.on)} if due else {})}


def _current(row: FrameworkRow) -> Row:
    newest = row.newest
    if newest is None or (newest.value is None and not newest.is_withheld):
        return {}
    if newest.is_withheld:
        return {"current": Cell(say("withheld"), "withheld")}
    return {"current": _number(newest.value or 0), "current_date": _reached(row, newest)}


def _reached(row: FrameworkRow, newest: Actual) -> Cell:
    """The day for which the value stands: where the data end, if that is before the period's end."""
    judged = row.promise.progress.judged_on if row.promise else None
    return _year(judged if judged and row.promise.progress.actual is newest else newest.period.end)


def _number(value: float) -> Cell:
    return Cell(value, "count" if value == int(value) else "decimal")


def _year(on: date) -> Cell:
    """A last day of December is its year, as the official form asks for years."""
    is_whole = (on.month, on.day) == (12, 31)
    return Cell(on.year, "year") if is_whole else Cell(on, "day")


def _milestones(row: FrameworkRow) -> str:
    assert row.indicator is not None
    return "; ".join(
        f"{amount(each.value, row.indicator)} ({_short(each.by)})" for each in row.milestones
    )


def _short(on: date) -> str:
    return str(on.year) if (on.month, on.day) == (12, 31) else on.isoformat()


def _comment(row: FrameworkRow) -> str:
    return " ".join(filter(None, (words.in_words(row), words.comment(row))))
