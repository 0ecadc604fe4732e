"""The marks of an axis of days, written in the language spoken: plotly itself knows only English."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.wording import dates

STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120)
"""Months from one mark to the next."""
MOST_MARKS = 8


def date_axis(days: Sequence[date]) -> dict[str, Any]:
    """First days of months, at most eight; a year's own number where the marks are whole years."""
    if not days:
        return {}
    first, last = _month(min(days)), _month(max(days))
    step = next((each for each in STEPS if (last - first) // each < MOST_MARKS), STEPS[-1])
    months = [month for month in range(first, last + 1) if month % step == 0]
    return {
        "tickmode": "array",
        "tickvals": [_day(month).isoformat() for month in months],
        "ticktext": [_text(_day(month), step) for month in months],
    }


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _text(day: date, step: int) -> str:
    return str(day.year) if step % 12 == 0 else dates.short_month(day)
