"""The words of the board that says who has delivered what, and what is late."""

from dashboard.language import mark, say, say_n
from dashboard.wording import dates
from dashboard.wording.data_words import record
from dashboard.wording.numbers import number
from metrics.deliveries import LEAST_DAYS, PATIENCE, Delivery

TITLE = mark("Who has delivered what")
CITY = mark("City")
ALL_IN_TIME = mark("Nothing is late, and nothing that the cities’ promises need is missing.")
NOTHING = "–"


def late_or_missing(count: int) -> str:
    """How much there is to ask the cities for, before the board."""
    return say_n(
        "{count} delivery is late or missing.", "{count} deliveries are late or missing.", count
    )


def rule() -> str:
    return say(
        "Late is what is older than {patience} times the usual gap between a city’s deliveries of "
        "that record, and older than {days} days.",
        patience=number(PATIENCE),
        days=number(LEAST_DAYS),
    )


def reaches(delivery: Delivery) -> str:
    """`Sep 2026`, or `late: Sep 2026`; what has no day is `in`."""
    if delivery.is_missing:
        return say("waiting")
    if delivery.covered_to is None:
        return say("in")
    month = dates.short_month(delivery.covered_to)
    return say("late: {month}", month=month) if delivery.is_late else month


def since(delivery: Delivery) -> str | None:
    begun = delivery.covered_from
    return say("since {month}", month=dates.short_month(begun)) if begun else None


def sentence(delivery: Delivery, place: str) -> str:
    """`Breda’s participations reach 31 March 2026; newer ones were due by 14 August 2026.`"""
    what = record(delivery.record)
    if delivery.is_missing:
        return say(
            "{city} has handed in no {records} yet, and its promises need them.",
            city=place,
            records=what,
        )
    values = {"city": place, "records": what, "load": delivery.load} | _days(delivery)
    if delivery.is_late:
        return say("{city}’s {records} reach {day}; newer ones were due by {due}.", **values)
    if delivery.due_by:
        return say(
            "{city}’s {records} reach {day} (load {load}); newer ones are due by {due}.", **values
        )
    return say("{city}’s {records} reach {day} (load {load}).", **values)


def _days(delivery: Delivery) -> dict[str, str]:
    return {
        "day": dates.day(delivery.covered_to) if delivery.covered_to else say("no day"),
        "due": dates.day(delivery.due_by) if delivery.due_by else "",
    }
