"""Months, quarters and years: their labels, their days, and whether data cover them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from metrics.standing import Period, PeriodKind

KINDS: tuple[PeriodKind, ...] = ("month", "quarter", "year")
"""The kinds of period for which every indicator is worked out, shortest first."""

MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "year": 12}
LABEL = re.compile(r"(?P<year>\d{4})(-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?")


def parse_period(label: str | int) -> Period:
    """The period of a label: `2024`, `2024-Q3` or `2024-05`; ValueError for anything else."""
    found = LABEL.fullmatch(str(label).strip())
    if not found or found["year"] == "0000":
        raise ValueError(
            f"`{label}` is not a period. Write a year such as `2024`, a quarter such as "
            "`2024-Q3` or a month such as `2024-05`."
        )
    year = int(found["year"])
    if found["month"]:
        return period_of("month", date(year, int(found["month"]), 1))
    if found["quarter"]:
        return period_of("quarter", date(year, int(found["quarter"]) * 3, 1))
    return period_of("year", date(year, 1, 1))


def period_of(kind: PeriodKind, day: date) -> Period:
    """The month, quarter or year in which a day lies."""
    first_month = (day.month - 1) // MONTHS[kind] * MONTHS[kind] + 1
    start = date(day.year, first_month, 1)
    last_month = first_month + MONTHS[kind] - 1
    return Period(kind, start, _last_day(day.year, last_month))


def periods_between(kind: PeriodKind, first: date, last: date) -> Iterator[Period]:
    """Every period of the kind that has a day from `first` to `last`, in order; none if reversed."""
    day = first
    while day <= last:
        period = period_of(kind, day)
        yield period
        if period.end == date.max:
            return
        day = period.end + timedelta(days=1)


def is_complete(period: Period, covered_to: date | None) -> bool:
    """Whether the data reach the period's last day; never where nothing is covered."""
    return covered_to is not None and period.end <= covered_to


def _last_day(year: int, month: int) -> date:
    """The day before the next month begins; date.max itself has no day after it."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)
