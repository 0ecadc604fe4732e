"""How all cities together stand: one sentence, and the bar of all statements."""

from collections import Counter

from dashboard.markup import Html, element
from dashboard.parts.marks import bar, how_to_read, legend, scale
from dashboard.wording import pages
from metrics.standing import CityStanding, Status


def network_opening(cities: list[CityStanding]) -> Html:
    counts = together_counted(cities)
    return element(
        "section",
        element("h1", pages.NETWORK_TITLE),
        element("p", pages.summary(cities), class_="lead"),
        element("div", scale(counts), bar(counts), legend(counts), class_="total"),
        how_to_read(counts),
        class_="opening",
    )


def together_counted(cities: list[CityStanding]) -> dict[Status, int]:
    """How many statements of all cities stand where."""
    counts: Counter[Status] = Counter()
    for city in cities:
        counts.update(city.statuses)
    return dict(counts)
