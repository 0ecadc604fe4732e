"""The status of one promise. The front door; docs/methods.md tells the rules.

Pure functions: everything that led to a status is kept in the `Progress` that comes back. Of
several promises of one statement the worst tells, as in the Destatis indicator reports.
"""

from collections.abc import Iterable
from datetime import date

from matrices.model import Promise
from metrics.definition import Indicator
from metrics.judging.baseline import start_of
from metrics.judging.case import OUT_OF_DATE_AFTER, Case
from metrics.judging.history import History
from metrics.judging.judged_direction import judged_direction
from metrics.judging.judged_number import judged_keeping, judged_number
from metrics.standing import Actual, Point, Progress, Status

__all__ = ["OUT_OF_DATE_AFTER", "WORST_FIRST", "History", "progress", "worst"]

WORST_FIRST = (
    Status.MOVING_AWAY,
    Status.DECREASING,
    Status.BEHIND,
    Status.SLIGHTLY_BEHIND,
    Status.STEADY,
    Status.INCREASING,
    Status.ON_TRACK,
    Status.ACHIEVED,
    Status.OUT_OF_DATE,
    Status.WITHHELD,
    Status.NOT_COMPARABLE,
    Status.UNCERTAIN,
    Status.NO_DATA,
    Status.NO_BASELINE,
    Status.NO_TARGET,
    Status.TOO_EARLY,
)
"""Judged states before those in which nothing could be judged."""


def progress(promise: Promise, indicator: Indicator, history: History) -> Progress:
    """The status of the promise with every input that led to it."""
    actual = _judged(indicator, history)
    if actual is None:
        status = Status.TOO_EARLY if history.years else Status.NO_DATA
        return Progress(status, _usual_method(promise))
    if actual.is_withheld:
        return Progress(Status.WITHHELD, _usual_method(promise), actual)
    if actual.value is None:
        return Progress(Status.NO_DATA, _usual_method(promise), actual)
    now = Point(_dated(actual, history), actual.value)
    start = start_of(promise, indicator, history)
    case = Case(promise, indicator, history, actual, now, start)
    if promise.direction:
        return judged_direction(case)
    return judged_keeping(case) if promise.is_kept else judged_number(case)


def worst(statuses: Iterable[Status]) -> Status:
    """Of several promises of one statement the worst that could be judged tells."""
    return min(statuses, key=WORST_FIRST.index)


def _usual_method(promise: Promise) -> str:
    if promise.direction:
        return "trend"
    if promise.is_kept:
        return "keep"
    return promise.method or ("milestones" if promise.milestones else "line")


def _judged(indicator: Indicator, history: History) -> Actual | None:
    """A stock is judged as it stands; a flow by its newest complete year, never a running one."""
    if indicator.is_stock:
        return history.quarters[-1] if history.quarters else None
    complete = [actual for actual in history.years if actual.is_complete]
    return complete[-1] if complete else None


def _dated(actual: Actual, history: History) -> date:
    if actual.is_complete or history.data_through is None:
        return actual.period.end
    return min(actual.period.end, history.data_through)
