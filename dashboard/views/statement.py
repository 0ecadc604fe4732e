"""One statement: how it stands and why, its figures, how they are counted, where they come from."""

import streamlit

from dashboard import addresses
from dashboard.charts import Spec, quarters, trajectory
from dashboard.design import Palette, palette_of
from dashboard.markup import Html, each, element, together
from dashboard.parts.definition_card import definition_card
from dashboard.parts.evidence_list import evidence_list
from dashboard.parts.numbers_table import breakdown, numbers_table
from dashboard.parts.promise_card import promise_card
from dashboard.parts.source_table import source_table
from dashboard.parts.statement_head import statement_head
from dashboard.parts.way_ahead import way_ahead
from dashboard.sheet import sheet
from dashboard.views.decisions import show_decisions
from dashboard.wording import about_statement as words
from dashboard.wording import pages
from dashboard.wording.explanations import finding
from dashboard.wording.promises import newest
from metrics.results import Results
from metrics.standing import Actual, PromiseStanding, StatementStanding

CHART = {"displayModeBar": False, "responsive": True}


def show(results: Results) -> None:
    """The identifier comes from the address, which anyone can type."""
    asked = streamlit.query_params.get("id", "")
    try:
        standing = results.statement(asked)
    except KeyError:
        sheet(_unknown(asked), key="statement")
        return
    matrix = results.matrix(standing.statement.city)
    streamlit.set_page_config(pages.title(words.title(standing.statement.text, matrix.place_name)))
    sheet(statement_head(matrix, standing), key="statement")
    for promise in standing.promises:
        _show_promise(results, standing, promise)
    if standing.evidence or standing.statement.measured == "by_evidence":
        sheet(evidence_list(standing.evidence), key="evidence")
    show_decisions(results, asked)


def _unknown(asked: str) -> Html:
    told = pages.unknown(pages.NO_STATEMENT, asked) if asked else words.NONE_ASKED
    link = element("a", words.TO_THE_CITIES, href=addresses.cities())
    return element("div", element("h1", words.TITLE), element("p", told), element("p", link))


def _show_promise(results: Results, standing: StatementStanding, promise: PromiseStanding) -> None:
    name, city = promise.indicator.identifier, standing.statement.city
    sheet(promise_card(standing, promise), key=f"promise {name}")
    if not promise.years and not promise.quarters:
        sheet(definition_card(promise.indicator, results.sql(name)), key=f"definition {name}")
        return
    _show_figures(promise)
    if way := results.what_if(standing.statement.identifier).get(name):
        sheet(way_ahead(promise, way), key=f"way ahead {name}")
    parts = results.disaggregated(name, city)
    sheet(_behind(results, promise, parts, city), key=f"behind {name}")


def _show_figures(promise: PromiseStanding) -> None:
    """The chart with its table beside it; under it on a phone."""
    palette = palette_of(streamlit.context.theme.type)
    chart, numbers = streamlit.columns([2, 1], gap="large")
    with chart:
        _show_charts(promise, palette)
    with numbers:
        table = together(element("h3", words.IN_NUMBERS), numbers_table(promise))
        sheet(table, key=f"table {promise.indicator.identifier}")


def _show_charts(promise: PromiseStanding, palette: Palette) -> None:
    name = promise.indicator.identifier
    _show_chart(trajectory(promise, palette), f"chart {name}", finding(promise))
    if promise.quarters and not promise.indicator.is_stock:
        sheet(element("h3", words.BY_QUARTER), key=f"quarters head {name}")
        _show_chart(quarters(promise, palette), f"quarters {name}", words.quarters_alt(promise))


def _show_chart(spec: Spec, key: str, told: str) -> None:
    """Nothing is drawn where every figure is withheld: plotly refuses a chart without data."""
    if spec["data"]:
        streamlit.plotly_chart(spec, key=key, config=CHART, alt=told)


def _behind(results: Results, promise: PromiseStanding, parts: list[Actual], city: str) -> Html:
    """What stands behind the figures: parts, definition, source rows."""
    indicator, actual = promise.indicator, newest(promise)
    columns = sorted({part.disaggregation for part in parts})
    broken_down = [
        breakdown(column, [part for part in parts if part.disaggregation == column], indicator)
        for column in columns
    ]
    rows = results.source_rows(indicator.identifier, city, actual.period) if actual else []
    parts_title = element("h3", words.BROKEN_DOWN)
    return element(
        "div",
        element(
            "div",
            element("section", parts_title, each(broken_down), class_="parts")
            if broken_down
            else None,
            source_table(rows, actual) if actual else None,
        ),
        definition_card(indicator, results.sql(indicator.identifier)),
        class_="behind",
    )
