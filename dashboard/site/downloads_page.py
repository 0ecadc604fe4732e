"""The files that can be taken along: each city's figures as workbook, data package and IATI."""

from collections.abc import Sequence

from dashboard.language import say
from dashboard.markup import Html, element, together
from dashboard.parts.frame import simulated_tag
from dashboard.parts.table import Column, Row, table
from dashboard.site.content import Download, Site
from dashboard.site.files import FORMATS
from dashboard.site.links import Links
from dashboard.site.page import Shown
from dashboard.wording import about_site as words
from dashboard.wording.about_report import FORMAT_NAMES


def downloads_page(site: Site, links: Links) -> Shown:
    columns = [Column(words.CITY), Column(words.PERIOD)]
    columns += [Column(say(FORMAT_NAMES[name])) for name in FORMATS]
    rows = [
        _row(site, links, city, found)
        for city in site.published
        if (found := site.downloads_of(city, links.language))
    ]
    body = element(
        "div",
        element("h1", words.DOWNLOADS),
        element("p", words.DOWNLOADS_LEAD, class_="lead"),
        element("section", table(say(words.DOWNLOADS), columns, rows, cards=True)),
        class_="opening downloads",
    )
    return Shown(say(words.DOWNLOADS), body)


def _row(site: Site, links: Links, city: str, found: Sequence[Download]) -> Row:
    tag = simulated_tag() if site.results.matrix(city).is_simulated else None
    name = element("span", site.published[city], " ", tag, id=city)
    period = words.stretch(found[0].first, found[0].last)
    return Row([name, period, *(_file(links, download) for download in found)])


def _file(links: Links, download: Download) -> Html:
    kind = download.place.rpartition(".")[2].upper()
    link = element("a", kind, href=links.to_shared(download.place), download=True)
    size = element("span", words.size(download.size), class_="mark")
    return together(link, " ", size)
