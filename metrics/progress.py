"""The status of one promise, by the line from baseline to target or by its yearly growth.

Pure functions: everything that led to a status is kept in the `Progress` that comes back.

Sources: thresholds 0.95 and 0.60 and the yearly growth of 1.5 % from Open SDG / Statistics
Canada's progress measurement; the idea of comparing with what was due by now from Mercy Corps'
Tola; the worst of several targets tells, from the Destatis indicator reports.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from matrices.model import Promise
from metrics.definition import Indicator
from metrics.standing import Actual, Point, Progress, Status

ON_TRACK_FROM = 0.95
SLIGHTLY_BEHIND_FROM = 0.60
INCREASING_FROM = 0.015
OUT_OF_DATE_AFTER = timedelta(days=365)
DAYS_OF_A_YEAR = 365.25

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


@dataclass(frozen=True)
class History:
    """What is known of one indicator in one city when a promise on it is judged."""

    years: tuple[Actual, ...]
    """Yearly values, oldest first."""
    quarters: tuple[Actual, ...]
    data_through: date | None
    """The day up to which the data reach."""
    starts: date | None
    """The first day of the strategy."""
    horizon: date | None
    """The target date to assume for a promise that names none."""
    today: date


def progress(promise: Promise, indicator: Indicator, history: History) -> Progress:
    """The status of the promise with every input that led to it."""
    method = "trend" if promise.direction else "line"
    actual = _judged(indicator, history)
    if actual is None:
        return Progress(Status.TOO_EARLY if history.years else Status.NO_DATA, method)
    if actual.is_withheld:
        return Progress(Status.WITHHELD, method, actual)
    if actual.value is None:
        return Progress(Status.NO_DATA, method, actual)
    now = Point(_dated(actual, history), actual.value)
    judge = _by_trend if promise.direction else _by_line
    return judge(promise, indicator, history, actual, now)


def worst(statuses: Iterable[Status]) -> Status:
    """Of several promises of one statement the worst that could be judged tells."""
    return min(statuses, key=WORST_FIRST.index)


def _by_line(
    promise: Promise, indicator: Indicator, history: History, actual: Actual, now: Point
) -> Progress:
    assert promise.target is not None
    due = promise.by or history.horizon
    target = Point(due, promise.target) if due else None
    baseline = _baseline(promise, indicator, history)
    path = _path(promise, baseline, target)
    expected = expected_on(path, now.on) if path else None
    ratio = _share_of_the_way(baseline, now.value, expected)
    return Progress(
        status=_line_status(promise, history, now, (baseline, target), ratio),
        method="line",
        actual=actual,
        baseline=baseline,
        baseline_is_assumed=promise.baseline is None and baseline is not None,
        target=target,
        target_date_is_assumed=promise.by is None and due is not None,
        path=path,
        expected=expected,
        ratio=ratio,
    )


def _by_trend(
    promise: Promise, indicator: Indicator, history: History, actual: Actual, now: Point
) -> Progress:
    baseline = _baseline(promise, indicator, history)
    kept = {
        "method": "trend",
        "actual": actual,
        "baseline": baseline,
        "baseline_is_assumed": promise.baseline is None and baseline is not None,
    }
    unjudged = _unjudged(history, baseline, now)
    if unjudged or baseline is None:
        return Progress(unjudged or Status.NO_BASELINE, **kept)
    years = (now.on - baseline.on).days / DAYS_OF_A_YEAR
    if round(years, 2) < 1:
        return Progress(Status.TOO_EARLY, **kept)
    growth = _yearly_growth(baseline.value, now.value, years)
    status = _trend_status(baseline.value, now.value, growth)
    return Progress(status, **kept, yearly_growth=growth)


def expected_on(path: tuple[Point, ...], on: date) -> float:
    """The value on the straight lines between the points of a path, flat beyond its ends."""
    earlier = [point for point in path if point.on <= on]
    later = [point for point in path if point.on > on]
    if not earlier or not later:
        return (earlier or later)[-1 if earlier else 0].value
    left, right = earlier[-1], later[0]
    share = (on - left.on).days / (right.on - left.on).days
    return left.value + share * (right.value - left.value)


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


def _baseline(promise: Promise, indicator: Indicator, history: History) -> Point | None:
    if promise.baseline:
        return Point(promise.baseline.on, promise.baseline.value)
    first = _stock_baseline(history) if indicator.is_stock else _flow_baseline(history)
    return Point(first.period.end, first.value) if first and first.value is not None else None


def _flow_baseline(history: History) -> Actual | None:
    """The first full year with data in the time of the strategy."""
    usable = (
        actual
        for actual in history.years
        if actual.is_complete and (history.starts is None or actual.period.start >= history.starts)
    )
    return next(usable, None)


def _stock_baseline(history: History) -> Actual | None:
    """Where the stock stood when the strategy began, else where the data begin."""
    complete = [actual for actual in history.quarters if actual.is_complete]
    before = [a for a in complete if history.starts and a.period.end < history.starts]
    return before[-1] if before else next(iter(complete), None)


def _unjudged(history: History, baseline: Point | None, now: Point) -> Status | None:
    """The state of its own that keeps a promise from being judged, if there is one."""
    through = history.data_through
    if through is None or history.today - through > OUT_OF_DATE_AFTER:
        return Status.OUT_OF_DATE
    if baseline is None:
        return Status.NO_BASELINE
    return Status.TOO_EARLY if now.on <= baseline.on else None


def _path(promise: Promise, baseline: Point | None, target: Point | None) -> tuple[Point, ...]:
    """Baseline, milestones and target by date; empty where no line can be drawn."""
    if baseline is None or target is None or target.on <= baseline.on:
        return ()
    milestones = (Point(milestone.by, milestone.value) for milestone in promise.milestones)
    return tuple(sorted((baseline, *milestones, target), key=lambda point: point.on))


def _meets(value: float, promise: Promise) -> bool:
    assert promise.target is not None
    if promise.comparison == "at_most":
        return value <= promise.target
    return value >= promise.target


def _share_of_the_way(
    baseline: Point | None, actual: float, expected: float | None
) -> float | None:
    """(actual - baseline) / (expected - baseline); None where nothing was due yet."""
    if baseline is None or expected is None or expected == baseline.value:
        return None
    return (actual - baseline.value) / (expected - baseline.value)


def _line_status(
    promise: Promise,
    history: History,
    now: Point,
    ends: tuple[Point | None, Point | None],
    ratio: float | None,
) -> Status:
    baseline, target = ends
    if _meets(now.value, promise):
        return Status.ACHIEVED
    unjudged = _unjudged(history, baseline, now)
    if unjudged or baseline is None:
        return unjudged or Status.NO_BASELINE
    if _meets(baseline.value, promise):
        return Status.MOVING_AWAY  # it was met at the start and no longer is
    if target is None:
        return Status.NO_TARGET
    # past its date a target that is missed, however narrowly, is not on track
    return _by_ratio(ratio, is_due=now.on >= target.on)


def _by_ratio(ratio: float | None, is_due: bool) -> Status:
    if ratio is None:
        return Status.BEHIND if is_due else Status.TOO_EARLY
    if ratio < 0:
        return Status.MOVING_AWAY
    if ratio < SLIGHTLY_BEHIND_FROM:
        return Status.BEHIND
    return Status.SLIGHTLY_BEHIND if ratio < ON_TRACK_FROM or is_due else Status.ON_TRACK


def _yearly_growth(baseline: float, actual: float, years: float) -> float | None:
    """Compound growth a year; None from a baseline of zero, which has no rate of growth."""
    return None if baseline <= 0 else (actual / baseline) ** (1 / years) - 1


def _trend_status(baseline: float, actual: float, growth: float | None) -> Status:
    if growth is None:
        return Status.INCREASING if actual > baseline else Status.STEADY
    if growth >= INCREASING_FROM:
        return Status.INCREASING
    return Status.STEADY if growth >= 0 else Status.DECREASING
