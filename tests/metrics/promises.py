"""Promises, figures and histories written by tests of progress."""

from datetime import date

from matrices.model import Promise
from metrics.definition import Example, Indicator, Tally
from metrics.judging.history import History
from metrics.standing import Actual, Period

END_OF_2025 = date(2025, 12, 31)
INCREASE = Promise(indicator="learners", direction="increase")
DECREASE = Promise(indicator="learners", direction="decrease")

ENDS = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}


def count(within: str = "period", **more: object) -> Indicator:
    """Participations, in the period or to date."""
    return Indicator(
        identifier="learners",
        name="Learners",
        question="How many?",
        why_it_matters="It matters.",
        unit=more.pop("unit", "people"),
        better=more.pop("better", "higher"),
        numerator=more.pop("numerator", Tally(count="participations", within=within)),
        dated_by=more.pop("dated_by", "joined_on"),
        examples=(Example(name="none", period=2024, given={}, expect=0),),
        **more,
    )


def share(**more: object) -> Indicator:
    """A share of activities in percent."""
    activities = Tally(count="activities")
    return Indicator(
        identifier="quality",
        name="Quality",
        question="What share?",
        why_it_matters="It matters.",
        unit="percent",
        better="higher",
        numerator=activities,
        denominator=activities,
        dated_by="starts_on",
        examples=(Example(name="none", period=2024, given={}, expect=0),),
        **more,
    )


def year(number: int, value: float | None, is_complete: bool = True, **more: bool) -> Actual:
    period = Period("year", date(number, 1, 1), date(number, 12, 31))
    return Actual(
        "learners", "vilnius", period, value, value, None, 0, "computed", is_complete, **more
    )


def share_of(number: int, successes: float, of: float) -> Actual:
    """The share of a year in percent, with its numerator and denominator."""
    period = Period("year", date(number, 1, 1), date(number, 12, 31))
    value = 100 * successes / of
    return Actual("quality", "vilnius", period, value, successes, of, 0, "computed", True)


def quarter(number: int, which: int, value: float, is_complete: bool = True) -> Actual:
    period = Period("quarter", date(number, 3 * which - 2, 1), date(number, *ENDS[which]))
    return Actual("learners", "vilnius", period, value, value, None, 0, "computed", is_complete)


def history(years=(), quarters=(), through=END_OF_2025, today=date(2026, 2, 1), **more) -> History:
    """What is known at the beginning of 2026 of a strategy that began in 2022."""
    known = {"starts": date(2022, 1, 1), "horizon": END_OF_2025} | more
    return History(tuple(years), tuple(quarters), through, today=today, **known)


def number(target: float, **more: object) -> Promise:
    return Promise(indicator="learners", target=target, **more)
