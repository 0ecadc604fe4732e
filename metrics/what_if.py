"""What if: when a promise would be met at the pace so far, and the pace that would meet it in time.

Rule: The pace is the average change a year between the baseline and the newest figure; it is taken
to go on unchanged. The promise would be met when the remaining way, walked at that pace, is done.
The pace needed is the remaining way by the time that remains.

Band: Each step from one figure to the next is taken as the constant pace plus chance of its own,
independent of the other steps and larger the longer the step lasts (a random walk with drift).
The band is the 80 % confidence interval of the pace by Student's t on the steps, carried to the
date: four times out of five the true pace lies in it. With fewer than two steps no band is given.

Limits: It is no forecast. The band knows how uncertain the pace of the past is, not whether the
future keeps to it; a new programme or a closed library is not in it. What would take longer than
fifty years is said to be never. Of a yearly figure the date means: in the year that ends then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt

from metrics.methods.course import DAYS_OF_A_YEAR, years_between
from metrics.standing import Interval, Point, PromiseStanding, Status

STUDENTS_T = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372)
"""The 90 % points of Student's t for 1 to 10 degrees of freedom, so that a band holds 80 %;
beyond, that of the normal."""
NORMAL = 1.282
NEVER_AFTER = 50
"""Years."""
UNKNOWN = frozenset(
    {Status.WITHHELD, Status.NO_DATA, Status.OUT_OF_DATE, Status.NO_BASELINE, Status.TOO_EARLY}
)


@dataclass(frozen=True)
class WhatIf:
    """The way that remains of one promise with a number."""

    now: Point
    target_value: float
    remaining: float
    """Target minus the newest figure, so negative where the figure is to fall; 0 once met."""
    pace: float
    """Change a year since the baseline."""
    pace_band: Interval | None
    """Where the true pace lies four times out of five."""
    steps: int
    """How many steps from figure to figure the pace was taken from."""
    met_on: date | None
    """At the pace so far; None for never, or for longer than fifty years."""
    earliest: date | None
    """At the better end of the band."""
    latest: date | None
    """At the worse end of the band; None for never."""
    due: date | None
    needed_pace: float | None
    """Change a year that would meet the promise in time; None where it is met or its date is past.
    """

    @property
    def is_met(self) -> bool:
        return self.remaining == 0


def what_if(standing: PromiseStanding) -> WhatIf | None:
    """The way that remains; None for a promise without a number, or with nothing to go on."""
    progress, promise = standing.progress, standing.promise
    baseline, actual, on = progress.baseline, progress.actual, progress.judged_on
    if promise.target is None or promise.is_kept or progress.status in UNKNOWN:
        return None
    if baseline is None or actual is None or actual.value is None or on is None:
        return None
    now = Point(on, actual.value)
    if now.on <= baseline.on:
        return None
    figures = _figures(standing, baseline, now)
    due = progress.target.on if progress.target else None
    return way_to(promise.target, promise.comparison == "at_most", figures, due)


def way_to(target: float, is_at_most: bool, figures: Sequence[Point], due: date | None) -> WhatIf:
    """The way to a target from two dated figures or more, oldest first."""
    first, now = figures[0], figures[-1]
    is_met = now.value <= target if is_at_most else now.value >= target
    remaining = 0.0 if is_met else target - now.value
    pace = (now.value - first.value) / years_between(first.on, now.on)
    band = _band(figures, pace)
    slow, fast = _by_gain(band, remaining) if band else (None, None)
    return WhatIf(
        now=now,
        target_value=target,
        remaining=remaining,
        pace=pace,
        pace_band=band,
        steps=len(figures) - 1,
        met_on=_arrival(now, remaining, pace),
        earliest=_arrival(now, remaining, fast),
        latest=_arrival(now, remaining, slow),
        due=due,
        needed_pace=_needed(now, remaining, due),
    )


def _figures(standing: PromiseStanding, baseline: Point, now: Point) -> list[Point]:
    """The baseline, the complete years between, and the newest figure."""
    between = [
        Point(year.period.end, year.value)
        for year in standing.years
        if year.is_complete and year.value is not None and baseline.on < year.period.end < now.on
    ]
    return [baseline, *between, now]


def _band(figures: Sequence[Point], pace: float) -> Interval | None:
    """The interval of the pace by the spread of the steps about it; None from a single step."""
    steps = [(b.value - a.value, years_between(a.on, b.on)) for a, b in pairwise(figures)]
    free = len(steps) - 1
    if free < 1:
        return None
    spread = sum((change - pace * years) ** 2 / years for change, years in steps) / free
    error = sqrt(spread / sum(years for _, years in steps))
    times = STUDENTS_T[free - 1] if free <= len(STUDENTS_T) else NORMAL
    return Interval(pace - times * error, pace + times * error)


def _by_gain(band: Interval, remaining: float) -> tuple[float, float]:
    """The worse and the better end of the band, seen from the way that remains."""
    return (band.low, band.high) if remaining >= 0 else (band.high, band.low)


def _arrival(now: Point, remaining: float, pace: float | None) -> date | None:
    if pace is None:
        return None
    if remaining == 0:
        return now.on
    if pace * remaining <= 0 or remaining / pace > NEVER_AFTER:
        return None
    return now.on + timedelta(days=round(remaining / pace * DAYS_OF_A_YEAR))


def _needed(now: Point, remaining: float, due: date | None) -> float | None:
    if remaining == 0 or due is None or due <= now.on:
        return None
    return remaining / years_between(now.on, due)
