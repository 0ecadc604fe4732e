"""The target date to assume for a promise that names none: the poster's own horizon."""

import re
from calendar import monthrange
from datetime import date, timedelta

from matrices.model import Level, Matrix

UPPER_END = re.compile(r"\d+\s*[-–]\s*(\d+)")
"""Matches `2-4 years`; `above 5 years` has no upper end, so no date follows from it."""


def assumed_target_date(matrix: Matrix, level: Level) -> date | None:
    """The last day of the level's horizon, counted from the strategy's start.

    Posters print a horizon for the two impact rows only. Outputs, activities and inputs are to
    bring about the short-term impact, so its horizon is taken for them.
    """
    horizon = matrix.horizons.get(level)
    if horizon is None and level != "impact":
        horizon = matrix.horizons.get("short_term_impact")
    match = UPPER_END.search(horizon or "")
    if match is None or matrix.starts is None:
        return None
    return _years_later(matrix.starts, int(match.group(1))) - timedelta(days=1)


def _years_later(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))
