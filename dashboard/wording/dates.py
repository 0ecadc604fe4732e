"""Days, periods and how long ago something was, in words."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from dashboard.language import current, say, say_n
from metrics.standing import Period, PeriodKind

BRITISH = {"en": "en_GB"}
"""English days stand before their months."""


def day(on: date) -> str:
    """`30 June 2026`."""
    return _day(date(on.year, on.month, on.day), current())


def month_name(on: date) -> str:
    """`June`, as it stands by itself."""
    return _month(on.month, "LLLL", current())


def month(on: date) -> str:
    """`June 2026`."""
    return _skeleton(on.replace(day=1), "yMMMM", current())


def short_month(on: date) -> str:
    """`Jun 2026`."""
    return _skeleton(on.replace(day=1), "yMMM", current())


def moment(at: datetime) -> str:
    """`30 June 2026, 14:05`."""
    return f"{day(at.date())}, {at:%H:%M}"


def day_and_month(on: date) -> str:
    """`30 June`, of any year."""
    return _skeleton(date(2000, on.month, on.day), "MMMMd", BRITISH.get(current(), current()))


def end(on: date) -> str:
    """`the end of 2025` for its last day, else the day itself."""
    return say("the end of {year}", year=on.year) if _is_last(on) else day(on)


def short_end(on: date) -> str:
    """`end of 2025` for its last day, else the day itself."""
    return say("end of {year}", year=on.year) if _is_last(on) else day(on)


def period(stretch: Period) -> str:
    """`2025`, `April to June 2026`, `May 2026`, `school year 2024/25`, a project's name, ..."""
    return PERIODS[stretch.kind](stretch)


def _quarter(stretch: Period) -> str:
    first, last = month_name(stretch.start), month(stretch.end)
    return say("{first_month} to {last_month}", first_month=first, last_month=last)


def _school_year(stretch: Period) -> str:
    return say("school year {years}", years=stretch.label)


def _project(stretch: Period) -> str:
    return stretch.name or say("{first} to {last}", first=day(stretch.start), last=day(stretch.end))


def _to_date(stretch: Period) -> str:
    return say("from {month} to date", month=month(stretch.start))


def _same_stretch(stretch: Period) -> str:
    until = day_and_month(stretch.end)
    return say("{year} up to {day}", year=stretch.start.year, day=until)


PERIODS: dict[PeriodKind, Callable[[Period], str]] = {
    "year": lambda stretch: str(stretch.start.year),
    "quarter": _quarter,
    "month": lambda stretch: month(stretch.start),
    "school_year": _school_year,
    "project": _project,
    "to_date": _to_date,
    "same_stretch": _same_stretch,
}


def ago(on: date, today: date) -> str:
    """`today`, `yesterday`, `12 days ago`, `5 months ago`, `2 years ago`; whole units, rounded down."""
    days = (today - on).days
    if days <= 1:
        return say("yesterday") if days == 1 else say("today")
    if on > today - timedelta(days=60):
        return say_n("{count} day ago", "{count} days ago", days)
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    if months < 24:
        return say_n("{count} month ago", "{count} months ago", months)
    return say_n("{count} year ago", "{count} years ago", months // 12)


def _is_last(on: date) -> bool:
    return (on.month, on.day) == (12, 31)


@lru_cache(2000)
def _day(on: date, language: str) -> str:
    return format_date(on, "long", BRITISH.get(language, language))


@lru_cache(2000)
def _skeleton(on: date, skeleton: str, language: str) -> str:
    return format_skeleton(skeleton, on, locale=language)


@lru_cache(200)
def _month(number: int, pattern: str, language: str) -> str:
    return format_date(date(2000, number, 1), pattern, language)
