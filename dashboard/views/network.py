"""All cities at a glance: how much is measured, how it stands, how fresh, what needs attention."""

from dashboard import addresses
from dashboard.keeping import kept
from dashboard.markup import Html, each, element
from dashboard.parts.attention_list import attention_list
from dashboard.parts.cities_table import cities_table
from dashboard.parts.loads_timeline import lately
from dashboard.parts.network_opening import network_opening
from dashboard.parts.together_table import together_table
from dashboard.permission import may_write
from dashboard.sheet import sheet
from dashboard.wording import pages
from metrics.crosswalk import crosswalk
from metrics.results import Results
from metrics.standing import CityStanding

MOST_ATTENTION = 5


def show(results: Results) -> None:
    sheet(overview(results), key="network")


@kept
def overview(results: Results) -> Html:
    """The page in the order in which one asks: how does it stand, what next, which city."""
    cities = results.cities()
    return element(
        "div",
        network_opening(cities),
        _empty() if results.publication is None else _attention(results),
        _cities(cities, results),
        _together(results),
        lately(results.loads(), results.catalogue.place_names()) if results.publication else None,
        class_="network",
    )


def _attention(results: Results) -> Html:
    found = results.attention(MOST_ATTENTION)
    return element(
        "section",
        element("h2", pages.ATTENTION_TITLE),
        attention_list(found, results.catalogue.indicators)
        if found
        else element("p", pages.NO_ATTENTION),
        class_="attention",
    )


def _empty() -> Html:
    """What to do when nothing has been loaded."""
    link = element("a", pages.EMPTY_LINK, href=addresses.take_in())
    steps = (
        element("li", element("code", command), " ", element("span", what))
        for command, what in pages.EMPTY_STEPS
    )
    return element(
        "section",
        element("h2", pages.EMPTY_TITLE),
        element("p", pages.EMPTY_LEAD),
        element("p", link, class_="actions") if may_write() else None,
        element("ul", each(steps)),
        element("p", pages.EMPTY_END),
        class_="empty",
    )


def _together(results: Results) -> Html | None:
    """Promised by several, so that the sum says something of the network."""
    crossings = [each for each in crosswalk(results.catalogue) if len(each.statements) > 1]
    indicators = [results.catalogue.indicators[each.indicator] for each in crossings]
    told = together_table(results, indicators)
    title = element("h2", pages.TOGETHER_TITLE)
    return element("section", title, told, class_="together") if told else None


def _cities(cities: list[CityStanding], results: Results) -> Html:
    table = cities_table(cities, results.today)
    return element("section", element("h2", pages.CITIES_TITLE), table)
