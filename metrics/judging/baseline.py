"""Where a promise starts from: a value it states, a period it names, or the first full year."""

from dataclasses import dataclass

from matrices.model import Baseline, Promise
from metrics.definition import Indicator
from metrics.judging.history import History
from metrics.standing import Actual, Point


@dataclass(frozen=True)
class Start:
    """The baseline, and the figure it was taken from unless the promise states a value."""

    point: Point
    actual: Actual | None
    is_assumed: bool


def start_of(promise: Promise, indicator: Indicator, history: History) -> Start | None:
    """Where the promise starts from; None where the data do not tell.

    A promise that names no baseline is given one: of a flow the first full year with data in the
    time of the strategy, of a running total where it stood when the strategy began.
    """
    if isinstance(promise.baseline, Baseline):
        return Start(Point(promise.baseline.on, promise.baseline.value), None, False)
    actual = _figure(promise, indicator, history)
    if actual is None or actual.value is None:
        return None
    point = Point(actual.period.end, actual.value)
    return Start(point, actual, is_assumed=promise.baseline is None)


def _figure(promise: Promise, indicator: Indicator, history: History) -> Actual | None:
    if promise.baseline is None and indicator.is_stock:
        return _when_the_strategy_began(history)
    if promise.baseline is None or promise.baseline == "first_full_year":
        return first_full_year(history)
    assert not isinstance(promise.baseline, Baseline)
    return _of_period(promise.baseline.label, indicator, history)


def _of_period(label: str, indicator: Indicator, history: History) -> Actual | None:
    """The figure of a complete period; a year of a flow is never compared with a quarter."""
    figures = (*history.years, *history.quarters) if indicator.is_stock else history.years
    found = (a for a in figures if a.period.label == label and a.is_complete)
    return next(found, None)


def first_full_year(history: History) -> Actual | None:
    """The first full year with data in the time of the strategy."""
    usable = (
        actual
        for actual in history.years
        if actual.is_complete
        and (actual.value is not None or actual.is_withheld)
        and (history.starts is None or actual.period.start >= history.starts)
    )
    return next(usable, None)


def _when_the_strategy_began(history: History) -> Actual | None:
    """Where the stock stood when the strategy began, else where the data begin."""
    complete = [actual for actual in history.quarters if actual.is_complete]
    before = [a for a in complete if history.starts and a.period.end < history.starts]
    return before[-1] if before else next(iter(complete), None)
