"""One promise with everything known when it is judged."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from matrices.model import Promise
from metrics.definition import Indicator
from metrics.judging.baseline import Start
from metrics.judging.history import History
from metrics.judging.uncertainty import SMALL_DENOMINATOR, wilson
from metrics.standing import Actual, Interval, Point, Progress, Status

OUT_OF_DATE_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Case:
    """A promise, the figure that is judged, and where it starts from."""

    promise: Promise
    indicator: Indicator
    history: History
    actual: Actual
    now: Point
    """The figure's value at the end of its period, or at the end of the data."""
    start: Start | None

    @property
    def due(self) -> date | None:
        """The promise's date, else the one assumed from the poster."""
        return self.promise.by or self.history.horizon

    @property
    def unjudged(self) -> Status | None:
        """The state of its own that keeps the promise from being judged, if there is one."""
        through = self.history.data_through
        if through is None or self.history.today - through > OUT_OF_DATE_AFTER:
            return Status.OUT_OF_DATE
        if self.start is None:
            return Status.NO_BASELINE
        return Status.TOO_EARLY if self.now.on <= self.start.point.on else None

    @property
    def interval(self) -> Interval | None:
        """Of a share from a sample or of few cases, in percent."""
        return share_interval(self.indicator, self.actual)

    def told(self, status: Status, method: str) -> Progress:
        """The status with what is kept whichever method judges."""
        target = self.promise.target
        return Progress(
            status=status,
            method=method,
            actual=self.actual,
            judged_on=self.now.on,
            baseline=self.start.point if self.start else None,
            baseline_is_assumed=bool(self.start and self.start.is_assumed),
            target=Point(self.due, target) if self.due and target is not None else None,
            target_date_is_assumed=bool(target is not None and self.due and not self.promise.by),
            interval=self.interval,
        )

    def with_value(self, value: float) -> "Case":
        """The same case, had the figure been another."""
        return replace(self, now=Point(self.now.on, value))


def share_interval(indicator: Indicator, actual: Actual) -> Interval | None:
    """Of a share from a sample or of few cases the Wilson interval in percent, else None."""
    if not indicator.is_share or not actual.denominator or actual.numerator is None:
        return None
    if not indicator.is_sample and actual.denominator >= SMALL_DENOMINATOR:
        return None
    if not 0 <= actual.numerator <= actual.denominator:
        return None
    share = wilson(actual.numerator, actual.denominator)
    return Interval(100 * share.low, 100 * share.high)
