"""Months, quarters, years, school years and projects: their labels, their days, who has reached them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from matrices.calendar import Calendar
from metrics.standing import Period, PeriodKind

SUCCESSIVE: tuple[PeriodKind, ...] = ("month", "quarter", "year", "school_year")
"""The kinds that follow each other without a gap."""
KINDS: tuple[PeriodKind, ...] = (*SUCCESSIVE, "project", "to_date", "same_stretch")
"""The kinds of period for which every indicator is worked out."""

MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "year": 12, "school_year": 12}
LABEL = re.compile(
    r"(?P<year>\d{4})(-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2])|/(?P<next>\d{2}))?"
)
USUAL = Calendar()


def parse_period(label: str | int, calendar: Calendar = USUAL) -> Period:
    """The period of a label: `2024`, `2024-Q3`, `2024-05`, `2024/25` or a project's key or name.

    ValueError for anything else.
    """
    written = str(label).strip()
    if project := calendar.project(written):
        return Period("project", project.first, project.last, project.name)
    found = LABEL.fullmatch(written)
    if not found or found["year"] == "0000":
        raise ValueError(_refusal(label, calendar))
    year = int(found["year"])
    if found["next"]:
        return _school_year(label, year, found["next"], calendar)
    if found["month"]:
        return period_of("month", date(year, int(found["month"]), 1))
    if found["quarter"]:
        return period_of("quarter", date(year, int(found["quarter"]) * 3, 1))
    return period_of("year", date(year, 1, 1))


def period_of(kind: PeriodKind, day: date, calendar: Calendar = USUAL) -> Period:
    """The month, quarter, year or school year in which a day lies."""
    begins = calendar.school_year_begins - 1 if kind == "school_year" else 0
    months = day.year * 12 + day.month - 1 - begins
    first = months // MONTHS[kind] * MONTHS[kind] + begins
    return Period(kind, _first_day(first), _day_before(_first_day(first + MONTHS[kind])))


def periods_between(
    kind: PeriodKind, first: date, last: date, calendar: Calendar = USUAL
) -> Iterator[Period]:
    """Every period of the kind that has a day from `first` to `last`, in order; none if reversed."""
    day = first
    while day <= last:
        period = period_of(kind, day, calendar)
        yield period
        if period.end == date.max:
            return
        day = period.end + timedelta(days=1)


def same_stretches(first: date, covered_to: date) -> Iterator[Period]:
    """Each year since `first` before the running one, up to the day that data have reached in it.

    None where data reach a year's last day: no year is running then.
    """
    if (covered_to.month, covered_to.day) == (12, 31):
        return
    for year in range(first.year, covered_to.year):
        yield Period("same_stretch", date(year, 1, 1), _same_day(covered_to, year))


def is_complete(period: Period, covered_to: date | None) -> bool:
    """Whether the data reach the period's last day; never where nothing is covered."""
    return covered_to is not None and period.end <= covered_to


def _refusal(label: object, calendar: Calendar) -> str:
    projects = [f"`{project.key}`" for project in calendar.projects]
    project = f", or a project: {', '.join(projects)}" if projects else ""
    return (
        f"`{label}` is not a period. Write a year such as `2024`, a quarter such as `2024-Q3`, "
        f"a month such as `2024-05` or a school year such as `2024/25`{project}."
    )


def _school_year(label: object, year: int, following: str, calendar: Calendar) -> Period:
    if int(following) != (year + 1) % 100:
        raise ValueError(_refusal(label, calendar))
    return period_of("school_year", date(year, 12, 1), calendar)


def _same_day(day: date, year: int) -> date:
    """Of 29 February in other years the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, day.month, 28 if is_leap_day else day.day)


def _first_day(months: int) -> date | None:
    """The first day of a month counted from the year 0; None beyond what a calendar can hold."""
    year, month = divmod(months, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, 1) if year <= date.max.year else None


def _day_before(following: date | None) -> date:
    return following - timedelta(days=1) if following else date.max
