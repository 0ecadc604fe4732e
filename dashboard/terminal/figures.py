"""All figures of a city or territory in one period as text."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from dashboard.language import say
from dashboard.wording import dates
from dashboard.wording.about_loads import SIMULATED_FIGURES
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import quantity
from dashboard.wording.tables import NO_VALUE, WITHHELD, marks
from dashboard.wording.territories import NOT_IN_IT, listed, name_of_territory
from metrics.period import period_of
from metrics.results import Results
from metrics.standing import Actual, Period

WIDTH = 48


def figure_lines(results: Results, city: str, period: Period) -> list[str]:
    """One line an indicator; of a territory the places that are not in its figures."""
    actuals = results.in_period(city, period)
    if not actuals:
        return [say("There are no figures of {period}.", period=dates.period(period))]
    head = f"{name_of_territory(results.catalogue, city)}, {dates.period(actuals[0].period)}"
    simulated = [say(SIMULATED_FIGURES)] if _is_simulated(results, city) else []
    absent = {actual.indicator: results.absent(actual) for actual in actuals}
    nowhere = sorted(set.intersection(*map(set, absent.values())))
    lines = (_figure(results, a, sorted({*absent[a.indicator]} - {*nowhere})) for a in actuals)
    return [head, *simulated, *_without(nowhere), "", *chain.from_iterable(lines)]


def _without(places: Sequence[str]) -> list[str]:
    """Who is in none of the figures is said once."""
    return [say(NOT_IN_IT, cities=listed(places))] if places else []


def last_full_year(results: Results) -> Period:
    """The last year that data have reached the end of."""
    through = results.publication.data_through if results.publication else None
    day = (through or results.today) + timedelta(days=1)
    return period_of("year", date(day.year - 1, 1, 1))


def _figure(results: Results, actual: Actual, absent: Sequence[str]) -> Iterator[str]:
    indicator = results.catalogue.indicators[actual.indicator]
    value = NO_VALUE if actual.value is None else quantity(actual.value, indicator)
    note = marks(actual)
    told = say(WITHHELD) if actual.is_withheld else value
    yield f"  {name_of(indicator):<{WIDTH}} {told}{f' ({note})' if note else ''}"
    if absent:
        yield f"  {'':<{WIDTH}} {say(NOT_IN_IT, cities=listed(absent))}"


def _is_simulated(results: Results, city: str) -> bool:
    """Whether a figure rests on made-up rows, if only of one member."""
    simulated = results.publication.simulated_cities if results.publication else frozenset()
    return not simulated.isdisjoint(results.catalogue.territories.get(city, (city,)))
