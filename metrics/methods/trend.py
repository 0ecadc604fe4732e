"""`trend`: the yearly growth since the baseline. For `increase` and `decrease`.

Rule: A promise without a number is judged by its direction. At least 1.5 % up a year is increasing,
up by less is steady, any fall is decreasing; but a change that chance alone would bring is steady
too, whatever its size (see "Within noise"). For `decrease` the rule is mirrored and the words are
the promise's: at least 1.5 % down a year is on track, down by less is steady, up is moving away.
At least one whole year must lie between the baseline and the figure.

Formula: growth = (actual / baseline) ^ (1 / years) - 1. From a baseline of zero there is no rate:
any rise that is more than noise counts as increasing.

Source: The border of 1.5 % a year from Open SDG's and Statistics Canada's rule for indicators
without a target; their second border of 0.5 % is not used.

Misleads: Two figures decide, the baseline and the newest: an unusual year at either end decides the
trend. A figure that grows by 1.4 % a year is called steady, and is growing.
"""

from metrics.methods.example import amount, told
from metrics.methods.growth import yearly_growth
from metrics.standing import Status

INCREASING_FROM = 0.015
FALLS_MIRRORED = {
    Status.INCREASING: Status.ON_TRACK,
    Status.STEADY: Status.STEADY,
    Status.DECREASING: Status.MOVING_AWAY,
}


def status(start: float, end: float, growth: float | None, is_fall_promised: bool) -> Status:
    """How a promised direction stands, noise aside."""
    if not is_fall_promised:
        return _rising(start, end, growth)
    return FALLS_MIRRORED[_rising(end, start, None if growth is None else -growth)]


def _rising(start: float, end: float, growth: float | None) -> Status:
    if growth is None:
        return Status.INCREASING if end > start else _not_above(start, end)
    if growth >= INCREASING_FROM:
        return Status.INCREASING
    return Status.STEADY if growth >= 0 else Status.DECREASING


def _not_above(start: float, end: float) -> Status:
    return Status.STEADY if end == start else Status.DECREASING


def worked() -> str:
    """A rise and a near standstill over three years."""
    rise, still = yearly_growth(1120, 2431, 3) or 0, yearly_growth(1120, 1150, 3) or 0
    return (
        f"1,120 learners in 2022 and 2,431 in 2025: (2431 / 1120) ^ (1 / 3) - 1 = {amount(rise)}, "
        f"{told(status(1120, 2431, rise, False))}. 1,150 in 2025 instead: {amount(still)}, "
        f"{told(status(1120, 1150, still, False))}."
    )
