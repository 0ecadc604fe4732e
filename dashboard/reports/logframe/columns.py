"""The columns of the logframe, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.language import say

RESULT, REFERENCE = "result", "reference"


@dataclass(frozen=True)
class Column:
    """A column; several that stand below one heading say the same heading."""

    key: str
    heading: str
    part: str
    """What stands below the heading, such as `value`; empty where nothing does."""
    width: float


def columns() -> tuple[Column, ...]:
    """The official ones first, then what a city wants to see beside them."""
    return (*_chain(), *_figures(), *_beside())


def _chain() -> Iterator[Column]:
    yield Column("level", say("Results chain"), "", 18)
    yield Column(RESULT, say("Results"), "", 40)
    yield Column("group", say("Target group"), "", 17)
    yield Column("indicator", say("Indicators"), "", 23)
    yield Column("unit", say("Unit"), "", 16)


def _figures() -> Iterator[Column]:
    value, year, day = say("value"), say("year"), say("date")
    yield Column("baseline", say("Baseline"), value, 9)
    yield Column("baseline_year", say("Baseline"), year, 10)
    yield Column("milestones", say("Milestones"), "", 15)
    yield Column("target", say("Target"), value, 12)
    yield Column("target_year", say("Target"), year, 10)
    yield Column("current", say("Current value"), value, 10)
    yield Column("current_date", say("Current value"), day, 11)


def _beside() -> Iterator[Column]:
    yield Column("source", say("Sources of data"), "", 24)
    yield Column("assumptions", say("Assumptions"), "", 18)
    yield Column("status", say("Status"), "", 14)
    yield Column("comment", say("Comment"), "", 40)
    yield Column(REFERENCE, say("Reference"), "", 30)
