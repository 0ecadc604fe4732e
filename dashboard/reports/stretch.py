"""The value of an indicator in a report's period."""

from datetime import date

from metrics.results import Results
from metrics.standing import Actual, PromiseStanding


def in_stretch(
    results: Results, city: str, promise: PromiseStanding, first: date, last: date
) -> Actual | None:
    """A stock as it stood at the end; a flow where one calendar period is that stretch."""
    known = (*promise.years, *promise.quarters)
    if promise.indicator.is_stock:
        ended = [actual for actual in promise.quarters if actual.period.end <= last]
        return ended[-1] if ended else None
    return next((a for a in known if (a.period.start, a.period.end) == (first, last)), None)
