"""The cities of the network, one a row: how much is measured, how it stands, how fresh it is."""

from datetime import date

from dashboard import addresses
from dashboard.markup import Html, each, element
from dashboard.parts.frame import simulated_tag
from dashboard.parts.marks import bar, legend
from dashboard.wording import pages
from metrics.standing import CityStanding

HEADS = (pages.CITY, pages.MEASURED, pages.STANDING, pages.FRESHNESS)


def cities_table(cities: list[CityStanding], today: date | None) -> Html:
    """Without a `today` nothing is said of how long ago the data end."""
    head = element("tr", each(element("th", name, scope="col") for name in HEADS))
    return element(
        "table",
        element("caption", pages.CITIES_TITLE, class_="unseen"),
        element("thead", head),
        element("tbody", each(_city(city, today) for city in cities)),
        class_="cities",
    )


def _city(city: CityStanding, today: date | None) -> Html:
    name = element("a", city.place_name, href=addresses.city(city.city))
    tag = simulated_tag() if city.is_simulated else None
    head = element("th", name, " ", tag, scope="row")
    fresh = element("td", pages.freshness(city.data_through, today), class_="fresh")
    if not city.is_published:
        note = element("td", pages.NOT_PUBLISHED, colspan=2, class_="missing")
        return element("tr", head, note, fresh)
    return element("tr", head, _measured(city), _standing(city), fresh)


def _measured(city: CityStanding) -> Html:
    words = pages.measured_of(city.measured, city.statements)
    return element("td", words, class_="measured")


def _standing(city: CityStanding) -> Html:
    return element("td", bar(city.statuses), legend(city.statuses), class_="stands")
