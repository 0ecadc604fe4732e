"""Where the true value of a city's figure lies, so that chance is not taken for a difference.

Shares: the Wilson score interval. Counts and rates: the exact Poisson interval (Garwood 1936);
above a thousand counts Byar's approximation, from which it then differs by less than a thousandth.
A sum of readings or of participants comes in lumps and a variety has only so many kinds: neither
happens one by one, so no interval is given. A count is taken as a count of separate happenings;
where the same people come in groups the true interval is wider. All at 95 %.
"""

from collections.abc import Callable
from math import exp, lgamma, log, sqrt

from metrics.definition import Indicator
from metrics.judging.judged_direction import VARIETIES
from metrics.judging.uncertainty import EXACT_UP_TO, NEGLIGIBLE, TAIL, Z, wilson
from metrics.standing import Actual, Interval

STEPS = 60
"""Halvings when an end of an interval is looked for."""


def interval_of(indicator: Indicator, actual: Actual) -> Interval | None:
    """Of a value in the indicator's unit; None where chance is not known well enough."""
    if indicator.is_share:
        return _of_share(actual)
    if not happens_one_by_one(indicator):
        return None
    if not indicator.is_rate:
        return _of_count(actual.value)
    counted = _of_count(actual.numerator)
    if counted is None or not actual.denominator:
        return None
    return scaled(counted, (indicator.scale or 1) / actual.denominator)


def happens_one_by_one(indicator: Indicator) -> bool:
    """Whether what is counted can be taken as separate happenings."""
    tally = indicator.numerator
    is_lumped = tally.sum or tally.latest or tally.difference
    return not is_lumped and indicator.unit not in VARIETIES


def poisson(count: int) -> Interval:
    """Where the expected count lies, after so many were counted."""
    if count > EXACT_UP_TO:
        return Interval(_byar(count, -Z), _byar(count + 1, Z))
    low = (
        0.0 if count == 0 else _halved(0, count, lambda mean: 1 - _at_most(count - 1, mean) < TAIL)
    )
    return Interval(low, _halved(count, 2 * count + 10, lambda mean: _at_most(count, mean) > TAIL))


def scaled(interval: Interval, factor: float) -> Interval:
    return Interval(interval.low * factor, interval.high * factor)


def _of_share(actual: Actual) -> Interval | None:
    part, whole = actual.numerator, actual.denominator
    if part is None or not whole or not 0 <= part <= whole:
        return None
    return scaled(wilson(part, whole), 100)


def _of_count(value: float | None) -> Interval | None:
    return poisson(int(value)) if value is not None and value >= 0 and value == int(value) else None


def _byar(count: int, z: float) -> float:
    return count * (1 - 1 / (9 * count) + z / (3 * sqrt(count))) ** 3


def _halved(low: float, high: float, is_below: Callable[[float], bool]) -> float:
    """The border from which on the condition no longer holds."""
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return low


def _at_most(count: int, mean: float) -> float:
    """The probability of at most so many, summed downwards from the largest."""
    if mean <= 0:
        return 1.0
    term = total = exp(count * log(mean) - mean - lgamma(count + 1))
    for k in range(count, 0, -1):
        term *= k / mean
        total += term
        if k < mean and term < total * NEGLIGIBLE:
            break
    return total
