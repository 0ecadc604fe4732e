"""Yearly growth between two values, and where it cannot or should not be spoken of."""

from matrices.telling import told
from metrics.methods.course import Course, Reading, years_between

WIDEST_RANGE = 10
"""A target of at most this many times the baseline, or of at least one part of it, may be judged by
rates of growth. At ten times, 15 % of the way at two thirds of the time is 0.51 of the rate needed,
which is behind; at twenty times it is 0.62 and at a thousand times more than 1."""


def yearly_growth(start: float, end: float, years: float) -> float | None:
    """Compound growth a year, 0.05 for 5 %; None where there is none: from zero or below."""
    if start <= 0 or end < 0 or years <= 0:
        return None
    return (end / start) ** (1 / years) - 1


def read(course: Course) -> Reading:
    """The yearly growth so far by the yearly growth needed, positive towards the target."""
    if cannot_read(course):
        return Reading(None, None)
    start, target = course.baseline, course.target
    elapsed, whole = _years(course)
    so_far = yearly_growth(start.value, course.now.value, elapsed)
    needed = yearly_growth(start.value, target.value, whole)
    assert so_far is not None and needed
    return Reading(
        ratio=so_far / needed,
        expected=start.value * (1 + needed) ** min(elapsed, whole),
        path=(start, target),
        yearly_growth=so_far,
        projected=start.value * (1 + so_far) ** whole,
    )


def cannot_read(course: Course) -> str | None:
    """Why there is no rate of growth; a zero is never replaced by a small number."""
    if course.baseline.value <= 0:
        return told("from a baseline of zero there is no rate of growth")
    if course.target.value <= 0:
        return told("no rate of growth ever arrives at a target of zero")
    if course.now.value < 0:
        return told("there is no rate of growth to a figure below zero")
    if course.target.value == course.baseline.value:
        return told("the target equals the baseline")
    if min(_years(course)) < 1:
        return told("yearly growth needs a whole year after the baseline")
    return None


def _years(course: Course) -> tuple[float, float]:
    """From the baseline until now, and from the baseline to the target."""
    start = course.baseline.on
    return years_between(start, course.now.on), years_between(start, course.target.on)


def misleads(course: Course) -> str | None:
    """Why a rate of growth would flatter: the way is too long for it."""
    ratio = course.target.value / course.baseline.value
    if 1 / WIDEST_RANGE <= ratio <= WIDEST_RANGE:
        return None
    return told(
        "the target is more than {times} times the baseline, or less than a tenth of it",
        times=WIDEST_RANGE,
    )
