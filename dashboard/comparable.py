"""What can be chosen on the page of comparisons: the periods that have ended, and whose inhabitants."""

from collections.abc import Sequence

from dashboard.keeping import kept
from matrices.places import Place
from metrics.comparing.answers import BY_YEARS, View
from metrics.comparing.populations import ages_known, population_of
from metrics.results import Results
from metrics.standing import Period, PeriodKind

KINDS: tuple[PeriodKind, ...] = ("year", "school_year", "project", "quarter")
"""In the order in which they are offered; a month is too short to say much of a city."""


@kept
def periods(
    results: Results, indicator: str, cities: tuple[str, ...], view: View
) -> dict[str, Period]:
    """Label to each period that is complete in one of the cities; of each kind the newest first."""
    kinds = KINDS[:1] if view in BY_YEARS else KINDS
    found = [period for kind in kinds for period in _ended(results, indicator, cities, kind)]
    return {period.label: period for period in found}


@kept
def ages(results: Results, indicator: str, cities: tuple[str, ...]) -> tuple[str, ...]:
    """The usual ages of the indicator, then all others that a place of the cities tells; before
    them those of which two places tell, for fewer cannot be compared."""
    usual = results.comparison(indicator, (), "per-head").ages  # they depend on no city
    places = [results.catalogue.place(city) for city in cities]
    offered = dict.fromkeys((usual, *ages_known(places)))
    return tuple(sorted(offered, key=lambda band: _tell(places, band) < 2))


def _tell(places: Sequence[Place], band: str) -> int:
    """Of how many places it is known how many people of these ages live there."""
    return sum(population_of(place, band) is not None for place in places)


def _ended(
    results: Results, indicator: str, cities: tuple[str, ...], kind: PeriodKind
) -> list[Period]:
    known = [value for city in cities for value in results.values(indicator, city, kind)]
    ended = {value.period for value in known if value.is_complete}
    return sorted(ended, key=lambda period: period.start, reverse=True)
