"""Everything that a statement's page tells of one of its promises, made once for all who look."""

from dataclasses import dataclass

from dashboard.charts import quarters, trajectory
from dashboard.design import palette_of
from dashboard.drawn import Drawn, drawn
from dashboard.keeping import kept
from dashboard.markup import Html, each, element, together
from dashboard.parts.definition_card import definition_card
from dashboard.parts.numbers_table import breakdown, numbers_table
from dashboard.parts.promise_card import promise_card
from dashboard.parts.source_table import source_table
from dashboard.parts.way_ahead import way_ahead
from dashboard.wording import about_statement as words
from dashboard.wording.explanations import finding
from dashboard.wording.promises import newest
from metrics.results import Results
from metrics.standing import Actual, PromiseStanding, StatementStanding


@dataclass(frozen=True)
class ToldOfPromise:
    """Pieces of the page in their order; without figures there is a card and what is behind."""

    card: Html
    behind: Html
    trajectory: Drawn | None = None
    finding: str = ""
    """The trajectory in a sentence, for those who do not see it."""
    quarters: Drawn | None = None
    quarters_finding: str = ""
    numbers: Html | None = None
    way_ahead: Html | None = None


@kept
def told_of_promise(
    results: Results, statement: str, indicator: str, theme: str | None
) -> ToldOfPromise:
    """`theme` is `light` or `dark`, for the charts; KeyError for an unknown statement."""
    standing = results.statement(statement)
    promise = next(p for p in standing.promises if p.indicator.identifier == indicator)
    card = promise_card(standing, promise)
    if not promise.years and not promise.quarters:
        return ToldOfPromise(card, definition_card(promise.indicator, results.sql(indicator)))
    return _with_figures(results, standing, promise, card, theme)


def _with_figures(
    results: Results,
    standing: StatementStanding,
    promise: PromiseStanding,
    card: Html,
    theme: str | None,
) -> ToldOfPromise:
    indicator, palette = promise.indicator, palette_of(theme)
    has_quarters = promise.quarters and not indicator.is_stock
    return ToldOfPromise(
        card,
        _behind(results, promise, standing.statement.city),
        trajectory=drawn(trajectory(promise, palette)),
        finding=finding(promise),
        quarters=drawn(quarters(promise, palette)) if has_quarters else None,
        quarters_finding=words.quarters_alt(promise) if has_quarters else "",
        numbers=together(element("h3", words.IN_NUMBERS), numbers_table(promise)),
        way_ahead=_way(results, standing, promise),
    )


def _way(results: Results, standing: StatementStanding, promise: PromiseStanding) -> Html | None:
    ways = results.what_if(standing.statement.identifier)
    way = ways.get(promise.indicator.identifier)
    return way_ahead(promise, way) if way else None


def _behind(results: Results, promise: PromiseStanding, city: str) -> Html:
    """What stands behind the figures: parts, definition, source rows."""
    indicator, actual = promise.indicator, newest(promise)
    name = indicator.identifier
    parts = _broken_down(results.disaggregated(name, city), promise)
    rows = results.source_rows(name, city, actual.period) if actual else []
    sources = source_table(rows, actual) if actual else None
    return element(
        "div",
        element("div", parts, sources),
        definition_card(indicator, results.sql(name)),
        class_="behind",
    )


def _broken_down(parts: list[Actual], promise: PromiseStanding) -> Html | None:
    tables = [
        breakdown(column, [p for p in parts if p.disaggregation == column], promise.indicator)
        for column in sorted({part.disaggregation for part in parts})
    ]
    if not tables:
        return None
    return element("section", element("h3", words.BROKEN_DOWN), each(tables), class_="parts")
