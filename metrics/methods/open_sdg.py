"""Open SDG's own progress measurement, as it is: value, score and status of one series.

Written after the published description of the method; a test recomputes with it the 247 series that
Statistics Canada published. It replaces nothing by 0.001: whoever gives it such numbers has done so.
"""

from dataclasses import dataclass
from typing import Literal

SeriesStatus = Literal[
    "target_achieved",
    "substantial_progress",
    "moderate_progress",
    "limited_progress",
    "deterioration",
    "not_available",
]

WITH_TARGET = (0.95, 0.60)
WITHOUT_TARGET = (0.015, 0.005)
NEAR_THE_LIMIT = 4.44
"""The exponent by which thresholds shrink as the base value comes near its natural limit."""


@dataclass(frozen=True)
class Series:
    """The inputs of one series."""

    base_value: float | None
    base_year: float
    current_value: float | None
    current_year: float | None
    direction: Literal[1, -1]
    """1 where more is better, -1 where less is."""
    limit: float | None = None
    """Where the figure naturally ends, such as 100 percent; used without a target only."""
    target: float | None = None
    target_year: float = 2030


@dataclass(frozen=True)
class Measured:
    """What the method makes of a series."""

    value: float | None
    """Growth a year towards the better; with a target, by the growth needed."""
    score: float | None
    """From -5 to 5."""
    status: SeriesStatus


def measured(series: Series) -> Measured:
    """Value, score and status of a series; not available without two years of data."""
    base, current, year = series.base_value, series.current_value, series.current_year
    if base is None or current is None or year is None:
        return Measured(None, None, "not_available")
    value = _value(series, base, current, year - series.base_year)
    if series.target is not None and _is_met(series.direction, current, series.target):
        return Measured(value, 5.0, "target_achieved")
    if value is None:
        return Measured(None, None, "not_available")
    return _without_target(series, base, value) if series.target is None else _with_target(value)


def _is_met(direction: int, current: float, target: float) -> bool:
    return current >= target if direction == 1 else current <= target


def _value(series: Series, base: float, current: float, years: float) -> float | None:
    if years < 1 or base == 0 or base * current < 0:
        return None
    towards = series.direction if base > 0 else -series.direction
    so_far = (current / base) ** (1 / years) - 1
    if series.target is None:
        return towards * so_far
    needed = (series.target / base) ** (1 / (series.target_year - series.base_year)) - 1
    return towards * so_far / abs(needed) if needed else None


def _with_target(value: float) -> Measured:
    high, middle = WITH_TARGET
    score = 7.1429 * value - 4.2857 if value >= middle else 4.1667 * value - 2.5
    return Measured(value, _within_five(score), _status(value, high, middle))


def _without_target(series: Series, base: float, value: float) -> Measured:
    shrunk = _shrunk(base, series.limit)
    high, middle = (shrunk * threshold for threshold in WITHOUT_TARGET)
    status = _status(value, high, middle)
    if value < 0:
        return Measured(value, _within_five(125 * value - 2.5), status)
    if shrunk == 0:  # at its limit, and held
        return Measured(value, 5.0, status)
    slope, offset = (250, -1.25) if middle <= value < high else (500, -5 if value >= high else -2.5)
    return Measured(value, _within_five(slope * value / shrunk + offset), status)


def _shrunk(base: float, limit: float | None) -> float:
    """By how much the thresholds shrink: 1 far from the limit, 0 at it."""
    if limit is None or abs(base) >= 2 * abs(limit):
        return 1.0
    distance = min(abs(base), 2 * abs(limit) - abs(base))
    return 1 - (distance / abs(limit)) ** NEAR_THE_LIMIT


def _status(value: float, high: float, middle: float) -> SeriesStatus:
    if value >= high:
        return "substantial_progress"
    if value >= middle:
        return "moderate_progress"
    return "limited_progress" if value >= 0 else "deterioration"


def _within_five(score: float) -> float:
    return max(-5.0, min(5.0, score))
