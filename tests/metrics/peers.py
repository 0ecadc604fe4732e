"""Cities written by tests of comparison."""

from dataclasses import replace
from datetime import date

from matrices.model import Promise
from matrices.places import Place, Population
from metrics.comparing.answers import Peer, Pledge, Question, View
from metrics.definition import Indicator
from metrics.progress import progress
from metrics.standing import Actual, Period
from tests.metrics.promises import count, history, year

YEAR_2025 = Period("year", date(2025, 1, 1), date(2025, 12, 31))
END_OF_2022 = date(2022, 12, 31)

LEARNERS = count()


def young(persons: int, **more: str) -> Population:
    known = {"date": "2021 census", "unit": "municipality", "source": "office", "how_known": "read"}
    return Population(measure="age", age_from=15, age_to=29, persons=persons, **(known | more))


def of_all_ages(persons: int) -> Population:
    known = {"date": "2021", "unit": "municipality", "source": "office", "how_known": "read"}
    return Population(measure="total", persons=persons, **known)


def place(city: str, *populations: Population) -> Place:
    return Place(
        key=city,
        name=city.title(),
        country="LT",
        latitude=54,
        longitude=25,
        populations=populations,
    )


def peer(city: str, *years: Actual, populations=(), quarters=(), **more) -> Peer:
    """A city with yearly values; without a population unless one is given."""
    told = history(years, quarters)
    known = {"values": told.years, "version": 1} | more
    return Peer(city, place(city, *populations), told, **known)


def counted(city: str, now: float, before: float = 100, **more) -> Peer:
    """A city with one value in 2022 and one in 2025."""
    return peer(city, year(2022, before), year(2025, now), **more)


def pledged(peer: Peer, promise: Promise, indicator: Indicator = LEARNERS) -> Peer:
    """The city with a promise on it, judged at the end of 2025."""
    judged = progress(promise, indicator, peer.history.known_by(YEAR_2025.end))
    pledge = Pledge(f"{peer.city}.people.outputs.learners", "More learners", promise, judged)
    return replace(peer, pledges=(*peer.pledges, pledge))


def asked(view: View = "as-is", indicator: Indicator = LEARNERS, **more) -> Question:
    """About 2025, per inhabitant of 15 to 29, since 2022, unless told otherwise."""
    known = {"period": YEAR_2025, "ages": "15-29", "first_year": 2022} | more
    return Question(indicator, view, **known)
