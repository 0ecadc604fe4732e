"""A running year in words: what it has brought so far, beside the same stretch of earlier years."""

from dashboard.language import mark, say
from dashboard.wording import dates
from dashboard.wording.numbers import amount, quantity
from metrics.definition import Indicator
from metrics.standing import Actual, PromiseStanding

WITHHELD, NO_VALUE = mark("withheld"), mark("no value")


def so_far(standing: PromiseStanding) -> str | None:
    """`So far in 2026, up to 14 June: 312 learners; up to the same day of 2025: 280.`

    None where no year is running, or there is no earlier one to put it beside.
    """
    running, earlier = standing.running_year, standing.same_stretches
    if running is None or not earlier:
        return None
    return say(
        "So far in {year}, up to {day}: {value}; up to the same day of {before}: {earlier}.",
        year=running.period.start.year,
        day=dates.day_and_month(earlier[-1].period.end),
        value=_told(running, standing.indicator, with_noun=True),
        before=earlier[-1].period.start.year,
        earlier=_told(earlier[-1], standing.indicator),
    )


def up_to_head(standing: PromiseStanding) -> str:
    """The head of a column with every year up to the day that the running one has reached."""
    return say("Up to {day}", day=dates.day_and_month(standing.same_stretches[-1].period.end))


def _told(actual: Actual, indicator: Indicator, with_noun: bool = False) -> str:
    if actual.value is None:
        return say(WITHHELD if actual.is_withheld else NO_VALUE)
    return quantity(actual.value, indicator) if with_noun else amount(actual.value, indicator)
