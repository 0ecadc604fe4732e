"""What stands around every page: the bar on top, the simulated-data banner, the foot."""

from dashboard import addresses
from dashboard.markup import Html, each, element
from dashboard.permission import may_write
from dashboard.wording import pages
from metrics.results import Results
from metrics.standing import Publication

LOGO = Html(
    '<svg class="logo" viewBox="0 0 22 22" aria-hidden="true" focusable="false">'
    '<path d="M1 1h5v5H1zM8.5 1h5v5h-5zM16 1h5v5h-5zM1 8.5h5v5H1zM1 16h5v5H1z" fill="currentColor" '
    'opacity=".34"/><path d="M8.5 8.5h5v5h-5zM16 8.5h5v5h-5zM8.5 16h5v5h-5z" fill="currentColor"/>'
    "</svg>"
)

ENTRIES = (
    (addresses.NETWORK, addresses.network, pages.NETWORK),
    (addresses.CITY, addresses.cities, pages.CITIES),
    (addresses.COMPARE, addresses.compare, pages.COMPARE),
    (addresses.REPORT, addresses.report, pages.REPORT),
    (addresses.LOADS, addresses.loads, pages.LOADS),
    (addresses.QUALITY, addresses.quality, pages.QUALITY),
    (addresses.QUERY, addresses.query, pages.ANALYSTS),
)
WRITING_ENTRIES = ((addresses.TAKE_IN, addresses.take_in, pages.TAKE_IN),)
"""For those who may write."""


def bar(page: str, languages: Html | None = None, figures: str = "") -> Html:
    """`page` is the path of the page one is on; a statement belongs to its city.

    Its first link leads past it, to the page's heading. Which `figures` these are shows on paper.
    """
    here = addresses.CITY if page == addresses.STATEMENT else page
    links = (
        element("a", name, href=address(), aria_current="page" if path == here else None)
        for path, address, name in (*ENTRIES, *(WRITING_ENTRIES if may_write() else ()))
    )
    home = element("a", LOGO, pages.PRODUCT, href=addresses.network(), class_="product")
    return element(
        "header",
        element("a", pages.TO_THE_CONTENT, href="#content", class_="skip"),
        home,
        element("nav", each(links), aria_label=pages.PAGES_OF_THE_PRODUCT),
        languages,
        element("span", figures, class_="which-figures") if figures else None,
        class_="bar",
    )


def banner(results: Results) -> Html | None:
    """Calm but on every page: which figures were made up."""
    publication = results.publication
    if publication is None or not publication.simulated_cities:
        return None
    with_data = [city for city in results.cities() if city.data_through]
    return simulated_banner(len(publication.simulated_cities), len(with_data))


def simulated_banner(simulated: int, cities: int) -> Html:
    """So many of the cities that have data have simulated ones."""
    words = pages.simulated_banner(simulated, cities)
    label = element("strong", pages.SIMULATED)
    return element("p", label, " ", words, class_="simulated-banner", role="note")


def foot(publication: Publication | None) -> Html:
    return element("footer", element("p", pages.snapshot(publication)), class_="foot")


def simulated_tag() -> Html:
    """Stands beside each city whose figures were made up."""
    return element("span", pages.SIMULATED, class_="simulated-tag")
