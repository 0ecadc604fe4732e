"""Writes a whole site into an empty folder: the files first, then the pages that lead to them."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from dashboard import addresses
from dashboard.language import speaking
from dashboard.permission import only_looking
from dashboard.reports.gathering import judged_on
from dashboard.reports.provenance import publication_of
from dashboard.site import links as places
from dashboard.site.city_page import city_page
from dashboard.site.comparison_pages import compared_page, comparison_page
from dashboard.site.content import Site
from dashboard.site.downloads_page import downloads_page
from dashboard.site.embedded_page import embedded_page
from dashboard.site.files import write_assets, write_downloads
from dashboard.site.links import Links
from dashboard.site.methods_page import methods_page
from dashboard.site.page import document, embedded_document
from dashboard.site.start_page import start_page
from dashboard.site.statement_page import statement_page
from metrics.results import Results

Page = Callable[[Site, Links], str]
"""Makes a whole document."""


def write_site(
    results: Results, cities: tuple[str, ...], languages: tuple[str, ...], folder: Path
) -> None:
    """The same snapshot gives the same bytes. `ReportProblem` while nothing has been loaded."""
    judged = judged_on(results, publication_of(results).published_at.date())
    write_assets(folder)
    matrices = judged.catalogue.matrices
    downloads = {
        city: write_downloads(judged, city, languages, folder)
        for city in cities
        if matrices[city].is_published
    }
    for language in languages:
        site = Site(judged.in_language(language), cities, languages, downloads)
        for place, page in _pages(site):
            _write(site, _links(site, place, language), page, folder)


def _write(site: Site, links: Links, page: Page, folder: Path) -> None:
    path = folder / links.place
    path.parent.mkdir(parents=True, exist_ok=True)
    with speaking(links.language), addresses.written_by(links.written), only_looking():
        path.write_text(page(site, links), encoding="utf-8")


def _links(site: Site, here: str, language: str) -> Links:
    return Links(here, language, site.languages, frozenset(site.cities), frozenset(site.shared))


def _pages(site: Site) -> Iterator[tuple[str, Page]]:
    """Every page with its place in a language's folder."""
    yield places.START, lambda site, links: document(site, links, start_page(site))
    yield places.COMPARE, lambda site, links: document(site, links, comparison_page(site))
    yield places.METHODS, lambda site, links: document(site, links, methods_page(site, links))
    yield places.DOWNLOADS, lambda site, links: document(site, links, downloads_page(site, links))
    for indicator in site.shared:
        yield places.compared(indicator), partial(_compared, indicator)
    for city in site.cities:
        yield places.city(city), partial(_city, city)
        for statement in site.results.matrix(city).statements:
            yield places.statement(statement), partial(_statement, statement)
            yield places.embedded(statement), partial(_embedded, statement)


def _compared(indicator: str, site: Site, links: Links) -> str:
    return document(site, links, compared_page(site, indicator))


def _city(city: str, site: Site, links: Links) -> str:
    return document(site, links, city_page(site, city))


def _statement(statement: str, site: Site, links: Links) -> str:
    return document(site, links, statement_page(site, statement))


def _embedded(statement: str, site: Site, links: Links) -> str:
    return embedded_document(site, links, embedded_page(site, links, statement))
