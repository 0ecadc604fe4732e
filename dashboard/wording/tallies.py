"""What an indicator counts, in words."""

from metrics.counting.tallied import ALL_AGES
from metrics.definition import Indicator
from metrics.tally import Condition, Tally


def tally(tally: Tally) -> str:
    """`different learner of participations where is_online, up to the end of the period`."""
    if tally.reported:
        return f"{tally.reported} (ready-made counts)"
    if tally.inhabitants:
        aged = "" if tally.inhabitants == ALL_AGES else f" aged {tally.inhabitants}"
        return f"inhabitants{aged}, from places.yaml"
    conditions = " and ".join(map(_condition, tally.conditions))
    words = f"{_what(tally)} where {conditions}" if conditions else _what(tally)
    return words + _when(tally)


def formula(indicator: Indicator) -> str:
    """`100 x numerator / denominator` where there is one, else `numerator`."""
    return f"{indicator.scale} × numerator / denominator" if indicator.scale else "numerator"


def _what(tally: Tally) -> str:
    if tally.count:
        return f"rows of {tally.record}"
    if tally.distinct:
        return f"different {tally.distinct} of {tally.record}"
    if tally.sum:
        return f"sum of {tally.sum} of {tally.record}"
    if tally.latest:
        return f"newest {tally.latest} of each thing in {tally.record}"
    return f"growth of {tally.difference} in {tally.record}"


def _when(tally: Tally) -> str:
    if tally.difference:
        return ", from reading to reading"
    return ", up to the end of the period" if tally.is_running else ""


def _condition(condition: Condition) -> str:
    if condition.value is True:
        return condition.column
    return f"{condition.column} is {'no' if condition.value is False else condition.value}"
