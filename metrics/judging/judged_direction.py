"""How a promise without a number stands: by the growth since its baseline, noise set aside."""

from dataclasses import dataclass, replace

from metrics.definition import Indicator
from metrics.judging.baseline import Start
from metrics.judging.case import Case, share_interval
from metrics.judging.uncertainty import difference, is_noise, times_as_many
from metrics.methods import trend
from metrics.methods.course import years_between
from metrics.methods.growth import yearly_growth
from metrics.standing import Actual, Interval, Progress, Status

VARIETIES = frozenset({"skills", "tools"})
"""Units of different kinds of things, which do not happen by chance."""


@dataclass(frozen=True)
class Change:
    """What chance says of the way from the baseline to the figure."""

    is_noise: bool = False
    times: Interval | None = None
    """How many times as many, with 95 %."""


def judged_direction(case: Case) -> Progress:
    """By the yearly growth since the baseline; see `metrics/methods/trend.py`."""
    if case.unjudged or case.start is None:
        return case.told(case.unjudged or Status.NO_BASELINE, "trend")
    years = years_between(case.start.point.on, case.now.on)
    if years < 1:
        return case.told(Status.TOO_EARLY, "trend")
    before, now = case.start.point.value, case.now.value
    growth, change = yearly_growth(before, now, years), _change(case, case.start)
    is_fall_promised = case.promise.direction == "decrease"
    status = trend.status(before, now, growth, is_fall_promised)
    return replace(
        case.told(Status.STEADY if change.is_noise else status, "trend"),
        yearly_growth=growth,
        growth_interval=_a_year(change.times, years),
        is_within_noise=change.is_noise and before != now,
    )


def _change(case: Case, start: Start) -> Change:
    if case.indicator.is_share:
        return Change(is_noise=_is_noise_of_shares(case, start))
    values = (case.now.value, start.point.value)
    if not is_count(case.indicator) or any(v < 0 or v != int(v) for v in values):
        return Change()
    now, before = (int(value) for value in values)
    return Change(is_noise(now, before), times_as_many(now, before))


def is_count(indicator: Indicator) -> bool:
    """Whether its values of two years can be compared as counts of separate happenings.

    Not a running total, which contains what it is compared with; not a sum, a share or a rate; not
    a variety, of which there are only so many.
    """
    is_other = indicator.is_stock or indicator.denominator or indicator.numerator.sum
    return not is_other and indicator.unit not in VARIETIES


def _is_noise_of_shares(case: Case, start: Start) -> bool:
    """Whether two shares differ by no more than chance; False where both are of many cases."""
    now, before = case.actual, start.actual
    if before is None:  # a value that the promise states is taken as known
        interval = case.interval
        return bool(interval and interval.low <= start.point.value <= interval.high)
    if case.interval is None and share_interval(case.indicator, before) is None:
        return False
    parts = _parts(now), _parts(before)
    if parts[0] is None or parts[1] is None:
        return False
    apart = difference(parts[0], parts[1])
    return apart.low <= 0 <= apart.high


def _parts(actual: Actual) -> tuple[float, float] | None:
    if actual.numerator is None or not actual.denominator:
        return None
    is_part = 0 <= actual.numerator <= actual.denominator
    return (actual.numerator, actual.denominator) if is_part else None


def _a_year(times: Interval | None, years: float) -> Interval | None:
    if times is None:
        return None
    return Interval(times.low ** (1 / years) - 1, times.high ** (1 / years) - 1)
