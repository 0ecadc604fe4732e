"""The page on which one arrives: all cities of the site at a glance."""

from dashboard.markup import Html, element
from dashboard.parts.attention_list import attention_list
from dashboard.parts.cities_table import cities_table
from dashboard.parts.network_opening import network_opening
from dashboard.site.content import Site
from dashboard.site.page import Shown
from dashboard.wording import pages

MOST_ATTENTION = 5


def start_page(site: Site) -> Shown:
    """In the order in which one asks: how does it stand, what next, which city."""
    table = cities_table(site.standings, site.results.today)
    body = element(
        "div",
        network_opening(site.standings),
        _attention(site),
        element("section", element("h2", pages.CITIES_TITLE), table),
        class_="network",
    )
    return Shown(str(pages.NETWORK), body)


def _attention(site: Site) -> Html:
    everywhere = sum(city.statements for city in site.results.cities())
    found = [one for one in site.results.attention(everywhere) if one.city in site.cities]
    told = (
        attention_list(found[:MOST_ATTENTION], site.results.catalogue.indicators)
        if found
        else element("p", pages.NO_ATTENTION)
    )
    return element("section", element("h2", pages.ATTENTION_TITLE), told, class_="attention")
