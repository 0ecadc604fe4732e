"""The words of the board that says who has delivered what, and what is late."""

from datetime import date

from dashboard.wording import dates
from dashboard.wording.about_loads import record
from metrics.deliveries import LEAST_DAYS, PATIENCE, Delivery

TITLE = "Who has delivered what"
CITY = "City"
ALL_IN_TIME = "Nothing is late, and nothing that the cities’ promises need is missing."
RULE = (
    f"Late is what is older than {PATIENCE:g} times the usual gap between a city’s deliveries of "
    f"that record, and older than {LEAST_DAYS} days."
)
LATE, WAITING, NOTHING = "late", "waiting", "–"
WHAT_IS_LATE = "What is late or missing"
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def reaches(delivery: Delivery) -> str:
    """`Sep 2026`, or `late: Sep 2026`; what has no day is `in`."""
    if delivery.is_missing:
        return WAITING
    if delivery.covered_to is None:
        return "in"
    return (
        f"{LATE}: {month(delivery.covered_to)}" if delivery.is_late else month(delivery.covered_to)
    )


def since(delivery: Delivery) -> str | None:
    return f"since {month(delivery.covered_from)}" if delivery.covered_from else None


def month(on: date) -> str:
    return f"{SHORT[on.month - 1]} {on.year}"


def sentence(delivery: Delivery, place: str) -> str:
    """`Breda’s participations reach 31 March 2026; newer ones were due by 14 August 2026.`"""
    what = record(delivery.record)
    if delivery.is_missing:
        return f"{place} has handed in no {what} yet, and its promises need them."
    through = dates.day(delivery.covered_to) if delivery.covered_to else "no day"
    due = dates.day(delivery.due_by) if delivery.due_by else ""
    if delivery.is_late:
        return f"{place}’s {what} reach {through}; newer ones were due by {due}."
    until = f"; newer ones are due by {due}" if due else ""
    return f"{place}’s {what} reach {through} (load {delivery.load}){until}."
