"""The course that the worked examples of the methods page share, and its numbers in words."""

from datetime import date

from metrics.methods.course import Course
from metrics.standing import Point, Status

EXAMPLE = Course(
    baseline=Point(date(2022, 12, 31), 100),
    now=Point(date(2025, 12, 31), 160),
    target=Point(date(2026, 12, 31), 200),
    milestones=(Point(date(2024, 12, 31), 120),),
)
"""From 100 at the end of 2022 to 200 by the end of 2026, 120 on the way; 160 three years on."""

NEAR_ZERO = Course(
    baseline=Point(date(2021, 12, 31), 1),
    now=Point(date(2025, 12, 31), 151),
    target=Point(date(2027, 12, 31), 1000),
)
"""A count that starts near zero: 15 % of the way when 67 % of the time has gone."""


def amount(value: float) -> str:
    """A number as a reader can go on reckoning with it: `175.02`, `0.1696`."""
    digits = 4 if abs(value) < 10 else 2
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")


def told(status: Status) -> str:
    """The status in words."""
    return status.value.replace("_", " ")
