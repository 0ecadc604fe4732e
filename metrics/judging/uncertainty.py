"""How sure a figure is: intervals of shares, and whether a change is more than chance.

Shares: the Wilson score interval (Wilson 1927). Differences of two shares: Newcombe's hybrid score
interval (Newcombe 1998, method 10). Two counts: compared as Poisson counts over equal times by the
exact conditional test (Przyborowski and Wilenski 1940): given their sum, the newer one is binomial
with probability one half if nothing changed; its equal-tailed interval is Clopper and Pearson's
(1934). Above `EXACT_UP_TO` counts in all the Wilson interval stands for the exact one, from which
it then differs by less than a thousandth. All at 95 %.
"""

from collections.abc import Callable
from math import exp, lgamma, log, sqrt
from statistics import NormalDist

from metrics.standing import Interval

CONFIDENCE = 0.95
TAIL = (1 - CONFIDENCE) / 2
Z = NormalDist().inv_cdf(1 - TAIL)

SMALL_DENOMINATOR = 30
"""A share of fewer cases has an interval although every case was counted: one case moves it by more
than three percentage points, and at thirty cases the interval of one half reaches from 33 to 67 %."""

EXACT_UP_TO = 1000
STEPS = 40
"""Halvings when an end of an interval is looked for: to the twelfth digit."""
NEGLIGIBLE = 1e-16


def wilson(successes: float, of: float) -> Interval:
    """The Wilson score interval of a share between 0 and 1; `of` is above 0."""
    share, square = successes / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return Interval(max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def difference(now: tuple[float, float], before: tuple[float, float]) -> Interval:
    """Newcombe's interval of the share now minus the share before, each as (successes, of)."""
    new, old = now[0] / now[1], before[0] / before[1]
    of_new, of_old = wilson(*now), wilson(*before)
    down = sqrt((new - of_new.low) ** 2 + (of_old.high - old) ** 2)
    up = sqrt((of_new.high - new) ** 2 + (old - of_old.low) ** 2)
    return Interval(new - old - down, new - old + up)


def part_of_the_sum(now: int, before: int) -> Interval:
    """Where now / (now + before) lies, were the years repeated; needs a sum above 0."""
    total = now + before
    if total > EXACT_UP_TO:
        return wilson(now, total)
    low = 0.0 if now == 0 else _halved(lambda part: _at_most(before, total, 1 - part) > TAIL)
    high = 1.0 if before == 0 else 1 - _halved(lambda part: _at_most(now, total, 1 - part) > TAIL)
    return Interval(low, high)


def times_as_many(now: int, before: int) -> Interval | None:
    """How many times as many there are now, with 95 %; None where `before` is zero."""
    if before == 0:
        return None
    part = part_of_the_sum(now, before)
    return Interval(part.low / (1 - part.low), part.high / (1 - part.high))


def is_noise(now: int, before: int) -> bool:
    """Whether two counts over equal times differ by no more than chance would bring."""
    if now == before:
        return True
    part = part_of_the_sum(now, before)
    return part.low <= 0.5 <= part.high


def _halved(is_above: Callable[[float], bool]) -> float:
    """The border between 0 and 1 from which on the condition holds."""
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_above(middle) else (middle, high)
    return low


def _at_most(successes: int, of: int, chance: float) -> float:
    """The probability of at most so many successes, summed from the likeliest term outwards."""
    if successes >= of or chance <= 0:
        return 1.0
    if successes < 0 or chance >= 1:
        return 0.0
    if successes > of * chance:
        return 1 - _at_most(of - successes - 1, of, 1 - chance)
    term = total = exp(_log_chance(successes, of, chance))
    for k in range(successes, 0, -1):
        term *= k * (1 - chance) / ((of - k + 1) * chance)
        total += term
        if term < total * NEGLIGIBLE:
            break
    return total


def _log_chance(successes: int, of: int, chance: float) -> float:
    """The logarithm of the probability of exactly so many successes."""
    ways = lgamma(of + 1) - lgamma(successes + 1) - lgamma(of - successes + 1)
    return ways + successes * log(chance) + (of - successes) * log(1 - chance)
