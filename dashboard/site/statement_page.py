"""A statement: how it stands and why, its figures drawn and in numbers, how they are counted."""

from dashboard import addresses
from dashboard.language import say
from dashboard.markup import Html, each, element, together
from dashboard.parts.definition_card import definition_card
from dashboard.parts.evidence_list import evidence_list
from dashboard.parts.numbers_table import breakdown, numbers_table
from dashboard.parts.promise_card import promise_card
from dashboard.parts.statement_head import statement_head
from dashboard.parts.way_ahead import way_ahead
from dashboard.site import links as places
from dashboard.site.content import Site
from dashboard.site.drawings import charts
from dashboard.site.page import Shown
from dashboard.wording import about_site, pages
from dashboard.wording import about_statement as words
from metrics.standing import PromiseStanding, StatementStanding


def statement_page(site: Site, identifier: str) -> Shown:
    standing = site.results.statement(identifier)
    matrix = site.results.matrix(standing.statement.city)
    body = together(
        statement_head(matrix, standing),
        each(_promise(site, standing, promise) for promise in standing.promises),
        _evidence(standing),
        _how_to_embed(identifier),
    )
    return Shown(words.title(standing.statement.text, matrix.place_name), body)


def _promise(site: Site, standing: StatementStanding, promise: PromiseStanding) -> Html:
    head = promise_card(standing, promise)
    definition = definition_card(promise.indicator, site.results.sql(promise.indicator.identifier))
    if not promise.years and not promise.quarters:
        return together(head, definition)
    return together(
        head,
        _figures(promise),
        _way_ahead(site, standing, promise),
        element("div", _parts(site, standing, promise), definition, class_="behind"),
        _compared(site, promise),
    )


def _figures(promise: PromiseStanding) -> Html:
    """The charts with their table beside them; under them on a phone."""
    drawn = [element("figure", chart) for chart in charts(promise)]
    if len(drawn) > 1:
        drawn.insert(1, element("h3", words.BY_QUARTER))
    table = together(element("h3", words.IN_NUMBERS), numbers_table(promise))
    return element("div", element("div", each(drawn)), element("div", table), class_="figures")


def _way_ahead(site: Site, standing: StatementStanding, promise: PromiseStanding) -> Html | None:
    ways = site.results.what_if(standing.statement.identifier)
    way = ways.get(promise.indicator.identifier)
    return way_ahead(promise, way) if way else None


def _parts(site: Site, standing: StatementStanding, promise: PromiseStanding) -> Html | None:
    indicator = promise.indicator
    parts = site.results.disaggregated(indicator.identifier, standing.statement.city)
    columns = sorted({part.disaggregation for part in parts})
    tables = (
        breakdown(column, [part for part in parts if part.disaggregation == column], indicator)
        for column in columns
    )
    if not columns:
        return None
    return element("section", element("h3", words.BROKEN_DOWN), each(tables), class_="parts")


def _compared(site: Site, promise: PromiseStanding) -> Html | None:
    name = promise.indicator.identifier
    if name not in site.shared:
        return None
    link = element("a", say(about_site.BESIDE_OTHERS), href=addresses.compare(name))
    return element("p", link, class_="actions")


def _evidence(standing: StatementStanding) -> Html | None:
    if not standing.evidence and standing.statement.measured != "by_evidence":
        return None
    return evidence_list(standing.evidence)


def _how_to_embed(identifier: str) -> Html:
    frame = (
        f'<iframe src="{places.embedded(identifier)}" title="{pages.PRODUCT}" '
        'width="100%" height="420" loading="lazy"></iframe>'
    )
    return element(
        "details",
        element("summary", about_site.ON_ANOTHER_SITE),
        element("p", about_site.HOW_TO_EMBED),
        element("pre", element("code", frame), tabindex="0"),
        class_="embedding",
    )
