"""The page on which one arrives: all cities of the site at a glance."""

from dashboard.markup import Html, element
from dashboard.parts.attention_list import attention_list
from dashboard.parts.cities_table import cities_table
from dashboard.parts.network_opening import network_opening
from dashboard.parts.together_table import together_table
from dashboard.site.content import Site
from dashboard.site.page import Shown
from dashboard.wording import pages

MOST_ATTENTION = 5


def start_page(site: Site) -> Shown:
    """In the order in which one asks: how does it stand, what next, which city."""
    table = cities_table(site.standings, today=None)
    body = element(
        "div",
        network_opening(site.standings),
        _attention(site),
        element("section", element("h2", pages.CITIES_TITLE), table),
        _together(site),
        class_="network",
    )
    return Shown(str(pages.NETWORK), body)


def _together(site: Site) -> Html | None:
    """What is counted over all cities of the home is shown where the site is about all of them."""
    if set(site.cities) != set(site.results.catalogue.matrices):
        return None
    indicators = [site.results.catalogue.indicators[name] for name in site.shared]
    told = together_table(site.results, indicators)
    title = element("h2", pages.TOGETHER_TITLE)
    return element("section", title, told, class_="together") if told else None


def _attention(site: Site) -> Html:
    everywhere = sum(city.statements for city in site.results.cities())
    found = [one for one in site.results.attention(everywhere) if one.city in site.cities]
    told = (
        attention_list(found[:MOST_ATTENTION], site.results.catalogue.indicators)
        if found
        else element("p", pages.NO_ATTENTION)
    )
    return element("section", element("h2", pages.ATTENTION_TITLE), told, class_="attention")
