"""Which figures of any stretch of days may be told beside all that is published, and beside each other.

One that is given differs by nobody or by enough people from every published figure of a period
inside or around it, and from the same stretch without its first or its last months. So of two
stretches that are asked for one after the other, one the beginning or the end of the other, none
tells of a few people, although nobody remembers what was asked. Of what adds up, every month inside
must be shown: then the stretch tells nothing that its months do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from metrics.definition import Indicator
from metrics.standing import Actual, Period

Series = tuple[str, str]
"""Breakdown and member; both empty for the whole."""


def shorter(asked: Period) -> Iterator[Period]:
    """The stretch without its first months, and without its last."""
    for month in _months_after(asked.start, asked.end):
        yield Period("project", month, asked.end)
        yield Period("project", asked.start, month - timedelta(days=1))


def protected(
    indicator: Indicator, asked: Sequence[Actual], known: Iterable[Actual], fewest: int
) -> list[Actual]:
    """The figures of one stretch, withheld where they or the `known` ones tell of a few people.

    Where a member is withheld its whole breakdown is.
    """
    series: dict[Series, list[Actual]] = defaultdict(list)
    for actual in known:
        series[actual.disaggregation, actual.member].append(actual)
    wholes = [actual for actual in asked if not actual.disaggregation]
    told = [
        _without_figures(actual)
        if _tells(indicator, actual, series[actual.disaggregation, actual.member], fewest)
        or any(_differ_little(actual, whole, fewest) for whole in wholes)
        else actual
        for actual in asked
    ]
    broken = {actual.disaggregation for actual in told if actual.is_withheld and actual.member}
    return [_without_figures(a) if a.disaggregation in broken else a for a in told]


def _tells(indicator: Indicator, actual: Actual, known: Sequence[Actual], fewest: int) -> bool:
    """Whether the figure is small, is cut within a month, or is close to a known one.

    Every figure of a stock is inside or around every other.
    """
    if any(0 < people < fewest for people in _people(actual)):
        return True
    if not _has_whole_months(actual.period, known) or _hides_months(indicator, actual, known):
        return True
    near = (a for a in known if indicator.is_stock or _is_nested(actual.period, a.period))
    return any(_differ_little(actual, other, fewest) for other in near)


def _hides_months(indicator: Indicator, actual: Actual, known: Iterable[Actual]) -> bool:
    if indicator.is_stock or any(tally.distinct for tally in indicator.tallies.values()):
        return False
    months = (a for a in known if a.period.kind == "month" and _is_nested(actual.period, a.period))
    return any(month.is_withheld or month.is_held for month in months)


def _has_whole_months(period: Period, known: Sequence[Actual]) -> bool:
    reached = max((a.period.end for a in known if a.period.kind == "to_date"), default=date.max)
    following = period.end + timedelta(days=1)
    return period.start.day == 1 and (following.day == 1 or period.end >= reached)


def _is_nested(one: Period, two: Period) -> bool:
    is_around = two.start <= one.start and one.end <= two.end
    return is_around or (one.start <= two.start and two.end <= one.end)


def _differ_little(actual: Actual, other: Actual, fewest: int) -> bool:
    pairs = zip(_people(actual), _people(other), strict=False)
    return any(0 < abs(one - two) < fewest for one, two in pairs)


def _people(actual: Actual) -> tuple[float, ...]:
    """Of a share those who count and those who do not; nobody where it is withheld."""
    if actual.numerator is None:
        return ()
    if actual.denominator is None:
        return (actual.numerator,)
    return (actual.numerator, actual.denominator - actual.numerator)


def _without_figures(actual: Actual) -> Actual:
    return replace(actual, value=None, numerator=None, denominator=None, rows=0, is_withheld=True)


def _months_after(first: date, last: date) -> Iterator[date]:
    """The first days of the months that begin after the stretch does."""
    month = first
    while (month := (month.replace(day=1) + timedelta(days=32)).replace(day=1)) <= last:
        yield month
