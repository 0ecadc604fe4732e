"""A page as a whole document: what a browser is told of it, the bar on top, the foot."""

from dataclasses import dataclass

from dashboard.language import current
from dashboard.markup import Html, each, element, together
from dashboard.parts.frame import LOGO, simulated_banner
from dashboard.site import links as places
from dashboard.site.content import Site
from dashboard.site.links import Links
from dashboard.wording import about_site as words
from dashboard.wording import pages
from ingest.receipt import code_version

POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched from elsewhere and nothing runs; columns and bars say their widths inline."""

ENTRIES = (
    (places.START, pages.NETWORK),
    (places.COMPARE, words.COMPARE),
    (places.METHODS, words.METHODS),
    (places.DOWNLOADS, words.DOWNLOADS),
)


@dataclass(frozen=True)
class Shown:
    """What a page shows; `title` is for the tab."""

    title: str
    body: Html


def document(site: Site, links: Links, shown: Shown) -> str:
    """A page with everything around it."""
    body = element(
        "body",
        _bar(links),
        banner(site),
        element("main", shown.body, id="content", tabindex="-1"),
        _foot(site),
        class_="sheet page",
    )
    return _whole(links, shown.title, body)


def embedded_document(site: Site, links: Links, shown: Shown) -> str:
    """A page that stands in a frame of another site."""
    body = element(
        "body",
        element("main", shown.body),
        banner(site),
        _foot(site),
        class_="sheet embedded",
    )
    return _whole(links, shown.title, body)


def banner(site: Site) -> Html | None:
    """On every page: whether figures of the site were made up."""
    simulated = sum(city.is_simulated for city in site.standings)
    with_data = sum(city.data_through is not None for city in site.standings)
    return simulated_banner(simulated, with_data) if simulated else None


def _foot(site: Site) -> Html:
    """Which figures these are, and on which day it was judged how things stand."""
    told = words.provenance(site.results.today, site.results.publication, code_version())
    snapshot = pages.snapshot(site.results.publication)
    return element("footer", element("p", f"{snapshot} {told}"), class_="foot")


def _whole(links: Links, title: str, body: Html) -> str:
    alternates = (
        element("link", rel="alternate", hreflang=other, href=links.in_language(other))
        for other in links.languages
        if other != links.language
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", pages.title(title)),
        element("link", rel="icon", href=links.to_shared(places.ICON)),
        element("link", rel="stylesheet", href=links.to_shared(places.STYLE)),
        each(alternates),
    )
    return "<!doctype html>\n" + element("html", head, body, lang=current()) + "\n"


def _bar(links: Links) -> Html:
    home = element("a", LOGO, pages.PRODUCT, href=links.to(places.START), class_="product")
    entries = (_entry(links, page, name) for page, name in ENTRIES)
    nav = element("nav", each(entries), aria_label=pages.PAGES_OF_THE_PRODUCT)
    skip = element("a", pages.TO_THE_CONTENT, href="#content", class_="skip")
    return element("header", together(skip, home, nav, _languages(links)), class_="bar")


def _entry(links: Links, page: str, name: str) -> Html:
    folder = page.removesuffix(".html") + "/"
    is_here = links.here == page or links.here.startswith(folder)
    return element("a", name, href=links.to(page), aria_current="page" if is_here else None)


def _languages(links: Links) -> Html | None:
    if len(links.languages) < 2:
        return None
    choices = (
        element(
            "a",
            pages.LANGUAGES[language],
            href=links.in_language(language),
            lang=language,
            hreflang=language,
            aria_current="true" if language == links.language else None,
        )
        for language in links.languages
    )
    return element("nav", each(choices), class_="languages", aria_label=pages.LANGUAGE)
