"""One statement: how it stands and why, its figures, how they are counted, where they come from."""

import streamlit

from dashboard import addresses
from dashboard.drawn import show_drawn
from dashboard.keeping import kept
from dashboard.markup import Html, element
from dashboard.parts.evidence_list import evidence_list
from dashboard.parts.statement_head import statement_head
from dashboard.sheet import sheet
from dashboard.told_of_promise import ToldOfPromise, told_of_promise
from dashboard.views.decisions import show_decisions
from dashboard.wording import about_statement as words
from dashboard.wording import pages
from metrics.results import Results
from metrics.standing import PromiseStanding, StatementStanding


def show(results: Results) -> None:
    """The identifier comes from the address, which anyone can type."""
    asked = streamlit.query_params.get("id", "")
    try:
        standing = results.statement(asked)
    except KeyError:
        sheet(_unknown(asked), key="statement")
        return
    place = results.matrix(standing.statement.city).place_name
    streamlit.set_page_config(pages.title(words.title(standing.statement.text, place)))
    sheet(_head(results, asked), key="statement")
    for promise in standing.promises:
        _show_promise(results, standing, promise)
    if standing.evidence or standing.statement.measured == "by_evidence":
        sheet(evidence_list(standing.evidence), key="evidence")
    show_decisions(results, asked)


@kept
def _head(results: Results, statement: str) -> Html:
    standing = results.statement(statement)
    return statement_head(results.matrix(standing.statement.city), standing)


def _unknown(asked: str) -> Html:
    told = pages.unknown(pages.NO_STATEMENT, asked) if asked else words.NONE_ASKED
    link = element("a", words.TO_THE_CITIES, href=addresses.cities())
    return element(
        "div",
        element("h1", words.TITLE),
        element("p", told, class_="lead"),
        element("p", link, class_="actions"),
        class_="opening",
    )


def _show_promise(results: Results, standing: StatementStanding, promise: PromiseStanding) -> None:
    name = promise.indicator.identifier
    theme = streamlit.context.theme.type
    told = told_of_promise(results, standing.statement.identifier, name, theme)
    sheet(told.card, key=f"promise {name}")
    if told.numbers is not None:
        _show_figures(told, name)
    if told.way_ahead is not None:
        sheet(told.way_ahead, key=f"way ahead {name}")
    sheet(told.behind, key=f"behind {name}")


def _show_figures(told: ToldOfPromise, name: str) -> None:
    """The chart with its table beside it; under it on a phone."""
    chart, numbers = streamlit.columns([2, 1], gap="large")
    with chart:
        show_drawn(told.trajectory, f"chart {name}", told.finding)
        if told.quarters is not None:
            sheet(element("h3", words.BY_QUARTER), key=f"quarters head {name}")
            show_drawn(told.quarters, f"quarters {name}", told.quarters_finding)
    with numbers:
        sheet(told.numbers, key=f"table {name}")
