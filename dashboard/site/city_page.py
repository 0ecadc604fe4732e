"""A city: its matrix as it hangs on the wall, as a list on a phone, and its figures as files."""

from dashboard import addresses
from dashboard.markup import Html, element
from dashboard.parts.attention_list import attention_list
from dashboard.parts.city_opening import city_opening
from dashboard.parts.poster import about_the_text, poster
from dashboard.site.content import Site
from dashboard.site.page import Shown
from dashboard.wording import about_site as words
from dashboard.wording import pages

MOST_ATTENTION = 3


def city_page(site: Site, city: str) -> Shown:
    standing = site.results.matrix(city)
    opening = city_opening(standing, today=None)
    if not standing.matrix.is_published:
        return Shown(standing.place_name, element("div", opening, class_="city"))
    body = element(
        "div",
        element("div", opening, _attention(site, city), class_="beside"),
        poster(standing),
        about_the_text(standing),
        _files(site, city),
        class_="city wall",
    )
    return Shown(standing.place_name, body)


def _attention(site: Site, city: str) -> Html | None:
    found = site.results.attention(MOST_ATTENTION, city)
    if not found:
        return None
    items = attention_list(found, site.results.catalogue.indicators)
    return element("section", element("h2", pages.ATTENTION_TITLE), items, class_="attention")


def _files(site: Site, city: str) -> Html | None:
    if city not in site.downloads:
        return None
    link = element("a", words.TO_THE_FILES, href=f"{addresses.report()}#{city}")
    return element("p", link, class_="actions")
